using System.Collections.Concurrent;
using System.Collections.Immutable;
using AumgJury.Core.Calls;
using AumgJury.Core.Room;
using AumgJury.Core.Sittings;

namespace AumgJury.Core.Views;

/// <summary>
/// Parts of views as they were made last, handed out again to every seat and in every later state in which all that they are made of is the same:
/// a raised hand changes a line or two of each view. It adds nothing to what a view says; without it each would be made anew (docs/decisions/0013).
/// </summary>
/// <remarks>A phase begins with a new one: what a seat kept for itself does not outlive the sitting here.</remarks>
internal sealed class Memory
{
    // Asked dozens of times for each view, and mostly of the same seats, hearings and dossiers.
    public Newest<(ImmutableDictionary<string, SeatState> Seats, ImmutableArray<string> Order), SeatState[]> InOrder { get; } = new();

    public Newest<(ImmutableDictionary<string, HearingState> Hearings, ImmutableArray<string> Order), HearingState?> Current { get; } = new();

    public Newest<(ImmutableDictionary<string, DossierState> Dossiers, CallDefinition Call), DossierState[]> Judged { get; } = new();

    public Newest<(ImmutableDictionary<string, SeatState> Seats, ImmutableArray<string> Order, RoomSign Sign, bool Suspended, HearingState? Current), MediaPlan> Media { get; } = new();

    public Newest<ArchiveOf, Archive> Archive { get; } = new();

    public Memo<string, (CallDefinition Call, DossierDefinition Dossier), DossierFile> Files { get; } = new();

    public Memo<string, SubmissionsOf, Submissions> Submissions { get; } = new();

    public Memo<(string Seat, string Dossier), (CallDefinition Call, DossierState Dossier, string Seat, GridGate Gate), MyGrid> Grids { get; } = new();

    public Memo<string, (SeatState Seat, bool Chairs, int HandPlace, bool HasFloor), PersonLine> People { get; } = new();

    public Newest<(Shared Of, Phase Phase, RoomState Room, SuspensionState? Suspension, string Chair, HearingState? Hearing), SittingLine> Sitting { get; } = new();

    public Newest<(CallDefinition Call, HearingState Hearing, SeatState? Presenter, object Outline), HearingLine> Hearing { get; } = new();

    public Newest<(Shared Of, ImmutableArray<string> Order, ImmutableDictionary<string, HearingState> Hearings, object Outline), OrderLine[]> Order { get; } = new();

    public Memo<string, (CallDefinition Call, SeatState Seat), SeatLine> Seats { get; } = new();

    public Made<DossierFile[]> FileLists { get; } = new(SameParts);

    public Made<Submissions[]> SubmissionLists { get; } = new(SameParts);

    public Made<MyGrid[]> GridLists { get; } = new(SameParts);

    public Newest<PeopleOf, PersonLine[]> PeopleLists { get; } = new();

    public Made<SeatLine[]> SeatLists { get; } = new(SameParts);

    public Memo<string, WorkOf, JurorWork> Worked { get; } = new();

    public Memo<string, UngradedOf, JurorWork> Ungraded { get; } = new();

    public Memo<string, (Shared Of, string Chair, Phase Phase, string Reader), HeldLink[]> Links { get; } = new();

    public Newest<(Shared Of, ImmutableArray<InterestState> Interests), AttendanceLine[]> Attendance { get; } = new();

    public Memo<string, (Shared Of, ImmutableArray<LineState> Lines, ImmutableDictionary<string, HearingState> Hearings, string Chair, bool Sealed, string Reader), SecretaryThread[]> Threads { get; } = new();

    public Made<JurorWork> Works { get; } = new(static (one, other) => one == other);

    private static bool SameParts<TPart>(TPart[] one, TPart[] other)
        where TPart : class => one.AsSpan().SequenceEqual(other, ReferenceEqualityComparer.Instance);
}

/// <summary>What most parts are made of.</summary>
internal readonly record struct Shared(CallDefinition Call, ImmutableDictionary<string, SeatState> Seats, ImmutableArray<string> SeatOrder, ImmutableArray<RecusalState> Recusals)
{
    public static Shared Of(State s) => new(s.Call, s.Seats, s.SeatOrder, s.Recusals);
}

