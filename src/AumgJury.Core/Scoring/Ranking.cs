using AumgJury.Core.Calls;
using AumgJury.Core.Funding;
using AumgJury.Core.Sittings;

namespace AumgJury.Core.Scoring;

/// <summary>What separated a dossier from the one above it.</summary>
/// <param name="By">The sub-total's or criterion's id; empty when the chair decided.</param>
internal sealed record TieResolution(string Above, string By, Rational? AboveValue, Rational? Value, string Reason);

/// <param name="Rank">From 1; dossiers left tied share it.</param>
/// <param name="Counted">Grids behind the score.</param>
/// <param name="Proposed">What posts, threshold and reserve list make of this place.</param>
/// <param name="Given">The opinion that was recorded; the proposed one until then.</param>
/// <param name="Cumulated">Euros committed down to here by the favourable ones; null for any other.</param>
internal sealed record RankedDossier(DossierState Dossier, int Rank, Rational Score, int Counted, Opinion Proposed, Opinion Given, decimal? Cumulated, TieResolution? Tie, bool TiedWithAbove);

/// <summary>The ranking: score, then the declared breakers, then the chair's reasoned order (statistics, 8).</summary>
internal static class Ranking
{
    /// <summary>From the grids; once it is fixed, as it was fixed, so that an erased dossier keeps its place.</summary>
    public static IReadOnlyList<RankedDossier> Of(State s)
    {
        var placed = s.FixedRanking.IsEmpty ? Placed(s) : [.. s.FixedRanking.Select(f => new Place(s.Dossiers[f.Dossier], new Rational(f.ScoreNumerator, f.ScoreDenominator), f.Rank, f.Counted))];
        var ranked = new List<RankedDossier>();
        var cumulated = 0m;
        for (var i = 0; i < placed.Count; i++)
        {
            var (dossier, score, rank, counted) = placed[i];
            var equal = i > 0 && placed[i - 1].Score == score;
            var tied = equal && placed[i - 1].Rank == rank;
            var proposed = Proposed(s.Call, rank, score);
            var given = dossier.Opinion?.Opinion ?? proposed;
            if (given == Opinion.Favourable)
            {
                cumulated += Commitment.Full(s.Call.MonthlyAmount, dossier.Definition.Kind);
            }

            ranked.Add(new(dossier, rank, score, counted, proposed, given, given == Opinion.Favourable ? cumulated : null, equal && !tied ? Resolution(s, placed[i - 1].Dossier, dossier) : null, tied));
        }

        return ranked;
    }

    /// <summary>Ties that the rules leave open and that decide who has the last post: the chair must settle these.</summary>
    public static IReadOnlyList<RankedDossier[]> OpenTies(State s)
    {
        var groups = Of(s).GroupBy(r => r.Rank).Where(g => g.Count() > 1).Select(g => g.ToArray());
        return [.. groups.Where(g => g[0].Rank <= s.Call.Posts && g[0].Rank + g.Length - 1 > s.Call.Posts && g[0].Proposed == Opinion.Favourable)];
    }

    private sealed record Place(DossierState Dossier, Rational Score, int Rank, int Counted);

    private static List<Place> Placed(State s)
    {
        var scored = s.Judged.Select(d => (Dossier: d, Score: Score.Of(s, d))).Where(x => x.Score is not null).Select(x => (x.Dossier, Score: x.Score!.Value)).ToList();
        scored.Sort((a, b) =>
        {
            var byScore = b.Score.CompareTo(a.Score);
            return byScore != 0 ? byScore : Compare(s, a.Dossier, b.Dossier) is var tie && tie != 0 ? tie : string.CompareOrdinal(a.Dossier.Id, b.Dossier.Id);
        });

        var places = new List<Place>();
        for (var i = 0; i < scored.Count;)
        {
            var first = scored[i];
            var group = scored.Skip(i).TakeWhile(x => x.Score == first.Score && Compare(s, first.Dossier, x.Dossier) == 0).Select(x => x.Dossier).ToArray();
            var broken = Chair(s, group);
            var ordered = broken is null ? group : [.. group.OrderBy(d => broken.Order.IndexOf(d.Id))];
            places.AddRange(ordered.Select((d, j) => new Place(d, first.Score, broken is null ? i + 1 : i + 1 + j, Score.Counted(s, d).Count)));
            i += group.Length;
        }

        return places;
    }

    private static Opinion Proposed(CallDefinition call, int rank, Rational score)
    {
        if (score < new Rational(call.Rules.Threshold, 1))
        {
            return Opinion.Unfavourable;
        }

        return rank <= call.Posts ? Opinion.Favourable : call.Rules.ReserveList ? Opinion.ReserveList : Opinion.Unfavourable;
    }

    /// <summary>By the declared breakers, the better first; 0 when they leave both equal.</summary>
    private static int Compare(State s, DossierState a, DossierState b) =>
        s.Call.Rules.TieBreakers.Select(breaker => Nullable.Compare(Value(s, b, breaker), Value(s, a, breaker))).FirstOrDefault(order => order != 0);

    /// <summary>The chair's order of exactly these dossiers; one made for another group says nothing about this one.</summary>
    private static TieBreakState? Chair(State s, DossierState[] group) =>
        group.Length < 2 ? null : s.TieBreaks.LastOrDefault(t => t.Order.Length == group.Length && group.All(d => t.Order.Contains(d.Id)));

    /// <summary>Null when the marks were erased.</summary>
    private static Rational? Value(State s, DossierState d, string breaker) =>
        Score.Breaker(s.Call.Grid, [.. Score.Counted(s, d).Select(p => p.Value)], breaker);

    private static TieResolution? Resolution(State s, DossierState above, DossierState d)
    {
        foreach (var breaker in s.Call.Rules.TieBreakers)
        {
            var (x, y) = (Value(s, above, breaker), Value(s, d, breaker));
            if (x is null || y is null)
            {
                return null;
            }

            if (x != y)
            {
                return new(above.Id, breaker, x, y, "");
            }
        }

        return s.TieBreaks.LastOrDefault(t => t.Order.Contains(above.Id) && t.Order.Contains(d.Id)) is { } chosen ? new(above.Id, "", null, null, chosen.Reason) : null;
    }
}
