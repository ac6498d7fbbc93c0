using AumgJury.Core.Sittings;

namespace AumgJury.EndToEnd.Conference;

/// <summary>Real Chromium, real Janus: who hears and sees whom, and that the one moved out receives not one packet more.</summary>
public sealed class MoveOutTests(MediaBrowser browser) : IClassFixture<MediaBrowser>
{
    [Fact]
    public async Task A_presenter_hears_and_sees_the_jury_and_after_the_proof_receives_nothing_while_the_jury_goes_on()
    {
        await using var sitting = await MediaSitting.AtTheHearingsAsync(browser);
        var chair = await sitting.WithMediaAsync("M1", "M4", "P1");
        var member = await sitting.WithMediaAsync("M4", "M1");
        await chair.Grows((was, now) => now.Audio > was.Audio + 20 && now.Frames > was.Frames + 5, "the member's sound and picture");
        await member.Grows((was, now) => now.Audio > was.Audio + 20 && now.Frames > was.Frames + 5, "the chair's sound and picture");
        var presenter = await sitting.WithMediaAsync("P1", "M1", "M4");
        await presenter.Until<Web.Conference.OutFrame>();
        Assert.Equal(0, (await presenter.Stats()).Received);

        await sitting.BringInAsync();
        await presenter.Grows((was, now) => now.Audio > was.Audio + 40 && now.Frames > was.Frames + 5, "the jury's sound and picture");
        await chair.Until<Web.Conference.PeopleFrame>(f => f.People.Any(p => p is { Seat: "P1", Microphone: true, Camera: true }));
        await chair.Until<Web.Conference.TalkingFrame>(f => f is { Seat: "P1", On: true });
        await sitting.PresentAsync("D01", "D02");

        // A presenter who keeps every connection.
        presenter.Hostile = true;
        var (chairEpoch, memberEpoch) = (chair.Room!.Epoch, member.Room!.Epoch);
        await sitting.Do("M1", new OrderExit("U1"));
        await sitting.UntilAsync(v => v.Sitting.Room.Sign == RoomSign.ClosedVerified);
        Assert.Equal(ProofMeans.Media, sitting.Chair.Sitting.Room.Means);
        var before = await presenter.Settled();
        var jury = await member.Stats();
        await Task.Delay(5000, TestContext.Current.CancellationToken);
        var after = await presenter.Stats();
        Assert.Equal((before.Audio, before.Video), (after.Audio, after.Video));
        Assert.True(before.Received > 50);
        Assert.True((await member.Settled()).Video > jury.Video, "The jury's picture was interrupted.");
        await member.Grows((_, now) => now.Frames > jury.Frames + 20, "the jury's picture");
        Assert.Equal((chairEpoch, memberEpoch), (chair.Room!.Epoch, member.Room!.Epoch));

        // The marking has muted the microphones; one press gives them back, without a new connection.
        await chair.Until<Web.Conference.RoomFrame>(f => f.Me.Microphone == Core.Room.MediaPermit.Muted);
        await sitting.Do("M1", new LiftAllMutes());
        await member.Grows((was, now) => now.Audio > was.Audio + 50, "the chair's sound");
        Assert.Equal((chairEpoch, memberEpoch), (chair.Room!.Epoch, member.Room!.Epoch));
        Assert.Contains(await sitting.JournalAsync(), l => l.Contains("\"room-proven.v2\"", StringComparison.Ordinal) && l.Contains("\"means\":\"media\"", StringComparison.Ordinal) && l.Contains("\"ordered\":", StringComparison.Ordinal) && l.Contains("\"proven\":", StringComparison.Ordinal));
    }
}
