using AumgJury.Core.Sittings;
using AumgJury.Web.Conference;
using AumgJury.Web.Hosting;
using AumgJury.Web.Notifications;
using AumgJury.Web.Storage;

namespace AumgJury.Web.Realtime;

/// <summary>A call that this house serves: the live call and everything that belongs to it alone.</summary>
public sealed record ServedCall(string Id, LiveCall Live, Presence Presence, WaitingPlaces Waiting, MachineHand Hand, MediaRoom Media, DocumentStore Documents, Projection Projection, Mailroom Mailroom, CutTail? CutTail) : IAsyncDisposable
{
    /// <summary>The seat's number in addresses: short, and the same after every restart.</summary>
    public string NumberOf(string seat) => $"{Id}-{Array.IndexOf(Live.Kept.Seats, seat) + 1}";

    public async ValueTask DisposeAsync()
    {
        Presence.Dispose();
        await Mailroom.DisposeAsync();
        await Hand.DisposeAsync();
        await Media.DisposeAsync();
        await Live.DisposeAsync();
        await Projection.DisposeAsync();
    }
}

/// <summary>Why a call of the folder is not served; the others are.</summary>
/// <param name="AtPosition">The first line that cannot be believed.</param>
public sealed record ClosedCall(string Id, long AtPosition, BreakCause Cause);

/// <summary>What every call of the house is opened with.</summary>
internal sealed record CallOpening(Disk Disk, TimeProvider Machine, MailDrop Mail, NotificationText Text, Func<CallState, SittingTime> TimeOf, Videoconference Conference, Action<string, Exception> OnFault)
{
    /// <summary>Either the served call or why it stays closed.</summary>
    public (ServedCall? Served, ClosedCall? Closed) Open(CallFiles files)
    {
        // LiteDB first: how far a trusted one has read tells the journal what had been acknowledged.
        var index = CallIndex.Open(Disk, files);
        switch (Journal.Open(Disk, files, index.NeedsRebuild is null ? index.Index.ReadPosition : 0))
        {
            case OpenedJournal.Broken broken:
                index.Index.Dispose();
                return (null, new ClosedCall(files.CallId, broken.AtPosition, broken.Cause));
            case OpenedJournal.Ready ready:
                try
                {
                    return (Serve(files, index, ready), null);
                }
                catch (Exception fault) when (fault is KeysMissing or KeysDamaged or KeyUnknown or SealBroken)
                {
                    // As with a journal that cannot be believed: this call alone stays closed.
                    ready.Journal.Dispose();
                    index.Index.Dispose();
                    OnFault(files.CallId, fault);
                    return (null, new ClosedCall(files.CallId, 0, BreakCause.Keys));
                }

            default:
                throw new InvalidOperationException("Unknown outcome of opening a journal.");
        }
    }

    private ServedCall Serve(CallFiles files, OpenedIndex index, OpenedJournal.Ready ready)
    {
        void Fault(Exception fault) => OnFault(files.CallId, fault);
        var keys = KeyRing.Load(Disk, files, ready.Lines.Count > 0);
        CallState state;
        try
        {
            state = ready.Lines.Aggregate(CallState.Empty((key, cipher) => keys.Open(key, cipher)), (s, line) => s.Apply(line.Json.Span));
        }
        catch
        {
            keys.Dispose();
            throw;
        }

        if (state.IsOpen && state.EndedKeys is { Length: > 0 } ended && ended.Any(k => !keys.IsDestroyed(k)))
        {
            // A stop right after the closing may have come before the erasure that the journal tells of.
            keys.Destroy(ended);
        }

        var live = new LiveCall(ready.Journal, keys, state, TimeOf(state), Fault);
        var projection = new Projection(Disk, files, index, Fault);
        live.Published += () => projection.Show(live.Kept, live.KeptPosition);
        if (state.IsOpen)
        {
            projection.Show(state, live.KeptPosition);
        }

        var media = Conference.RoomOf(live, Fault);
        var presence = new Presence(live, Machine, Circuits.Lost);
        return new ServedCall(files.CallId, live, presence, new WaitingPlaces(Machine), new MachineHand(live, Machine, media, Fault), media, new DocumentStore(Disk, files, keys), projection, new Mailroom(live, Mail, Text, Machine, Fault), ready.CutTail);
    }
}
