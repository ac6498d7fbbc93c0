using System.Text;
using AumgJury.Web.Storage;

namespace AumgJury.Web.Tests.Storage;

/// <summary>Cuts the power at every byte of a group that was written but not acknowledged.</summary>
public sealed class PowerCutTests
{
    private const string Acknowledged = "a b c d e f";
    private static readonly string[] Unacknowledged = ["g", "h", "i"];

    public static TheoryData<string> Patterns => ["keeps the beginning", "keeps the end", "loses every other sector", "loses a sector", "loses a byte"];

    [Theory]
    [MemberData(nameof(Patterns))]
    public void No_acknowledged_line_is_missing_no_half_command_appears_and_the_start_succeeds(string pattern)
    {
        var disk = WithUnacknowledgedGroup();
        var last = disk.Read(Given.Files.Journal)!.Length - disk.Flushed(Given.Files.Journal).Length;
        Assert.InRange(last, 400, 2000);

        var torn = 0;
        for (var at = 0; at <= last; at++)
        {
            var cut = disk.PowerCut(Given.Files.Journal, (flushed, written) => Survives(pattern, flushed, written, at));
            Assert.Null(Complaint(cut, out var tail));
            torn += tail is null ? 0 : 1;
        }

        Assert.InRange(torn, last / 4, last + 1);
    }

    [Fact]
    public void Without_the_flush_the_same_check_finds_acknowledged_lines_missing()
    {
        var disk = new MemoryDisk { FlushKeeps = false };
        Given.ThreeGroups(disk);

        // The name is granted, so that it is the missing flush of the bytes that is caught.
        var cut = new MemoryDisk();
        Given.Opened(cut);
        cut.Damage(Given.Files.Journal, _ => disk.Flushed(Given.Files.Journal));

        Assert.Equal("acknowledged lines are missing", Complaint(cut, out _));
        Assert.Empty(disk.PowerCut().Names);
    }

    [Fact]
    public void A_power_cut_between_setting_the_tail_aside_and_cutting_it_changes_nothing_but_the_copy()
    {
        var torn = WithUnacknowledgedGroup().PowerCut(Given.Files.Journal, (_, written) => written[..^5]);
        Given.Opened(torn);
        var again = torn.PowerCut(Given.Files.Journal, (_, now) => now);
        again.Damage(Given.Files.Journal, now => [.. now, .. "torn"u8]);

        var opened = Given.Opened(again);

        Assert.EndsWith(".cut-9-2", opened.CutTail!.Path, StringComparison.Ordinal);
        Assert.NotNull(again.Read(Given.Files.Journal + ".cut-9-1"));
    }

    [Fact]
    public void A_torn_tail_is_kept_aside_and_said()
    {
        var torn = WithUnacknowledgedGroup().PowerCut(Given.Files.Journal, (_, written) => written[..^5]);
        var before = torn.Read(Given.Files.Journal)!;

        var opened = Given.Opened(torn);

        var after = torn.Read(Given.Files.Journal)!;
        Assert.Equal("a b c d e f g h", Given.Ids(opened.Lines));
        Assert.Equal(new CutTail(Given.Files.Journal + ".cut-9-1", 9, 1, before.Length - after.Length), opened.CutTail);
        Assert.Equal(before, after.Concat(torn.PowerCut().Read(opened.CutTail!.Path)!));
    }

    private static MemoryDisk WithUnacknowledgedGroup()
    {
        var disk = new MemoryDisk();
        var journal = Given.ThreeGroups(disk);
        using var file = disk.Open(Given.Files.Journal);
        var bytes = disk.Read(Given.Files.Journal)!;
        var scratch = new MemoryDisk();
        Given.Opened(scratch);
        scratch.Damage(Given.Files.Journal, _ => bytes);
        Given.Opened(scratch).Journal.AppendGroup(Given.Bodies(Unacknowledged), after: 6);
        file.Write(bytes.Length, scratch.Read(Given.Files.Journal)!.AsSpan(bytes.Length));
        return disk;
    }

    private static byte[] Survives(string pattern, byte[] flushed, byte[] written, int at)
    {
        var from = flushed.Length;
        bool Kept(int i) => pattern switch
        {
            "keeps the beginning" => i < at,
            "keeps the end" => i >= at,
            "loses every other sector" => ((i + at) / 64) % 2 == 0,
            "loses a sector" => i < at || i >= at + 64,
            _ => i != at,
        };
        var length = pattern is "keeps the beginning" ? from + at : written.Length;
        return [.. written.Take(length).Select((b, i) => i < from || Kept(i - from) ? b : (byte)0)];
    }

    private static string? Complaint(MemoryDisk disk, out CutTail? tail)
    {
        tail = null;
        if (Journal.Open(disk, Given.Files, 0) is not OpenedJournal.Ready opened)
        {
            return "the start did not succeed by itself";
        }

        tail = opened.CutTail;
        var ids = Given.Ids(opened.Lines);
        if (!ids.StartsWith(Acknowledged, StringComparison.Ordinal))
        {
            return "acknowledged lines are missing";
        }

        if (!(Acknowledged + " g h i").StartsWith(ids, StringComparison.Ordinal))
        {
            return "something appears that nobody sent";
        }

        opened.Journal.AppendGroup(Given.Bodies("next"), opened.Journal.Position);
        var after = disk.PowerCut();
        Given.AuditorAccepts(after.Read(Given.Files.Journal)!, opened.Lines.Count + 1);
        return Encoding.UTF8.GetString(opened.Lines[^1].Json.Span).EndsWith("}]}", StringComparison.Ordinal) ? null : "half a command";
    }
}
