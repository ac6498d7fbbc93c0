using System.Buffers;
using AumgJury.Web.Storage;

namespace AumgJury.Web.Tests.Storage;

/// <summary>Lines 1-2 | 3-5 | 6 in three groups: damage before the last group had been acknowledged for certain.</summary>
public sealed class JournalDamageTests
{
    [Fact]
    public void A_flipped_bit_at_any_byte_before_the_last_group_closes_the_call_and_says_where()
    {
        var disk = new MemoryDisk();
        Given.ThreeGroups(disk);
        var whole = disk.Flushed(Given.Files.Journal);
        var ends = Enumerable.Range(0, whole.Length).Where(i => whole[i] == '\n').ToArray();

        for (var at = 0; at <= ends[4]; at++)
        {
            var bit = (byte)(1 << (at % 8));
            disk.Damage(Given.Files.Journal, _ => [.. whole.Select((b, i) => i == at ? (byte)(b ^ bit) : b)]);
            var damaged = disk.Read(Given.Files.Journal)!;

            var broken = Assert.IsType<OpenedJournal.Broken>(Journal.Open(disk, Given.Files, 0));

            Assert.Equal(new OpenedJournal.Broken(1 + ends.Count(e => e < at), BreakCause.LaterGroup), broken);
            Assert.Equal(damaged, disk.Read(Given.Files.Journal));
        }

        Assert.DoesNotContain(disk.Names, n => n.Contains(".cut-", StringComparison.Ordinal));
    }

    [Fact]
    public void A_lost_sector_over_all_later_lines_but_one_head_closes_the_call()
    {
        var disk = new MemoryDisk();
        Given.ThreeGroups(disk);
        disk.Damage(Given.Files.Journal, now => [.. now.Select((b, i) => i is > 500 and < 800 ? (byte)0 : b).Take(now.Length - 20)]);

        Assert.IsType<OpenedJournal.Broken>(Journal.Open(disk, Given.Files, 0));
    }

    [Fact]
    public void Damage_in_the_last_group_is_taken_for_a_power_cut_unless_LiteDB_has_read_it()
    {
        var disk = new MemoryDisk();
        Given.ThreeGroups(disk);
        disk.Damage(Given.Files.Journal, now => [.. now.SkipLast(30), .. now.TakeLast(30).Select(b => (byte)(b ^ 1))]);

        Assert.Equal(new OpenedJournal.Broken(6, BreakCause.IndexHasRead), Journal.Open(disk, Given.Files, readUpTo: 6));
        Assert.Equal(5, Given.Opened(disk, readUpTo: 5).Lines.Count);
    }

    [Fact]
    public void A_journal_that_lost_whole_lines_is_noticed_by_what_LiteDB_has_read()
    {
        var disk = new MemoryDisk();
        Given.ThreeGroups(disk);
        disk.Damage(Given.Files.Journal, now => now[..(Array.IndexOf(now, (byte)'\n') + 1)]);

        Assert.Equal(new OpenedJournal.Broken(2, BreakCause.IndexHasRead), Journal.Open(disk, Given.Files, readUpTo: 6));
    }

    [Fact]
    public void A_line_cut_out_or_moved_does_not_chain()
    {
        var disk = new MemoryDisk();
        Given.ThreeGroups(disk);
        var end = Array.IndexOf(disk.Flushed(Given.Files.Journal), (byte)'\n') + 1;
        disk.Damage(Given.Files.Journal, now => now[end..]);

        Assert.Equal(new OpenedJournal.Broken(1, BreakCause.LaterGroup), Journal.Open(disk, Given.Files, 0));
    }

    [Fact]
    public void A_forged_line_that_chains_but_is_out_of_place_is_not_believed()
    {
        var disk = new MemoryDisk();
        var journal = Given.ThreeGroups(disk);
        var forged = Given.Composed(journal, head: 8, "forged");
        Assert.Equal((9, 9), (forged.Lines[0].Position, forged.Lines[0].Group));
        disk.Damage(Given.Files.Journal, now => [.. now, .. forged.Bytes.Span]);

        Assert.Equal(new OpenedJournal.Broken(7, BreakCause.LaterGroup), Journal.Open(disk, Given.Files, 0));
    }
}
