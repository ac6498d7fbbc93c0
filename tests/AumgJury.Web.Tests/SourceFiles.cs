namespace AumgJury.Web.Tests;

/// <summary>The web project's sources, for the tests that hold every file to a rule.</summary>
internal static class SourceFiles
{
    public static string Root { get; } = Find();

    public static IEnumerable<string> Of(string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, "src", "AumgJury.Web"), pattern, SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal));

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "AumgJury.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("No AumgJury.sln above the tests.");
    }
}
