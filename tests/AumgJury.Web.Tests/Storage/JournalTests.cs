using System.Text;
using AumgJury.Web.Storage;

namespace AumgJury.Web.Tests.Storage;

public sealed class JournalTests
{
    [Fact]
    public void An_auditor_can_verify_the_chain_with_nothing_but_sha256()
    {
        var disk = new MemoryDisk();
        var journal = Given.ThreeGroups(disk);
        var file = disk.Flushed(Given.Files.Journal);

        Given.AuditorAccepts(file, lines: 6);
        var lines = Encoding.UTF8.GetString(file).Split('\n');
        Assert.StartsWith("{\"position\":4,\"group\":3,\"at\":\"2021-05-06T08:55:00Z\",\"actor\":\"chair\",\"id\":\"d\"", lines[3][65..], StringComparison.Ordinal);
        Assert.Equal(journal.HeadHash, lines[5][..64]);
        Assert.Equal(6, journal.Position);
    }

    [Fact]
    public void A_group_costs_one_flush()
    {
        var disk = new MemoryDisk();
        var journal = Given.Opened(disk).Journal;
        var before = disk.Flushes;

        journal.AppendGroup(Given.Bodies("a", "b", "c"), after: 0);

        Assert.Equal(before + 1, disk.Flushes);
    }

    [Fact]
    public void What_was_kept_is_found_again()
    {
        var disk = new MemoryDisk();
        var head = Given.ThreeGroups(disk).HeadHash;

        var again = Given.Opened(disk.PowerCut());

        Assert.Equal("a b c d e f", Given.Ids(again.Lines));
        Assert.Equal([1, 1, 3, 3, 3, 6], again.Lines.Select(l => l.Group));
        Assert.Equal((6, head), (again.Journal.Position, again.Journal.HeadHash));
        Assert.Null(again.CutTail);
    }

    [Fact]
    public void A_stale_position_is_refused_and_changes_nothing()
    {
        var disk = new MemoryDisk();
        var journal = Given.ThreeGroups(disk);

        Assert.Equal(new GroupWritten.Stale(6), journal.AppendGroup(Given.Bodies("late"), after: 5));
        Assert.Equal(new GroupWritten.Stale(6), journal.AppendGroup(Given.Bodies("early"), after: 7));
        Given.AuditorAccepts(disk.Read(Given.Files.Journal)!, lines: 6);
    }

    [Fact]
    public void A_second_writer_of_the_same_file_is_noticed()
    {
        var disk = new MemoryDisk();
        var first = Given.ThreeGroups(disk);
        var second = Given.Opened(disk).Journal;
        Assert.IsType<GroupWritten.Kept>(second.AppendGroup(Given.Bodies("g"), after: 6));

        Assert.IsType<GroupWritten.Stale>(first.AppendGroup(Given.Bodies("other"), after: 6));
        Given.AuditorAccepts(disk.Read(Given.Files.Journal)!, lines: 7);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("")]
    [InlineData("{\"a\":\n1}")]
    [InlineData("{\"a\":1}\n")]
    [InlineData("{\"a\":1")]
    public void A_body_that_would_break_the_lines_is_refused(string body)
    {
        var disk = new MemoryDisk();
        var journal = Given.Opened(disk).Journal;

        Assert.Throws<ArgumentException>(() => journal.AppendGroup([Encoding.UTF8.GetBytes(body)], after: 0));
        Assert.Empty(disk.Read(Given.Files.Journal)!);
    }

    [Fact]
    public void The_name_of_a_new_journal_survives_a_power_cut()
    {
        var disk = new MemoryDisk();
        Given.Opened(disk);

        Assert.NotNull(disk.PowerCut().Read(Given.Files.Journal));
    }

    [Fact]
    public void On_a_real_disk_journal_and_folder_belong_to_their_owner_alone_and_verify_walks_them()
    {
        var folder = Path.Combine(Given.TemporaryFolder(), "data", "deep");
        var files = new CallFiles(folder, "S1");
        using var journal = Given.Opened(new LinuxDisk(), files).Journal;
        journal.AppendGroup(Given.Bodies("a", "b"), after: 0);

        Assert.Equal(new Verified.Whole(2, journal.HeadHash), Journal.Verify(files.Journal));
        Assert.Equal("S1", Assert.Single(CallFiles.CallsIn(folder)));
        Assert.Equal("600", Mode(files.Journal));
        Assert.Equal("700", Mode(folder));
        Assert.Equal("700", Mode(Path.GetDirectoryName(folder)!));
    }

    [Fact]
    public void Verify_names_the_first_bad_line()
    {
        var path = Path.Combine(Given.TemporaryFolder(), "S1.journal");
        var disk = new MemoryDisk();
        Given.ThreeGroups(disk);
        var bytes = disk.Flushed(Given.Files.Journal);
        bytes[Array.IndexOf(bytes, (byte)'\n') + 80] ^= 1;
        File.WriteAllBytes(path, bytes);

        Assert.Equal(new Verified.Bad(2, LineFault.DoesNotChain), Journal.Verify(path));
    }

    [Theory]
    [InlineData("../S1")]
    [InlineData("")]
    [InlineData("S1/x")]
    [InlineData("S1-log")]
    [InlineData("a.b")]
    public void A_call_id_cannot_leave_the_folder_or_name_another_calls_file(string id) =>
        Assert.Throws<ArgumentException>(() => new CallFiles("/data", id));

    private static string Mode(string path) =>
        OperatingSystem.IsLinux() ? Convert.ToString((int)File.GetUnixFileMode(path), 8) : throw new PlatformNotSupportedException();
}
