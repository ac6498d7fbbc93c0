using AumgJury.Core.Funding;
using AumgJury.Core.Scoring;

namespace AumgJury.Core.Sittings;

internal static partial class Decide
{
    public const int ShortestMotive = 10;
    public const int LongestMotive = 4000;

    private static Ruling? Deliberation(Act a, Command command) => command switch
    {
        StartFinalDeliberation => StartFinal(a),
        Discuss c => PutInDiscussion(a, c),
        EndDiscussion c => a.S.Discussed == c.Dossier ? new DiscussionEnded(c.Dossier) : RefusalName.Stale,
        RecordOpinion c => Opine(a, c),
        BreakTie c => Break(a, c),
        FixRanking => Fix(a),
        CloseSitting => new SittingClosed(),
        _ => null,
    };

    private static Ruling StartFinal(Act a)
    {
        if (a.S.Current is { } current)
        {
            return Refusal.Of(RefusalName.HearingInProgress, null, UniversityName(a.S, current.University));
        }

        var unheard = a.S.Order.Where(u => a.S.JudgedOf(u).Any() && a.S.Hearings[u].Step != HearingStep.Done).Select(u => UniversityName(a.S, u)).ToArray();
        return unheard.Length > 0 ? Refusal.Of(RefusalName.NotHeard, null, unheard) : new FinalDeliberationStarted();
    }

    private static Ruling PutInDiscussion(Act a, Discuss c)
    {
        if (!a.S.Dossiers.TryGetValue(c.Dossier, out var d) || !d.IsJudged)
        {
            return Refusal.Of(RefusalName.UnknownDossier, "dossier", c.Dossier);
        }

        return a.S.Current is { } current ? Refusal.Of(RefusalName.HearingInProgress, null, UniversityName(a.S, current.University))
            : a.S.Discussed == c.Dossier ? RefusalName.Stale
            : PendingFault(a.S, [d]) is { } pending ? pending
            : a.S.Discussed is { } other ? (Event[])[new DiscussionEnded(other), new DiscussionOpened(c.Dossier)]
            : new DiscussionOpened(c.Dossier);
    }

    private static Ruling Opine(Act a, RecordOpinion c)
    {
        if (!a.S.Dossiers.TryGetValue(c.Dossier, out var d) || !d.IsJudged)
        {
            return Refusal.Of(RefusalName.UnknownDossier, "dossier", c.Dossier);
        }

        if (!d.IsRevealed)
        {
            return RefusalName.NotRevealed;
        }

        if (!a.S.RoomIsClosed || IsFrozen(a.S, d))
        {
            return RefusalName.RoomNotClosed;
        }

        if (PendingFault(a.S, [d]) is { } pending)
        {
            return pending;
        }

        if (RecusedInside(a.S, [d.Id]) is { } inside)
        {
            return inside;
        }

        if (c.Opinion == Opinion.ReserveList && !a.S.Call.Rules.ReserveList)
        {
            return Refusal.Of(RefusalName.OutOfRange, "opinion");
        }

        // Posts and reserve list are given in the order of the ranking: without a score there is none (a second round may give one).
        if (c.Opinion != Opinion.Unfavourable && Score.Of(a.S, d) is null)
        {
            return Refusal.Of(RefusalName.DossierNotRanked, "opinion", d.Id);
        }

        if (Act.TextFault("motive", c.Motive, LongestMotive, ShortestMotive) is { } fault)
        {
            return fault with { Name = fault.Name == RefusalName.TextMissing ? RefusalName.MotiveMissing : fault.Name };
        }

        var replaces = d.Opinion is not null;
        if (replaces && Act.TextFault("replacementReason", c.ReplacementReason, ReasonLength, 1) is { } unexplained)
        {
            return unexplained with { Name = RefusalName.ReasonMissing };
        }

        var key = KeyNames.Dossier(d.Id);
        return new OpinionRecorded(d.Id, c.Opinion, a.Seal.Text(key, c.Motive.Trim()), replaces ? a.Seal.Text(key, c.ReplacementReason.Trim()) : null);
    }

