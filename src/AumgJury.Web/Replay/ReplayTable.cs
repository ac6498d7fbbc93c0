using AumgJury.Core.Views;
using AumgJury.Web.Texts;

namespace AumgJury.Web.Replay;

/// <summary>A result as a table for a terminal, in the visit's language.</summary>
internal sealed class ReplayTable(HouseCulture visit)
{
    private readonly TextsOf<ReplayTexts> _texts = new(visit);
    private readonly TextsOf<BoardTexts> _board = new(visit);
    private readonly Say _say = new(visit.Culture);

    public IEnumerable<string> Lines(ReplayResult result)
    {
        yield return result.Title;
        yield return _texts["Heading", result.Organisation, _say.Day(result.SittingDate), result.Posts, result.Threshold];
        yield return "";
        string[] heads = ["Rank", "Dossier", "Nominee", "University", "Score", "Opinion", "Decision", "Amount", "Cumulated"];
        foreach (var line in Aligned([[.. heads.Select(h => _texts["Head_" + h])], .. result.Ranking.Select(Cells)], right: [0, 4, 7, 8]))
        {
            yield return line;
        }

        foreach (var tied in result.Ranking.Where(r => r.Tie is not null))
        {
            yield return _texts["Tied", tied.Tie!.Above, tied.Dossier, Broken(tied)];
        }

        yield return "";
        foreach (var outside in result.Unranked)
        {
            var reason = _texts[$"Unranked_{outside.Reason}"];
            yield return _texts["Unranked", outside.Dossier, outside.Nominee, outside.University, outside.Text.Length == 0 ? reason : $"{reason} ({outside.Text.TrimEnd('.')})"];
        }

        yield return "";
        yield return _texts["Commitment", _say.Euros(result.Commitment), _say.Euros(result.Envelope)];
        yield return _texts["Journal", result.JournalLines, result.HeadHash];
    }

    private string Broken(RankedLine r) => r.Tie is { AboveValue: { } above, Value: { } value }
        ? _board["Tie", _say.Score(r.Score), r.Tie.By, _say.Score(above), _say.Score(value), ""]
        : r.Tie!.Reason;

    private string[] Cells(RankedLine r) =>
    [
        $"{r.Rank}",
        r.Dossier,
        r.Nominee,
        r.University,
        _say.Score(r.Score),
        r.Opinion is { } opinion ? _texts[$"Opinion_{opinion}"] : "",
        r.Decision is { } decision ? _texts[$"Decision_{decision}"] : "",
        r.Decision is Core.Sittings.DecisionOutcome.Selected ? _say.Euros(r.Amount) : "",
        r.Cumulated is { } cumulated ? _say.Euros(cumulated) : "",
    ];

    private static IEnumerable<string> Aligned(string[][] rows, HashSet<int> right)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(c => rows.Max(r => r[c].Length)).ToArray();
        return rows.Select(r => string.Join("  ", r.Select((cell, c) => right.Contains(c) ? cell.PadLeft(widths[c]) : cell.PadRight(widths[c]))).TrimEnd());
    }
}
