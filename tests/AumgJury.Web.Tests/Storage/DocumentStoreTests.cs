using System.Security.Cryptography;
using AumgJury.Web.Storage;

namespace AumgJury.Web.Tests.Storage;

public sealed class DocumentStoreTests
{
    private static readonly byte[] Paper = [.. "%PDF-1.7 "u8, .. new byte[5000]];
    private static readonly string Name = Convert.ToHexString(SHA256.HashData(Paper)).ToLowerInvariant();

    [Fact]
    public void A_document_is_named_by_its_clear_content_sealed_and_durable_when_Keep_returns()
    {
        var disk = new MemoryDisk();
        var name = Store(disk, out _).Keep("dossier/D06", Paper);

        var after = disk.PowerCut();
        var again = Store(after, out _, journalHasLines: true);

        Assert.Equal(Name, name);
        Assert.Equal(Paper, again.Read("dossier/D06", name));
        Assert.Equal(-1, after.Read(PathOf(after))!.AsSpan().IndexOf("%PDF"u8));
    }

    [Fact]
    public void Without_the_flush_the_document_is_lost()
    {
        var disk = new MemoryDisk { FlushKeeps = false };
        Store(disk, out _).Keep("dossier/D06", Paper);

        Assert.Empty(disk.PowerCut().Names);
    }

    [Fact]
    public void The_same_paper_in_two_dossiers_outlives_the_erasure_of_one()
    {
        var store = Store(new MemoryDisk(), out var keys);
        store.Keep("dossier/D01", Paper);
        store.Keep("dossier/D02", Paper);

        keys.Destroy("dossier/D01");

        Assert.Null(store.Read("dossier/D01", Name));
        Assert.Equal(Paper, store.Read("dossier/D02", Name));
        Assert.Throws<KeyDestroyed>(() => store.Keep("dossier/D01", Paper));
    }

    [Fact]
    public void A_damaged_or_absent_document_is_said_and_can_be_kept_again()
    {
        var disk = new MemoryDisk();
        var store = Store(disk, out _);
        store.Keep("dossier/D06", Paper);
        disk.Damage(PathOf(disk), now => [.. now.Select((b, i) => i == 700 ? (byte)(b ^ 1) : b)]);

        Assert.Equal(Name, Assert.Throws<DocumentLost>(() => store.Read("dossier/D06", Name)).Name);
        Assert.Throws<DocumentLost>(() => store.Read("dossier/D06", new string('a', 64)));

        store.Keep("dossier/D06", Paper);
        Assert.Equal(Paper, store.Read("dossier/D06", Name));
    }

    [Fact]
    public void Keeping_the_same_document_again_writes_nothing()
    {
        var disk = new MemoryDisk();
        var store = Store(disk, out _);
        store.Keep("dossier/D06", Paper);
        var flushes = disk.Flushes;

        Assert.Equal(Name, store.Keep("dossier/D06", Paper));
        Assert.Equal(flushes, disk.Flushes);
    }

    [Fact]
    public void A_full_disk_leaves_no_document_under_its_name()
    {
        var disk = new MemoryDisk();
        var store = Store(disk, out var keys);
        keys.Seal("dossier/D06", Paper);
        disk.Room = 100;

        Assert.Throws<DiskFull>(() => store.Keep("dossier/D06", Paper));
        Assert.DoesNotContain(disk.Names, n => n.EndsWith(Name, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData("ABCDEF")]
    public void Only_a_sum_names_a_document(string name) =>
        Assert.Throws<ArgumentException>(() => Store(new MemoryDisk(), out _).Read("dossier/D06", name));

    [Fact]
    public void On_a_real_disk_it_comes_back_too()
    {
        var files = new CallFiles(Given.TemporaryFolder(), "S1");
        using var keys = KeyRing.Load(new LinuxDisk(), files, journalHasLines: false);
        var store = new DocumentStore(new LinuxDisk(), files, keys);

        Assert.Equal(Paper, store.Read("dossier/D06", store.Keep("dossier/D06", Paper)));
        Assert.Equal(Path.Combine(files.Documents, "dossier%2FD06", Name), Assert.Single(Directory.EnumerateFiles(files.Documents, "*", SearchOption.AllDirectories)));
    }

    private static string PathOf(MemoryDisk disk) => disk.Names.Single(n => n.EndsWith(Name, StringComparison.Ordinal));

    private static DocumentStore Store(Disk disk, out KeyRing keys, bool journalHasLines = false) =>
        new(disk, Given.Files, keys = KeyRing.Load(disk, Given.Files, journalHasLines));
}