    /// <summary>Whoever these dossiers bar is out before the jury decides on them (CRPA R133-12).</summary>
    private static Refusal? RecusedInside(State s, IEnumerable<string> dossiers) => s.InsideDespite(dossiers).FirstOrDefault() is { } inside
        ? Refusal.Of(RefusalName.RecusedInside, null, inside.Name)
        : null;

    private static Ruling Break(Act a, BreakTie c)
    {
        if (a.S.Current is { } current)
        {
            return Refusal.Of(RefusalName.HearingInProgress, null, UniversityName(a.S, current.University));
        }

        var tied = Ranking.Of(a.S).GroupBy(r => r.Rank).Where(g => g.Count() > 1)
            .FirstOrDefault(g => g.Select(r => r.Dossier.Id).ToHashSet(StringComparer.Ordinal).SetEquals(c.Order) && g.Count() == c.Order.Length);
        if (tied is null)
        {
            return Refusal.Of(RefusalName.NotTied, "order");
        }

        if (PendingFault(a.S, tied.Select(r => r.Dossier)) is { } pending)
        {
            return pending;
        }

        if (!a.S.HasCastingVote([.. tied.Select(r => r.Dossier)]))
        {
            return RefusalName.NotAVoter;
        }

        if (RecusedInside(a.S, tied.Select(r => r.Dossier.Id)) is { } inside)
        {
            return inside;
        }

        return Act.TextFault("reason", c.Reason, ReasonLength, ShortestMotive) is { } fault
            ? fault with { Name = fault.Name == RefusalName.TextMissing ? RefusalName.ReasonMissing : fault.Name }
            : new TieBroken(c.Order, a.Seal.Text(KeyNames.Sitting, c.Reason.Trim()));
    }

    private static Ruling Fix(Act a)
    {
        if (a.S.Current is { } current)
        {
            return Refusal.Of(RefusalName.HearingInProgress, null, UniversityName(a.S, current.University));
        }

        if (PendingFault(a.S, a.S.Judged) is { } pending)
        {
            return pending;
        }

        var unrevealed = a.S.Judged.Where(d => d.Rounds.IsEmpty || !d.IsRevealed).Select(d => d.Id).ToArray();
        if (unrevealed.Length > 0)
        {
            return Refusal.Of(RefusalName.NotRevealed, null, unrevealed);
        }

        var ranking = Ranking.Of(a.S);
        var open = Ranking.OpenTies(a.S).SelectMany(g => g.Select(r => r.Dossier.Id)).ToArray();
        if (open.Length > 0)
        {
            return Refusal.Of(RefusalName.TieUnbroken, null, open);
        }

        // An opinion given while the dossier had a score does not outlive it.
        var silent = a.S.Judged.Where(d => d.Opinion is null || (d.Opinion.Opinion != Opinion.Unfavourable && ranking.All(r => r.Dossier.Id != d.Id))).Select(d => d.Id).ToArray();
        return silent.Length > 0
            ? Refusal.Of(RefusalName.OpinionsMissing, null, silent)
            : new RankingFixed([.. ranking.Select(r => Fixed(a.S, r))]);
    }

    private static FixedRank Fixed(State s, RankedDossier r)
    {
        var d = r.Dossier;
        var counted = Score.Counted(s, d).Count;
        var recused = s.InOrder.Count(p => p.Definition.Votes && p.Attends && s.IsRecused(p.Id, d.Id));
        return new(d.Id, r.Rank, r.Score.Numerator, r.Score.Denominator, counted, s.VotersOn(d).Count() - counted, recused, d.Opinion!.Opinion, Commitment.Full(s.Call.MonthlyAmount, d.Definition.Kind));
    }

