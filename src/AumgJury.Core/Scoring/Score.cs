using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;

namespace AumgJury.Core.Scoring;

/// <summary>
/// The official score (statistics, 1): S_ij = 100 · Σ w (x / 5) / Σ w on complete grids; the mean over counted members.
/// Never an abstention as zero, always divided by the sum of the weights.
/// </summary>
internal static class Score
{
    /// <summary>One complete grid, out of 100.</summary>
    public static Rational OfSheet(Grid grid, Sheet sheet) => Part(grid, [sheet], _ => true, grid.TotalWeight);

    /// <summary>The mean of the counted sheets out of 100; null when there is none.</summary>
    public static Rational? Mean(Grid grid, IReadOnlyCollection<Sheet> sheets) =>
        sheets.Count == 0 ? null : Part(grid, sheets, _ => true, grid.TotalWeight);

    /// <summary>
    /// The mean of a sub-total (a group such as C, in points out of 100) or of one criterion's mark (0 to 5): what a tie-breaker compares.
    /// </summary>
    public static Rational? Breaker(Grid grid, IReadOnlyCollection<Sheet> sheets, string id)
    {
        if (sheets.Count == 0)
        {
            return null;
        }

        return grid.Find(id) is not null
            ? new Rational(sheets.Sum(x => (long)x.Marks[id].Mark!.Value), sheets.Count)
            : Part(grid, sheets, c => c.Group == id, grid.TotalWeight);
    }

    private static Rational Part(Grid grid, IReadOnlyCollection<Sheet> sheets, Func<Criterion, bool> counts, int totalWeight)
    {
        long points = 0;
        foreach (var sheet in sheets)
        {
            foreach (var criterion in grid.Criteria.Where(counts))
            {
                points += (long)criterion.Weight * sheet.Marks[criterion.Id].Mark!.Value;
            }
        }

        return new Rational(100 * points, (long)Grid.HighestMark * totalWeight * sheets.Count);
    }

    /// <summary>The grids that count for a dossier: those of the last reveal, complete, of members whom nothing bars since.</summary>
    public static IReadOnlyList<KeyValuePair<string, Sheet>> Counted(State s, DossierState d) =>
        d.Rounds.IsEmpty ? [] : Counted(s, d, d.Rounds[^1]);

    public static IReadOnlyList<KeyValuePair<string, Sheet>> Counted(State s, DossierState d, RevealedRound round) =>
        [.. round.Sheets.Where(p => !p.Value.Abstained && !p.Value.Erased && s.MayVote(s.Seats[p.Key], d))];

    /// <summary>The official score of a revealed dossier; null before a reveal, or with no grid counted.</summary>
    public static Rational? Of(State s, DossierState d) => Mean(s.Call.Grid, [.. Counted(s, d).Select(p => p.Value)]);
}
