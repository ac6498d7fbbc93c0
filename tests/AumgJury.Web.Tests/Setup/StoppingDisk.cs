using AumgJury.Web.Storage;

namespace AumgJury.Web.Tests.Setup;

/// <summary>The real disk until a number of changes; from then on each fails, as when the machine stops there.</summary>
internal sealed class StoppingDisk(int changes) : Disk
{
    private readonly LinuxDisk _disk = new();
    private int _left = changes;

    public override DiskFile Open(string path)
    {
        Count();
        return new File(_disk.Open(path), Count);
    }

    public override byte[]? Read(string path) => _disk.Read(path);

    public override void Rename(string from, string to)
    {
        Count();
        _disk.Rename(from, to);
    }

    public override void Delete(string path)
    {
        Count();
        _disk.Delete(path);
    }

    public override void CreateFolder(string path)
    {
        Count();
        _disk.CreateFolder(path);
    }

    public override void FlushFolder(string path)
    {
        Count();
        _disk.FlushFolder(path);
    }

    private void Count()
    {
        if (--_left < 0)
        {
            throw new IOException("Stopped here.");
        }
    }

    private sealed class File(DiskFile file, Action count) : DiskFile
    {
        public override long Length => file.Length;

        public override byte[] ReadAll() => file.ReadAll();

        public override void Write(long at, ReadOnlySpan<byte> bytes)
        {
            count();
            file.Write(at, bytes);
        }

        public override void Cut(long length)
        {
            count();
            file.Cut(length);
        }

        public override void Flush()
        {
            count();
            file.Flush();
        }

        protected override void Dispose(bool disposing) => file.Dispose();
    }
}
