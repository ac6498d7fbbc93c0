using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace AumgJury.Web.Storage;

/// <summary>
/// The real disk. It flushes by calling fsync itself: on this runtime <c>FileStream.Flush(true)</c> and
/// <c>RandomAccess.FlushToDisk</c> swallow its errors.
/// </summary>
public sealed class LinuxDisk : Disk
{
    public override DiskFile Open(string path) => new LinuxFile(Linux.OpenOwned(path));

    public override byte[]? Read(string path) => File.Exists(path) ? File.ReadAllBytes(path) : null;

    public override void Rename(string from, string to) => File.Move(from, to, overwrite: true);

    public override void Delete(string path) => File.Delete(path);

    public override void CreateFolder(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Directory.Exists(full))
        {
            return;
        }

        var parent = Path.GetDirectoryName(full)!;
        CreateFolder(parent);
        Linux.CreateOwnedFolder(full);
        FlushFolder(parent);
    }

    public override void FlushFolder(string path)
    {
        var folder = Linux.OpenFolder(path);
        try
        {
            Linux.Flush(() => Linux.fsync(folder), path);
        }
        finally
        {
            _ = Linux.close(folder);
        }
    }

    private sealed class LinuxFile(FileStream stream) : DiskFile
    {
        private readonly SafeFileHandle handle = stream.SafeFileHandle;

        public override long Length => RandomAccess.GetLength(handle);

        public override byte[] ReadAll()
        {
            var bytes = new byte[Length];
            var read = 0;
            while (read < bytes.Length)
            {
                var now = RandomAccess.Read(handle, bytes.AsSpan(read), read);
                if (now == 0)
                {
                    throw new EndOfStreamException($"{stream.Name} became shorter while it was read.");
                }

                read += now;
            }

            return bytes;
        }

        public override void Write(long at, ReadOnlySpan<byte> bytes)
        {
            try
            {
                RandomAccess.Write(handle, bytes, at);
            }
            catch (IOException e) when (Linux.SaysFull(e))
            {
                throw new DiskFull($"No room left to write {stream.Name}.", e);
            }
        }

        public override void Cut(long length) => RandomAccess.SetLength(handle, length);

        public override void Flush() => Linux.Flush(() => Linux.fsync(handle), stream.Name);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                stream.Dispose();
            }
        }
    }
}

/// <summary>The few calls to libc that the runtime offers without their errors, or not at all.</summary>
internal static class Linux
{
    private const int Interrupted = 4;
    private const int WouldBlock = 11;
    private const int NoSpace = 28;
    private const int OverQuota = 122;
    private const int CloseOnExec = 0x80000;
    private const int NoFollow = 0x20000;
    private const int ExclusiveNoWait = 2 | 4;

    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerFile | UnixFileMode.UserExecute;

    /// <summary>Opens or creates a file of mode 600. Others may read along: an auditor, or `verify`, while the server writes.</summary>
    internal static FileStream OpenOwned(string path) => OperatingSystem.IsLinux()
        ? new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite | FileShare.Delete,
            BufferSize = 0,
            UnixCreateMode = OwnerFile,
        })
        : throw new PlatformNotSupportedException();

    /// <summary>What this process creates from now on is its account's alone, whatever library creates it.</summary>
    internal static void OwnFilesOnly() => _ = umask(Convert.ToUInt32("077", 8));

    internal static void CreateOwnedFolder(string path) => _ = OperatingSystem.IsLinux()
        ? Directory.CreateDirectory(path, OwnerFolder)
        : throw new PlatformNotSupportedException();

    internal static bool SaysFull(IOException e) => (e.HResult & 0xFFFF) is NoSpace or OverQuota;

    internal static void Flush(Func<int> flush, string path)
    {
        while (flush() != 0)
        {
            var error = Marshal.GetLastPInvokeError();
            if (error != Interrupted)
            {
                throw new IOException($"Flushing {path} failed.", new Win32Exception(error));
            }
        }
    }

    internal static int OpenFolder(string path)
    {
        var folder = open(path, CloseOnExec, 0);
        return folder >= 0
            ? folder
            : throw new IOException($"Opening the folder {path} failed.", new Win32Exception(Marshal.GetLastPInvokeError()));
    }

    /// <summary>Opens or creates a file of mode 600 without the shared lock that the runtime puts on every file it opens.</summary>
    internal static FileStream OpenUnlocked(string path)
    {
        // A link put there by somebody else must not lead to a file that is then emptied.
        const int readWriteCreate = 2 | 64;
        var file = open(path, readWriteCreate | CloseOnExec | NoFollow, (int)OwnerFile);
        return file >= 0
            ? new FileStream(new SafeFileHandle(file, ownsHandle: true), FileAccess.ReadWrite, bufferSize: 0)
            : throw new IOException($"Opening {path} failed.", new Win32Exception(Marshal.GetLastPInvokeError()));
    }

    /// <summary>True when this open file now holds the lock; false when another open file holds it.</summary>
    internal static bool TryLock(SafeFileHandle file)
    {
        if (flock(file, ExclusiveNoWait) == 0)
        {
            return true;
        }

        var error = Marshal.GetLastPInvokeError();
        return error == WouldBlock ? false : throw new IOException("Locking failed.", new Win32Exception(error));
    }

    [DllImport("libc", SetLastError = true)]
    internal static extern int fsync(SafeFileHandle file);

    [DllImport("libc", SetLastError = true)]
    internal static extern int fsync(int file);

    [DllImport("libc", SetLastError = true)]
    internal static extern int close(int file);

    [DllImport("libc")]
    private static extern uint umask(uint mask);

    [DllImport("libc", SetLastError = true)]
    private static extern int open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, int mode);

    [DllImport("libc", SetLastError = true)]
    private static extern int flock(SafeFileHandle file, int operation);
}
