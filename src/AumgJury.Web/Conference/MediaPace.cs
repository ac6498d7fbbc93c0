using AumgJury.Web.Security;

namespace AumgJury.Web.Conference;

/// <summary>
/// How fast one person may keep the media server busy, whatever tabs and programs they use: what one person asks of it, the proof of a closed room would
/// wait for. A page that loads sends some thirty signals in a second, and opens one stream.
/// </summary>
internal sealed class MediaPace : IDisposable
{
    private readonly Pace<string> _signals = new(120, 40, TimeSpan.FromSeconds(1));
    private readonly Pace<string> _told = new(240, 80, TimeSpan.FromSeconds(1));
    private readonly Pace<string> _streams = new(10, 1, TimeSpan.FromSeconds(2));
    private readonly Pace<string> _tests = new(12, 1, TimeSpan.FromSeconds(5));

    /// <summary>Whether this signal may be read at all, from whoever is in the media room or out of it: 240 at once, then 80 a second. Even a refusal costs something.</summary>
    public bool Hears(string person) => _told.Takes(person);

    /// <summary>Whether this signal may be judged now: 120 at once, then 40 a second.</summary>
    /// <param name="person">Call and seat: the same seat exists in several calls.</param>
    public bool TakesSignal(string person) => _signals.Takes(person);

    /// <summary>Whether this person may be given a stream now, which is a new place in the media server: 10 at once, then one every 2 s.</summary>
    public bool TakesStream(string person) => _streams.Takes(person);

    /// <summary>Whether this person may begin a test now, which is a room of its own: 12 at once, then one every 5 s.</summary>
    public bool TakesTest(string person) => _tests.Takes(person);

    public void Dispose()
    {
        _signals.Dispose();
        _told.Dispose();
        _streams.Dispose();
        _tests.Dispose();
    }
}
