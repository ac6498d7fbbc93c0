using AumgJury.Core.Scoring;
using AumgJury.Core.Sittings;

namespace AumgJury.Core.Views;

/// <summary>The one question of every screen: what is expected of me now? (interface guide, 1)</summary>
internal static class Expectations
{
    private static ExpectedAct Act(ActName name, string? university = null, string? dossier = null, string? seat = null, RefusalName? blocked = null, params string[] details) =>
        new(name, university, dossier, seat, blocked, details);

    public static ExpectedAct OfChair(State s)
    {
        if (s.Suspension is not null)
        {
            var present = s.PresentVoters();
            return s.Phase > Phase.RollCall && present < s.Call.Rules.Quorum
                ? Act(ActName.Resume, blocked: RefusalName.NoQuorum, details: [$"{present}", $"{s.Call.Rules.Quorum}"])
                : Act(ActName.Resume);
        }

        return s.Phase switch
        {
            Phase.Convened => Act(ActName.OpenDoors),
            Phase.DoorsOpen => Act(ActName.OpenSitting),
            Phase.RollCall => RollCall(s),
            Phase.Hearings => s.Current is { } h ? OfHearing(s, h) : Between(s),
            Phase.FinalDeliberation => s.Current is { } back ? OfHearing(s, back) : Final(s),
            Phase.RankingFixed => Act(ActName.CloseSitting),
            _ => Act(ActName.None),
        };
    }

    private static ExpectedAct RollCall(State s)
    {
        if (s.InOrder.FirstOrDefault(p => p.IsJuror && p.Attendance is null) is { } next)
        {
            return Act(ActName.RecordAttendance, seat: next.Id);
        }

        if (Ruling(s, s.Judged) is { } ruling)
        {
            return ruling;
        }

        if (s.RulesAdoptedAt is null)
        {
            return Act(ActName.AdoptRules);
        }

        var present = s.PresentVoters();
        return present < s.Call.Rules.Quorum
            ? Act(ActName.StartHearings, blocked: RefusalName.NoQuorum, details: [$"{present}", $"{s.Call.Rules.Quorum}"])
            : Act(ActName.StartHearings);
    }

    /// <summary>A declared link on one of these dossiers waits for a ruling, before anything that it would block.</summary>
    private static ExpectedAct? Ruling(State s, IEnumerable<DossierState> dossiers) =>
        s.PendingInterests(dossiers).FirstOrDefault() is { } i ? Act(ActName.RuleRecusal, dossier: i.Dossier, seat: i.Seat) : null;

    private static ExpectedAct Between(State s)
    {
        var next = s.Order.FirstOrDefault(u => s.Hearings[u].Step == HearingStep.Waiting && s.JudgedOf(u).Any());
        return next is null ? Act(ActName.StartFinalDeliberation)
            : Ruling(s, s.JudgedOf(next)) is { } ruling ? ruling
            : s.RoomIsClosed ? Act(ActName.CallUniversity, next)
            : Act(ActName.CallUniversity, next, blocked: RefusalName.RoomNotClosed);
    }

    private static ExpectedAct OfHearing(State s, HearingState h)
    {
        var dossiers = s.JudgedOf(h.University).ToArray();
        var at = Array.FindIndex(dossiers, d => d.Id == h.Dossier);
        return h.Step switch
        {
            HearingStep.Called => Act(ActName.AwaitAnswer, h.University),
            HearingStep.Entering => Act(ActName.AwaitEntry, h.University),
            HearingStep.Welcome when !h.PresenterConfirmed => Act(ActName.ConfirmPresenter, h.University, seat: h.Presenter),
            HearingStep.Welcome => Act(ActName.StartPresentation, h.University, dossiers[0].Id),
            HearingStep.Presentation => Act(ActName.StartQuestions, h.University, h.Dossier),
            HearingStep.Questions when at + 1 < dossiers.Length => Act(ActName.StartPresentation, h.University, dossiers[at + 1].Id),
            HearingStep.Questions => Act(ActName.Conclude, h.University),
            HearingStep.Conclusion => Act(ActName.OrderExit, h.University, seat: h.Presenter),
            HearingStep.ExitOrdered => Act(ActName.AwaitProof, h.University),
            _ => Marking(s, h),
        };
    }

