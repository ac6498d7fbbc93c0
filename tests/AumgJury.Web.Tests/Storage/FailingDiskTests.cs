using AumgJury.Web.Storage;

namespace AumgJury.Web.Tests.Storage;

public sealed class FailingDiskTests
{
    [Fact]
    public void A_full_disk_keeps_nothing_of_the_group_and_can_be_tried_again()
    {
        var disk = new MemoryDisk();
        var journal = Given.ThreeGroups(disk);
        var before = disk.Read(Given.Files.Journal)!;
        disk.Room = Given.Composed(journal, 6, "g").Bytes.Length + 10;

        Assert.Equal(new GroupWritten.DiskFull(), journal.AppendGroup(Given.Bodies("g", "h"), after: 6));
        Assert.Equal(before, disk.Read(Given.Files.Journal));
        Assert.Equal(before, disk.Flushed(Given.Files.Journal));

        disk.Room = null;
        Assert.IsType<GroupWritten.Kept>(journal.AppendGroup(Given.Bodies("g", "h"), after: 6));
        Given.AuditorAccepts(disk.PowerCut().Read(Given.Files.Journal)!, lines: 8);
    }

    [Fact]
    public void A_cut_back_that_is_not_confirmed_closes_the_journal()
    {
        var disk = new MemoryDisk();
        var journal = Given.ThreeGroups(disk);
        (disk.Room, disk.FlushFails) = (10, true);

        Assert.Equal(new GroupWritten.NotConfirmed(), journal.AppendGroup(Given.Bodies("g"), after: 6));
        Assert.True(journal.IsClosed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_failing_flush_or_write_is_not_confirmed_and_nothing_more_is_taken_until_the_journal_is_opened_anew(bool flush)
    {
        var disk = new MemoryDisk();
        var journal = Given.ThreeGroups(disk);
        (disk.FlushFails, disk.WriteFails) = (flush, !flush);
        Assert.Equal(new GroupWritten.NotConfirmed(), journal.AppendGroup(Given.Bodies("g"), after: 6));
        (disk.FlushFails, disk.WriteFails) = (false, false);
        var left = disk.Read(Given.Files.Journal)!;

        Assert.Equal(new GroupWritten.Closed(), journal.AppendGroup(Given.Bodies("h"), after: 6));
        Assert.Equal(new GroupWritten.Closed(), journal.AppendGroup(Given.Bodies("h"), after: 7));
        Assert.Equal(left, disk.Read(Given.Files.Journal));
        Assert.Equal((6, true), (journal.Position, journal.IsClosed));

        var again = Given.Opened(disk);
        Assert.Equal(flush ? 7 : 6, again.Journal.Position);
        Assert.IsType<GroupWritten.Kept>(again.Journal.AppendGroup(Given.Bodies("h"), again.Journal.Position));
    }

    [Fact]
    public void What_a_failed_flush_left_in_memory_alone_is_durable_once_the_journal_was_opened_anew()
    {
        var disk = new MemoryDisk();
        var journal = Given.ThreeGroups(disk);
        disk.FlushFails = true;
        journal.AppendGroup(Given.Bodies("g", "h"), after: 6);
        disk.FlushFails = false;

        // No power cut: the machine still shows the lines, but takes their pages for written.
        Assert.Equal(8, Given.Opened(disk).Lines.Count);

        Assert.Equal(8, Given.Opened(disk.PowerCut()).Lines.Count);
    }

    [Fact]
    public void The_real_disk_tells_a_full_disk_and_a_failing_flush()
    {
        var disk = new LinuxDisk();
        using var full = disk.Open("/dev/full");
        Assert.Throws<DiskFull>(() => full.Write(0, "x"u8));

        // Devices like this one cannot be flushed: the call fails, and the failure must not be swallowed.
        using var nothing = disk.Open("/dev/null");
        Assert.Throws<IOException>(nothing.Flush);
        Assert.Throws<IOException>(() => disk.FlushFolder("/proc/self/absent"));
        Assert.Throws<IOException>(() => disk.FlushFolder("/dev/null"));
    }
}
