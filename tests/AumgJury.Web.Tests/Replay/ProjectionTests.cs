using System.Collections.Concurrent;
using System.Text.Json;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Notifications;
using AumgJury.Web.Realtime;
using AumgJury.Web.Replay;
using AumgJury.Web.Storage;
using AumgJury.Web.Tests.Seeds;
using MailKit.Security;

namespace AumgJury.Web.Tests.Replay;

/// <summary>LiteDB holds what the journal of the demo sitting says, and is rebuilt whenever it cannot be trusted.</summary>
public sealed class ProjectionTests(PlayedSitting played) : IClassFixture<PlayedSitting>, IDisposable
{
    private readonly LinuxDisk _disk = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("aumgjury-projection-").FullName;

    private CallFiles Files => new(_folder, "idf-2021");

    public void Dispose() => TemporaryFolder.Remove(_folder);

    [Fact]
    public async Task It_holds_the_public_record_of_the_sitting()
    {
        await using var projection = await Projected();
        Assert.Equal(RebuildCause.Missing, projection.RebuiltBecause);
        Assert.Equal(Text(played.State.Archive()), Text(projection.Read()));
        Assert.Equal((12, 17, 10, 7), projection.Query(i => (i.All("dossiers").Count, i.All("people").Count, i.All("decisions").Count, i.All("notifications").Count)));
        Assert.Equal(["D06"], projection.Query(i => i.Find("dossiers", "$.rank = @0", 8).Select(d => d["_id"].AsString).ToArray()));
        Assert.Equal(8, projection.Query(i => i.Find("decisions", "$.outcome = @0", "Selected").Count));
    }

    [Fact]
    public void Nothing_is_written_for_a_line_that_changes_nothing_of_the_public_record() =>
        Assert.Empty(ArchiveDocuments.Changes(played.State.Archive(), played.State.Archive()));

    [Fact]
    public async Task The_file_that_a_clean_stop_left_is_trusted()
    {
        await (await Projected()).DisposeAsync();
        await using var projection = Opened();
        Assert.Null(projection.RebuiltBecause);
        Assert.Equal(played.Lines, projection.Position);
        Assert.Equal(Text(played.State.Archive()), Text(projection.Read()));
    }

    [Theory]
    [InlineData("deleted")]
    [InlineData("truncated")]
    [InlineData("flipped")]
    [InlineData("not closed")]
    public async Task Another_file_is_rebuilt_with_the_same_content(string damage)
    {
        await (await Projected()).DisposeAsync();
        var bytes = await File.ReadAllBytesAsync(Files.Index, TestContext.Current.CancellationToken);
        switch (damage)
        {
            case "deleted":
                File.Delete(Files.Index);
                break;
            case "truncated":
                await File.WriteAllBytesAsync(Files.Index, bytes[..(bytes.Length / 2)], TestContext.Current.CancellationToken);
                break;
            case "flipped":
                bytes[bytes.Length / 3] ^= 1;
                await File.WriteAllBytesAsync(Files.Index, bytes, TestContext.Current.CancellationToken);
                break;
            default:
                File.Delete(Files.IndexSum);
                break;
        }

        await using var projection = await Projected();
        Assert.NotNull(projection.RebuiltBecause);
        Assert.Equal(Text(played.State.Archive()), Text(projection.Read()));
    }

    [Fact]
    public async Task A_rebuild_sends_nothing_again_since_deliveries_are_facts_of_the_journal()
    {
        var sent = Delivered(played.State);
        await (await Projected(sent, played.Lines + 14)).DisposeAsync();
        File.Delete(Files.Index);

        await using var projection = await Projected(sent, played.Lines + 14);
        Assert.Equal(RebuildCause.Missing, projection.RebuiltBecause);
        Assert.Equal(7, projection.Query(i => i.Find("notifications", "$.delivery = @0", "Accepted").Count));
        var drop = new MailDrop(new MailSettings("", 587, SecureSocketOptions.StartTls, "", "", ""), _disk, Path.Combine(_folder, "courriers"));
        var asked = 0;
        var outbox = new Outbox(projection.Read, _ => { asked++; return Task.FromResult(Sent.Refused(RefusalName.Stale)); }, drop, new NotificationText(new("", null)), TimeProvider.System);
        Assert.Equal((0, 0), (await outbox.Pass(TestContext.Current.CancellationToken), asked));
        Assert.False(Directory.Exists(Path.Combine(_folder, "courriers")));
    }

