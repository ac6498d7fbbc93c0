using System.Diagnostics;
using AumgJury.Core.Sittings;
using AumgJury.EndToEnd.Faults;
using AumgJury.Web.Conference;
using AumgJury.Web.Tests;

namespace AumgJury.EndToEnd.Conference;

/// <summary>Fail closed and come back: Janus killed, the application killed, the connection between both cut.</summary>
public sealed class RecoveryTests(MediaBrowser browser) : IClassFixture<MediaBrowser>
{
    [Fact]
    public async Task After_a_kill_of_janus_the_jury_hears_again_by_itself_and_the_presenter_waits_for_the_chair()
    {
        await using var sitting = await MediaSitting.AtTheHearingsAsync(browser);
        var chair = await sitting.WithMediaAsync("M1", "M4");
        var member = await sitting.WithMediaAsync("M4", "M1");
        await sitting.BringInAsync();
        var presenter = await sitting.WithMediaAsync("P1", "M1");
        await presenter.Grows((was, now) => now.Audio > was.Audio + 20, "the jury's sound");
        await member.Grows((was, now) => now.Frames > was.Frames + 5, "the chair's picture");
        var (process, epoch) = (sitting.Janus.ProcessId!.Value, member.Room!.Epoch);

        var watch = Stopwatch.StartNew();
        using (var janus = Process.GetProcessById(process))
        {
            janus.Kill();
        }

        await member.Until<RoomFrame>(f => f.Epoch != epoch);
        Assert.Contains(member.Frames, f => f is UnavailableFrame);
        await member.Grows((was, now) => now.Frames > was.Frames + 2 && now.Audio > was.Audio + 5, "sound and picture again");
        TestContext.Current.TestOutputHelper!.WriteLine($"Janus killed: picture again after {watch.ElapsedMilliseconds} ms.");
        Assert.NotEqual(process, sitting.Janus.ProcessId);

        // Held: nothing until the chair admits again.
        Assert.True(sitting.Chair.Hearing!.Held);
        await presenter.Until<OutFrame>();
        Assert.Null(presenter.Room);
        var held = await presenter.Settled();
        await Task.Delay(1000, TestContext.Current.CancellationToken);
        Assert.Equal(held.Received, (await presenter.Stats()).Received);
        await sitting.Do("M1", new AdmitAgain("U1"));
        await presenter.Grows((was, now) => now.Audio > was.Audio + 20, "the jury's sound after being admitted again");
        Assert.NotNull(chair.Room);
    }

