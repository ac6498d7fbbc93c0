using AumgJury.Core.Sittings;
using AumgJury.Core.Views;

namespace AumgJury.Web.Realtime;

/// <summary>
/// Every reader of a call's views. A seat's view is made once for all its tabs, and pushed only when it says something else:
/// silence is part of the view (wall 1). The session is checked at every push. The view that a seat is shown is held here, to be compared with the next; most of
/// it is parts that all seats share (docs/decisions/0013).
/// </summary>
public sealed class SeatFeeds(Func<CallState> kept, SittingTime time)
{
    private readonly Lock _gate = new();
    private readonly List<Subscription> _readers = [];
    private readonly Dictionary<(string Seat, bool Marks), SeatShown> _shown = [];

    private long _versions;
    private CallState? _current;

    /// <summary>A reader came, left, or took a view that changes whether it serves the room.</summary>
    public event Action? ReadersChanged;

    /// <param name="session">SHA-256 of the reader's session; null only for the machine's own.</param>
    /// <param name="cut">Ends the reader's connection, when it does not take what moves it out of the room.</param>
    /// <exception cref="KeyNotFoundException">The call has no such seat.</exception>
    public Subscription Subscribe(string seat, string? session, Action? cut = null)
    {
        var reader = new Subscription(seat, session, Leave, () => ReadersChanged?.Invoke(), cut);
        lock (_gate)
        {
            // First, so that a reader whom nothing can be shown is none: it would keep the others from being shown anything.
            Serve(Begin(), reader);
            _readers.Add(reader);
        }

        ReadersChanged?.Invoke();
        return reader;
    }

    /// <summary>Whether none of these outsiders reads the room, and which of those expected do.</summary>
    public (bool OutsidersOut, string[] Found) Proof(ProofWanted wanted)
    {
        lock (_gate)
        {
            // Whoever reads must not be outside; whoever is counted is there in person, not by a device that only marks.
            var reading = _readers.Where(r => r.ServesRoom).Select(r => r.Seat).ToHashSet(StringComparer.Ordinal);
            var inside = _readers.Where(r => r.ShowsPerson).Select(r => r.Seat).ToHashSet(StringComparer.Ordinal);
            return (!wanted.Outsiders.Any(reading.Contains), [.. wanted.Expected.Where(inside.Contains)]);
        }
    }

    /// <summary>Whether, in the state that was last shown, somebody who must be outside a verified room was given a view that serves it.</summary>
    public bool Leaks()
    {
        lock (_gate)
        {
            var outsiders = _current?.Outsiders() ?? [];
            return _readers.Exists(r => r.GivenRoom && outsiders.Contains(r.Seat, StringComparer.Ordinal));
        }
    }

    internal void Show()
    {
        lock (_gate)
        {
            var pass = Begin();
            foreach (var reader in _readers)
            {
                Serve(pass, reader);
            }
        }
    }

    /// <summary>The clock jumped or changed its rate: everybody gets it with their view.</summary>
    internal void ClockChanged() => Show();

    internal void EndAll()
    {
        lock (_gate)
        {
            _readers.ForEach(r => r.Push(new Served.Ended(RefusalName.CallClosed)));
        }
    }

    private Pass Begin()
    {
        var pass = new Pass(kept(), time.Clock);
        _current = pass.State;
        return pass;
    }

    private void Serve(Pass pass, Subscription reader)
    {
        // The same stamp is the same access and the same view: a draft concerns one of all who read.
        var stamp = pass.State.StampFor(reader.Seat);
        if (reader.Instead is Served.Ended || (reader.Told == stamp && (reader.Instead is not null || reader.Clock == pass.Clock)))
        {
            return;
        }

        // Looked at again with the next line, should this fail.
        reader.Told = null;
        var access = pass.State.Access(reader.Seat);
        var marks = reader.Session is not null && access.IsMarksDevice(reader.Session);
        if (reader.Session is not null && !marks && !access.IsHeldBy(reader.Session))
        {
            Served instead = access.SittingOver ? new Served.Ended(RefusalName.LinkEnded)
                : access.PendingSession == reader.Session ? new Served.Waiting(access.LateLink, access.WaitingCode!, access.MarksWaits)
                : new Served.Ended(RefusalName.SessionEnded);
            if (instead != reader.Instead)
            {
                reader.Push(instead);
            }

            ShowsNow(reader, null);
            reader.Told = stamp;
            return;
        }

        ShowsNow(reader, (reader.Seat, marks));
        var shown = ShownNow(pass.State, (reader.Seat, marks), stamp);
        if (reader.Version != shown.Version || reader.Clock != pass.Clock)
        {
            reader.Push(new Served.Shown(shown.View, pass.Clock), shown.Version);
        }

        reader.Told = stamp;
    }

    /// <summary>What the seat is shown. Its view is made again only when the state tells that it may differ, and has another version only when it does.</summary>
    private SeatShown ShownNow(CallState state, (string Seat, bool Marks) seat, (long Shared, long Own) stamp)
    {
        var before = _shown.GetValueOrDefault(seat);
        if (before is not null && before.Stamp == stamp)
        {
            return before;
        }

        var view = seat.Marks ? state.MarksView(seat.Seat) : state.View(seat.Seat);

        // Of two that say the same the readers have the older one.
        return _shown[seat] = before is not null && Room.SameValues.Are(before.View, view)
            ? before with { Stamp = stamp }
            : new(++_versions, view, stamp);
    }

    private void ShowsNow(Subscription reader, (string Seat, bool Marks)? seat)
    {
        var before = reader.Shows;
        reader.Shows = seat;
        if (before is not null && before != seat)
        {
            ForgetUnread();
        }
    }

    /// <summary>What nobody is shown any more does not stay either: a second device's marks, for instance.</summary>
    private void ForgetUnread()
    {
        foreach (var gone in _shown.Keys.Where(shown => !_readers.Exists(r => r.Shows == shown)).ToArray())
        {
            _shown.Remove(gone);
        }
    }

    private void Leave(Subscription reader)
    {
        lock (_gate)
        {
            _readers.Remove(reader);
            ForgetUnread();
        }

        ReadersChanged?.Invoke();
    }

    /// <summary>One state shown to all who read it.</summary>
    private readonly record struct Pass(CallState State, Room.SittingClock Clock);

    /// <param name="Version">Another number for every view that says something else.</param>
    /// <param name="Stamp">Of the newest state that was found to give this view.</param>
    private sealed record SeatShown(long Version, SeatView View, (long Shared, long Own) Stamp);
}
