using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Accounts;
using AumgJury.Web.Realtime;

namespace AumgJury.Web.Sitting;

/// <summary>
/// What a panel acts with: it sends commands as its own seat, shows refusals in words and speaks through the live regions.
/// One a page; handed down as a cascading value.
/// </summary>
/// <param name="number">The seat's number in the address.</param>
/// <param name="grid">The call's grid, for those who mark; its criteria are empty for the others.</param>
/// <param name="send">Command id and command to what came of it.</param>
public sealed class SeatDesk(string number, Grid grid, Func<string, Command, Task<Sent>> send)
{
    private const int Tries = 3;

    /// <summary>Something to show changed: <see cref="Refused"/> or <see cref="Busy"/>.</summary>
    public event Action? Changed;

    /// <summary>Words for the live regions; true when they must interrupt.</summary>
    public event Action<string, bool>? Announced;

    /// <summary>What was announced no longer holds, and nothing takes its place.</summary>
    public event Action? Hushed;

    public string Number => number;

    public Grid Grid => grid;

    /// <summary>The demo's clock, for its chair; null elsewhere.</summary>
    public DemoClock? Demo { get; internal set; }

    /// <summary>What the secretary makes links with; null for the others.</summary>
    public LinkDesk? Links { get; internal set; }

    /// <summary>The public record as it is now, for the secretary; null for the others.</summary>
    public Func<Archive>? ArchiveNow { get; internal set; }

    /// <summary>The last act that was refused, until another succeeds or it is dismissed.</summary>
    public Refusal? Refused { get; private set; }

    /// <summary>An act is under way.</summary>
    public bool Busy { get; private set; }

    /// <summary>Where a document is read, relative to the seat's address.</summary>
    public static string DocumentAddress(string dossier, string document) => $"documents/{Uri.EscapeDataString(dossier)}/{Uri.EscapeDataString(document)}";

    /// <summary>
    /// Sends an act and waits until it is on disk. When it is not known whether it was done, it is sent again with the same id.
    /// </summary>
    /// <param name="quiet">The caller shows the refusal itself, at the field it concerns.</param>
    /// <returns>The refusal; null when it was done.</returns>
    public async Task<Refusal?> Do(Command command, bool quiet = false)
    {
        var id = Guid.NewGuid().ToString("N");
        Show(quiet ? Refused : null, busy: true);
        var sent = new Sent(null, new Refusal(RefusalName.NotKept, null, []));
        for (var i = 0; i < Tries; i++)
        {
            sent = await send(id, command);
            if (sent.Refusal?.Name != RefusalName.NotKept)
            {
                break;
            }
        }

        Show(quiet ? Refused : sent.Refusal, busy: false);
        return sent.Refusal;
    }

    public void Dismiss() => Show(null, Busy);

    public void Announce(string words, bool assertive = false) => Announced?.Invoke(words, assertive);

    public void Hush() => Hushed?.Invoke();

    private void Show(Refusal? refused, bool busy)
    {
        Refused = refused;
        Busy = busy;
        Changed?.Invoke();
    }
}
