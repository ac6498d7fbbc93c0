using AumgJury.Core.Calls;

namespace AumgJury.Core.Sittings;

/// <summary>Who may take the chair, and what it then carries (docs/decisions/0008).</summary>
internal static class Presiding
{
    /// <summary>The deputy takes an empty chair, the chair takes it back; whoever does is in the room and nothing bars them. Failing both, the voting member whose turn it is.</summary>
    public static bool MayTakeChair(this State s, SeatState p) =>
        s.Phase is >= Phase.DoorsOpen and < Phase.Closed && s.ActingChair != p.Id && (IsThird(p) ? s.ThirdInTurn()?.Id == p.Id : MayReturn(s, p));

    /// <summary>Neither the chair nor the deputy.</summary>
    public static bool IsThird(SeatState p) => p.Role != Role.Chair && !p.Definition.Deputy;

    /// <summary>
    /// Whom the empty chair falls to when neither chair nor deputy can take it, once the hearings have begun: the first voting member of the jury's list who is
    /// present, whom nothing bars from the University at hand or the dossier discussed, and who did not pass. When all have passed, who passed first. Null otherwise.
    /// </summary>
    public static SeatState? ThirdInTurn(this State s) => s.ActingChair.Length > 0 ? null : s.Thirds().MinBy(p => s.PassedChair.IndexOf(p.Id));

    /// <summary>All of them, in the order of the jury's list; none while chair or deputy may take it.</summary>
    public static IEnumerable<SeatState> Thirds(this State s) =>
        s.ActingChair.Length > 0 || s.Phase is not (Phase.Hearings or Phase.FinalDeliberation or Phase.RankingFixed) || s.InOrder.Any(p => !IsThird(p) && p.Connected && MayReturn(s, p))
            ? []
            : s.InOrder.Where(p => IsThird(p) && p.IsJuror && p.Definition.Votes && p is { Attends: true, InRoom: true, Connected: true, LeavesAt: null } && !s.MustBeOut(p) && !IsBarredAtHand(s, p));

    /// <summary>
    /// The chair's voice decides a tie only where the chair may vote on every dossier of it (décret 2006-672 art. 9-12), and a third person's only where neither
    /// chair nor deputy may: else it waits for them.
    /// </summary>
    public static bool HasCastingVote(this State s, IReadOnlyCollection<DossierState> tied)
    {
        var chair = s.Seats[s.ActingChair];
        return s.Call.Rules.ChairBreaksLastTie && tied.All(d => s.MayVote(chair, d))
            && (!IsThird(chair) || s.InOrder.Where(p => p.IsJuror && !IsThird(p)).All(p => tied.Any(d => !s.MayVote(p, d))));
    }

    private static bool MayReturn(State s, SeatState p) => p.InRoom && !s.MustBeOut(p) && (p.Role == Role.Chair || s.ActingChair.Length == 0 || IsThird(s.Seats[s.ActingChair]));

    private static bool IsBarredAtHand(State s, SeatState p) =>
        (s.Current is { } h && s.IsRecusedAtAll(p.Id, h.University)) || (s.Discussed is { } d && s.IsRecused(p.Id, d));
}