    [Fact]
    public async Task A_verified_room_is_in_doubt_without_janus_and_proven_again_by_itself()
    {
        await using var sitting = await MediaSitting.AtTheHearingsAsync(browser);
        var member = await sitting.WithMediaAsync("M4");
        await member.Until<RoomFrame>();
        Assert.Equal((RoomSign.ClosedVerified, ProofMeans.Media), (sitting.Chair.Sitting.Room.Sign, sitting.Chair.Sitting.Room.Means));
        var number = sitting.Chair.Sitting.Room.Number;
        using (var janus = Process.GetProcessById(sitting.Janus.ProcessId!.Value))
        {
            janus.Kill();
        }

        await sitting.UntilAsync(v => v.Sitting.Room.Number > number && v.Sitting.Room is { Sign: RoomSign.ClosedVerified, Means: ProofMeans.Media });
        Assert.Contains(await sitting.JournalAsync(), l => l.Contains("\"room-doubted.v1\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_session_that_nobody_made_puts_the_room_in_doubt_and_is_ended()
    {
        await using var sitting = await MediaSitting.AtTheHearingsAsync(browser);
        Assert.Equal(RoomSign.ClosedVerified, sitting.Chair.Sitting.Room.Sign);
        var number = sitting.Chair.Sitting.Room.Number;

        // As an intruder who holds the API's secret: past the registry of our own sessions.
        var stranger = await sitting.Janus.CreateSession();
        await sitting.UntilAsync(v => v.Sitting.Room.Number > number && v.Sitting.Room.Sign == RoomSign.ClosedVerified);
        Assert.Null(await sitting.Janus.Handles(stranger));
    }

    [Fact]
    public async Task A_cut_of_the_connection_to_janus_is_claimed_and_no_picture_stops()
    {
        var folder = Directory.CreateTempSubdirectory("aumg-janus-").FullName;
        using var janus = await JanusProcess.Start(folder, new JanusSettings { Mode = JanusMode.Own });
        using var api = new CutProxy(janus.Folder.ApiPort);
        using var admin = new CutProxy(janus.Folder.AdminPort);
        try
        {
            await using var sitting = await MediaSitting.AtTheHearingsAsync(
                browser,
                ("Janus:Mode", "External"),
                ("Janus:Url", $"ws://127.0.0.1:{api.Port}"),
                ("Janus:AdminUrl", $"ws://127.0.0.1:{admin.Port}"),
                ("Janus:ApiSecret", janus.Folder.ApiSecret),
                ("Janus:AdminSecret", janus.Folder.AdminSecret),
                ("Janus:RoomKey", janus.Folder.RoomKey));
            await sitting.WithMediaAsync("M1");
            var member = await sitting.WithMediaAsync("M4", "M1");
            await member.Grows((was, now) => now.Frames > was.Frames + 5, "the chair's picture");
            var (epoch, life) = (member.Room!.Epoch, sitting.Janus.Life);

            api.Cut();
            admin.Cut();

            await member.Grows((was, now) => now.Frames > was.Frames + 20, "the chair's picture during the cut");
            var late = await sitting.WithMediaAsync("M2", "M1");
            await late.Grows((was, now) => now.Frames > was.Frames + 5, "the chair's picture for somebody who came after the cut");
            Assert.Equal((epoch, life), (member.Room!.Epoch, sitting.Janus.Life));
        }
        finally
        {
            await janus.Stop();
            TemporaryFolder.Remove(folder);
        }
    }

    [Fact]
    public async Task A_killed_application_ends_its_orphan_and_the_jury_hears_again()
    {
        var folder = Directory.CreateTempSubdirectory("aumg-kill-").FullName;
        var pid = Path.Combine(folder, "janus", "janus.pid");
        try
        {
            int orphan;
            using (var house = await HouseProcess.StartAsync(folder, janus: "Own"))
            {
                await using var secretary = await (await house.EnterAsync("SEC")).Watch();
                await secretary.Do(new OpenDoors());
                await using var hub = await (await house.EnterAsync("M4")).Watch();
                await hub.Do(new ConfirmPresence());
                await using var member = MediaClient.Sit(hub, await browser.PageAsync(house.Address), []);
                await member.Grows((was, now) => now.Sent > was.Sent + 20, "the member's own packets");
                orphan = int.Parse(await File.ReadAllTextAsync(pid, TestContext.Current.CancellationToken), System.Globalization.CultureInfo.InvariantCulture);
                house.Kill();
                using var left = Process.GetProcessById(orphan);
                Assert.Equal("janus", left.ProcessName);
            }

            using var again = await HouseProcess.StartAsync(folder, janus: "Own");
            await using var first = await (await again.EnterAsync("M4", takeOver: true)).Watch();
            await using var second = await (await again.EnterAsync("M1", takeOver: true)).Watch();
            await second.Do(new ConfirmPresence());
            await using var listener = MediaClient.Sit(first, await browser.PageAsync(again.Address), [new Tile("M1", MediaSource.Camera, 180)]);
            await using var speaker = MediaClient.Sit(second, await browser.PageAsync(again.Address), []);
            await listener.Grows((was, now) => now.Frames > was.Frames + 5, "the chair's picture after the restart");
            Assert.False(File.Exists($"/proc/{orphan}/cmdline") && (await File.ReadAllTextAsync($"/proc/{orphan}/cmdline", TestContext.Current.CancellationToken)).Contains(folder, StringComparison.Ordinal), "The orphan lives.");
        }
        finally
        {
            await JanusProcess.EndOrphan(Path.Combine(folder, "janus"));
            TemporaryFolder.Remove(folder);
        }
    }
}
