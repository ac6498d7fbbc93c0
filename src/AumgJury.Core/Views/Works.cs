using AumgJury.Core.Calls;
using AumgJury.Core.Scoring;
using AumgJury.Core.Sittings;

namespace AumgJury.Core.Views;

/// <summary>A juror's own grids, who has submitted, and, for those who vote, what was revealed.</summary>
internal static class Works
{
    public static JurorWork Of(State s, SeatState p) =>
        s.Memory.Worked.Of(p.Id, new(Shared.Of(s), p.Id, s.Dossiers, s.Hearings, s.Suspension is not null, s.RoomIsClosed), s, static (s, of) => Make(s, s.Seats[of.Seat]));

    /// <summary>Made at every act of the juror: only the grids of what has changed.</summary>
    private static JurorWork Make(State s, SeatState p)
    {
        var work = s.Memory.Ungraded.Of(p.Id, new(Shared.Of(s), p.Id, s.Outline, s.Hearings, s.Suspension is not null, s.RoomIsClosed), s, static (s, of) => Ungraded(s, s.Seats[of.Seat]));
        if (p.Definition.Votes)
        {
            var grids = new MyGrid[work.Submissions.Length];
            for (var i = 0; i < grids.Length; i++)
            {
                grids[i] = Grid(s, p, s.Dossiers[work.Submissions[i].Dossier]);
            }

            work = work with { Grids = s.Memory.GridLists.Or(p.Id, grids) };
        }

        return s.Memory.Works.Or(p.Id, work);
    }

    /// <summary>All but the own grids, which nobody's draft or note changes.</summary>
    private static JurorWork Ungraded(State s, SeatState p)
    {
        var count = s.Call.Dossiers.Length;
        var (files, barred, submissions, revealed) = (new List<DossierFile>(count), new List<BarredDossier>(), new List<Submissions>(count), new List<RevealedDossier>());
        var aside = false;
        foreach (var definition in s.Call.Dossiers)
        {
            var d = s.Dossiers[definition.Id];
            aside |= d.Aside.ContainsKey(p.Id);
            if (s.IsRecused(p.Id, d.Id))
            {
                barred.Add(new(d.Id, Decide.UniversityName(s, definition.University), d.Definition.Nominee));
                continue;
            }

            files.Add(Lines.File(s, definition));
            if (!d.IsJudged)
            {
                continue;
            }

            submissions.Add(Submitted(s, d));
            if (p.Definition.Votes && !d.Rounds.IsEmpty && !IsHidden(s, d))
            {
                revealed.Add(Revealed(s, p, d));
            }
        }

        // Whom nothing bars has the others' lists.
        var whose = barred.Count == 0 ? "" : p.Id;
        return new(
            s.Memory.FileLists.Or(whose, [.. files]),
            [.. barred],
            [],
            s.Memory.SubmissionLists.Or(whose, [.. submissions]),
            [.. revealed])
        {
            Aside = aside,
        };
    }

    /// <summary>While a University that was called back is in the room, everything about its marks is hidden.</summary>
    private static bool IsHidden(State s, DossierState d) => s.Hearings[d.Definition.University].Recalled;

    private static MyGrid Grid(State s, SeatState p, DossierState dossier)
    {
        var gate = new GridGate(IsHidden(s, dossier), s.Suspension is not null, s.RoomIsClosed && p.InRoom, s.MayVote(p, dossier));
        return s.Memory.Grids.Of((p.Id, dossier.Id), (s.Call, dossier, p.Id, gate), s, static (s, of) => Grid(of.Call, of.Seat, of.Dossier, of.Gate, s.Memory.Grids.Last((of.Seat, of.Dossier.Id))));
    }

