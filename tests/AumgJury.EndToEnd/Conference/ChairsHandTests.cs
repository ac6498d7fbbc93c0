using AumgJury.Core.Sittings;
using AumgJury.Web.Conference;

namespace AumgJury.EndToEnd.Conference;

/// <summary>What the chair rules holds in Janus, whatever the browsers do.</summary>
public sealed class ChairsHandTests(MediaBrowser browser) : IClassFixture<MediaBrowser>
{
    [Fact]
    public async Task A_mute_holds_over_a_new_connection_until_the_chair_lifts_it()
    {
        await using var sitting = await MediaSitting.AtTheHearingsAsync(browser);
        var chair = await sitting.WithMediaAsync("M1");
        await sitting.BringInAsync();
        var presenter = await sitting.WithMediaAsync("P1", "M1");
        await chair.Grows((was, now) => now.Audio > was.Audio + 20, "the presenter's sound");

        await sitting.Do("M1", new MuteSeat("P1"));
        await presenter.Until<RoomFrame>(f => f.Me.Microphone == Core.Room.MediaPermit.Muted);
        await SilentAsync(chair);
        await chair.Until<PeopleFrame>(f => f.People.Any(p => p is { Seat: "P1", Microphone: false }));

        // The page connects anew and sends as before: the mute was there first.
        var before = await chair.Settled();
        await presenter.Publish();
        await presenter.Grows((was, now) => now.Sent > was.Sent + 50, "the presenter's own packets");
        await SilentAsync(chair);
        Assert.Equal(before.Audio, (await chair.Stats()).Audio);

        await sitting.Do("M1", new LiftMute("P1"));
        await chair.Grows((was, now) => now.Audio > was.Audio + 20, "the presenter's sound again");
    }

    [Fact]
    public async Task One_screen_at_a_time_and_the_chair_stops_it()
    {
        await using var sitting = await MediaSitting.AtTheHearingsAsync(browser);
        var chair = await sitting.WithMediaAsync("M1");
        await sitting.BringInAsync();
        var presenter = await sitting.WithMediaAsync("P1");
        await chair.Until<RoomFrame>();
        await presenter.Until<RoomFrame>();
        Assert.Null((await presenter.Share()).Refusal);
        Assert.Equal(RefusalName.ShareTaken, (await chair.Share()).Refusal?.Name);
        await chair.Until<PeopleFrame>(f => f.People.Any(p => p is { Seat: "P1", Screen: true }));
        await chair.Show(new Tile("P1", MediaSource.Screen, 720));
        await chair.Grows((was, now) => now.Frames > was.Frames + 5, "the presenter's screen");
        Assert.Contains(chair.Frames.OfType<OfferFrame>().Last().Streams, s => s is { Seat: "P1", Source: MediaSource.Screen });

        await sitting.Do("M1", new StopShare("P1"));
        await chair.Until<PeopleFrame>(f => f.People.Any(p => p is { Seat: "P1", Screen: false }));
        Assert.Equal(RefusalName.ShareNotAllowed, (await presenter.Share()).Refusal?.Name);
        var before = await chair.Stops(c => c.Video, "the screen");
        await Task.Delay(2000, TestContext.Current.CancellationToken);
        Assert.Equal(before.Video, (await chair.Stats()).Video);

        // The place is free once Janus has let the screen go.
        Signalled shared;
        for (var i = 0; (shared = await chair.Share()).Refusal?.Name == RefusalName.ShareTaken && i < 100; i++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Null(shared.Refusal);
    }

    [Fact]
    public async Task Whom_a_page_does_not_show_it_does_not_receive_and_a_suspension_silences_everybody()
    {
        await using var sitting = await MediaSitting.AtTheHearingsAsync(browser);
        var chair = await sitting.WithMediaAsync("M1", "M4");
        var member = await sitting.WithMediaAsync("M4");
        await chair.Grows((was, now) => now.Frames > was.Frames + 5 && now.Audio > was.Audio + 20, "the member's picture");
        await member.Grows((was, now) => now.Audio > was.Audio + 20, "the chair's sound");
        Assert.Equal(0, (await member.Stats()).Video);

        await sitting.Do("M1", new Suspend(null, "Pause."));
        await chair.Until<RoomFrame>(f => f.Me is { Microphone: Core.Room.MediaPermit.Muted, Camera: Core.Room.MediaPermit.No });
        await SilentAsync(chair);
        await sitting.Do("M1", new Resume());
        await chair.Grows((was, now) => now.Frames > was.Frames + 5 && now.Audio > was.Audio + 20, "sound and picture after the suspension");
    }

    /// <summary>Once the sound has stopped, two seconds without one packet of it.</summary>
    private static async Task SilentAsync(MediaClient client)
    {
        var before = await client.Stops(c => c.Audio, "the sound");
        await Task.Delay(2000, TestContext.Current.CancellationToken);
        Assert.Equal(before.Audio, (await client.Stats()).Audio);
    }
}
