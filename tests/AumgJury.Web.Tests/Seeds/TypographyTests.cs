using System.Text.Json;

namespace AumgJury.Web.Tests.Seeds;

/// <summary>What people read in the demo is set as French is: no-break spaces, curved apostrophes.</summary>
public sealed class TypographyTests
{
    [Theory]
    [InlineData("call.json")]
    [InlineData("grid.json")]
    [InlineData("jury.json")]
    [InlineData("dossiers.json")]
    [InlineData("documents.json")]
    [InlineData("marks.json")]
    [InlineData("script.json")]
    public void Texts_have_no_straight_apostrophe_and_no_breakable_space_before_a_mark(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(SeedCopy.Original, file)));
        var texts = Texts(json.RootElement).ToArray();
        Assert.NotEmpty(texts);
        Assert.All(texts, text => Assert.DoesNotMatch("'|[ ][:;?!»]|«[ ]|[ ]{2}|\\.\\.\\.", text));
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(m => Texts(m.Value)),
        _ => [],
    };
}
