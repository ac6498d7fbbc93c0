using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using AumgJury.Core.Calls;
using AumgJury.Core.Room;
using AumgJury.Core.Views;

namespace AumgJury.Core.Sittings;

/// <summary>
/// The one door into a call (wall 1): what it holds is internal, what leaves is a view for one seat, a duty of the machine,
/// an access fact or the public record. Immutable: a decision gives the next state beside the line to append.
/// </summary>
public sealed class CallState
{
    private readonly State? _state;
    private readonly Unseal _open;
    private readonly long _shared;
    private readonly ImmutableDictionary<string, long> _own;
    private MediaPlan? _media;

    private CallState(State? state, Unseal open, long shared, ImmutableDictionary<string, long> own)
    {
        _state = state;
        _open = open;
        _shared = shared;
        _own = own;
    }

    /// <summary>A call of which nothing is known yet; only <see cref="OpenCall"/> is accepted.</summary>
    public static CallState Empty(Unseal open) => new(null, open, 0, ImmutableDictionary.Create<string, long>(StringComparer.Ordinal));

    public bool IsOpen => _state is not null;

    internal State State => _state ?? throw new InvalidOperationException("The call is not open.");

    /// <summary>Judges a command. A repeat of an accepted one gets its first answer, another under its id is malformed; a refused one is judged again.</summary>
    /// <param name="commandId">Made by the client; at most 64 characters.</param>
    /// <param name="at">The sitting's instant never goes backwards: an earlier one counts as the last.</param>
    public Outcome Decide(Actor actor, Command command, string commandId, Instants at, Seal seal)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (commandId is not { Length: > 0 and <= 64 })
        {
            return new Outcome.Refused(Refusal.Of(RefusalName.Malformed, "id"));
        }

        if (Wellformed.Fault(command) is { } field)
        {
            return new Outcome.Refused(Refusal.Of(RefusalName.Malformed, field));
        }

        var sealing = new Sealing(seal);
        if (_state is null)
        {
            return command is OpenCall open && actor == Actor.Setup
                ? Opened(open, actor, commandId, at, sealing)
                : new Outcome.Refused(Refusal.Of(RefusalName.WrongPhase));
        }

        var sum = SumOf(command);
        if (_state.Accepted.Find(actor.Text, commandId) is { } first)
        {
            return first.Sum is null || first.Sum == sum
                ? new Outcome.Repeated(new Answer(first.At))
                : new Outcome.Refused(Refusal.Of(RefusalName.Malformed, "id"));
        }

        SeatState? seat = null;
        if (!actor.IsMachine && (actor.SeatId is not { } id || !_state.Seats.TryGetValue(id, out seat)))
        {
            return new Outcome.Refused(Refusal.Of(RefusalName.UnknownSeat));
        }

        if (at.Sitting < _state.LastAt)
        {
            at = at with { Sitting = _state.LastAt };
        }

