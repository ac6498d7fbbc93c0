using AumgJury.Core.Sittings;
using AumgJury.EndToEnd.Browsing;
using AumgJury.EndToEnd.Sittings;
using AumgJury.Web.Conference;

namespace AumgJury.EndToEnd.Conference;

/// <summary>The pre-check's own room: one's own picture comes back, over UDP and through the relay's TLS alone.</summary>
public sealed class TestRoomTests(MediaBrowser browser) : IClassFixture<MediaBrowser>
{
    [Fact]
    public async Task Before_the_doors_open_a_presenter_receives_their_own_picture_and_sound_back()
    {
        using var house = new AppHost(new Dictionary<string, string>(StringComparer.Ordinal) { ["Janus:Mode"] = "Own" }, dataFolder: null);
        await house.JanusIsThereAsync();
        await using var hub = await house.SitAsync("P1");
        await using var test = MediaClient.Sit(hub, await browser.PageAsync(house.Address), [], "Test", false);
        await test.Grows((was, now) => now.Audio > was.Audio + 20 && now.Frames > was.Frames + 5, "one's own picture");
        Assert.All(test.Frames.OfType<OfferFrame>().SelectMany(f => f.Streams), s => Assert.Equal("P1", s.Seat));

        // It has nothing to do with the jury's room, and the secretary learns the verdict.
        Assert.Equal(RefusalName.NotInMedia, (await test.Signal(new PublishSignal(test.Room!.Epoch + 1, MediaSource.Camera, "v=0"))).Refusal?.Name);
        await hub.Do(new ReportCheck(CheckVerdict.Works, CheckVerdict.Works, CheckVerdict.NotTested, CheckVerdict.Works, CheckVerdict.NotTested));
        await using var relay = MediaClient.Sit(await house.SitAsync("P2"), null, [], "Test", true);
        await relay.Until<UnavailableFrame>(f => f.Why == UnavailableWhy.NoRelay);
        await relay.Hub.DisposeAsync();
    }

    [Fact]
    public async Task Through_the_relay_alone_everything_passes_over_tls()
    {
        using var turn = await TurnServer.StartAsync();
        using var house = new AppHost(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["Janus:Mode"] = "Own", ["Turn:Urls:0"] = turn.Udp, ["Turn:Urls:1"] = turn.Tls, ["Turn:Secret"] = TurnServer.Secret },
            dataFolder: null);
        await house.JanusIsThereAsync();
        await using var hub = await house.SitAsync("P1");
        await using var test = MediaClient.Sit(hub, await browser.PageAsync(house.Address), [], "Test", true);
        Assert.Equal([turn.Tls], (await test.Until<RoomFrame>()).Ice.Single().Urls);
        await test.Grows((was, now) => now.Audio > was.Audio + 20 && now.Frames > was.Frames + 5, "one's own picture through the relay");
        Assert.Equal("relay tls", (await test.Stats()).Pair);
    }
}
