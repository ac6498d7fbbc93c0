namespace AumgJury.Web.Storage;

/// <summary>
/// Data is for this account alone. LiteDB creates its log by itself and with the machine's default mode; what it holds is in clear.
/// </summary>
public static class OwnFiles
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>From here on every file and folder that this process makes is closed to other accounts.</summary>
    public static void Only()
    {
        if (OperatingSystem.IsLinux())
        {
            Linux.OwnFilesOnly();
        }
    }

    /// <summary>Other accounts of this machine may open it.</summary>
    public static bool OpenToOthers(string path) => OperatingSystem.IsLinux() && Path.Exists(path) && (File.GetUnixFileMode(path) & Others) != UnixFileMode.None;
}
