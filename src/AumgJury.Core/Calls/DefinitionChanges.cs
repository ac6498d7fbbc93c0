using System.Text.Json;
using System.Text.Json.Nodes;
using AumgJury.Core.Sittings;

namespace AumgJury.Core.Calls;

/// <summary>Where two definitions of a call differ; pure.</summary>
internal static class DefinitionChanges
{
    /// <summary>Paths such as <c>grid.criteria[3].weight</c>; a list that grew or shrank is one change. What was erased since is no change.</summary>
    public static string[] Between(CallDefinition opened, CallDefinition other)
    {
        var erased = opened.Seats.Where(s => s.Name == Unsealing.Erased).ToDictionary(s => s.Id, StringComparer.Ordinal);
        var gone = opened.Dossiers.Where(d => d.Nominee == Unsealing.Erased).ToDictionary(d => d.Id, StringComparer.Ordinal);
        var known = other with
        {
            Seats = [.. other.Seats.Select(s => erased.GetValueOrDefault(s.Id, s))],
            Dossiers = [.. other.Dossiers.Select(d => gone.GetValueOrDefault(d.Id, d))],
        };
        return [.. Paths("", Node(opened), Node(known))];
    }

    private static JsonNode? Node(CallDefinition definition) => JsonSerializer.SerializeToNode(definition, JournalJson.Options);

    private static IEnumerable<string> Paths(string path, JsonNode? before, JsonNode? after) => (before, after) switch
    {
        _ when JsonNode.DeepEquals(before, after) => [],
        (JsonObject a, JsonObject b) => a.Concat(b).Select(m => m.Key).Distinct(StringComparer.Ordinal)
            .SelectMany(name => Paths(path.Length == 0 ? name : $"{path}.{name}", a[name], b[name])),
        (JsonArray a, JsonArray b) when a.Count == b.Count => a.Zip(b).SelectMany((pair, i) => Paths($"{path}[{i}]", pair.First, pair.Second)),
        _ => [path],
    };
}
