namespace AumgJury.Bench.Report;

/// <summary>What lies under the temporary folder, where every measured journal is: a flush costs nothing in memory, and much on a rotating disk.</summary>
internal static class TemporaryDisk
{
    /// <summary>The file system's type, and the kind of disk when Linux names one.</summary>
    public static string Describe()
    {
        var folder = Path.GetFullPath(Path.GetTempPath()).TrimEnd('/') + "/";

        // "36 35 98:0 / /mnt rw,noatime master:1 - ext4 /dev/root rw": proc(5). The innermost mount counts; of several on one point, the last.
        var mount = File.ReadLines("/proc/self/mountinfo")
            .Select(line => (Fields: line.Split(' '), Type: line.Split(" - ", 2)[1].Split(' ')[0]))
            .Where(m => folder.StartsWith(m.Fields[4].TrimEnd('/') + "/", StringComparison.Ordinal))
            .OrderBy(m => m.Fields[4].Length)
            .LastOrDefault();
        return mount.Type switch
        {
            null => "a file system that is not known",
            "tmpfs" or "ramfs" => $"{mount.Type} (memory: a flush costs nothing)",
            _ => mount.Type + Kind(mount.Fields[2]),
        };
    }

    /// <param name="device">"major:minor".</param>
    private static string Kind(string device)
    {
        // A partition's queue is its disk's.
        var found = new[] { $"/sys/dev/block/{device}/queue/rotational", $"/sys/dev/block/{device}/../queue/rotational" }.FirstOrDefault(File.Exists);
        return found is null ? " (kind of disk not known)" : File.ReadAllText(found).Trim() == "0" ? " on a solid-state disk" : " on a rotating disk (or one that a hypervisor reports so)";
    }
}
