using System.Threading.RateLimiting;
using AumgJury.Core.Calls;

namespace AumgJury.Web.Realtime;

/// <summary>
/// How fast one seat may act, whatever tabs and programs it uses: every act is a line on the disk that all share. Nobody who types, drafts or conducts comes
/// near it.
/// </summary>
public sealed class SeatPace : IDisposable
{
    private readonly PartitionedRateLimiter<(string Seat, bool Outsider)> _pace = PartitionedRateLimiter.Create<(string Seat, bool Outsider), string>(
        who => RateLimitPartition.GetTokenBucketLimiter(who.Seat, _ => who.Outsider ? Bucket(20, 2) : Bucket(300, 30)));

    /// <summary>Whether this act may be judged now. A presenter and the authority: 20 at once, then 2 a second; the others 300, then 30.</summary>
    public bool Takes(string seat, Role role)
    {
        using var lease = _pace.AttemptAcquire((seat, role is Role.Presenter or Role.Authority));
        return lease.IsAcquired;
    }

    public void Dispose() => _pace.Dispose();

    private static TokenBucketRateLimiterOptions Bucket(int burst, int eachSecond) => new()
    {
        TokenLimit = burst,
        TokensPerPeriod = eachSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
    };
}
