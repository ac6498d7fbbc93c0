using AumgJury.Web.Hosting;
using Microsoft.AspNetCore.DataProtection;

namespace AumgJury.Web.Security;

/// <summary>The keys behind cookies and circuits, kept with the data: a restart signs nobody out.</summary>
public static class ProtectionKeys
{
    /// <summary>Keeps them in <c>keys</c> of the data folder, which only this account may read.</summary>
    public static void AddProtectionKeys(this IServiceCollection services, HouseOptions house)
    {
        var folder = Path.Combine(house.DataFolder, "keys");
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
            Directory.CreateDirectory(folder, owner);
            File.SetUnixFileMode(folder, owner);
        }

        // Without the name, another installation folder would mean other keys.
        services.AddDataProtection().SetApplicationName("AumgJury").PersistKeysToFileSystem(new DirectoryInfo(folder));
    }
}
