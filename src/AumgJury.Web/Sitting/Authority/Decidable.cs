using AumgJury.Core.Sittings;
using AumgJury.Core.Views;

namespace AumgJury.Web.Sitting.Authority;

/// <summary>A dossier that the authority decides on: ranked, or judged without a score.</summary>
/// <param name="Where">Its structure and University.</param>
/// <param name="Rank">Null without a score.</param>
/// <param name="Score">Out of 100; null when no grid counts.</param>
/// <param name="Amount">Euros that it commits when selected.</param>
public sealed record Decidable(string Dossier, string Nominee, string Where, int? Rank, decimal? Score, decimal Amount)
{
    /// <summary>Those of the ranking from the first to the last, then those without a score.</summary>
    public static IReadOnlyList<Decidable> Of(Board board)
    {
        ArgumentNullException.ThrowIfNull(board);
        return [
            .. board.Rows.Select(r => new Decidable(r.Dossier, r.Nominee, $"{r.Structure} · {r.UniversityName}", r.Rank, r.Score, r.Amount)),
            .. board.Unranked.Where(r => r.Reason == UnrankedReason.NoGrid).Select(r => new Decidable(r.Dossier, r.Nominee, r.UniversityName, null, null, r.Amount)),
        ];
    }
}

/// <summary>What the decisions come to: how many are selected for how many posts, and what they commit of the envelope.</summary>
public sealed record Commitments(int Selected, int Posts, decimal Committed, decimal Envelope)
{
    public bool Exceeds => Selected > Posts || Committed > Envelope;

    /// <summary>As decided; with <paramref name="more"/> selected besides.</summary>
    public static Commitments Of(Board board, IEnumerable<Decision> decisions, params Decidable[] more)
    {
        ArgumentNullException.ThrowIfNull(board);
        var selected = decisions.Where(d => d.Outcome == DecisionOutcome.Selected).Select(d => d.Dossier).Union(more.Select(m => m.Dossier)).ToHashSet(StringComparer.Ordinal);
        var chosen = Decidable.Of(board).Where(d => selected.Contains(d.Dossier)).ToArray();
        return new(chosen.Length, board.Posts, chosen.Sum(d => d.Amount), board.Envelope);
    }
}
