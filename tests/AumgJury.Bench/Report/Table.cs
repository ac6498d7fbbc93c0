using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AumgJury.Bench.Report;

/// <summary>One figure of a run, held against its floor of the same run.</summary>
/// <param name="What">What was measured, in words.</param>
/// <param name="Here">What the application needed, with its unit.</param>
/// <param name="Floor">What the floor needed, with its unit; empty when the figure has none.</param>
/// <param name="Ratio">Here / floor; null when the figure has no floor.</param>
/// <param name="Goal">The goal in words; empty when the figure is only reported.</param>
/// <param name="Met">Whether the goal is met; null when there is none, or nobody judged it.</param>
internal sealed record Row(string What, string Here, string Floor, double? Ratio, string Goal, bool? Met);

/// <summary>A titled table that reads the same in a terminal and as Markdown.</summary>
internal sealed partial class Table(string title, string about)
{
    private static readonly string[] Head = ["What", "Here", "Floor", "Ratio", "Goal", "Met"];
    private readonly List<Row> _rows = [];
    private readonly List<string> _notes = [];

    /// <param name="what">Begins with spaces when the row belongs to the one above.</param>
    /// <param name="met">Needed when the goal is not a bound of the ratio alone; such a bound is judged here, on the ratio before it is rounded.</param>
    public void Add(string what, string here, string floor = "", double? ratio = null, string goal = "", bool? met = null)
    {
        var row = new Row(what.StartsWith(' ') ? "↳ " + what.TrimStart() : what, here, floor, ratio, goal, met ?? Judge(ratio, goal));
        _rows.Add(row);
        Console.Error.WriteLine($"  {row.What}: {here}{(floor.Length > 0 ? $"   floor {floor}" : "")}{(ratio is { } r ? $"   {Number(r)}x" : "")}{(row.Met is { } m ? $"   goal {goal}: {Words(m)}" : "")}");
    }

    public void Note(string words) => _notes.Add(words);

    public string Markdown()
    {
        string[][] cells = [Head, .. _rows.Select(r => new[] { r.What, r.Here, r.Floor, r.Ratio is { } x ? $"{Number(x)}x" : "", r.Goal, Words(r.Met) })];
        var widths = Head.Select((_, i) => cells.Max(row => row[i].Length)).ToArray();
        var text = new StringBuilder($"## {title}\n\n{about}\n\n");
        text.Append(Line(cells[0], widths)).Append('|').AppendJoin('|', widths.Select(w => new string('-', w + 2))).Append("|\n");
        foreach (var row in cells.Skip(1))
        {
            text.Append(Line(row, widths));
        }

        foreach (var note in _notes)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{note}\n");
        }

        return text.ToString();
    }

    /// <summary>Only a goal that is a bound of the ratio and nothing else: "&lt;= 1.1x", "p99 &lt;= 2x (of what)", "&gt;= 0.50x".</summary>
    private static bool? Judge(double? ratio, string goal) =>
        ratio is { } known && Bound().Match(goal) is { Success: true } bound
        && double.Parse(bound.Groups["most"].Value, CultureInfo.InvariantCulture) is var limit
            ? bound.Groups["side"].Value == "<=" ? known <= limit : known >= limit
            : null;

    [GeneratedRegex(@"^(p99 )?(?<side><=|>=) (?<most>\d+(\.\d+)?)x( \([^)]*\))?$")]
    private static partial Regex Bound();

    private static string Words(bool? met) => met switch { true => "yes", false => "no", null => "" };

    private static string Line(string[] row, int[] widths) =>
        "|" + string.Join('|', row.Select((cell, i) => $" {cell.PadRight(widths[i])} ")) + "|\n";

    private static string Number(double value) => value.ToString(value < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture);
}
