using System.Text;
using AumgJury.Web.Storage;

namespace AumgJury.Web.Tests.Storage;

public sealed class KeyRingTests
{
    private static readonly byte[] Clear = "Médecine générale"u8.ToArray();

    [Fact]
    public void What_was_sealed_opens_after_a_power_cut_because_the_key_was_durable_first()
    {
        var disk = new MemoryDisk();
        var sealedBytes = New(disk).Seal("dossier/D06", Clear);

        var again = KeyRing.Load(disk.PowerCut(), Given.Files, journalHasLines: true);

        Assert.Equal(Clear, again.Open("dossier/D06", sealedBytes));
        Assert.Equal(-1, sealedBytes.AsSpan().IndexOf(Clear));
        Assert.NotEqual(sealedBytes, again.Seal("dossier/D06", Clear));
    }

    [Fact]
    public void Without_the_flush_the_same_key_is_lost()
    {
        var disk = new MemoryDisk { FlushKeeps = false };
        New(disk).Seal("dossier/D06", Clear);

        Assert.Throws<KeysMissing>(() => KeyRing.Load(disk.PowerCut(), Given.Files, journalHasLines: true));
    }

    [Fact]
    public void Sealed_bytes_open_under_their_own_key_in_their_own_call_only_and_only_unchanged()
    {
        var disk = new MemoryDisk();
        var keys = New(disk);
        var sealedBytes = keys.Seal("draft/M3", Clear);
        keys.Seal("draft/M4", Clear);

        Assert.Throws<SealBroken>(() => keys.Open("draft/M4", sealedBytes));
        for (var at = 0; at < sealedBytes.Length; at++)
        {
            var changed = sealedBytes.ToArray();
            changed[at] ^= 1;
            Assert.Throws<SealBroken>(() => keys.Open("draft/M3", changed));
        }

        Assert.Throws<SealBroken>(() => keys.Open("draft/M3", sealedBytes.AsSpan(0, 20)));
        Assert.Throws<KeyUnknown>(() => keys.Open("draft/M5", sealedBytes));
    }

    [Fact]
    public void The_key_file_of_another_call_is_refused()
    {
        var disk = new MemoryDisk();
        New(disk);
        disk.Rename(Given.Files.Keys, new CallFiles("/data", "S2").Keys);

        Assert.Equal(1, Assert.Throws<KeysDamaged>(() => KeyRing.Load(disk, new CallFiles("/data", "S2"), true)).Line);
    }

