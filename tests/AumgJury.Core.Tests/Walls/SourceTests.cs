using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace AumgJury.Core.Tests.Walls;

/// <summary>Wall 2 in the text: no clock, no chance, no disk, no waiting on the world.</summary>
public sealed class SourceTests
{
    private static readonly string[] Banned =
        [@"\bUtcNow\b", @"\bDateTime(Offset)?\.Now\b", @"\bDateTime\.Today\b", @"\bRandom\b", @"\bGuid\.NewGuid\b", @"\bFile\.", @"\bDirectory\.", @"\bTask\b", @"\basync\b", @"\bawait\b", @"\bThread\b", @"\bEnvironment\.", @"\bStopwatch\b", @"\bTimeProvider\b", @"\bHttpClient\b", @"\bSystem\.Console\b", @"\bProcess\."];

    [Fact]
    public void Core_reads_no_clock_no_chance_and_no_disk()
    {
        var files = Directory.GetFiles(Folder(), "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains("/obj/", StringComparison.Ordinal)).ToArray();
        Assert.True(files.Length > 40, Folder());
        Assert.All(files, f => Assert.All(Banned, word => Assert.False(Regex.IsMatch(WithoutComments(File.ReadAllText(f)), word), $"{Path.GetFileName(f)}: {word}")));
    }

    [Fact]
    public void Core_names_no_package()
    {
        var project = File.ReadAllText(Path.Combine(Folder(), "AumgJury.Core.csproj"));
        Assert.DoesNotContain("PackageReference", project, StringComparison.Ordinal);
        Assert.DoesNotContain("ProjectReference", project, StringComparison.Ordinal);
        Assert.DoesNotContain("FrameworkReference", project, StringComparison.Ordinal);
    }

    private static string WithoutComments(string text) => Regex.Replace(text, @"//[^\n]*", "");

    private static string Folder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/AumgJury.Core"));
}
