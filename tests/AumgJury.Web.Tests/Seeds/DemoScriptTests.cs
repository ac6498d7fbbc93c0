using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Web.Seeds;

namespace AumgJury.Web.Tests.Seeds;

/// <summary>The script of the demo sitting agrees with the call, the marks and the hours of its description.</summary>
public sealed class DemoScriptTests
{
    private static readonly JsonElement[] Acts = Read();

    private static readonly CallDefinition Call = ((SeedRead<CallDefinition>.Accepted)SeedFolder.Read(SeedCopy.Original)).Value;

    private static readonly DemoMarks Marks = ((SeedRead<DemoMarks>.Accepted)DemoMarks.Read(SeedCopy.Original, Call)).Value;

    [Fact]
    public void Its_hours_never_go_back_and_start_after_the_demo_clock()
    {
        var hours = Acts.Select(a => a.GetProperty("at").GetString()!).ToArray();
        Assert.Equal(hours.Order(StringComparer.Ordinal), hours);
        Assert.True(string.CompareOrdinal(hours[0], "08:55:00") > 0);
    }

    [Theory]
    [InlineData("open-doors", "", "08:56")]
    [InlineData("open-sitting", "", "09:00")]
    [InlineData("adopt-rules", "", "09:12")]
    [InlineData("enter-room", "U1", "09:20")]
    [InlineData("close-dossier", "D02", "10:00")]
    [InlineData("enter-room", "U2", "10:00")]
    [InlineData("close-dossier", "D03", "10:20")]
    [InlineData("enter-room", "U3", "10:20")]
    [InlineData("close-dossier", "D05", "10:40")]
    [InlineData("enter-room", "U4", "10:40")]
    [InlineData("lose-seat", "M6", "10:44")]
    [InlineData("regain-seat", "M6", "10:49")]
    [InlineData("close-dossier", "D06", "11:05")]
    [InlineData("enter-room", "U5", "11:15")]
    [InlineData("close-dossier", "D09", "11:55")]
    [InlineData("enter-room", "U7", "12:05")]
    [InlineData("close-dossier", "D12", "12:45")]
    [InlineData("enter-room", "U6", "12:45")]
    [InlineData("close-dossier", "D10", "13:05")]
    [InlineData("start-final-deliberation", "", "13:05")]
    [InlineData("close-sitting", "", "13:50")]
    public void Its_hours_are_those_of_the_description(string act, string what, string minute)
    {
        var found = Acts.Single(a => Name(a) == act && (what.Length == 0 || Text(a, "university") == what || Text(a, "dossier") == what || Text(a, "seat") == what));
        Assert.StartsWith(minute, found.GetProperty("at").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void It_names_only_seats_universities_dossiers_and_criteria_of_the_call()
    {
        Assert.All(Of("by"), by => Assert.True(by == "presence" || Call.Seats.Any(s => s.Id == by), by));
        Assert.All(Of("seat"), seat => Assert.Contains(Call.Seats, s => s.Id == seat));
        Assert.All(Of("university").Concat(Of("with")), id => Assert.Contains(Call.Universities, u => u.Id == id));
        Assert.All(Of("dossier"), id => Assert.Contains(Call.Dossiers, d => d.Id == id && d.Admissibility == Admissibility.Admissible));
        Assert.All(Acts.Where(a => Name(a) == "draft-marks").SelectMany(a => a.GetProperty("criteria").EnumerateArray()), c => Assert.NotNull(Call.Grid.Find(c.GetString()!)));
    }

    [Fact]
    public void Every_act_is_a_command_and_has_its_members()
    {
        var commands = typeof(Command).GetCustomAttributes<JsonDerivedTypeAttribute>().ToDictionary(a => (string)a.TypeDiscriminator!, a => a.DerivedType, StringComparer.Ordinal);
        foreach (var act in Acts.Where(a => Name(a) is not ("expect" or "draft-marks" or "record-opinion")))
        {
            var asked = commands[Name(act)].GetConstructors().Select(c => c.GetParameters()).MaxBy(p => p.Length)!.Where(p => p.ParameterType != commands[Name(act)]);
            var given = act.EnumerateObject().Select(m => m.Name).Except(["at", "by", "act"], StringComparer.Ordinal);
            Assert.Equal(asked.Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name!)).Order(StringComparer.Ordinal), given.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Every_counted_sheet_is_drafted_whole_before_it_is_submitted_and_the_others_are_never_submitted()
    {
        foreach (var sheet in Marks.Sheets)
        {
            var acts = Acts.Where(a => Text(a, "by") == sheet.Member && Text(a, "dossier") == sheet.Dossier).ToArray();
            var submitted = Array.FindIndex(acts, a => Name(a) == "submit-grid");
            Assert.Equal(sheet.Counted, submitted >= 0);
            var drafted = acts.Take(sheet.Counted ? submitted : acts.Length).Where(a => Name(a) == "draft-marks").SelectMany(a => a.GetProperty("criteria").EnumerateArray().Select(c => c.GetString()!));
            Assert.Equal(sheet.Marks.Keys.Order(StringComparer.Ordinal), drafted.Order(StringComparer.Ordinal));
        }

        Assert.Equal(Marks.Sheets.Count(s => s.Counted), Acts.Count(a => Name(a) == "submit-grid"));
    }

    [Fact]
    public void Nobody_submits_before_the_presenter_is_out_or_after_the_reveal()
    {
        foreach (var dossier in Marks.Opinions.Select(o => o.Dossier))
        {
            var university = Call.Dossiers.Single(d => d.Id == dossier).University;
            var exit = Array.FindIndex(Acts, a => Name(a) == "order-exit" && Text(a, "university") == university);
            var reveal = Array.FindIndex(Acts, a => Name(a) == "reveal" && Text(a, "dossier") == dossier);
            var submits = Enumerable.Range(0, Acts.Length).Where(i => Name(Acts[i]) == "submit-grid" && Text(Acts[i], "dossier") == dossier).ToArray();
            Assert.All(submits, i => Assert.InRange(i, exit + 1, reveal - 1));
            Assert.NotEmpty(submits);
        }
    }

    [Fact]
    public void Every_heard_dossier_is_discussed_given_its_opinion_and_decided_in_the_order_of_the_ranking()
    {
        string[] ranking = ["D09", "D08", "D01", "D11", "D02", "D03", "D05", "D06", "D10", "D12"];
        foreach (var act in (string[])["discuss", "record-opinion", "end-discussion", "decide-dossier"])
        {
            Assert.Equal(ranking, Acts.Where(a => Name(a) == act).Select(a => Text(a, "dossier")));
        }

        Assert.Equal(ranking.Order(StringComparer.Ordinal), Marks.Opinions.Select(o => o.Dossier).Order(StringComparer.Ordinal));
        Assert.All(Marks.Opinions, o => Assert.InRange(o.Motive.Length, 10, 4000));
    }

    private static IEnumerable<string> Of(string member) => Acts.Select(a => Text(a, member)).OfType<string>();

    private static string Name(JsonElement act) => act.GetProperty("act").GetString()!;

    private static string? Text(JsonElement act, string member) => act.TryGetProperty(member, out var value) ? value.GetString() : null;

    private static JsonElement[] Read()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(SeedCopy.Original, "script.json")));
        return [.. json.RootElement.Clone().EnumerateArray()];
    }
}
