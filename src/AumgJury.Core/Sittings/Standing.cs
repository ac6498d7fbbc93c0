using AumgJury.Core.Calls;
using AumgJury.Core.Scoring;

namespace AumgJury.Core.Sittings;

/// <summary>Who may vote on what, who must be out, who is missed: questions put to a state.</summary>
internal static class Standing
{
    public static bool IsRecused(this State s, string seat, string dossier)
    {
        // Asked of every seat and dossier at every act: nothing is made for the question.
        foreach (var r in s.Recusals)
        {
            if (r.Seat == seat && r.Covers(s, dossier))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Recused on at least one dossier of the University.</summary>
    public static bool IsRecusedAtAll(this State s, string seat, string university) =>
        s.JudgedOf(university).Any(d => s.IsRecused(seat, d.Id));

    public static bool IsRecusedForSitting(this State s, string seat) => s.Recusals.Any(r => r.Seat == seat && r.Scope == RecusalScope.Sitting);

    /// <summary>Declared links on which nobody has ruled, on what is judged; one on a dossier that bars its member already needs no ruling.</summary>
    public static IEnumerable<InterestState> PendingInterests(this State s) => s.Interests.Where(i => !i.Ruled && s.Dossiers[i.Dossier].IsJudged && !s.IsRecused(i.Seat, i.Dossier));

    /// <summary>The same, on these dossiers.</summary>
    public static IEnumerable<InterestState> PendingInterests(this State s, IEnumerable<DossierState> dossiers) => s.PendingInterests().Where(i => dossiers.Any(d => d.Id == i.Dossier));

    /// <summary>Whether it bars from this dossier.</summary>
    public static bool Covers(this RecusalState r, State s, string dossier) => r.Scope switch
    {
        RecusalScope.Sitting => true,
        RecusalScope.University => s.Dossiers[dossier].Definition.University == r.Target,
        _ => r.Target == dossier,
    };

    /// <summary>Marks on this dossier count: a deliberative voice that sits, is not recused on it and did not miss its hearing.</summary>
    public static bool MayVote(this State s, SeatState p, DossierState d) =>
        p.Definition.Votes && p.Attends && !s.IsRecused(p.Id, d.Id) && !d.Missed.ContainsKey(p.Id);

    /// <summary>Every seat whose grid the reveal needs, in seat order.</summary>
    public static IEnumerable<SeatState> VotersOn(this State s, DossierState d) => s.InOrder.Where(p => s.MayVote(p, d));

    /// <summary>Voters who have neither submitted nor abstained.</summary>
    public static IEnumerable<SeatState> Missing(this State s, DossierState d) => s.VotersOn(d).Where(p => !d.Sheets.ContainsKey(p.Id));

    /// <summary>
    /// Must this juror be outside the room now? For the sitting always; for a University from its call until its closed room ends;
    /// for one dossier while it is presented or marked and while its University concludes, and whenever a dossier that bars them is discussed.
    /// </summary>
    public static bool MustBeOut(this State s, SeatState p) =>
        p.IsJuror && s.Phase is (Phase.Hearings or Phase.FinalDeliberation) && s.HasRecusal(p.Id) && IsBarred(s, p);

    private static bool HasRecusal(this State s, string seat)
    {
        foreach (var r in s.Recusals)
        {
            if (r.Seat == seat)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBarred(State s, SeatState p)
    {
        if (s.IsRecusedForSitting(p.Id) || (s.Discussed is { } discussed && s.TiedWith(discussed, p.Id).Any(d => s.IsRecused(p.Id, d))))
        {
            return true;
        }

        return s.Current is { } h && s.JudgedOf(h.University).Any(d => s.IsRecused(p.Id, d.Id) && BarsNow(s, h, p.Id, d));
    }

    /// <summary>What is discussed together: a dossier, and those from which the chair must separate it.</summary>
    private static IEnumerable<string> TiedWith(this State s, string dossier, string seat) =>
        s.IsRecused(seat, dossier) || !s.HasRecusal(seat) ? [dossier]
        : Ranking.OpenTies(s).FirstOrDefault(g => g.Any(r => r.Dossier.Id == dossier))?.Select(r => r.Dossier.Id) ?? [dossier];

    /// <summary>Jurors whom one of these dossiers bars and who are in the room all the same.</summary>
    public static IEnumerable<SeatState> InsideDespite(this State s, IEnumerable<string> dossiers) =>
        s.InOrder.Where(p => p.IsJuror && p.InRoom && dossiers.Any(d => s.IsRecused(p.Id, d)));

    private static bool BarsNow(State s, HearingState h, string seat, DossierState d) =>
        s.Recusals.Any(r => r.Seat == seat && r.Scope != RecusalScope.Dossier && r.Covers(s, d.Id))
        || h.Dossier == d.Id
        || (h.Step is HearingStep.Called or HearingStep.Entering or HearingStep.Welcome && FirstOf(s, h) == d.Id)
        || h.Step == HearingStep.Conclusion
        || (h.Step is HearingStep.ExitOrdered or HearingStep.Marking && !d.Closed);

    private static string? FirstOf(State s, HearingState h) => s.JudgedOf(h.University).Select(d => d.Id).FirstOrDefault();

    /// <summary>Voters who count for the quorum now: sitting, connected, in the room; recused ones by setting.</summary>
    public static int PresentVoters(this State s) => s.InOrder.Count(p => s.CountsForQuorum(p));

    /// <summary>Whether too few voters suspend the sitting at this moment: not between two Universities, nor while one is only called.</summary>
    public static bool NeedsQuorum(this State s) =>
        s.Suspension is null && (s.Phase == Phase.FinalDeliberation || (s.Phase == Phase.Hearings && s.Current is { Step: not HearingStep.Called }));

    /// <summary>Whether the sitting would be suspended for want of quorum, were this person out of the room now.</summary>
    public static bool BreaksQuorum(this State s, SeatState p) => s.NeedsQuorum() && s.CountsForQuorum(p) && s.PresentVoters() <= s.Call.Rules.Quorum;

    private static bool CountsForQuorum(this State s, SeatState p) =>
        p.Definition.Votes && p.Attends && p.Connected && !p.SteppedOut && (s.Call.Rules.RecusedCountForQuorum || !p.OutRecused);

    /// <summary>Voters of the dossier being heard who are gone: the chair is asked whether to suspend.</summary>
    public static IEnumerable<SeatState> LostVoters(this State s)
    {
        if (s.Current is not { PresenterInside: true } h)
        {
            return [];
        }

        var dossiers = h.Dossier is { } d ? [s.Dossiers[d]] : s.JudgedOf(h.University).ToArray();
        return s.InOrder.Where(p => (!p.Connected || p.SteppedOut) && dossiers.Any(x => s.MayVote(p, x)));
    }

    /// <summary>Who answers for the chair now: the acting chair, or the secretary when the chair lets them; nobody while the chair is out of the room.</summary>
    public static bool Conducts(this State s, SeatState p) =>
        s.ActingChair.Length > 0 && !s.Seats[s.ActingChair].SteppedOut && (p.Id == s.ActingChair || (p.Role == Role.Secretary && s.SecretaryConducts));

    /// <summary>
    /// Real time since which nobody sits in the chair's place: the doors opened and the chair never came in, the connection was lost, the chair
    /// stepped out. Null while the chair is there, or when the place is already given up.
    /// </summary>
    public static DateTimeOffset? ChairMissingSince(this State s)
    {
        if (s.ActingChair.Length == 0 || s.Phase is < Phase.DoorsOpen or > Phase.RankingFixed)
        {
            return null;
        }

        var chair = s.Seats[s.ActingChair];
        if (chair.ConfirmedAt is null)
        {
            return s.DoorsOpenedReal;
        }

        var lost = chair.Connected ? null : chair.LostAt;
        return lost is null || chair.SteppedOutAt < lost ? chair.SteppedOutAt ?? lost : lost;
    }

    /// <summary>From the first hearing to the closing, with nobody heard: presenters get ready answers only.</summary>
    public static bool IsSealed(this State s) => s.Phase is Phase.Hearings or Phase.FinalDeliberation or Phase.RankingFixed && s.Room.Sign != RoomSign.Open;

    /// <summary>
    /// Whoever sees nothing of the jury's room: no refusal may tell them where the sitting is, so that what is not possible is stale, whatever the reason.
    /// </summary>
    public static bool IsKeptOut(this State s, SeatState? p) => p switch
    {
        null => false,
        { Role: Role.Presenter } => !s.Hearings[p.Definition.University!].PresenterInside,
        { IsJuror: true } => s.Phase >= Phase.Hearings && !p.InRoom,
        _ => false,
    };

    /// <summary>The presenter is asked to enter.</summary>
    public static bool IsCalled(this State s, SeatState? p) => p is { Role: Role.Presenter } && s.Hearings[p.Definition.University!].Step == HearingStep.Called;

    /// <summary>Closed, and every notification is with a mail server or was handed over: a file that was only written is not.</summary>
    public static bool HasEnded(this State s) =>
        s.Phase == Phase.Closed && s.NotificationsReleased && s.Notifications.Values.All(n => n.Delivery is DeliveryState.Accepted or DeliveryState.HandedOver);

    public static SeatState? Deputy(this State s) => s.InOrder.FirstOrDefault(p => p.Definition.Deputy);

    public static SeatState PresenterOf(this State s, HearingState h) => s.Seats[h.Presenter];

    /// <summary>The secretary's seat; a call has one.</summary>
    public static SeatState? Secretary(this State s) => s.InOrder.FirstOrDefault(p => p.Role == Role.Secretary);

    /// <summary>Insiders that a closed room expects: jurors and secretary who entered and are connected.</summary>
    public static IEnumerable<SeatState> ExpectedInside(this State s) => s.InOrder.Where(p => p.InRoom && p.Connected && p.ReplacedBy is null);

    /// <summary>In a University's closed room, the first dossier that is not closed; null when all are, or when the reveal waits for the final deliberation.</summary>
    public static DossierState? AtHand(this State s, string university) => s.JudgedOf(university)
        .FirstOrDefault(d => !d.Closed && (d.IsRevealed || s.Call.Rules.Reveal != Calls.RevealMoment.AtFinalDeliberation));
}
