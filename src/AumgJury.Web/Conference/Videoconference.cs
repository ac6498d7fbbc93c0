using AumgJury.Web.Realtime;

namespace AumgJury.Web.Conference;

/// <summary>The videoconference of the house: one Janus for all its calls, one media room a call, and the pre-check's own rooms.</summary>
public sealed class Videoconference : IDisposable
{
    private long _epochs = Random.Shared.Next(1, 1_000_000);

    internal Videoconference(JanusMode mode, IJanus janus, TurnSettings turn, TimeProvider machine, ILogger log)
    {
        Mode = mode;
        Janus = janus;
        Turn = turn;
        Machine = machine;
        Log = log;
        Sessions = new Sessions(janus);
        Tests = new TestRooms(this);
    }

    public JanusMode Mode { get; }

    /// <summary>Rooms are proven by the media server too; without one by this server alone.</summary>
    public bool InUse => Mode != JanusMode.None;

    internal IJanus Janus { get; }

    internal Sessions Sessions { get; }

    internal TurnSettings Turn { get; }

    internal TimeProvider Machine { get; }

    internal ILogger Log { get; }

    internal TestRooms Tests { get; }

    internal MediaPace Pace { get; } = new();

    public void Dispose() => Pace.Dispose();

    /// <summary>Never the same twice in the house, so that an old signal meets no newer epoch.</summary>
    internal long NextEpoch() => Interlocked.Increment(ref _epochs);

    internal MediaRoom RoomOf(LiveCall live, Action<Exception> onFault) => new(live, this, onFault);
}
