using System.Globalization;
using System.Text;

namespace AumgJury.Bench.Report;

/// <summary>One figure of a run, held against its floor of the same run.</summary>
/// <param name="What">What was measured, in words.</param>
/// <param name="Here">What the application needed, with its unit.</param>
/// <param name="Floor">What the floor needed, with its unit; empty when the figure has none.</param>
/// <param name="Ratio">Here / floor; null when the figure has no floor.</param>
/// <param name="Goal">The goal in words; empty when the figure is only reported.</param>
internal sealed record Row(string What, string Here, string Floor, double? Ratio, string Goal);

/// <summary>A titled table that reads the same in a terminal and as Markdown.</summary>
internal sealed class Table(string title, string about)
{
    private readonly List<Row> _rows = [];
    private readonly List<string> _notes = [];

    public void Add(string what, string here, string floor = "", double? ratio = null, string goal = "")
    {
        _rows.Add(new(what, here, floor, ratio, goal));
        Console.Error.WriteLine($"  {what}: {here}{(floor.Length > 0 ? $"   floor {floor}" : "")}{(ratio is { } r ? $"   {Number(r)}x" : "")}");
    }

    public void Note(string words) => _notes.Add(words);

    public string Markdown()
    {
        string[][] cells =
        [
            ["What", "Here", "Floor", "Ratio", "Goal"],
            .. _rows.Select(r => new[] { r.What, r.Here, r.Floor, r.Ratio is { } x ? $"{Number(x)}x" : "", r.Goal }),
        ];
        var widths = Enumerable.Range(0, 5).Select(i => cells.Max(row => row[i].Length)).ToArray();
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

    private static string Line(string[] row, int[] widths) =>
        "|" + string.Join('|', row.Select((cell, i) => $" {cell.PadRight(widths[i])} ")) + "|\n";

    private static string Number(double value) => value.ToString(value < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture);
}
