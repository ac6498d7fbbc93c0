using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using AumgJury.Core.Sittings;
using AumgJury.Core.Tests.Kit;

namespace AumgJury.Core.Tests.Journal;

/// <summary>
/// Events live as long as the journals do: an explicit versioned name each, and one kept sample a version. Samples come from a played
/// history (set AUMGJURY_WRITE_SAMPLES=1 once for a new event); a sample that exists is never written again.
/// </summary>
public sealed class EventTests
{
    private static readonly (Type Type, string Name)[] Events = [.. typeof(Event).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(a => (a.DerivedType, (string)a.TypeDiscriminator!))];

    [Fact]
    public void Every_event_has_an_explicit_versioned_name()
    {
        Assert.Equal(typeof(Event).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Event))).OrderBy(t => t.Name), Events.Select(e => e.Type).OrderBy(t => t.Name));
        Assert.All(Events, e => Assert.Matches(new Regex(@"^[a-z]+(-[a-z]+)*\.v[1-9]$"), e.Name));
        Assert.Equal(Events.Length, Events.Select(e => e.Name).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Each_kept_sample_is_read_and_written_as_it_was()
    {
        if (System.Environment.GetEnvironmentVariable("AUMGJURY_WRITE_SAMPLES") == "1")
        {
            WriteMissing();
        }

        Assert.Equal(Events.Select(e => e.Name).Order(StringComparer.Ordinal), Directory.GetFiles(Folder(), "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal));
        foreach (var (type, name) in Events)
        {
            var text = File.ReadAllText(Path.Combine(Folder(), name + ".json")).Trim();
            var read = JsonSerializer.Deserialize<Event>(text, JournalJson.Options);
            Assert.IsType(type, read);
            Assert.Empty(Lost(JsonNode.Parse(text), JsonNode.Parse(JsonSerializer.Serialize(read, JournalJson.Options)), name));
        }
    }

    /// <summary>What a sample says and its writing again does not. A member that came later, with a default, is not in an old sample.</summary>
    private static IEnumerable<string> Lost(JsonNode? kept, JsonNode? written, string path) => (kept, written) switch
    {
        (JsonObject k, JsonObject w) => k.SelectMany(m => w.ContainsKey(m.Key) ? Lost(m.Value, w[m.Key], $"{path}.{m.Key}") : [$"{path}.{m.Key}"]),
        (JsonArray k, JsonArray w) when k.Count == w.Count => k.Zip(w).SelectMany((pair, i) => Lost(pair.First, pair.Second, $"{path}[{i}]")),
        _ => JsonNode.DeepEquals(kept, written) ? [] : [path],
    };

    [Fact]
    public void What_the_samples_sealed_is_read_and_written_as_it_was()
    {
        Same<DraftContent>(Sample<DraftKept>("draft-kept.v1").Content);
        Same<NoteContent>(Sample<NoteKept>("note-kept.v1").Content);
        Same<SheetContent>(Sample<GridSubmitted>("grid-submitted.v1").Content);
        Same<PersonText>(Sample<PresenterReplaced>("presenter-replaced.v1").Person);
        Same<PersonText>(Sample<CallOpened>("call-opened.v1").People[0]);
        Same<DossierText>(Sample<CallOpened>("call-opened.v1").Dossiers[0]);
    }

    private static T Sample<T>(string name)
        where T : Event => (T)JsonSerializer.Deserialize<Event>(File.ReadAllText(Path.Combine(Folder(), name + ".json")), JournalJson.Options)!;

    private static void Same<T>(Sealed kept)
    {
        var clear = new FakeKeys().Open(kept.Key, kept.Cipher)!;
        Assert.Equal(Encoding.UTF8.GetString(clear), JsonSerializer.Serialize(JsonSerializer.Deserialize<T>(clear, JournalJson.Options), JournalJson.Options));
    }

    [Fact]
    public void Each_sample_folds_in_the_history_it_comes_from() => Assert.All(FullHistory.Of(), p =>
    {
        var again = p.Lines.Aggregate(CallState.Empty(p.Keys.Open), (state, line) => state.Apply(line));
        Assert.Equal(p.AllViews(), Play.AllViews(again));
    });

    [Fact]
    public void A_journal_of_earlier_versions_loads_and_folds_as_it_did()
    {
        var p = Play.AtTheDoors(Small.Call());
        p.EveryoneConfirms();
        p.Do("M4", new StepOut());
        var again = p.Lines.Aggregate(CallState.Empty(p.Keys.Open), (state, line) => state.Apply(Earlier(line)));
        Assert.Equal(p.AllViews(), Play.AllViews(again));
        Assert.Equal(Events.Select(e => e.Name).Where(n => n.EndsWith(".v2", StringComparison.Ordinal)).Order(StringComparer.Ordinal), Downgraded.Order(StringComparer.Ordinal));
    }

    /// <summary>The later versions that the history above writes.</summary>
    private static readonly string[] Downgraded = ["doors-opened.v2", "room-proven.v2", "stepped-out.v2"];

    /// <summary>The line as it was written before its facts had a second version.</summary>
    private static byte[] Earlier(byte[] line)
    {
        var entry = JsonNode.Parse(line)!.AsObject();
        foreach (var e in entry["events"]!.AsArray().Select(e => e!.AsObject()).Where(e => Downgraded.Contains(e["type"]!.GetValue<string>())))
        {
            e["type"] = e["type"]!.GetValue<string>()[..^1] + "1";
            e.Remove("machine");
            foreach (var seats in new[] { "expected", "found" }.Where(e.ContainsKey))
            {
                e[seats] = e[seats]!.AsArray().Count;
            }
        }

        return Encoding.UTF8.GetBytes(entry.ToJsonString());
    }

    [Theory]
    [InlineData("""{"type":"score-guessed.v1"}""")]
    [InlineData("""{"type":"doors-opened.v9"}""")]
    [InlineData("""{"type":"doors-opened.v1","unheardOf":1}""")]
    [InlineData("""{"seat":"M1"}""")]
    public void An_event_that_is_not_known_throws(string unknown)
    {
        var state = new Play(Small.Call()).State;
        var line = $$"""{"at":"2021-05-06T09:00:00+02:00","actor":"seat:SEC","id":"c","events":[{{unknown}}]}""";
        Assert.ThrowsAny<Exception>(() => state.Apply(Encoding.UTF8.GetBytes(line)));
    }

    [Fact]
    public void The_stores_own_members_of_a_line_are_ignored()
    {
        var p = new Play(Small.Call());
        p.Do("SEC", new OpenDoors());
        var stored = JsonNode.Parse(p.Lines[0])!.AsObject();
        stored.Insert(0, "position", 12);
        stored.Insert(1, "group", 12);
        var state = CallState.Empty(p.Keys.Open).Apply(Encoding.UTF8.GetBytes(stored.ToJsonString())).Apply(p.Lines[1]);
        Assert.Equal(p.Json("M1"), Play.Json(state.View("M1")));
    }

    private static void WriteMissing()
    {
        var all = FullHistory.Of().SelectMany(p => p.Lines).SelectMany(l => JsonSerializer.Deserialize<Entry>(l, JournalJson.Options)!.Events);
        foreach (var e in all.DistinctBy(e => e.GetType()))
        {
            var path = Path.Combine(Folder(), Events.Single(x => x.Type == e.GetType()).Name + ".json");
            if (!File.Exists(path))
            {
                File.WriteAllText(path, JsonSerializer.Serialize(e, JournalJson.Options) + "\n");
            }
        }
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../Samples"));
}
