using System.Net;

namespace AumgJury.Web.Security;

/// <summary>
/// How often a valid link may open or ask for its seat: each time is a line on the disk that all share, and a new code on somebody's screen. Counted by seat and
/// address, so that a copy tried elsewhere all day keeps its person out by this no more, and by seat, whatever the addresses.
/// </summary>
public sealed class EntrancePace : IDisposable
{
    private readonly Pace<(string Seat, IPAddress From)> _each = new(12, 1, TimeSpan.FromSeconds(10));
    private readonly Pace<string> _seat = new(60, 1, TimeSpan.FromSeconds(1));

    /// <summary>Whether this seat may be asked for now: from one address 12 at once, then 6 a minute; from all together 60, then one a second.</summary>
    /// <param name="seat">The seat's number, which no other call of the house has.</param>
    public bool Takes(string seat, IPAddress? from) => _each.Takes((seat, FailedLookups.Network(from ?? IPAddress.None))) && _seat.Takes(seat);

    public void Dispose()
    {
        _each.Dispose();
        _seat.Dispose();
    }
}
