using System.Collections.Immutable;
using AumgJury.Core.Calls;
using AumgJury.Core.Views;

namespace AumgJury.Core.Sittings;

/// <summary>Everything that a journal says, secrets included; never leaves Core (wall 1).</summary>
internal sealed record State
{
    public required CallDefinition Call { get; init; }

    public Phase Phase { get; init; } = Phase.Convened;

    public DateTimeOffset LastAt { get; init; }

    public ImmutableDictionary<string, SeatState> Seats { get; init; } = ImmutableDictionary<string, SeatState>.Empty;

    /// <summary>Seat ids in the order in which they were made: lists never depend on a dictionary's order.</summary>
    public ImmutableArray<string> SeatOrder { get; init; } = [];

    public ImmutableArray<string> Order { get; init; } = [];

    public ImmutableDictionary<string, HearingState> Hearings { get; init; } = ImmutableDictionary<string, HearingState>.Empty;

    public ImmutableDictionary<string, DossierState> Dossiers
    {
        get;
        init => (field, Outline) = (value, new());
    } = ImmutableDictionary<string, DossierState>.Empty;

    /// <summary>
    /// No fact of the sitting: stands for all of the dossiers but drafts and notes. It is another object whenever anything else of one has changed, and the same
    /// after the acts that most acts are, so that what is made of the rest is not made anew.
    /// </summary>
    public object Outline { get; private init; } = new();

    public RoomState Room { get; init; } = new();

    public SuspensionState? Suspension { get; init; }

    /// <summary>The seat that chairs; empty when nobody does.</summary>
    public string ActingChair { get; init; } = "";

    /// <summary>Who left the chair that is empty now to the next of the jury's list, newest last.</summary>
    public ImmutableArray<string> PassedChair { get; init; } = [];

    public bool SecretaryConducts { get; init; }

    public DateTimeOffset? DoorsOpenedAt { get; init; }

    /// <summary>Real time of the same.</summary>
    public DateTimeOffset? DoorsOpenedReal { get; init; }

    public DateTimeOffset? OpenedAt { get; init; }

    public DateTimeOffset? RulesAdoptedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public ImmutableArray<InterestState> Interests { get; init; } = [];

    public ImmutableArray<RecusalState> Recusals { get; init; } = [];

    public ImmutableArray<LineState> Lines { get; init; } = [];

    public ImmutableArray<IncidentState> Incidents { get; init; } = [];

    public ImmutableArray<string> Hands { get; init; } = [];

    public string? Floor { get; init; }

    public string? Discussed { get; init; }

    /// <summary>The chair's reasoned orders of tied dossiers, newest last.</summary>
    public ImmutableArray<TieBreakState> TieBreaks { get; init; } = [];

    public ImmutableArray<FixedRank> FixedRanking { get; init; } = [];

    public bool NotificationsReleased { get; init; }

    public ImmutableDictionary<string, NotificationState> Notifications { get; init; } = ImmutableDictionary<string, NotificationState>.Empty;

    /// <summary>No fact of the sitting: what views were made of.</summary>
    public Memory Memory { get; init; } = new();

    public AcceptedActs Accepted { get; init; } = AcceptedActs.None;

    /// <summary>Every seat, in the order in which they were made.</summary>
    public IEnumerable<SeatState> InOrder => Memory.InOrder.Of((Seats, SeatOrder), this, static (_, of) => [.. of.Order.Select(id => of.Seats[id])]);

    /// <summary>The University being called, heard or marked; null between two.</summary>
    public HearingState? Current => Memory.Current.Of((Hearings, Order), this, static (_, of) =>
        of.Order.Select(u => of.Hearings[u]).FirstOrDefault(h => h.Step is not (HearingStep.Waiting or HearingStep.Done)));

    public bool RoomIsClosed => Room.Sign is RoomSign.ClosedVerified or RoomSign.Attested;

    public IEnumerable<DossierState> DossiersOf(string university) =>
        Call.Dossiers.Where(d => d.University == university).Select(d => Dossiers[d.Id]);

    /// <summary>The dossiers that are heard and marked: admissible, not withdrawn.</summary>
    public IEnumerable<DossierState> JudgedOf(string university) => DossiersOf(university).Where(d => d.IsJudged);

    public IEnumerable<DossierState> Judged => Memory.Judged.Of((Dossiers, Call), this, static (_, of) => [.. of.Call.Dossiers.Select(d => of.Dossiers[d.Id]).Where(d => d.IsJudged)]);

    public State With(SeatState seat) => this with { Seats = Seats.SetItem(seat.Id, seat) };

    public State With(HearingState hearing) => this with { Hearings = Hearings.SetItem(hearing.University, hearing) };

    public State With(DossierState dossier) => this with { Dossiers = Dossiers.SetItem(dossier.Id, dossier) };

    public State WithSeat(string id, Func<SeatState, SeatState> change) => With(change(Seats[id]));

    public State WithHearing(string university, Func<HearingState, HearingState> change) => With(change(Hearings[university]));

    /// <summary>Drafts and notes change, and nothing else of the dossier.</summary>
    public State WithPrivate(string id, Func<DossierState, DossierState> change) => this with { Dossiers = Dossiers.SetItem(id, change(Dossiers[id])), Outline = Outline };

    public State WithDossier(string id, Func<DossierState, DossierState> change) => With(change(Dossiers[id]));
}

/// <param name="At">The instant of the first answer.</param>
/// <param name="Sum">
/// Of the command, to know it again; null for one that was read from the journal. It is not written there: with it a reader could try out the six
/// marks of a sealed draft.
/// </param>
internal readonly record struct AcceptedAct(DateTimeOffset At, ulong? Sum);

/// <summary>The room, and the number of its present closing: a proof must name it.</summary>
internal sealed record RoomState(
    RoomSign Sign = RoomSign.None,
    int Number = 0,
    DateTimeOffset? Since = null,
    ProofMeans? Means = null,
    string Reason = "")
{
    /// <summary>Seats that the proof expected.</summary>
    public ImmutableArray<string> Expected { get; init; } = [];

    public ImmutableArray<string> Found { get; init; } = [];
}

/// <param name="Until">The announced hour of resumption; null when not known.</param>
/// <param name="ClockRan">Whether a hearing's clock was running; only then it goes on by itself.</param>
internal sealed record SuspensionState(SuspensionCause Cause, DateTimeOffset Since, DateTimeOffset? Until, string Reason, bool ClockRan);

internal sealed record InterestState(string Seat, string Dossier, string Text, DateTimeOffset At, bool Ruled);

internal sealed record RecusalState(string Seat, RecusalScope Scope, string Target, string Reason, DateTimeOffset At);

internal sealed record LineState(string From, string To, string? Ready, string Text, DateTimeOffset At);

internal sealed record IncidentState(string Kind, string Text, string? University, string? Dossier, string? Seat, DateTimeOffset At);

internal sealed record TieBreakState(ImmutableArray<string> Order, string Reason, DateTimeOffset At);

/// <summary>One dossier's place when the ranking was fixed: the one event that stores totals, so that an erased dossier keeps its place.</summary>
internal sealed record FixedRank(string Dossier, int Rank, long ScoreNumerator, long ScoreDenominator, int Counted, int Abstaining, int Recused, Opinion Opinion, decimal Amount);

internal enum DeliveryState
{
    Waiting,
    Attempted,
    Accepted,
    Failed,
    Written,
    HandedOver,
}

internal sealed record NotificationState(string University, string MessageId, DeliveryState Delivery, DateTimeOffset At, string Detail, int Attempts);