    [Fact]
    public async Task LiteDB_that_breaks_under_way_is_rebuilt_by_the_next_question_and_by_the_next_line()
    {
        await using var projection = await Projected();
        projection.Query(index => { index.Dispose(); return 0; });
        Assert.Equal(Text(played.State.Archive()), Text(projection.Read()));

        projection.Query(index => { index.Dispose(); return 0; });
        var sent = Delivered(played.State);
        projection.Show(sent, played.Lines + 14);
        await projection.WaitUntil(played.Lines + 14, TestContext.Current.CancellationToken);
        Assert.Equal(Text(sent.Archive()), Text(projection.Read()));
    }

    [Fact]
    public async Task LiteDB_that_cannot_be_written_again_either_is_tried_until_it_can_and_each_failure_is_said()
    {
        var disk = new RefusingDisk();
        var faults = new ConcurrentQueue<Exception>();
        var thrice = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var projection = new Projection(disk, Files, CallIndex.Open(disk, Files), fault =>
        {
            faults.Enqueue(fault);
            if (faults.Count == 3)
            {
                thrice.SetResult();
            }
        });
        projection.Show(played.State, played.Lines);
        await projection.WaitUntil(played.Lines, TestContext.Current.CancellationToken);

        disk.Refuses = true;
        projection.Query(index => { index.Dispose(); return 0; });
        var sent = Delivered(played.State);
        projection.Show(sent, played.Lines + 14);
        await thrice.Task.WaitAsync(TestContext.Current.CancellationToken);
        Assert.All(faults, fault => Assert.IsType<IOException>(fault));

        disk.Refuses = false;
        await projection.WaitUntil(played.Lines + 14, TestContext.Current.CancellationToken);
        Assert.Equal(Text(sent.Archive()), Text(projection.Read()));
    }

    [Fact]
    public async Task A_house_that_closes_while_LiteDB_fails_does_not_wait_for_it_and_the_next_start_rebuilds()
    {
        var disk = new RefusingDisk();
        var failed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (var projection = new Projection(disk, Files, CallIndex.Open(disk, Files), _ => failed.TrySetResult()))
        {
            disk.Refuses = true;
            projection.Query(index => { index.Dispose(); return 0; });
            projection.Show(played.State, played.Lines);
            await failed.Task.WaitAsync(TestContext.Current.CancellationToken);
        }

        await using var again = await Projected();
        Assert.NotNull(again.RebuiltBecause);
        Assert.Equal(Text(played.State.Archive()), Text(again.Read()));
    }

    [Fact]
    public async Task A_page_that_waits_for_a_position_goes_on_when_it_is_read()
    {
        await using var projection = await Projected();
        var waiting = projection.WaitUntil(played.Lines + 14, TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted);
        projection.Show(Delivered(played.State), played.Lines + 14);
        await waiting;
        Assert.Equal(7, projection.Read().Notifications.Count(n => n.Delivery == DeliveryLine.Accepted));
    }

    [Fact]
    public async Task Before_the_ranking_is_fixed_it_holds_no_score_although_all_is_revealed()
    {
        var script = played.Script with { Acts = [.. played.Script.Acts.TakeWhile(a => a.Line <= played.Script.Acts.OfType<ReplayAct.Press>().Single(p => p.Name == "start-final-deliberation").Line)] };
        await using var stage = (await FastStage.Open(_disk, Files, SeedCopy.Original, script.Definition, script.Definition.DemoStart!.Value))!;
        Assert.Null(await new ScriptPlayer(script, stage).Play(TestContext.Current.CancellationToken));
        await using var projection = await Projected(stage.Shown, stage.Lines);
        Assert.Equal(12, projection.Query(i => i.Find("dossiers", "$.score = null AND $.rank = null").Count));
        Assert.Empty(projection.Query(i => i.All("decisions")));
    }

    private static string Text(Archive archive) => JsonSerializer.Serialize(archive, WireJson.Options);

    /// <summary>The state after every notification was attempted and accepted.</summary>
    private static CallState Delivered(CallState state)
    {
        var at = new Instants(state.LastAt.AddMinutes(1), state.LastAt.AddMinutes(1));
        foreach (var university in state.Archive().Notifications.Select(n => n.University))
        {
            state = Accepted(state, new ReportAttempt(university, university + "@test.invalid"), "a" + university);
            state = Accepted(state, new ReportDelivery(university, university + "@test.invalid", true, "250"), "d" + university);
        }

        return state;

        CallState Accepted(CallState before, Command command, string id) =>
            Assert.IsType<Outcome.Accepted>(before.Decide(Actor.Outbox, command, id, at, (_, clear) => clear)).Next;
    }

    private Projection Opened() => new(_disk, Files, CallIndex.Open(_disk, Files));

    private Task<Projection> Projected() => Projected(played.State, played.Lines);

    private async Task<Projection> Projected(CallState state, long position)
    {
        var projection = Opened();
        projection.Show(state, position);
        await projection.WaitUntil(position, TestContext.Current.CancellationToken);
        return projection;
    }
}
