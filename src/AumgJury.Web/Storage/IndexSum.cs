using System.Security.Cryptography;
using System.Text;

namespace AumgJury.Web.Storage;

/// <summary>The SHA-256 recorded beside an index at a clean stop, as <c>sha256sum</c> writes it.</summary>
internal static class IndexSum
{
    /// <summary>Null when the index is byte for byte the one that was left.</summary>
    internal static RebuildCause? Check(Disk disk, CallFiles files)
    {
        if (disk.Read(files.Index) is not { } bytes)
        {
            return RebuildCause.Missing;
        }

        if (disk.Read(files.IndexSum) is not { } recorded)
        {
            return RebuildCause.NotClosedCleanly;
        }

        // A log beside it holds changes that the sum does not cover.
        return disk.Read(files.IndexLog) is null or { Length: 0 } && recorded.AsSpan().SequenceEqual(SumOf(bytes, files))
            ? null
            : RebuildCause.NotTheFileThatWasLeft;
    }

    internal static void Record(Disk disk, CallFiles files)
    {
        using (var index = disk.Open(files.Index))
        {
            index.Flush();
        }

        disk.Replace(files.IndexSum, SumOf(disk.Read(files.Index)!, files));
    }

    internal static void Forget(Disk disk, CallFiles files)
    {
        disk.Delete(files.IndexSum);
        disk.FlushFolder(files.Folder);
    }

    private static byte[] SumOf(byte[] bytes, CallFiles files) =>
        Encoding.ASCII.GetBytes($"{Convert.ToHexStringLower(SHA256.HashData(bytes))}  {Path.GetFileName(files.Index)}\n");
}
