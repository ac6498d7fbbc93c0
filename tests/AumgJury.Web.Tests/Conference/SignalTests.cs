using System.Text.Json;
using AumgJury.Core.Sittings;
using AumgJury.Web.Conference;
using AumgJury.Web.Realtime;

namespace AumgJury.Web.Tests.Conference;

public sealed class SignalTests
{
    [Theory]
    [InlineData("""{"type":"publish","epoch":1,"source":"microphone","sdp":"v=0"}""", "source")]
    [InlineData("""{"type":"publish","epoch":1,"source":"camera","sdp":""}""", "sdp")]
    [InlineData("""{"type":"publish","epoch":1,"source":"camera","sdp":"hello"}""", "sdp")]
    [InlineData("""{"type":"publish","epoch":1,"source":"camera","sdp":null}""", "sdp")]
    [InlineData("""{"type":"publish","epoch":"x","source":"camera","sdp":"v=0"}""", null)]
    [InlineData("""{"type":"show","epoch":1,"tiles":null}""", "tiles")]
    [InlineData("""{"type":"show","epoch":1,"tiles":[null]}""", "tiles")]
    [InlineData("""{"type":"subscribe","epoch":1,"feed":"12"}""", null)]
    [InlineData("""{"type":"publish","epoch":1,"source":"camera","sdp":"v=0","room":"x"}""", null)]
    [InlineData("[]", null)]
    [InlineData("null", null)]
    [InlineData("12", null)]
    public void What_is_no_signal_is_refused_by_name(string json, string? field)
    {
        var (signal, refusal) = MediaSignal.Parse(JsonDocument.Parse(json).RootElement);
        Assert.Null(signal);
        Assert.Equal((RefusalName.Malformed, field), (refusal!.Name, refusal.Field));
    }

    [Fact]
    public void A_description_over_64_kilobytes_is_too_large()
    {
        var json = JsonSerializer.SerializeToElement<MediaSignal>(new AnswerSignal(1, 1, "v=0" + new string('x', 64 * 1024)), WireJson.Options);
        Assert.Equal(RefusalName.TooLarge, MediaSignal.Parse(json).Refusal?.Name);
    }

    [Fact]
    public void Frames_say_their_type_first_and_nothing_of_janus()
    {
        MediaFrame frame = new RoomFrame(3, [new(["turn:x"], "1:M4", "c")], false, new(Core.Room.MediaPermit.Muted, Core.Room.MediaPermit.No, Core.Room.MediaPermit.Allowed), new(360, 24, 550));
        Assert.Equal(
            """{"type":"room","epoch":3,"ice":[{"urls":["turn:x"],"username":"1:M4","credential":"c"}],"relay":false,"me":{"microphone":"muted","camera":"no","share":"allowed"},"send":{"height":360,"frameRate":24,"kbps":550}}""",
            JsonSerializer.Serialize(frame, WireJson.Options));
    }

    [Theory]
    [InlineData("v=0\r\nm=audio 9 X 111\r\na=mid:a\r\nm=video 9 X 96\r\na=mid:b\r\n", "a", "b")]
    [InlineData("v=0\r\nm=audio 0 X 111\r\na=mid:a\r\nm=video 9 X 96\r\na=mid:b\r\n", null, "b")]
    [InlineData("v=0\r\nm=audio 9 X 111\r\na=mid:0\r\n", "0", null)]
    public void The_accepted_sections_of_an_answer_are_found(string sdp, string? audio, string? video) =>
        Assert.Equal((audio, video), (Publication.Mid(sdp, "audio"), Publication.Mid(sdp, "video")));

    [Fact]
    public void Credentials_of_the_relay_are_those_of_coturn_and_end_by_themselves()
    {
        // openssl dgst -sha1 -hmac north -binary | base64, over "1000000000:call/M4".
        var turn = new TurnSettings { Urls = ["turn:t:3478?transport=udp", "turns:t:5349?transport=tcp"], Secret = "north", Minutes = 60, OutsiderMinutes = 10 };
        var now = DateTimeOffset.FromUnixTimeSeconds(1_000_000_000 - 3600);
        var server = Assert.Single(turn.For("call/M4", false, now));
        Assert.Equal("1000000000:call/M4", server.Username);
        Assert.Equal("P0bAJoZHlh5D6pTqu9GeAYslfNg=", server.Credential);
        Assert.Equal(2, server.Urls.Length);
        Assert.Equal(["turns:t:5349?transport=tcp"], turn.ForTest("call/P1", now, relayOnly: true)[0].Urls);
        Assert.Equal("999997000:call/P1", turn.For("call/P1", true, now)[0].Username);

        // A test's, whoever it is: five minutes.
        Assert.Equal("999996700:call/M4", turn.ForTest("call/M4", now, relayOnly: false)[0].Username);
        Assert.Empty(new TurnSettings().For("call/M4", false, now));
    }
}