/// <summary>What the list of those who have submitted is made of: a draft, which most acts are, changes nothing of it.</summary>
internal readonly record struct SubmissionsOf(Shared Shared, DossierDefinition Dossier, bool Heard, int Round, bool Closed, bool IsRevealed, ImmutableSortedDictionary<string, Sheet> Sheets, ImmutableSortedDictionary<string, string> Missed)
{
    public static SubmissionsOf Of(State s, DossierState d) => new(Shared.Of(s), d.Definition, d.Heard, d.Round, d.Closed, d.IsRevealed, d.Sheets, d.Missed);
}

/// <summary>What the public record is made of.</summary>
internal readonly record struct ArchiveOf(Shared Of, Phase Phase, ImmutableArray<string> Order, ImmutableDictionary<string, HearingState> Hearings, ImmutableDictionary<string, DossierState> Dossiers, ImmutableDictionary<string, NotificationState> Notifications, ImmutableArray<FixedRank> Ranking);

/// <summary>What a juror's work is made of.</summary>
internal readonly record struct WorkOf(Shared Of, string Seat, ImmutableDictionary<string, DossierState> Dossiers, ImmutableDictionary<string, HearingState> Hearings, bool Suspended, bool RoomIsClosed);

/// <summary>What a juror's work is made of but for the own grids: no draft and no note.</summary>
internal readonly record struct UngradedOf(Shared Of, string Seat, object Outline, ImmutableDictionary<string, HearingState> Hearings, bool Suspended, bool RoomIsClosed);

/// <summary>What the list of those who share the room is made of.</summary>
internal readonly record struct PeopleOf(ImmutableDictionary<string, SeatState> Seats, ImmutableArray<string> Order, string Chair, ImmutableArray<string> Hands, string? Floor, string? Inside);

/// <summary>What of the sitting decides whether a grid is seen and may be submitted.</summary>
internal readonly record struct GridGate(bool Hidden, bool Suspended, bool InClosedRoom, bool MayVote);

/// <summary>What was made last, and of what: made again only of something else.</summary>
/// <typeparam name="TOf">All that it is made of: equal means the same.</typeparam>
internal sealed class Newest<TOf, TPart>
    where TOf : struct, IEquatable<TOf>
{
    private volatile Pair? _last;

    /// <param name="make">Reads nothing of the state but what <paramref name="of"/> holds, and parts made before that say the same.</param>
    public TPart Of(TOf of, State state, Func<State, TOf, TPart> make)
    {
        var last = _last;
        if (last is null || !last.Of.Equals(of))
        {
            _last = last = new(of, make(state, of));
        }

        return last.Part;
    }

    private sealed record Pair(TOf Of, TPart Part);
}

/// <summary>One kind of part, by key.</summary>
/// <typeparam name="TOf">All that a part is made of: equal means the same part.</typeparam>
internal sealed class Memo<TKey, TOf, TPart>
    where TKey : notnull
    where TOf : struct, IEquatable<TOf>
{
    private readonly ConcurrentDictionary<TKey, (TOf Of, TPart Part)> _made = new();

    /// <param name="make">Reads nothing of the state but what <paramref name="of"/> holds, and parts made before that say the same.</param>
    public TPart Of(TKey key, TOf of, State state, Func<State, TOf, TPart> make)
    {
        if (_made.TryGetValue(key, out var made) && made.Of.Equals(of))
        {
            return made.Part;
        }

        var part = make(state, of);
        _made[key] = (of, part);
        return part;
    }

    /// <summary>The part as it was made last, of whatever; none when there was none.</summary>
    public TPart? Last(TKey key) => _made.TryGetValue(key, out var made) ? made.Part : default;
}

/// <summary>One kind of part, by key, as it was made last: one that is the same is the one that was made before.</summary>
/// <param name="same">Whether two parts say the same. Of lists: whether they are of the very same parts.</param>
internal sealed class Made<TPart>(Func<TPart, TPart, bool> same)
{
    private readonly ConcurrentDictionary<string, TPart> _made = new(StringComparer.Ordinal);

    /// <param name="key">Whose part it is; readers that mostly have the same one share a key.</param>
    public TPart Or(string key, TPart part)
    {
        if (_made.TryGetValue(key, out var made) && same(made, part))
        {
            return made;
        }

        _made[key] = part;
        return part;
    }
}
