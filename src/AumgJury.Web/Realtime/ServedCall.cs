using AumgJury.Core.Sittings;
using AumgJury.Web.Hosting;
using AumgJury.Web.Storage;

namespace AumgJury.Web.Realtime;

/// <summary>A call that this house serves: the live call and everything that belongs to it alone.</summary>
public sealed record ServedCall(string Id, LiveCall Live, Presence Presence, MachineHand Hand, DocumentStore Documents, CutTail? CutTail) : IAsyncDisposable
{
    /// <summary>The seat's number in addresses: short, and the same after every restart.</summary>
    public string NumberOf(string seat) => $"{Id}-{Array.IndexOf(Live.Kept.Seats, seat) + 1}";

    public async ValueTask DisposeAsync()
    {
        Presence.Dispose();
        await Hand.DisposeAsync();
        await Live.DisposeAsync();
    }
}

/// <summary>Why a call of the folder is not served; the others are.</summary>
/// <param name="AtPosition">The first line that cannot be believed.</param>
public sealed record ClosedCall(string Id, long AtPosition, BreakCause Cause);

/// <summary>Opens one call from its files.</summary>
internal static class CallOpening
{
    /// <summary>Either the served call or why it stays closed.</summary>
    public static (ServedCall? Served, ClosedCall? Closed) Open(Disk disk, CallFiles files, TimeProvider machine, Func<CallState, SittingTime> timeOf, Action<Exception> onFault)
    {
        switch (Journal.Open(disk, files, readUpTo: 0))
        {
            case OpenedJournal.Broken broken:
                return (null, new ClosedCall(files.CallId, broken.AtPosition, broken.Cause));
            case OpenedJournal.Ready ready:
                var keys = KeyRing.Load(disk, files, ready.Lines.Count > 0);
                var state = ready.Lines.Aggregate(CallState.Empty((key, cipher) => keys.Open(key, cipher)), (s, line) => s.Apply(line.Json.Span));
                var live = new LiveCall(ready.Journal, keys, state, timeOf(state), onFault);
                var presence = new Presence(live, machine, Circuits.Lost);
                var hand = new MachineHand(live, machine, onFault);
                return (new ServedCall(files.CallId, live, presence, hand, new DocumentStore(disk, files, keys), ready.CutTail), null);
            default:
                throw new InvalidOperationException("Unknown outcome of opening a journal.");
        }
    }
}
