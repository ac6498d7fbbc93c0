using AumgJury.Web.Storage;

namespace AumgJury.Web.Tests.Storage;

public sealed class OtherProcessTests
{
    private readonly string folder = Given.TemporaryFolder();

    [Fact]
    public void A_second_process_is_kept_out_told_who_holds_the_folder_and_let_in_after_a_kill()
    {
        using var other = OtherProcess.WritingIn(folder);
        other.Next();

        var refused = Assert.Throws<FolderInUse>(() => FolderLock.Take(folder));
        Assert.Equal((folder, other.Id), (refused.Folder, refused.Holder));

        other.Kill();
        using var held = FolderLock.Take(folder);
        Assert.Equal(Environment.ProcessId, Assert.Throws<FolderInUse>(() => FolderLock.Take(folder)).Holder);
    }

    [Fact]
    public void Nothing_acknowledged_is_missing_after_kill_9_while_eight_lines_are_under_way()
    {
        var acknowledged = new List<string>();
        var left = 0;
        for (var round = 1; round <= 5; round++)
        {
            using var other = OtherProcess.WritingIn(folder);
            for (var n = 0; n < round * 37; n++)
            {
                acknowledged.Add(other.Next());
            }

            acknowledged.AddRange(other.Kill());
            using var held = FolderLock.Take(folder);
            var opened = Given.Opened(new LinuxDisk(), new CallFiles(folder, "S1"));
            opened.Journal.Dispose();
            var kept = opened.Lines.Select(l => $"{l.Position} {Given.Ids([l])}").ToHashSet(StringComparer.Ordinal);
            Assert.DoesNotContain(acknowledged, a => !kept.Contains(a));
            Assert.True(opened.Lines.Count > left);
            left = opened.Lines.Count;
        }

        Assert.True(acknowledged.Count >= 37 * 15);
        Given.AuditorAccepts(File.ReadAllBytes(Path.Combine(folder, "S1.journal")), left);
    }
}
