namespace AumgJury.Web.Security;

/// <summary>
/// How fast one seat may start circuits: those of the absent are held for a quarter of an hour, and the oldest of 500 goes for a new one, so a single
/// cookie could throw away everybody's. Reloads, tabs and a link that comes and goes stay far below it.
/// </summary>
public sealed class CircuitPace : IDisposable
{
    private readonly Pace<string> _pace = new(40, 1, TimeSpan.FromSeconds(5));

    /// <summary>Whether this seat may start another circuit now: 40 at once, then 12 a minute.</summary>
    public bool Takes(string seat) => _pace.Takes(seat);

    public void Dispose() => _pace.Dispose();
}
