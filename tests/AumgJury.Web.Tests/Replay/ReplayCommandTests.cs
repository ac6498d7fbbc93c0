using System.Globalization;
using System.Text.Json;
using AumgJury.Web.Hosting;
using AumgJury.Web.Replay;
using AumgJury.Web.Storage;
using AumgJury.Web.Tests.Seeds;

namespace AumgJury.Web.Tests.Replay;

/// <summary>The replay from the command line: a table or JSON and 0; else one clear line and another code.</summary>
public sealed class ReplayCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("aumgjury-command-").FullName;
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;

    public ReplayCommandTests() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr-FR");

    public void Dispose()
    {
        CultureInfo.CurrentUICulture = _before;
        TemporaryFolder.Remove(_folder);
    }

    [Fact]
    public async Task It_prints_the_ranking_the_decisions_and_the_commitment_as_a_table()
    {
        var (code, lines) = await Run(SeedCopy.Original);
        Assert.Equal(0, code);
        var ranked = lines.Where(l => l.TrimStart().Split(' ')[0] is var first && int.TryParse(first, CultureInfo.InvariantCulture, out _)).ToArray();
        Assert.Equal(10, ranked.Length);
        Assert.Matches(@"^ +1  D09 +Dr J\. Arrighi +Val-de-Bièvre +90,2  Favorable +Retenu +24 000 € +24 000 €$", ranked[0]);
        Assert.Matches(@"^ +8  D06 .*69,2  Favorable +Retenu +48 000 € +360 000 €$", ranked[7]);
        Assert.Matches(@"^ +9  D10 .*69,2  Liste complémentaire +Liste complémentaire$", ranked[8]);
        Assert.Matches("^ *10  D12 .*43,4  Défavorable +Non retenu$", ranked[9]);
        Assert.Contains(lines, l => l == "D06 avant D10. À égalité à 69,2. Départage : sous-total C, 34,6 contre 30,0.");
        Assert.Contains(lines, l => l == "Engagement : 360 000 €, pour une enveloppe de 360 000 €.");
        Assert.Equal(["D04", "D07"], lines.Where(l => l.StartsWith("Hors classement", StringComparison.Ordinal)).Select(l => l.Split(' ')[3].TrimEnd(',')));
    }

    [Fact]
    public async Task It_prints_JSON_for_a_machine()
    {
        var (code, lines) = await Run(SeedCopy.Original, json: true);
        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(string.Join('\n', lines));
        Assert.Equal(360_000m, json.RootElement.GetProperty("commitment").GetDecimal());
        var first = json.RootElement.GetProperty("ranking")[0];
        Assert.Equal(("D09", 90.2m, "selected"), (first.GetProperty("dossier").GetString(), first.GetProperty("score").GetDecimal(), first.GetProperty("decision").GetString()));
    }

    [Fact]
    public async Task A_second_replay_into_the_same_folder_is_refused_and_changes_nothing()
    {
        await Run(SeedCopy.Original);
        var files = new CallFiles(_folder, "idf-2021");
        var before = await File.ReadAllBytesAsync(files.Journal, TestContext.Current.CancellationToken);
        var (code, lines) = await Run(SeedCopy.Original);
        Assert.Equal(1, code);
        Assert.Contains("idf-2021", Assert.Single(lines), StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(files.Journal, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_folder_in_use_is_refused_in_one_line()
    {
        using var held = FolderLock.Take(_folder);
        var (code, lines) = await Run(SeedCopy.Original);
        Assert.Equal(1, code);
        Assert.Contains(_folder, Assert.Single(lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"act\": \"adopt-rules\"", "\"act\": \"open-doors\"", "WrongPhase")]
    [InlineData("\"score\": \"86.4\"", "\"score\": \"88.1\"", "86.4")]
    [InlineData("\"act\": \"adopt-rules\"", "\"act\": \"fly-away\"", "fly-away")]
    [InlineData("\"by\": \"M1\", \"act\": \"adopt-rules\"", "\"by\": \"M9\", \"act\": \"adopt-rules\"", "M9")]
    [InlineData("\"criteria\": [\"A1\"", "\"criteria\": [\"Z1\"", "Z1")]
    [InlineData("\"at\": \"09:12:00\"", "\"at\": \"9 h 12\"", "9 h 12")]
    public async Task A_script_that_cannot_be_played_is_said_with_its_line(string old, string with, string said)
    {
        using var seed = new SeedCopy();
        var line = seed.Replace(ReplayScript.FileName, old, with);
        var (code, lines) = await Run(seed.Folder);
        Assert.Equal(1, code);
        Assert.Contains($"script.json, ligne {line}", Assert.Single(lines), StringComparison.Ordinal);
        Assert.Contains(said, lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_script_is_said()
    {
        using var seed = new SeedCopy();
        File.Delete(Path.Combine(seed.Folder, ReplayScript.FileName));
        var (code, lines) = await Run(seed.Folder);
        Assert.Equal(1, code);
        Assert.StartsWith("script.json", Assert.Single(lines), StringComparison.Ordinal);
    }

    /// <summary>The lines, with ordinary spaces and apostrophes.</summary>
    private async Task<(int Code, string[] Lines)> Run(string seed, bool json = false)
    {
        await using var output = new StringWriter();
        var house = new HouseOptions(_folder, Demo: true, Showcase: false, Replay: true, Fast: true, json);
        var code = await ReplayCommand.RunAsync(house, seed, output);
        var plain = output.ToString().Replace('\u00a0', ' ').Replace('\u202f', ' ').Replace('’', '\'');
        return (code, plain.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
