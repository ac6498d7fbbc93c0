using System.Collections.Immutable;
using AumgJury.Core.Calls;

namespace AumgJury.Core.Sittings;

internal static partial class Decide
{
    private static Ruling? Marking(Act a, Command command) => command switch
    {
        KeepDraft c => OfMarked(a, c.Dossier, c.Round, d => DraftMark(a, d, c), whileOut: true),
        KeepNote c => Note(a, c),
        SubmitGrid c => OfMarked(a, c.Dossier, c.Round, d => Submit(a, d)),
        Abstain c => OfMarked(a, c.Dossier, c.Round, d => SubmissionFault(a, d) is { } fault ? fault : new Abstained(a.Me, d.Id, d.Round)),
        TakeBackGrid c => OfMarked(a, c.Dossier, c.Round, d => d.Sheets.ContainsKey(a.Me) ? new GridTakenBack(a.Me, d.Id, d.Round) : RefusalName.NotSubmitted),
        Reveal c => RevealMarks(a, c),
        OpenSecondRound c => SecondRound(a, c),
        CloseDossier c => CloseOne(a, c),
        _ => null,
    };

    /// <summary>What every act on one's own grid needs: a judged dossier, this round, not revealed, nothing that bars the voter.</summary>
    /// <param name="whileOut">What was typed just before leaving the room is kept; nothing else is done from outside it, and no answer there says why.</param>
    private static Ruling OfMarked(Act a, string dossier, int round, Func<DossierState, Ruling> rule, bool whileOut = false)
    {
        if (!a.S.Dossiers.TryGetValue(dossier, out var d) || !d.IsJudged)
        {
            return Refusal.Of(RefusalName.UnknownDossier, "dossier", dossier);
        }

        // First: why not depends on where the sitting is, which is not for whoever is out.
        if (a.S.IsKeptOut(a.Seat))
        {
            return whileOut && !a.S.IsRecused(a.Me, dossier) && d.Round == round && !d.IsRevealed && !IsFrozen(a.S, d) && !d.Missed.ContainsKey(a.Me) && !d.Sheets.ContainsKey(a.Me) ? rule(d) : RefusalName.Stale;
        }

        if (a.S.IsRecused(a.Me, dossier))
        {
            return Refusal.Of(RefusalName.Recused, null, dossier);
        }

        if (d.Missed.ContainsKey(a.Me))
        {
            return Refusal.Of(RefusalName.VoteMissed, null, dossier);
        }

        if (d.IsRevealed && d.Round >= round)
        {
            return Refusal.Of(RefusalName.AlreadyRevealed, null, dossier, Instant(d.Rounds[^1].At));
        }

        return d.Round != round ? RefusalName.Stale
            : IsFrozen(a.S, d) ? Refusal.Of(RefusalName.RoomNotClosed, null, dossier)
            : rule(d);
    }

    /// <summary>Its University was called back: until the exit is proven again nothing about its grids changes, not even by the chair.</summary>
    private static bool IsFrozen(State s, DossierState d) => s.Hearings[d.Definition.University].Recalled;

    private static string Instant(DateTimeOffset at) => at.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    private static Ruling DraftMark(Act a, DossierState d, KeepDraft c)
    {
        if (a.S.Call.Grid.Find(c.Criterion) is null)
        {
            return Refusal.Of(RefusalName.UnknownCriterion, "criterion", c.Criterion);
        }

        if (c.Mark is < 0 or > Grid.HighestMark)
        {
            return Refusal.Of(RefusalName.MarkOutOfRange, "mark", $"{c.Mark}", $"{Grid.HighestMark}");
        }

        if (Act.TextFault("comment", c.Comment, 2000) is { } fault)
        {
            return fault;
        }

        if (d.Sheets.ContainsKey(a.Me))
        {
            return RefusalName.AlreadySubmitted;
        }

        var before = (d.Drafts.GetValueOrDefault(a.Me) ?? Draft.Empty).Marks.GetValueOrDefault(c.Criterion) ?? new DraftMark(null, "", null);
        bool Changes(DraftField field) => c.Fields.Length == 0 || c.Fields.Contains(field);
        var content = new DraftContent(c.Dossier, c.Round, c.Criterion, Changes(DraftField.Mark) ? c.Mark : before.Mark,
            Changes(DraftField.Comment) ? c.Comment ?? "" : before.Comment, Changes(DraftField.Reason) ? c.Reason : before.Reason);
        return new DraftKept(a.Me, a.Seal.Json(KeyNames.Draft(a.Me), content));
    }

    private static Ruling Note(Act a, KeepNote c) =>
        !a.S.Dossiers.ContainsKey(c.Dossier) ? Refusal.Of(RefusalName.UnknownDossier, "dossier", c.Dossier)
        : a.S.IsRecused(a.Me, c.Dossier) ? Refusal.Of(RefusalName.Recused, null, c.Dossier)
        : Act.TextFault("text", c.Text, 4000) is { } fault ? fault
        : new NoteKept(a.Me, a.Seal.Json(KeyNames.Draft(a.Me), new NoteContent(c.Dossier, c.Text ?? "")));

    private static Refusal? SubmissionFault(Act a, DossierState d) =>
        !d.Heard ? Refusal.Of(RefusalName.NotHeard)
        : d.Sheets.ContainsKey(a.Me) ? Refusal.Of(RefusalName.AlreadySubmitted)
        : !a.S.RoomIsClosed || !a.Seat!.InRoom ? Refusal.Of(RefusalName.RoomNotClosed)
        : !a.S.MayVote(a.Seat, d) ? Refusal.Of(RefusalName.NotAVoter)
        : null;

