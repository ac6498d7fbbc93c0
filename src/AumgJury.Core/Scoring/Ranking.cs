using AumgJury.Core.Calls;
using AumgJury.Core.Funding;
using AumgJury.Core.Sittings;

namespace AumgJury.Core.Scoring;

/// <summary>What separated a dossier from the one above it.</summary>
/// <param name="By">The sub-total's or criterion's id; empty when the chair decided.</param>
internal sealed record TieResolution(string Above, string By, Rational? AboveValue, Rational? Value, string Reason);

/// <param name="Rank">From 1; dossiers left tied share it.</param>
/// <param name="Proposed">What posts, threshold and reserve list make of this place.</param>
/// <param name="Cumulated">Euros committed down to here; null below the line.</param>
internal sealed record RankedDossier(DossierState Dossier, int Rank, Rational Score, Opinion Proposed, decimal? Cumulated, TieResolution? Tie, bool TiedWithAbove);

/// <summary>The ranking: score, then the declared breakers, then the chair's reasoned order (statistics, 8).</summary>
internal static class Ranking
{
    public static IReadOnlyList<RankedDossier> Of(State s)
    {
        var scored = s.Judged.Select(d => (Dossier: d, Score: Score.Of(s, d))).Where(x => x.Score is not null).Select(x => (x.Dossier, Score: x.Score!.Value)).ToList();
        scored.Sort((a, b) =>
        {
            var byScore = b.Score.CompareTo(a.Score);
            return byScore != 0 ? byScore : Compare(s, a.Dossier, b.Dossier) is var tie && tie != 0 ? tie : string.CompareOrdinal(a.Dossier.Id, b.Dossier.Id);
        });

        var ranked = new List<RankedDossier>();
        var cumulated = 0m;
        for (var i = 0; i < scored.Count; i++)
        {
            var (dossier, score) = scored[i];
            var equal = i > 0 && scored[i - 1].Score == score;
            var tied = equal && Compare(s, scored[i - 1].Dossier, dossier) == 0;
            var rank = tied ? ranked[^1].Rank : i + 1;
            var proposed = Proposed(s.Call, rank, score);
            if (proposed == Opinion.Favourable)
            {
                cumulated += Commitment.Full(s.Call.MonthlyAmount, dossier.Definition.Kind);
            }

            ranked.Add(new(dossier, rank, score, proposed, proposed == Opinion.Favourable ? cumulated : null, equal && !tied ? Resolution(s, scored[i - 1].Dossier, dossier) : null, tied));
        }

        return ranked;
    }

    /// <summary>Ties that the rules leave open and that decide who has the last post: the chair must settle these.</summary>
    public static IReadOnlyList<RankedDossier[]> OpenTies(State s)
    {
        var groups = Of(s).GroupBy(r => r.Rank).Where(g => g.Count() > 1).Select(g => g.ToArray());
        return [.. groups.Where(g => g[0].Rank <= s.Call.Posts && g[0].Rank + g.Length - 1 > s.Call.Posts && g[0].Proposed == Opinion.Favourable)];
    }

    private static Opinion Proposed(CallDefinition call, int rank, Rational score)
    {
        if (score < new Rational(call.Rules.Threshold, 1))
        {
            return Opinion.Unfavourable;
        }

        return rank <= call.Posts ? Opinion.Favourable : call.Rules.ReserveList ? Opinion.ReserveList : Opinion.Unfavourable;
    }

    private static int Compare(State s, DossierState a, DossierState b)
    {
        foreach (var breaker in s.Call.Rules.TieBreakers)
        {
            if (Value(s, b, breaker).CompareTo(Value(s, a, breaker)) is var order && order != 0)
            {
                return order;
            }
        }

        return Chair(s, a.Id, b.Id) is { } t ? t.Order.IndexOf(a.Id) - t.Order.IndexOf(b.Id) : 0;
    }

    private static TieBreakState? Chair(State s, string a, string b) => s.TieBreaks.LastOrDefault(t => t.Order.Contains(a) && t.Order.Contains(b));

    private static Rational Value(State s, DossierState d, string breaker) =>
        Score.Breaker(s.Call.Grid, [.. Score.Counted(s, d).Select(p => p.Value)], breaker)!.Value;

    private static TieResolution Resolution(State s, DossierState above, DossierState d)
    {
        foreach (var breaker in s.Call.Rules.TieBreakers)
        {
            var (x, y) = (Value(s, above, breaker), Value(s, d, breaker));
            if (x != y)
            {
                return new(above.Id, breaker, x, y, "");
            }
        }

        return new(above.Id, "", null, null, Chair(s, above.Id, d.Id)!.Reason);
    }
}
