using System.Text.Json;

namespace AumgJury.Web.Tests.Seeds;

/// <summary>
/// The demo's marks give the figures of its description, to the last digit. Read and computed here on its own, with whole numbers only:
/// a score times five times the number of voters is the sum of weight times mark over all sheets.
/// </summary>
public sealed class DemoFiguresTests
{
    private static readonly string[] Criteria = ["A1", "A2", "B1", "B2", "B3", "B4", "C1", "C2", "C3", "C4"];
    private static readonly int[] Weights = [8, 12, 10, 10, 10, 5, 15, 12, 10, 8];

    private static readonly (string Dossier, int Voters, int[] Means, int ScoreTimesTen)[] Table =
    [
        ("D01", 8, [5, 4, 5, 4, 4, 4, 3, 5, 5, 3], 834),
        ("D02", 8, [5, 3, 4, 4, 4, 3, 5, 4, 4, 4], 812),
        ("D03", 8, [4, 3, 4, 4, 3, 3, 5, 5, 3, 4], 780),
        ("D05", 8, [5, 2, 4, 5, 4, 3, 2, 4, 5, 2], 706),
        ("D06", 8, [4, 3, 3, 3, 3, 3, 5, 3, 3, 4], 692),
        ("D08", 7, [5, 4, 4, 4, 5, 4, 4, 5, 5, 3], 864),
        ("D09", 7, [3, 5, 4, 5, 5, 5, 4, 5, 5, 4], 902),
        ("D10", 8, [5, 3, 4, 3, 4, 2, 4, 3, 3, 3], 692),
        ("D11", 8, [4, 4, 4, 3, 3, 4, 5, 5, 4, 5], 830),
        ("D12", 8, [3, 1, 2, 2, 2, 1, 4, 1, 2, 3], 434),
    ];

    private static readonly Sheet[] Sheets = Read();

    private sealed record Sheet(string Dossier, string Member, bool Counted, int[] Marks)
    {
        /// <summary>Five times the total out of 100.</summary>
        public int FiveTotals => Marks.Zip(Weights, (m, w) => m * w).Sum();
    }

    [Fact]
    public void Every_mean_and_every_score_is_exactly_that_of_the_table()
    {
        foreach (var (dossier, voters, means, score) in Table)
        {
            var counted = Sheets.Where(s => s.Dossier == dossier && s.Counted).ToArray();
            Assert.Equal(voters, counted.Select(s => s.Member).Distinct().Count());
            Assert.Equal(voters, counted.Length);
            Assert.Equal(means.Select(m => m * voters), Criteria.Select((_, i) => counted.Sum(s => s.Marks[i])));
            Assert.Equal(score * voters, counted.Sum(s => s.FiveTotals) * 2);
        }

        Assert.Equal(Table.Select(t => t.Dossier), Sheets.Select(s => s.Dossier).Distinct());
        Assert.All(Sheets.SelectMany(s => s.Marks), mark => Assert.InRange(mark, 0, 5));
    }

    [Fact]
    public void D08_has_the_seven_totals_of_the_worked_example_and_a_perfect_sheet_that_does_not_count()
    {
        var sheets = Sheets.Where(s => s.Dossier == "D08").ToArray();
        Assert.Equal(
            [("M1", 894), ("M2", 884), ("M4", 888), ("M5", 844), ("M6", 826), ("M7", 868), ("M8", 844)],
            sheets.Where(s => s.Counted).Select(s => (s.Member, s.FiveTotals * 2)));
        var perfect = Assert.Single(Sheets, s => !s.Counted);
        Assert.Equal(("D08", "M3", 500), (perfect.Dossier, perfect.Member, perfect.FiveTotals));

        // With it the mean would be 88.1: 7 x 86.4 + 100 = 704.8, over 8 voters.
        Assert.Equal(8810, sheets.Sum(s => s.FiveTotals) * 20 / 8);
    }

    [Fact]
    public void D06_is_before_D10_on_the_sub_total_C()
    {
        Assert.Equal(346 * 8, SubTotalC("D06"));
        Assert.Equal(300 * 8, SubTotalC("D10"));
        static int SubTotalC(string dossier) => Sheets.Where(s => s.Dossier == dossier).Sum(s => Enumerable.Range(6, 4).Sum(i => s.Marks[i] * Weights[i])) * 2;
    }

    [Fact]
    public void Members_do_not_all_think_the_same()
    {
        foreach (var (dossier, _, _, _) in Table)
        {
            Assert.True(Sheets.Where(s => s.Dossier == dossier && s.Counted).Select(s => s.FiveTotals).Distinct().Count() >= 5, dossier);
        }
    }

    private static Sheet[] Read()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(SeedCopy.Original, "marks.json")));
        return
        [
            .. json.RootElement.GetProperty("sheets").EnumerateArray().Select(s => new Sheet(
                s.GetProperty("dossier").GetString()!,
                s.GetProperty("member").GetString()!,
                s.GetProperty("counted").GetBoolean(),
                [.. Criteria.Select(c => s.GetProperty("marks").GetProperty(c).GetInt32())])),
        ];
    }
}