    private static Ruling Submit(Act a, DossierState d)
    {
        if (SubmissionFault(a, d) is { } fault)
        {
            return fault;
        }

        var marks = (d.Drafts.GetValueOrDefault(a.Me) ?? Draft.Empty).Marks;
        var unmarked = a.S.Call.Grid.Criteria.Where(c => marks.GetValueOrDefault(c.Id) is not { Mark: not null }).Select(c => c.Id).ToArray();
        if (unmarked.Length > 0)
        {
            return Refusal.Of(RefusalName.GridIncomplete, null, unmarked);
        }

        var unexplained = d.Round == 1 ? [] : Changed(d, a.Me, marks).Where(id => marks[id].Reason is null).ToArray();
        return unexplained.Length > 0
            ? Refusal.Of(RefusalName.ChangeReasonMissing, "reason", unexplained)
            : new GridSubmitted(a.Me, d.Id, d.Round, a.Seal.Json(KeyNames.Dossier(d.Id), new SheetContent(marks)));
    }

    /// <summary>Criteria whose mark differs from the first round's; none, for a member who gave no mark then.</summary>
    private static IEnumerable<string> Changed(DossierState d, string seat, ImmutableSortedDictionary<string, DraftMark> marks) =>
        d.Rounds[0].Sheets.GetValueOrDefault(seat) is { Abstained: false, Erased: false } first ? marks.Keys.Where(id => first.Marks[id].Mark != marks[id].Mark) : [];

    private static Ruling RevealMarks(Act a, Reveal c)
    {
        if (!a.S.Dossiers.TryGetValue(c.Dossier, out var d) || !d.IsJudged)
        {
            return Refusal.Of(RefusalName.UnknownDossier, "dossier", c.Dossier);
        }

        if (d.Round != c.Round || d.IsRevealed)
        {
            return d.IsRevealed && d.Round == c.Round ? RefusalName.AlreadyRevealed : RefusalName.Stale;
        }

        if (!d.Heard)
        {
            return RefusalName.NotHeard;
        }

        if (!a.S.RoomIsClosed || IsFrozen(a.S, d))
        {
            return RefusalName.RoomNotClosed;
        }

        if (a.S.Call.Rules.Reveal == RevealMoment.AtFinalDeliberation && a.S.Phase != Phase.FinalDeliberation)
        {
            return Refusal.Of(RefusalName.WrongPhase, null, a.S.Phase.ToString());
        }

        if (PendingFault(a.S, [d]) is { } pending)
        {
            return pending;
        }

        if (RecusedInside(a.S, [d.Id]) is { } inside)
        {
            return inside;
        }

        var missing = a.S.Missing(d).ToArray();
        if (d.Round > 1)
        {
            // Neither the act nor its refusal names anybody: it would be whose grid was taken back.
            return c.Missing == missing.Length && c.CountAsAbstaining.Length == 0
                ? new MarksRevealed(d.Id, d.Round, [.. missing.Select(p => p.Id)])
                : Refusal.Of(RefusalName.GridsMissing, "missing");
        }

        return missing.Select(p => p.Id).ToHashSet(StringComparer.Ordinal).SetEquals(c.CountAsAbstaining)
            ? new MarksRevealed(d.Id, d.Round, [.. missing.Select(p => p.Id)])
            : Refusal.Of(RefusalName.GridsMissing, "countAsAbstaining", [.. missing.Select(p => p.Name)]);
    }

    private static Ruling SecondRound(Act a, OpenSecondRound c)
    {
        if (!a.S.Dossiers.TryGetValue(c.Dossier, out var d) || !d.IsJudged)
        {
            return Refusal.Of(RefusalName.UnknownDossier, "dossier", c.Dossier);
        }

        return !d.IsRevealed ? RefusalName.NotRevealed
            : d.Round > 1 ? RefusalName.Stale
            : d.Closed && a.S.Phase != Phase.FinalDeliberation ? RefusalName.DossierClosed
            : !a.S.RoomIsClosed || IsFrozen(a.S, d) ? RefusalName.RoomNotClosed
            : Act.TextFault("reason", c.Reason, ReasonLength, 1) is { } fault ? fault with { Name = RefusalName.ReasonMissing }
            : new SecondRoundOpened(d.Id, a.Seal.Text(KeyNames.Dossier(d.Id), c.Reason.Trim()));
    }

    private static Ruling CloseOne(Act a, CloseDossier c)
    {
        if (!a.S.Dossiers.TryGetValue(c.Dossier, out var d) || !d.IsJudged)
        {
            return Refusal.Of(RefusalName.UnknownDossier, "dossier", c.Dossier);
        }

        if (!d.IsRevealed)
        {
            return RefusalName.NotRevealed;
        }

        if (d.Closed)
        {
            return RefusalName.Stale;
        }

        if (IsFrozen(a.S, d))
        {
            return RefusalName.RoomNotClosed;
        }

        // The last one closed ends the University's closed room: one press less for the chair.
        var university = d.Definition.University;
        var last = a.S.Hearings[university].Step == HearingStep.Marking && a.S.JudgedOf(university).All(x => x.Closed || x.Id == d.Id);
        return (Event[])(last ? [new DossierClosed(d.Id), new HearingFinished(university)] : [new DossierClosed(d.Id)]);
    }
}
