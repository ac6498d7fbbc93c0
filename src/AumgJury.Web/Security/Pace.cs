using System.Threading.RateLimiting;

namespace AumgJury.Web.Security;

/// <summary>How often each of many may do something: so much at once, then so much a period. What comes too fast is refused, never kept waiting.</summary>
/// <typeparam name="TKey">Of whom the count is kept: a seat, a person, an address.</typeparam>
internal sealed class Pace<TKey>(int burst, int each, TimeSpan period) : IDisposable
    where TKey : notnull
{
    private readonly PartitionedRateLimiter<TKey> _buckets = PartitionedRateLimiter.Create<TKey, TKey>(who => RateLimitPartition.GetTokenBucketLimiter(who, _ => new()
    {
        TokenLimit = burst,
        TokensPerPeriod = each,
        ReplenishmentPeriod = period,
        QueueLimit = 0,
    }));

    /// <summary>Counts one; false when it came too fast.</summary>
    public bool Takes(TKey who)
    {
        using var lease = _buckets.AttemptAcquire(who);
        return lease.IsAcquired;
    }

    public void Dispose() => _buckets.Dispose();
}
