using AumgJury.Core.Room;
using AumgJury.Core.Sittings;
using AumgJury.Web.Conference;

namespace AumgJury.EndToEnd.Conference;

/// <summary>A poor link keeps the sound, in real Janus: no packet of a picture goes either way until the link is good again.</summary>
public sealed class AudioOnlyTests(MediaBrowser browser) : IClassFixture<MediaBrowser>
{
    [Fact]
    public async Task A_poor_link_loses_the_pictures_by_itself_keeps_the_sound_and_gets_them_back()
    {
        await using var sitting = await MediaSitting.AtTheHearingsAsync(browser);
        var chair = await sitting.WithMediaAsync("M1", "M4");
        var member = await sitting.WithMediaAsync("M4", "M1");
        await chair.Grows((was, now) => now.Frames > was.Frames + 5 && now.Audio > was.Audio + 20, "the member's picture");
        await member.Grows((was, now) => now.Frames > was.Frames + 5 && now.Audio > was.Audio + 20, "the chair's picture");
        var epoch = member.Room!.Epoch;

        await ReportUntilAsync(member, new StatsSignal(epoch, 900, 0.2, 0.5, 30, 30), MediaPermit.No);
        await chair.Until<PeopleFrame>(f => f.People.Any(p => p is { Seat: "M4", AudioOnly: true, Quality: LinkQuality.Poor }));
        await member.Until<PeopleFrame>(f => f.People.Any(p => p is { Seat: "M4", AudioOnly: true }));
        await NoPictureAsync(member, "the chair's sound");
        await NoPictureAsync(chair, "the member's sound");
        Assert.Contains(await sitting.JournalAsync(), l => l.Contains("\"audio-only-noted.v1\",\"seat\":\"M4\",\"on\":true", StringComparison.Ordinal));

        await ReportUntilAsync(member, new StatsSignal(epoch, 20, 0, 0, 300, 300), MediaPermit.Allowed);
        await member.Grows((was, now) => now.Frames > was.Frames + 5, "the chair's picture again");
        await chair.Grows((was, now) => now.Frames > was.Frames + 5, "the member's picture again");
        Assert.Equal(epoch, member.Room!.Epoch);
        Assert.NotNull(sitting.Live.Kept.Media().Of("M4"));
        Assert.Contains(await sitting.JournalAsync(), l => l.Contains("\"audio-only-noted.v1\",\"seat\":\"M4\",\"on\":false", StringComparison.Ordinal));
    }

    /// <summary>What the member's browser measures, said again as it does, until the room draws the consequence.</summary>
    private static async Task ReportUntilAsync(MediaClient member, StatsSignal report, MediaPermit camera)
    {
        for (var i = 0; member.Room?.Me.Camera != camera; i++)
        {
            Assert.True(i < 80, $"The camera never became {camera}: {member.Room}");
            Assert.Null((await member.Signal(report)).Refusal);
            await Task.Delay(1050, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Once the pictures have stopped: sound comes, and not one packet of a picture.</summary>
    private static async Task NoPictureAsync(MediaClient client, string sound)
    {
        var before = await client.Stops(c => c.Video, "the picture");
        await client.Grows((was, now) => now.Audio > was.Audio + 60, sound);
        Assert.Equal(before.Video, (await client.Stats()).Video);
    }
}
