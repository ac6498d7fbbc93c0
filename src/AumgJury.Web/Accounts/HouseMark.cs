using System.Security.Cryptography;
using System.Text;
using AumgJury.Web.Hosting;

namespace AumgJury.Web.Accounts;

/// <summary>
/// A few letters that tell this house's cookies from those of another under the same host name: browsers keep cookies by host and path, and take no notice of the
/// port. A house is its data folder, which keeps the mark: no secret, made once, so that a restart keeps the house's sessions. Two containers may both
/// have their folder at <c>/data</c>, so that its path is no mark.
/// </summary>
public static class HouseMark
{
    private const string File = "house.mark";
    private const int Length = 8;

    /// <summary>Eight hexadecimal digits, made and kept in the folder if it has none yet.</summary>
    public static string Of(HouseOptions house)
    {
        ArgumentNullException.ThrowIfNull(house);
        var path = Path.Combine(house.DataFolder, File);
        if (Kept(path) is { } mark)
        {
            return mark;
        }

        // A folder that has served before gave its cookies the mark of its path: they go on being known.
        mark = HasServed(house.DataFolder) ? OfPath(house.DataFolder) : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Length / 2));
        Directory.CreateDirectory(house.DataFolder);
        System.IO.File.WriteAllText(path, mark + "\n");
        return mark;
    }

    private static string? Kept(string path) =>
        System.IO.File.Exists(path) && System.IO.File.ReadAllText(path).Trim() is { Length: Length } mark && mark.All(char.IsAsciiHexDigitLower) ? mark : null;

    private static bool HasServed(string folder) => Path.Combine(folder, "keys") is var keys && Directory.Exists(keys) && Directory.EnumerateFiles(keys).Any();

    private static string OfPath(string folder) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(folder))))[..Length];
}
