using System.Text.Json;
using AumgJury.Core.Sittings;
using AumgJury.Web.Storage;

namespace AumgJury.Web.Setup;

/// <summary>What kind of calls a data folder holds, read off their first lines; nothing is opened or changed.</summary>
internal static class FolderContent
{
    private const int HashAndSpace = JournalLine.HashLength + 1;

    /// <summary>Somebody's real sitting lies here: the demo is not put beside it.</summary>
    public static bool HoldsRealCall(string folder) => Demos(folder).Contains(false);

    public static bool HoldsDemo(string folder) => Demos(folder).Contains(true);

    /// <summary>For each call that has begun, whether its first line says that it is a demo's.</summary>
    private static IEnumerable<bool> Demos(string folder) => !Directory.Exists(folder)
        ? []
        : CallFiles.CallsIn(folder).Select(id => FirstLine(new CallFiles(folder, id).Journal)).Where(line => line is { Length: > 0 }).Select(line => IsDemo(line!));

    private static string? FirstLine(string journal)
    {
        using var file = new FileStream(journal, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(file);
        return reader.ReadLine();
    }

    /// <summary>A line that cannot be read is taken for a real sitting's.</summary>
    private static bool IsDemo(string line)
    {
        try
        {
            var json = System.Text.Encoding.UTF8.GetBytes(line.Length > HashAndSpace ? line[HashAndSpace..] : "");
            return CallState.Empty((_, _) => null).Apply(json).DemoStart is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
