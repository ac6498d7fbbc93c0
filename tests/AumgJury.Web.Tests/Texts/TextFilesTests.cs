using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using AumgJury.Web.Texts;

namespace AumgJury.Web.Tests.Texts;

public sealed partial class TextFilesTests
{
    public static TheoryData<Type> Areas =>
        [.. typeof(ShellTexts).Assembly.GetTypes().Where(type => typeof(ShellTexts).Namespace!.Equals(type.Namespace, StringComparison.Ordinal) && type.Name.EndsWith("Texts", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Areas))]
    public void Every_text_exists_in_both_languages_with_the_same_places(Type area)
    {
        var french = Read(area, CultureInfo.InvariantCulture);
        var english = Read(area, CultureInfo.GetCultureInfo("en"));

        Assert.NotEmpty(french);
        Assert.Equal(french.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
        foreach (var (key, text) in french)
        {
            Assert.False(string.IsNullOrWhiteSpace(text), $"{area.Name}.{key} is empty");
            Assert.True(Places(text).SetEquals(Places(english[key])), $"{area.Name}.{key}: \"{text}\" and \"{english[key]}\" fill in different places");
        }
    }

    [Fact]
    public void Every_text_that_the_code_names_exists()
    {
        var missing =
            from file in SourceFiles.Of("*.razor").Concat(SourceFiles.Of("*.cs"))
            let source = File.ReadAllText(file)
            from injected in Injected().Matches(source + ReadBeside(file)).DistinctBy(found => found.Value, StringComparer.Ordinal)
            let keys = Read(typeof(ShellTexts).Assembly.GetType($"AumgJury.Web.Texts.{injected.Groups["area"].Value}", throwOnError: true)!, CultureInfo.InvariantCulture)
            from used in Regex.Matches(source, $@"\b{injected.Groups["name"].Value}\[""(?<key>\w+)""[\],]", RegexOptions.None, TimeSpan.FromSeconds(1))
            where !keys.ContainsKey(used.Groups["key"].Value)
            select $"{Path.GetFileName(file)}: {injected.Groups["area"].Value} has no \"{used.Groups["key"].Value}\"";

        Assert.Empty(missing);
    }

    private static string ReadBeside(string file)
    {
        var markup = file.EndsWith(".razor.cs", StringComparison.Ordinal) ? file[..^3] : string.Empty;
        return File.Exists(markup) ? File.ReadAllText(markup) : string.Empty;
    }

    private static Dictionary<string, string> Read(Type area, CultureInfo culture) =>
        (new ResourceManager(area).GetResourceSet(culture, createIfNotExists: true, tryParents: false)
            ?? throw new FileNotFoundException($"Texts/{area.Name}{(culture.Name is "" ? "" : $".{culture.Name}")}.resx is missing"))
        .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);

    private static HashSet<string> Places(string text) =>
        [.. Place().Matches(text).Select(place => place.Value)];

    [GeneratedRegex(@"\{\d+\}", RegexOptions.None, 1000)]
    private static partial Regex Place();

    [GeneratedRegex(@"TextsOf<(?<area>\w+Texts)>\s+(?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Injected();
}
