using System.Collections.Concurrent;
using System.Threading.RateLimiting;

namespace AumgJury.Web.Security;

/// <summary>How often each of many may do something: so much at once, then so much a period. What comes too fast is refused, never kept waiting.</summary>
/// <remarks>
/// Buckets are filled when they are asked, not by a clock: a partitioned limiter wakes the machine ten times a second for each of its kind,
/// which was most of what an idle house cost.
/// </remarks>
/// <typeparam name="TKey">Of whom the count is kept: a seat, a person, an address.</typeparam>
internal sealed class Pace<TKey>(int burst, int each, TimeSpan period) : IDisposable
    where TKey : notnull
{
    private const int Few = 64;

    private readonly ConcurrentDictionary<TKey, TokenBucketRateLimiter> _buckets = new();
    private int _forgetAt = Few;

    /// <summary>How many are remembered: those whose bucket is not full, and some more until the next look.</summary>
    public int Kept => _buckets.Count;

    /// <summary>Counts one; false when it came too fast. After a rest the library lets one more through than the burst.</summary>
    public bool Takes(TKey who)
    {
        var isNew = !_buckets.TryGetValue(who, out var bucket);
        bucket ??= _buckets.GetOrAdd(who, _ => Bucket());
        bucket.TryReplenish();
        using var lease = bucket.AttemptAcquire();
        if (isNew)
        {
            Forget();
        }

        return lease.IsAcquired;
    }

    public void Dispose()
    {
        foreach (var bucket in _buckets.Values)
        {
            bucket.Dispose();
        }
    }

    private TokenBucketRateLimiter Bucket() => new(new TokenBucketRateLimiterOptions
    {
        TokenLimit = burst,
        TokensPerPeriod = each,
        ReplenishmentPeriod = period,
        QueueLimit = 0,
        AutoReplenishment = false,
    });

    /// <summary>A full bucket is as good as none. Looked at each time that twice as many are kept as were left by the last look, so it costs each newcomer the same.</summary>
    private void Forget()
    {
        var limit = Volatile.Read(ref _forgetAt);
        if (_buckets.Count < limit || Interlocked.CompareExchange(ref _forgetAt, int.MaxValue, limit) != limit)
        {
            return;
        }

        foreach (var kept in _buckets)
        {
            kept.Value.TryReplenish();
            if (kept.Value.GetStatistics() is { CurrentAvailablePermits: var free } && free >= burst)
            {
                _buckets.TryRemove(kept);
            }
        }

        Volatile.Write(ref _forgetAt, Math.Max(Few, 2 * _buckets.Count));
    }
}
