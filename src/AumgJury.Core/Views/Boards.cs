using AumgJury.Core.Calls;
using AumgJury.Core.Funding;
using AumgJury.Core.Scoring;
using AumgJury.Core.Sittings;

namespace AumgJury.Core.Views;

/// <summary>The ranking board for one reader: recused members see rank and score, never a motive.</summary>
internal static class Boards
{
    /// <summary>From the final deliberation; put aside while a University that was called back is not out again.</summary>
    public static Board? InRoom(State s, SeatState reader) =>
        s.Phase >= Phase.FinalDeliberation && s.Current is not { Recalled: true } ? Of(s, reader) : null;

    public static Board Of(State s, SeatState reader)
    {
        var ranking = Ranking.Of(s);
        var opinions = s.Judged.Where(d => d.Opinion is not null && !s.IsRecused(reader.Id, d.Id))
            .Select(d => new BoardOpinion(d.Id, d.Opinion!.Opinion, d.Opinion.Motive, d.Opinion.Replaced));
        var ready = s.Discussed is { } discussed && !s.InOrder.Any(p => p.InRoom && (s.IsRecused(p.Id, discussed) || s.MustBeOut(p)));
        return new Board(
            [.. ranking.Select(r => Row(s, r, reader))],
            [.. opinions],
            Unranked(s, ranking),
            [.. Ranking.OpenTies(s).Select(g => g.Select(r => r.Dossier.Id).ToArray())],
            s.Call.Posts,
            s.Call.Rules.Threshold,
            s.Call.Envelope,
            s.Discussed,
            ready,
            s.Judged.Count(d => d.Opinion is null),
            s.Phase >= Phase.RankingFixed,
            s.RulesAdoptedAt);
    }

    private static BoardRow Row(State s, RankedDossier r, SeatState reader)
    {
        var d = r.Dossier.Definition;

        // A sub-total is a part of the marks, and the chair's reason a motive: not for who is recused on either.
        var barred = r.Tie is { } tied && (s.IsRecused(reader.Id, d.Id) || s.IsRecused(reader.Id, tied.Above));
        var tie = r.Tie is not { } t ? null
            : barred ? new TieLine(t.Above, t.By, null, null, "")
            : Pictures.OfLast(s, r.Dossier, reader.Id) is not null || Pictures.OfLast(s, s.Dossiers[t.Above], reader.Id) is not null ? new TieLine(t.Above, t.By, null, null, t.Reason)
            : new TieLine(t.Above, t.By, t.AboveValue?.Rounded(1), t.Value?.Rounded(1), t.Reason);

        // The sums down the list tell of a dossier by what its neighbours' differ: whoever is recused on one sees none of them.
        var mayAdd = !s.Judged.Any(x => s.IsRecused(reader.Id, x.Id));

        // Nor what was said of a dossier, to whoever is recused on it: there the place alone speaks.
        var said = s.IsRecused(reader.Id, d.Id) ? r.Proposed : r.Given;
        return new(
            r.Rank,
            d.Id,
            d.Nominee,
            d.Structure,
            Decide.UniversityName(s, d.University),
            r.Score.Rounded(1),
            r.Counted,
            r.Proposed,
            Commitment.Full(s.Call.MonthlyAmount, d.Kind),
            mayAdd ? r.Cumulated : null,
            said == Opinion.Favourable,
            r.Score < new Rational(s.Call.Rules.Threshold, 1),
            r.TiedWithAbove,
            tie);
    }

    private static UnrankedRow[] Unranked(State s, IReadOnlyList<RankedDossier> ranking) => [.. s.Call.Dossiers.Select(d => s.Dossiers[d.Id]).Where(d => ranking.All(r => r.Dossier.Id != d.Id)).Select(d => new UnrankedRow(
        d.Id,
        d.Definition.Nominee,
        Decide.UniversityName(s, d.Definition.University),
        d.Definition.Admissibility switch
        {
            Admissibility.Inadmissible => UnrankedReason.Inadmissible,
            Admissibility.Withdrawn => UnrankedReason.Withdrawn,
            _ => d.Rounds.IsEmpty ? UnrankedReason.NotRevealed : UnrankedReason.NoGrid,
        },
        d.Definition.AdmissibilityReason,
        Commitment.Full(s.Call.MonthlyAmount, d.Definition.Kind)))];

    public static Decision[] Decisions(State s) => [.. s.Judged.Where(d => d.Decision is not null).Select(d => new Decision(d.Id, d.Decision!.Outcome, d.Decision.Follows, d.Decision.Reason, d.Decision.At))];
}
