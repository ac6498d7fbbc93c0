using System.Globalization;
using AumgJury.Web.Seeds;

namespace AumgJury.Web.Tests.Seeds;

/// <summary>A copy of the demo's seed folder that a test may spoil.</summary>
public sealed class SeedCopy : IDisposable
{
    /// <summary>The committed folder, found by walking up to the solution.</summary>
    public static string Original { get; } = Path.Combine(Root(), "seed-data", "idf-2021");

    public SeedCopy()
    {
        Folder = Directory.CreateTempSubdirectory("seed-").FullName;
        foreach (var file in Directory.EnumerateFiles(Original, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(Folder, Path.GetRelativePath(Original, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public string Folder { get; }

    public string Text(string file) => File.ReadAllText(Path.Combine(Folder, file));

    /// <summary>Replaces the first <paramref name="old"/> by <paramref name="with"/> and returns its line, counted from 1.</summary>
    public int Replace(string file, string old, string with)
    {
        var text = Text(file);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} does not hold {old}");
        File.WriteAllText(Path.Combine(Folder, file), text[..at] + with + text[(at + old.Length)..]);
        return LineAt(text, at);
    }

    public int LineOf(string file, string needle) => LineAt(Text(file), Text(file).IndexOf(needle, StringComparison.Ordinal));

    /// <summary>What is said of the folder, in that language, with ordinary spaces; fails when the folder is accepted.</summary>
    public SeedProblem[] Problems(string language = "fr")
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            var refused = Assert.IsType<SeedRead<Core.Calls.CallDefinition>.Refused>(SeedFolder.Read(Folder));
            return [.. refused.Problems.Select(p => p with { Reason = p.Reason.Replace('\u00a0', ' ').Replace('\u202f', ' ') })];
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static int LineAt(string text, int at) => text[..at].Count(c => c == '\n') + 1;

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "AumgJury.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("AumgJury.sln");
        }

        return folder.FullName;
    }
}