    /// <param name="before">The grid as it was made before: what says the same in it is handed out again.</param>
    private static MyGrid Grid(CallDefinition call, string seat, DossierState d, GridGate gate, MyGrid? before)
    {
        var hidden = gate.Hidden;
        var sheet = d.Sheets.GetValueOrDefault(seat);
        var standing = hidden ? MyGridStanding.Frozen
            : d.Missed.ContainsKey(seat) ? MyGridStanding.Missed
            : d.IsRevealed ? MyGridStanding.Revealed
            : sheet is { Abstained: true } ? MyGridStanding.Abstained
            : sheet is not null ? MyGridStanding.Submitted
            : MyGridStanding.Draft;
        var draft = d.Drafts.GetValueOrDefault(seat) ?? Draft.Empty;
        var marks = standing is MyGridStanding.Submitted or MyGridStanding.Revealed && sheet is { Abstained: false } ? sheet.Marks : draft.Marks;
        var first = d.Round == 2 ? d.Rounds[0].Sheets.GetValueOrDefault(seat) : null;
        var criteria = call.Grid.Criteria;
        var lines = hidden ? [] : new MyMark[criteria.Length];
        var (sum, weight, left) = (0m, 0, new List<string>(lines.Length));
        for (var i = 0; i < lines.Length; i++)
        {
            var c = criteria[i];
            lines[i] = Line(c.Id, marks.GetValueOrDefault(c.Id), First(first, c.Id), before?.Marks.ElementAtOrDefault(i));
            if (lines[i].Mark is not { } mark)
            {
                left.Add(c.Id);
                continue;
            }

            sum += (decimal)c.Weight * mark;
            weight += c.Weight;
        }

        var whyNot = WhyNot(gate, d, standing, lines.Length - left.Count == criteria.Length);
        return new(
            d.Id,
            d.Round,
            standing,
            lines,
            hidden ? "" : d.Notes.GetValueOrDefault(seat) ?? "",
            hidden || draft.KeptAt == default ? null : draft.KeptAt,
            sheet?.At,
            sum / Calls.Grid.HighestMark,
            weight,
            [.. left],
            whyNot is null,
            whyNot)
        {
            SecondReason = hidden ? "" : d.SecondReason,
        };
    }

    /// <param name="before">The line as it was made before, handed out again when it says the same.</param>
    private static MyMark Line(string criterion, DraftMark? m, int? first, MyMark? before) =>
        before is not null && before.Criterion == criterion && before.Mark == m?.Mark && before.Comment == (m?.Comment ?? "") && before.Reason == m?.Reason && before.FirstRound == first
            ? before
            : new(criterion, m?.Mark, m?.Comment ?? "", m?.Reason, first);

    private static int? First(Sheet? sheet, string criterion) => sheet is { Abstained: false, Erased: false } ? sheet.Marks.GetValueOrDefault(criterion)?.Mark : null;

    private static RefusalName? WhyNot(GridGate gate, DossierState d, MyGridStanding standing, bool complete) => standing switch
    {
        MyGridStanding.Frozen => RefusalName.RoomNotClosed,
        MyGridStanding.Missed => RefusalName.VoteMissed,
        MyGridStanding.Revealed => RefusalName.AlreadyRevealed,
        MyGridStanding.Submitted or MyGridStanding.Abstained => RefusalName.AlreadySubmitted,
        _ when !d.Heard => RefusalName.NotHeard,
        _ when gate.Suspended => RefusalName.Suspended,
        _ when !gate.InClosedRoom => RefusalName.RoomNotClosed,
        _ when !gate.MayVote => RefusalName.NotAVoter,
        _ => complete ? null : RefusalName.GridIncomplete,
    };