    private static ExpectedAct Marking(State s, HearingState h)
    {
        if (!s.RoomIsClosed)
        {
            return Act(ActName.AwaitProof, h.University);
        }

        var open = s.AtHand(h.University);
        return open is null ? Act(ActName.FinishHearing, h.University)
            : open.IsRevealed ? Act(ActName.CloseDossier, h.University, open.Id)
            : ToReveal(s, open, h.University);
    }

    private static ExpectedAct ToReveal(State s, DossierState d, string university)
    {
        if (Ruling(s, [d]) is { } ruling)
        {
            return ruling;
        }

        var missing = s.Missing(d).Select(p => p.Name).ToArray();
        return missing.Length == 0 ? Act(ActName.Reveal, university, d.Id)
            : Act(ActName.Reveal, university, d.Id, blocked: RefusalName.GridsMissing, details: d.Round == 1 ? missing : []);
    }

    private static ExpectedAct Final(State s)
    {
        if (!s.RoomIsClosed)
        {
            return Act(ActName.AwaitProof);
        }

        if (Ruling(s, s.Judged) is { } ruling)
        {
            return ruling;
        }

        if (s.Discussed is { } discussed)
        {
            var d = s.Dossiers[discussed];
            return !d.IsRevealed ? ToReveal(s, d, d.Definition.University) : d.Opinion is null ? Act(ActName.RecordOpinion, d.Definition.University, d.Id) : NextDiscussion(s);
        }

        return NextDiscussion(s);
    }

    private static ExpectedAct NextDiscussion(State s)
    {
        if (Ranking.OpenTies(s) is [var tie, ..])
        {
            string[] tied = [.. tie.Select(r => r.Dossier.Id)];

            // Whom one of them bars goes out by the discussion of the tie, and comes back after it.
            return s.InsideDespite(tied).FirstOrDefault() is not { } inside ? Act(ActName.BreakTie, dossier: tied[0], details: tied)
                : tied.Contains(s.Discussed, StringComparer.Ordinal) ? Act(ActName.BreakTie, dossier: tied[0], blocked: RefusalName.RecusedInside, details: tied)
                : Act(ActName.Discuss, tie[0].Dossier.Definition.University, tied[0]);
        }

        var unrevealed = s.Judged.FirstOrDefault(d => !d.IsRevealed);
        // A dossier without a score has no rank; the jury still gives its opinion on it, last.
        var silent = unrevealed ?? Ranking.Of(s).Select(r => r.Dossier).FirstOrDefault(d => d.Opinion is null) ?? s.Judged.FirstOrDefault(d => d.Opinion is null);
        return silent is null ? Act(ActName.FixRanking) : Act(ActName.Discuss, silent.Definition.University, silent.Id);
    }

    public static ExpectedAct OfMember(State s, SeatState p, JurorWork work)
    {
        if (s.Suspension is not null || s.Phase < Phase.Hearings)
        {
            return s.Phase == Phase.Convened ? Act(ActName.Mark, dossier: FirstDraft(work)) : Act(ActName.Listen);
        }

        if (s.Phase == Phase.Closed)
        {
            return Act(ActName.Leave);
        }

        if (work.Grids.FirstOrDefault(g => g.MaySubmit) is { } ready)
        {
            return Act(ActName.Submit, dossier: ready.Dossier);
        }

        var toMark = work.Grids.FirstOrDefault(g => g.WhyNot == RefusalName.GridIncomplete);
        return toMark is not null ? Act(ActName.Mark, dossier: toMark.Dossier, blocked: RefusalName.GridIncomplete, details: toMark.Left)
            : s.Phase >= Phase.FinalDeliberation ? Act(ActName.ReadBoard)
            : Act(ActName.Listen, s.Current?.University, s.Current?.Dossier);
    }

    private static string? FirstDraft(JurorWork work) => work.Grids.Where(g => g.Left.Length > 0).Select(g => g.Dossier).FirstOrDefault();

    public static ExpectedAct OfSecretary(State s) => s.Phase switch
    {
        Phase.Convened => Act(ActName.OpenDoors),
        Phase.Closed when s.Notifications.Values.Any(n => n.Delivery == DeliveryState.Written) => Act(ActName.DeclareHandedOver),
        Phase.Closed when s.NotificationsReleased => Act(ActName.Leave),
        Phase.Closed when s.Judged.Count(d => d.Decision is null) is var left and > 0 => Act(ActName.ReleaseNotifications, blocked: RefusalName.DecisionsMissing, details: [$"{left}"]),
        Phase.Closed => Act(ActName.ReleaseNotifications),
        _ => Act(ActName.Listen),
    };
}
