using System.Globalization;
using System.Text;

namespace AumgJury.Web.Storage;

/// <summary>
/// Keeps a second process out of the data folder for as long as it is held. The lock belongs to the process: it ends
/// with it, also by <c>kill -9</c>, and the file that stays behind means nothing.
/// </summary>
public sealed class FolderLock : IDisposable
{
    private readonly FileStream file;

    private FolderLock(FileStream file) => this.file = file;

    /// <exception cref="FolderInUse">Another process, or another part of this one, holds the folder.</exception>
    public static FolderLock Take(string folder)
    {
        var path = Path.Combine(folder, ".lock");
        var opened = Linux.OpenUnlocked(path);
        try
        {
            if (!Patiently(() => Linux.TryLock(opened.SafeFileHandle)))
            {
                throw new FolderInUse(folder, Holder(opened));
            }

            opened.SetLength(0);
            opened.Write(Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            return new FolderLock(opened);
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    public void Dispose() => file.Dispose();

    /// <summary>A lock that was just let go may live some milliseconds more, in a child that this process has forked and that has not begun its program.</summary>
    private static bool Patiently(Func<bool> taken)
    {
        for (var i = 0; i < 10; i++)
        {
            if (taken())
            {
                return true;
            }

            Thread.Sleep(20);
        }

        return false;
    }

    private static int? Holder(FileStream file)
    {
        Span<byte> text = stackalloc byte[16];
        var read = file.Read(text);
        return int.TryParse(text[..read], NumberStyles.None, CultureInfo.InvariantCulture, out var pid) ? pid : null;
    }
}

/// <summary>The data folder is held by another process.</summary>
/// <param name="folder">The folder asked for.</param>
/// <param name="holder">The process that holds it, when it could be read.</param>
public sealed class FolderInUse(string folder, int? holder)
    : IOException($"{folder}: in use by process {holder?.ToString(CultureInfo.InvariantCulture) ?? "?"}.")
{
    public string Folder { get; } = folder;

    public int? Holder { get; } = holder;
}