    public static Submissions Submitted(State s, DossierState dossier) => s.Memory.Submissions.Of(dossier.Id, SubmissionsOf.Of(s, dossier), s, static (s, of) =>
    {
        var voters = s.VotersOn(s.Dossiers[of.Dossier.Id]).ToArray();
        var submitted = voters.Where(p => of.Sheets.ContainsKey(p.Id)).ToArray();
        var awaited = voters.Except(submitted).ToArray();
        var named = of.Round == 1;
        return new(
            of.Dossier.Id,
            of.Round,
            of.Heard,
            of.IsRevealed,
            of.Closed,
            named ? [.. submitted.Select(p => p.Name)] : [],
            named ? [.. awaited.Select(p => p.Name)] : [],
            named ? [.. awaited.Select(p => p.Id)] : [])
        {
            SubmittedCount = submitted.Length,
            AwaitedCount = awaited.Length,
            Carried = voters.Count(p => of.Sheets.GetValueOrDefault(p.Id) is { Carried: true }),
        };
    });

    private static RevealedDossier Revealed(State s, SeatState p, DossierState d) => new(d.Id, [.. d.Rounds.Select(r => Round(s, p, d, r))], d.Closed);

    private static RevealedRoundLine Round(State s, SeatState p, DossierState d, RevealedRound round)
    {
        var counted = Score.Counted(s, d, round);
        var sheets = counted.Select(x => x.Value).ToArray();
        var dots = counted.Select(x => (Total: Score.OfSheet(s.Call.Grid, x.Value).Rounded(1), Mine: x.Key == p.Id, Name: s.Call.Rules.NamesOnDots ? s.Seats[x.Key].Name : ""))
            .OrderBy(x => x.Total).ThenBy(x => x.Name, StringComparer.Ordinal).ThenBy(x => x.Mine);
        var putAway = Pictures.Of(s, d, round, p.Id);
        string[] abstaining = [.. round.Sheets.Where(x => x.Value.Abstained).Select(x => x.Key)];
        string[] Names(IEnumerable<string> seats) => round.Round > 1 ? [] : [.. seats.Order(StringComparer.Ordinal).Select(id => s.Seats[id].Name)];
        return new(
            round.Round,
            round.At,
            Score.Mean(s.Call.Grid, sheets)?.Rounded(1),
            counted.Count,
            Names(abstaining),
            putAway is null ? [.. dots.Select(x => new Dot(x.Total, x.Mine, x.Name))] : [],
            [.. s.Call.Grid.Criteria.Select(c => Spread(c, counted, p.Id, putAway is null))])
        {
            WithoutGrid = Names(round.CountedAsAbstaining),
            WithoutMarks = abstaining.Length + round.CountedAsAbstaining.Length,
            PutAway = putAway,
        };
    }

    private static CriterionSpread Spread(Criterion c, IReadOnlyList<KeyValuePair<string, Sheet>> counted, string me, bool shown)
    {
        var marks = counted.Select(x => x.Value.Marks[c.Id].Mark!.Value).ToArray();
        var mine = counted.Where(x => x.Key == me).Select(x => x.Value.Marks[c.Id].Mark).FirstOrDefault();
        return !shown ? new(c.Id, null, [], mine) : new(c.Id, Mean(marks), [.. Enumerable.Range(0, Calls.Grid.HighestMark + 1).Select(m => marks.Count(x => x == m))], mine);
    }

    private static decimal? Mean(int[] marks) => marks.Length == 0 ? null : Math.Round((decimal)marks.Sum() / marks.Length, 2);

    /// <summary>Means and counts only.</summary>
    public static ResultLine[] Results(State s) => [.. s.Judged.Where(d => !d.Rounds.IsEmpty && !IsHidden(s, d)).Select(d =>
    {
        var counted = Score.Counted(s, d);
        var shown = Pictures.OfLast(s, d, null) is null;
        var means = s.Call.Grid.Criteria.Select(c => new CriterionMean(
            c.Id,
            shown ? Mean([.. counted.Select(x => x.Value.Marks[c.Id].Mark!.Value)]) : null));
        return new ResultLine(d.Id, d.Rounds[^1].Round, Score.Of(s, d)?.Rounded(1), counted.Count, s.VotersOn(d).Count() - counted.Count, [.. means]);
    })];
}
