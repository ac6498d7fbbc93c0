using System.Threading.RateLimiting;

namespace AumgJury.Web.Conference;

/// <summary>
/// How fast one person may keep the media server busy, whatever tabs and programs they use: what one person asks of it, the proof of a closed room would
/// wait for. A page that loads sends some thirty signals in a second, and opens one stream.
/// </summary>
internal sealed class MediaPace : IDisposable
{
    private readonly PartitionedRateLimiter<string> _signals = Buckets(120, 40, TimeSpan.FromSeconds(1));
    private readonly PartitionedRateLimiter<string> _streams = Buckets(10, 1, TimeSpan.FromSeconds(2));
    private readonly PartitionedRateLimiter<string> _tests = Buckets(12, 1, TimeSpan.FromSeconds(5));

    /// <summary>Whether this signal may be judged now: 120 at once, then 40 a second.</summary>
    /// <param name="person">Call and seat: the same seat exists in several calls.</param>
    public bool TakesSignal(string person) => Takes(_signals, person);

    /// <summary>Whether this person may be given a stream now, which is a new place in the media server: 10 at once, then one every 2 s.</summary>
    public bool TakesStream(string person) => Takes(_streams, person);

    /// <summary>Whether this person may begin a test now, which is a room of its own: 12 at once, then one every 5 s.</summary>
    public bool TakesTest(string person) => Takes(_tests, person);

    public void Dispose()
    {
        _signals.Dispose();
        _streams.Dispose();
        _tests.Dispose();
    }

    private static bool Takes(PartitionedRateLimiter<string> pace, string person)
    {
        using var lease = pace.AttemptAcquire(person);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<string> Buckets(int burst, int each, TimeSpan period) => PartitionedRateLimiter.Create<string, string>(
        who => RateLimitPartition.GetTokenBucketLimiter(who, _ => new() { TokenLimit = burst, TokensPerPeriod = each, ReplenishmentPeriod = period, QueueLimit = 0 }));
}
