using System.Threading.RateLimiting;

namespace AumgJury.Web.Security;

/// <summary>
/// How fast one seat may start circuits: those of the absent are held for a quarter of an hour, and the oldest of 500 goes for a new one, so a single
/// cookie could throw away everybody's. Reloads, tabs and a link that comes and goes stay far below it.
/// </summary>
public sealed class CircuitPace : IDisposable
{
    private readonly PartitionedRateLimiter<string> _pace = PartitionedRateLimiter.Create<string, string>(
        seat => RateLimitPartition.GetTokenBucketLimiter(seat, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = 40,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromSeconds(5),
            QueueLimit = 0,
        }));

    /// <summary>Whether this seat may start another circuit now: 40 at once, then 12 a minute.</summary>
    public bool Takes(string seat)
    {
        using var lease = _pace.AttemptAcquire(seat);
        return lease.IsAcquired;
    }

    public void Dispose() => _pace.Dispose();
}
