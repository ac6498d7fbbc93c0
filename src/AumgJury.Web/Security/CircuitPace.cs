namespace AumgJury.Web.Security;

/// <summary>
/// How fast one seat may start circuits: those of the absent are held for a quarter of an hour, and the oldest of 500 goes for a new one, so a single
/// cookie could throw away everybody's. Likewise connections of the hub, each of which may read a view. Reloads, tabs and a link that comes and goes stay far below it.
/// </summary>
public sealed class CircuitPace : IDisposable
{
    private readonly Pace<string> _pace = new(40, 1, TimeSpan.FromSeconds(5));
    private readonly Pace<string> _hub = new(60, 1, TimeSpan.FromSeconds(2));

    /// <summary>Whether this seat may start another circuit now: 40 at once, then 12 a minute.</summary>
    public bool Takes(string seat) => _pace.Takes(seat);

    /// <summary>Whether this seat may open another connection of the hub now: 60 at once, then 30 a minute, for a page whose link comes and goes.</summary>
    public bool TakesHub(string seat) => _hub.Takes(seat);

    public void Dispose()
    {
        _pace.Dispose();
        _hub.Dispose();
    }
}
