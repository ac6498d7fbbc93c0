using AumgJury.Web.Storage;

namespace AumgJury.Web.Tests.Replay;

/// <summary>The real disk, which for a while lets no file be thrown away: LiteDB cannot be begun anew.</summary>
internal sealed class RefusingDisk : Disk
{
    private readonly LinuxDisk _disk = new();

    public volatile bool Refuses;

    public override DiskFile Open(string path) => _disk.Open(path);

    public override byte[]? Read(string path) => _disk.Read(path);

    public override void Rename(string from, string to) => _disk.Rename(from, to);

    public override void Delete(string path)
    {
        if (Refuses)
        {
            throw new IOException("Not now.");
        }

        _disk.Delete(path);
    }

    public override void CreateFolder(string path) => _disk.CreateFolder(path);

    public override void FlushFolder(string path) => _disk.FlushFolder(path);
}