    private static Ruling? Authority(Act a, Command command) => command switch
    {
        DecideDossier c => DecideOne(a, c),
        ReleaseNotifications => Release(a),
        ReportAttempt c => a.S.Notifications.TryGetValue(c.University, out var n) && n.Delivery is DeliveryState.Waiting or DeliveryState.Failed && (n.MessageId.Length == 0 || n.MessageId == c.MessageId) ? new NotificationAttempted(c.University, c.MessageId) : RefusalName.Stale,
        ReportDelivery c => IsAttempted(a, c.University, c.MessageId) ? new NotificationAnswered(c.University, c.MessageId, c.Accepted, c.Detail) : RefusalName.Stale,
        ReportWritten c => IsAttempted(a, c.University, c.MessageId) ? new NotificationWritten(c.University, c.MessageId) : RefusalName.Stale,
        DeclareHandedOver c => HandedOver(a, c),
        ResendNotification c => !a.S.Notifications.TryGetValue(c.University, out var n) ? RefusalName.UnknownUniversity
            : n.Delivery is DeliveryState.Attempted or DeliveryState.Failed ? new NotificationResent(c.University) : RefusalName.NotUncertain,
        _ => null,
    };

    private static bool IsAttempted(Act a, string university, string messageId) =>
        a.S.Notifications.TryGetValue(university, out var n) && n.Delivery == DeliveryState.Attempted && n.MessageId == messageId;

    private static Ruling HandedOver(Act a, DeclareHandedOver c)
    {
        var written = a.S.Notifications.Values.Where(n => n.Delivery == DeliveryState.Written).Select(n => n.University).ToHashSet(StringComparer.Ordinal);
        return written.Count > 0 && written.SetEquals(c.Universities) ? new NotificationsHandedOver([.. a.S.Order.Where(written.Contains)]) : RefusalName.Stale;
    }

    private static Ruling DecideOne(Act a, DecideDossier c)
    {
        if (!a.S.Dossiers.TryGetValue(c.Dossier, out var d))
        {
            return Refusal.Of(RefusalName.UnknownDossier, "dossier", c.Dossier);
        }

        if (d.Opinion is null || a.S.NotificationsReleased)
        {
            return a.S.NotificationsReleased ? RefusalName.AlreadyReleased : RefusalName.NotDecidable;
        }

        var follows = Follows(d.Opinion.Opinion, c.Outcome);
        if ((!follows || Exceeds(a.S, d, c.Outcome)) && Act.TextFault("reason", c.Reason, LongestMotive, ShortestMotive) is { } missing)
        {
            return missing with { Name = missing.Name == RefusalName.TextMissing ? RefusalName.ReasonMissing : missing.Name };
        }

        return Act.TextFault("reason", c.Reason, LongestMotive) is { } fault
            ? fault
            : new DossierDecided(d.Id, c.Outcome, follows, a.Seal.Text(KeyNames.Dossier(d.Id), (c.Reason ?? "").Trim()));
    }

    /// <summary>More would be selected than there are posts, or more committed than the envelope holds: the authority may, and says why.</summary>
    private static bool Exceeds(State s, DossierState d, DecisionOutcome outcome)
    {
        if (outcome != DecisionOutcome.Selected)
        {
            return false;
        }

        var selected = s.Judged.Where(x => x.Id == d.Id || x.Decision is { Outcome: DecisionOutcome.Selected }).ToArray();
        return selected.Length > s.Call.Posts || selected.Sum(x => Commitment.Full(s.Call.MonthlyAmount, x.Definition.Kind)) > s.Call.Envelope;
    }

    private static bool Follows(Opinion opinion, DecisionOutcome outcome) => (opinion, outcome) is
        (Opinion.Favourable, DecisionOutcome.Selected) or (Opinion.ReserveList, DecisionOutcome.ReserveList) or (Opinion.Unfavourable, DecisionOutcome.NotSelected);

    private static Ruling Release(Act a)
    {
        if (a.S.NotificationsReleased)
        {
            return RefusalName.AlreadyReleased;
        }

        var undecided = a.S.Judged.Where(d => d.Decision is null).Select(d => d.Id).ToArray();
        return undecided.Length > 0
            ? Refusal.Of(RefusalName.DecisionsMissing, null, undecided)
            : new NotificationsReleased([.. a.S.Order.Where(u => a.S.DossiersOf(u).Any())]);
    }
}