        var ruling = Sittings.Decide.Rule(new Act(_state, actor, seat, at, sealing), command);
        return ruling.Refusal is { } refusal ? new Outcome.Refused(refusal) : Accept(_state, ruling.Events, actor, commandId, sum, at, sealing);
    }

    /// <summary>Folds one stored line.</summary>
    /// <param name="line">The JSON of the line; the store's position and group are ignored.</param>
    /// <exception cref="JsonException">The line is not one of a journal, or an event is unknown.</exception>
    public CallState Apply(ReadOnlySpan<byte> line)
    {
        var entry = JsonSerializer.Deserialize<Entry>(line, JournalJson.Options) ?? throw new JsonException("Empty line.");
        return Folded(_state, entry, null);
    }

    /// <summary>Whether this actor's command of that id was accepted: a repeat would get its first answer.</summary>
    public bool HasAnswered(Actor actor, string commandId) => _state?.Accepted.Find(actor.Text, commandId) is not null;

    /// <summary>What this seat may see, now. It carries instants, never remaining time.</summary>
    /// <exception cref="KeyNotFoundException">The call has no such seat.</exception>
    public SeatView View(string seat) => Views.View.For(State, State.Seats[seat]);

    /// <summary>What this seat's second device may see, which has grid and dossiers only.</summary>
    /// <exception cref="KeyNotFoundException">The call has no such seat, or it is no juror's.</exception>
    public SeatView MarksView(string seat) => State.Seats[seat] is { IsJuror: true } p ? MarksViews.Of(State, p) : throw new KeyNotFoundException($"{seat} is no juror's seat.");

    /// <summary>Why this session may not ask for this as its seat, whatever the seat may; null when it may.</summary>
    /// <param name="session">SHA-256 of the session that asks.</param>
    public Refusal? SessionFault(string seat, string session, Command command) =>
        _state?.Seats.TryGetValue(seat, out var p) == true ? MarksOnly.Fault(_state, p, session, command) : Refusal.Of(RefusalName.SessionEnded);

    /// <summary>The record that outlives the sitting: no field of it can hold a mark before its reveal.</summary>
    public Archive Archive() => Views.Archive.Of(State);

    /// <summary>The grid, for jurors' pages and clients.</summary>
    public Grid Grid => State.Call.Grid;

    /// <summary>Who may enter by which link, and with which session.</summary>
    public SeatAccess Access(string seat) => SeatAccess.Of(State, State.Seats[seat]);

    /// <summary>The seat that this link opens; null when there is none, or none any more.</summary>
    /// <param name="link">SHA-256 of the link's secret.</param>
    public string? SeatOfLink(string link) => State.InOrder.FirstOrDefault(p => p.Link == link && p.ReplacedBy is null)?.Id;

    public bool HasSeat(string seat) => _state?.Seats.ContainsKey(seat) == true;

    public string[] Seats => [.. State.SeatOrder];

    /// <summary>The seat of this number; null when there is none.</summary>
    /// <param name="number">From 1, in the order in which the seats were made.</param>
    public string? SeatAt(int number) => number >= 1 && number <= State.SeatOrder.Length ? State.SeatOrder[number - 1] : null;

    /// <summary>The notifications were released: the outbox has work, or had.</summary>
    public bool HasNotifications => State.NotificationsReleased;

    /// <summary>Closed, and its last notification with a mail server or handed over: no link opens it any more.</summary>
    public bool HasEnded => State.HasEnded();

    /// <summary>The sitting is closed.</summary>
    public bool IsOver => State.Phase == Phase.Closed;

    /// <summary>Seats that the journal last saw connected.</summary>
    public string[] ConnectedSeats => [.. State.InOrder.Where(p => p.Connected).Select(p => p.Id)];

    public string CallId => State.Call.Id;

    /// <summary>The day of the sitting, in the call's zone.</summary>
    public DateOnly SittingDate => State.Call.SittingDate;

    /// <summary>IANA name of the zone in which the call's hours are shown.</summary>
    public string TimeZone => State.Call.TimeZone;

    /// <summary>Which documents this seat may open now, by SHA-256.</summary>
    public DocumentDefinition? Document(string seat, string dossier, string document) => Views.Documents.For(State, seat, dossier, document);

    /// <summary>The demo clock's start; null for a real call.</summary>
    public DateTimeOffset? DemoStart => State.Call.DemoStart;

    /// <summary>Where a definition differs from the one with which this call was opened, as paths such as <c>grid.criteria[3].weight</c>.</summary>
    public string[] ChangesIn(CallDefinition definition) => DefinitionChanges.Between(State.Call, definition);

    /// <summary>The last journaled instant of the sitting's clock.</summary>
    public DateTimeOffset LastAt => State.LastAt;

    /// <summary>Keys that the state no longer needs and that the outside must destroy.</summary>
    public string[] EndedKeys => State.Phase == Phase.Closed ? [.. State.SeatOrder.Select(KeyNames.Draft)] : [];

    public Duty[] Duties() => [.. Sittings.Duties.Of(State)];

    public ProofWanted? ProofWanted() => Sittings.Duties.Proof(State);

    /// <summary>While the room is closed and verified, the seats that must not read it; empty otherwise.</summary>
    public string[] Outsiders() => _state is { Room.Sign: RoomSign.ClosedVerified } ? Sittings.Duties.Outsiders(_state) : [];

    /// <summary>The same command has the same sum; another, in all likelihood, another.</summary>
    private static ulong SumOf(Command command) =>
        BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(command, JournalJson.Options)));

    /// <summary>Who may be in the media room, what each may send and whom each receives; nobody when the call is not open.</summary>
    public MediaPlan Media() => _media ??= _state is null ? new([]) : MediaRights.Of(_state);

    /// <summary>A presenter is in the room and was not held out: a failure of the media must hold them.</summary>
    public bool HasOutsiderInside => _state?.Current is { PresenterInside: true, Held: false };

    /// <summary>The room is closed and proven, which a failure of the media would put in doubt.</summary>
    public bool IsVerified => _state?.Room.Sign == RoomSign.ClosedVerified;

    /// <summary>
    /// Later states of the same call that have the same stamp for a seat have the same view and the same access for it: how many lines anybody may see, and how many drafts and
    /// notes of its own. For whoever makes views, and for nobody else: it tells that somebody acted.
    /// </summary>
    /// <remarks>The same <c>Shared</c> is the same media plan, the same duties and the same public record, too.</remarks>
    public (long Shared, long Own) StampFor(string seat) => (_shared, _own.GetValueOrDefault(seat));

    /// <summary>The shared half of every seat's stamp: drafts and private notes leave it as it is.</summary>
    public long SharedStamp => _shared;

    private Outcome Opened(OpenCall open, Actor actor, string commandId, Instants at, Sealing seal)
    {
        var definition = open.Definition;
        if (DefinitionCheck.Problems(definition) is { Length: > 0 } problems)
        {
            return new Outcome.Refused(Refusal.Of(RefusalName.BadDefinition, null, [.. problems.Select(p => $"{p.Path}: {p.Fault} ({p.Subject})")]));
        }

        var people = definition.Seats.Select(p => seal.Json(KeyNames.Person(p.Id), new PersonText(p.Name, p.Email, p.Phone)));
        var dossiers = definition.Dossiers.Select(d => seal.Json(KeyNames.Dossier(d.Id), new DossierText(d.Nominee, d.Structure, d.AdmissibilityReason, d.Summary)));
        var bare = definition with
        {
            Seats = [.. definition.Seats.Select(p => p with { Name = "", Email = "", Phone = "" })],
            Dossiers = [.. definition.Dossiers.Select(d => d with { Nominee = "", Structure = "", AdmissibilityReason = "", Summary = "" })],
        };
        if (open.Links?.FirstOrDefault(l => !l.IsSum || definition.Seats.All(p => p.Id != l.Seat)) is { } wrong)
        {
            return new Outcome.Refused(Refusal.Of(RefusalName.Malformed, "links", wrong.Seat));
        }

        var links = (open.Links ?? []).Select(l => new LinkIssued(l.Seat, l.Sha256));
        var entry = new Entry(at.Sitting, actor.Text, commandId, [new CallOpened(bare, [.. people], [.. dossiers]), .. links]);
        return Accepted(entry, Folded(null, entry, SumOf(open)));
    }

    /// <summary>Adds what follows by itself, then writes the line. The events are folded as they are decided: the journal read again gives the same state (RoughSittingTests).</summary>
    private Outcome Accept(State state, Event[] decided, Actor actor, string commandId, ulong sum, Instants at, Sealing seal)
    {
        var open = new Unsealing(_open);
        var events = new List<Event>(decided);
        var next = decided.Aggregate(state, (s, e) => Evolve.Apply(s, e, at.Sitting, open));
        while (Consequences.Next(next, at, seal) is { } follows)
        {
            events.Add(follows);
            next = Evolve.Apply(next, follows, at.Sitting, open);
            if (events.Count > 500)
            {
                throw new InvalidOperationException($"The consequences of {decided[0].GetType().Name} do not come to rest.");
            }
        }

        var entry = new Entry(at.Sitting, actor.Text, commandId, [.. events]);
        return Accepted(entry, After(state.Phase, next, entry, sum));
    }

    private static Outcome.Accepted Accepted(Entry entry, CallState next) => new(JsonSerializer.SerializeToUtf8Bytes(entry, JournalJson.Options), next, new Answer(entry.At));

    private CallState Folded(State? state, Entry entry, ulong? sum)
    {
        var before = state?.Phase;
        var open = new Unsealing(_open);
        foreach (var e in entry.Events)
        {
            // The first event builds a state from nothing; it alone does not look at the one before.
            state = Evolve.Apply(state!, Upcast.Of(e, state!, entry.At), entry.At, open);
        }

        return After(before, state!, entry, sum);
    }

    /// <param name="before">The phase that the line met; null when it opens the call.</param>
    /// <param name="state">With the line's events folded.</param>
    private CallState After(Phase? before, State state, Entry entry, ulong? sum)
    {
        var next = state with { LastAt = entry.At, Memory = state.Phase == before ? state.Memory : new(), Accepted = state.Accepted.With(entry.Actor, entry.Id, new(entry.At, sum)) };
        return OnlySeenBy(entry.Events) is { } seat
            ? new CallState(next, _open, _shared, _own.SetItem(seat, _own.GetValueOrDefault(seat) + 1))
            : new CallState(next, _open, _shared + 1, _own);
    }

    /// <summary>The seat whose view alone shows what these events changed; null when others may see it.</summary>
    private static string? OnlySeenBy(Event[] events) => events switch
    {
        [DraftKept draft] => draft.Seat,
        [NoteKept note] => note.Seat,
        _ => null,
    };
}