    [Fact]
    public void A_destroyed_key_opens_nothing_seals_nothing_and_leaves_no_trace_also_after_a_restart()
    {
        var disk = new MemoryDisk();
        var keys = New(disk);
        var (gone, stays) = (keys.Seal("person/p1", Clear), keys.Seal("person/p2", Clear));
        var secret = LinesOf(disk.Flushed(Given.Files.Keys)).Single(l => l.Contains("person/p1", StringComparison.Ordinal));

        keys.Destroy("person/p1");

        foreach (var ring in new[] { keys, KeyRing.Load(disk.PowerCut(), Given.Files, true) })
        {
            Assert.Null(ring.Open("person/p1", gone));
            Assert.True(ring.IsDestroyed("person/p1"));
            Assert.Equal("person/p1", Assert.Throws<KeyDestroyed>(() => ring.Seal("person/p1", Clear)).Key);
            Assert.Equal(Clear, ring.Open("person/p2", stays));
            Assert.NotNull(ring.Seal("person/p3", Clear));
        }

        Assert.Equal(-1, disk.PowerCut().Read(Given.Files.Keys)!.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)));
        Assert.DoesNotContain(disk.Names, n => n.EndsWith(".new", StringComparison.Ordinal));
    }

    [Fact]
    public void Destroying_again_is_harmless_and_a_key_never_made_is_never_made_later()
    {
        var disk = new MemoryDisk();
        var keys = New(disk);

        keys.Destroy("draft/M1", "draft/M2");
        var flushes = disk.Flushes;
        keys.Destroy("draft/M2");

        Assert.Equal(flushes, disk.Flushes);
        Assert.Throws<KeyDestroyed>(() => keys.Seal("draft/M1", Clear));
    }

    [Fact]
    public void A_missing_key_file_beside_a_journal_with_lines_is_an_error_and_not_made_anew()
    {
        var disk = new MemoryDisk();

        Assert.Throws<KeysMissing>(() => KeyRing.Load(disk, Given.Files, journalHasLines: true));
        Assert.Empty(disk.Names);
    }

    [Fact]
    public void A_power_cut_at_every_byte_of_a_new_key_leaves_the_older_ones()
    {
        var disk = new MemoryDisk();
        var keys = New(disk);
        var sealedBytes = keys.Seal("dossier/D01", Clear);
        var before = disk.Flushed(Given.Files.Keys);
        keys.Seal("dossier/D02", Clear);
        var after = disk.Flushed(Given.Files.Keys);

        for (var at = before.Length; at <= after.Length; at++)
        {
            var cut = disk.PowerCut(Given.Files.Keys, (_, _) => after[..at]);
            Assert.Equal(Clear, KeyRing.Load(cut, Given.Files, true).Open("dossier/D01", sealedBytes));
            var again = KeyRing.Load(cut, Given.Files, true);
            var later = again.Seal("dossier/D03", Clear);
            Assert.Equal(Clear, KeyRing.Load(cut.PowerCut(), Given.Files, true).Open("dossier/D03", later));
        }
    }

    [Fact]
    public void A_damaged_line_before_the_last_is_said_with_its_number()
    {
        var disk = new MemoryDisk();
        var keys = New(disk);
        keys.Seal("dossier/D01", Clear);
        keys.Seal("dossier/D02", Clear);
        var end = Array.IndexOf(disk.Flushed(Given.Files.Keys), (byte)'\n');
        disk.Damage(Given.Files.Keys, now => [.. now.Select((b, i) => i == end + 90 ? (byte)(b ^ 1) : b)]);

        Assert.Equal(2, Assert.Throws<KeysDamaged>(() => KeyRing.Load(disk, Given.Files, true)).Line);
    }

    [Fact]
    public void A_full_disk_seals_nothing_and_can_be_tried_again_and_a_failing_flush_makes_no_more_keys()
    {
        var disk = new MemoryDisk();
        var keys = New(disk);
        var old = keys.Seal("dossier/D01", Clear);
        disk.Room = 10;
        Assert.True(Assert.Throws<KeyNotKept>(() => keys.Seal("dossier/D02", Clear)).MayRetry);
        disk.Room = null;
        Assert.NotNull(keys.Seal("dossier/D02", Clear));

        disk.FlushFails = true;
        Assert.False(Assert.Throws<KeyNotKept>(() => keys.Seal("dossier/D03", Clear)).MayRetry);
        disk.FlushFails = false;
        Assert.Throws<KeyNotKept>(() => keys.Seal("dossier/D03", Clear));
        Assert.Equal(Clear, keys.Open("dossier/D01", old));
        Assert.NotNull(KeyRing.Load(disk, Given.Files, true).Seal("dossier/D03", Clear));
    }

    [Fact]
    public void A_destruction_that_the_disk_did_not_confirm_is_repeated()
    {
        var disk = new MemoryDisk();
        var keys = New(disk);
        var sealedBytes = keys.Seal("draft/M1", Clear);
        disk.FlushFails = true;
        Assert.Throws<IOException>(() => keys.Destroy("draft/M1"));
        disk.FlushFails = false;

        keys.Destroy("draft/M1");

        Assert.Null(KeyRing.Load(disk.PowerCut(), Given.Files, true).Open("draft/M1", sealedBytes));
    }

    private static KeyRing New(Disk disk) => KeyRing.Load(disk, Given.Files, journalHasLines: false);

    private static string[] LinesOf(byte[] file) => Encoding.UTF8.GetString(file).Split('\n');
}
