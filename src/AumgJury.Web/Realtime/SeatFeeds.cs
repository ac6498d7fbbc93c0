using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;

namespace AumgJury.Web.Realtime;

/// <summary>
/// Every reader of a call's views. A seat's view is made once for all its tabs, and pushed only when its bytes differ:
/// silence is part of the view (wall 1). The session is checked at every push. Of a view that was pushed only the sum of its bytes
/// stays here: kept views, a second old each, would be most of what a garbage collection has to carry.
/// </summary>
public sealed class SeatFeeds(Func<CallState> kept, SittingTime time)
{
    private readonly Lock _gate = new();
    private readonly List<Subscription> _readers = [];
    private readonly Dictionary<(string Seat, bool Marks), SeatShown> _shown = [];

    // Under the lock; most views are written only to find that they have not changed.
    private readonly ArrayBufferWriter<byte> _written = new();
    private CallState? _current;

    /// <summary>A reader came, left, or took a view that changes whether it serves the room.</summary>
    public event Action? ReadersChanged;

    /// <param name="session">SHA-256 of the reader's session; null only for the machine's own.</param>
    /// <param name="cut">Ends the reader's connection, when it does not take what moves it out of the room.</param>
    /// <param name="written">Whether the views are to come as bytes, too, ready to travel.</param>
    /// <exception cref="KeyNotFoundException">The call has no such seat.</exception>
    public Subscription Subscribe(string seat, string? session, Action? cut = null, bool written = false)
    {
        var reader = new Subscription(seat, session, written, Leave, () => ReadersChanged?.Invoke(), cut);
        lock (_gate)
        {
            _readers.Add(reader);
            Serve(new Pass(kept(), time.Clock), reader);
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
            var pass = new Pass(kept(), time.Clock);
            foreach (var reader in _readers)
            {
                Serve(pass, reader);
            }

            foreach (var gone in _shown.Keys.Where(shown => _readers.TrueForAll(r => r.Seat != shown.Seat)).ToArray())
            {
                _shown.Remove(gone);
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

    private void Serve(Pass pass, Subscription reader)
    {
        if (reader.Instead is Served.Ended)
        {
            return;
        }

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

            return;
        }

        var sum = SumOf(pass, reader.Seat, marks, reader.Written);
        if (reader.Sum is null || reader.Clock != pass.Clock || !reader.Sum.AsSpan().SequenceEqual(sum))
        {
            var made = Made(pass, reader.Seat, marks, reader.Written);
            reader.Push(new Served.Shown(made.View, pass.Clock, made.Json), sum);
        }
    }

    /// <summary>What the view is known by. It is made again only when the state tells that it may differ.</summary>
    private byte[] SumOf(Pass pass, string seat, bool marks, bool written)
    {
        _current = pass.State;
        var stamp = pass.State.StampFor(seat);
        if (!_shown.TryGetValue((seat, marks), out var shown) || shown.Stamp != stamp)
        {
            _shown[(seat, marks)] = shown = new(Made(pass, seat, marks, written).Sum, stamp);
        }

        return shown.Sum;
    }

    private SeatMade Made(Pass pass, string seat, bool marks, bool written)
    {
        if (pass.Made.TryGetValue((seat, marks), out var made) && (!written || !made.Json.IsEmpty))
        {
            return made;
        }

        var view = marks ? pass.State.MarksView(seat) : pass.State.View(seat);
        _written.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(_written, new JsonWriterOptions { SkipValidation = true }))
        {
            JsonSerializer.Serialize(writer, view, WireJson.Options);
        }

        return pass.Made[(seat, marks)] = new(view, SHA256.HashData(_written.WrittenSpan), written ? _written.WrittenSpan.ToArray() : default(ReadOnlyMemory<byte>));
    }

    private void Leave(Subscription reader)
    {
        lock (_gate)
        {
            _readers.Remove(reader);
        }

        ReadersChanged?.Invoke();
    }

    /// <summary>One state shown to all who read it. What was made of it for one reader serves the seat's others, and goes with it: no later state may be shown by it.</summary>
    private sealed record Pass(CallState State, Room.SittingClock Clock)
    {
        public Dictionary<(string Seat, bool Marks), SeatMade> Made { get; } = [];
    }

    /// <param name="Sum">SHA-256 of the view as it travels.</param>
    /// <param name="Stamp">Of the newest state that was found to give this view.</param>
    private sealed record SeatShown(byte[] Sum, (long Shared, long Own) Stamp);

    /// <param name="Json">The view as it travels; empty when no reader asked for it.</param>
    private sealed record SeatMade(SeatView View, byte[] Sum, ReadOnlyMemory<byte> Json);
}
