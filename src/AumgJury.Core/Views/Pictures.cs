using AumgJury.Core.Calls;
using AumgJury.Core.Scoring;
using AumgJury.Core.Sittings;

namespace AumgJury.Core.Views;

/// <summary>
/// Whether the picture of a round (dots, counts and means of a criterion), beside one that its reader saw before, would tell one person's marks: two pictures that differ by one grid
/// of somebody else tell it both before and after (docs/decisions/0009). Where one part would, the whole is put away: which parts are missing would say where that one grid changed, and the
/// score by how much. The score itself is always shown: it is what the jury decides on.
/// </summary>
internal static class Pictures
{
    /// <summary>Of the last picture, which is the one that ranks.</summary>
    public static PutAway? OfLast(State s, DossierState d, string? reader) => d.Rounds.IsEmpty ? null : Of(s, d, d.Rounds[^1], reader);

    /// <param name="reader">The seat that knows its own grid; null for a reader who has none.</param>
    public static PutAway? Of(State s, DossierState d, RevealedRound round, string? reader)
    {
        // Where the rules put names on the dots there is nothing to guess.
        if (s.Call.Rules.NamesOnDots)
        {
            return null;
        }

        if (round.Seen.Any(seat => !s.MayVote(s.Seats[seat], d)))
        {
            return PutAway.Afterwards;
        }

        if (round.Round == 1)
        {
            return null;
        }

        var criteria = s.Call.Grid.Criteria;
        return Tells(s, d, round, reader, sheet => criteria.Sum(c => c.Weight * sheet.Marks[c.Id].Mark!.Value))
            || criteria.Any(c => Tells(s, d, round, reader, sheet => sheet.Marks[c.Id].Mark!.Value)) ? PutAway.SecondRound : null;
    }

    /// <summary>Whether this part, beside the first round's, differs by one grid of somebody else.</summary>
    private static bool Tells(State s, DossierState d, RevealedRound round, string? reader, Func<Sheet, int> value)
    {
        var first = d.Rounds[0];
        var now = Score.Counted(s, d, round).ToDictionary(x => x.Key, x => value(x.Value), StringComparer.Ordinal);
        var seen = first.Seen.ToDictionary(seat => seat, seat => value(first.Sheets[seat]), StringComparer.Ordinal);

        // Whose grid went with a recusal is known to all: it hides nobody.
        var gone = seen.Keys.Where(seat => !s.MayVote(s.Seats[seat], d)).ToHashSet(StringComparer.Ordinal);
        var unknown = now.Keys.Union(seen.Keys).Count(seat => seat != reader && !gone.Contains(seat) && !(now.TryGetValue(seat, out var x) && seen.TryGetValue(seat, out var y) && x == y));
        return unknown == 1 || (unknown == 0 && gone.Count > 0);
    }
}
