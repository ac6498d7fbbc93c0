using System.Text.Json;
using System.Text.Json.Nodes;
using AumgJury.Core.Sittings;
using AumgJury.Web.Conference;
using AumgJury.Web.Tests;

namespace AumgJury.EndToEnd.Conference;

/// <summary>A Janus that somebody else started: it carries the same room, and nothing that was in it before stays.</summary>
public sealed class ExternalJanusTests(MediaBrowser browser) : IClassFixture<MediaBrowser>
{
    [Fact]
    public async Task A_janus_of_another_s_carries_the_room_and_loses_the_sessions_that_are_not_ours()
    {
        var folder = Directory.CreateTempSubdirectory("aumg-janus-").FullName;
        using var janus = await JanusProcess.Start(folder, new JanusSettings());
        try
        {
            var stranger = await StrangerAsync(janus.Folder);
            await using (var sitting = await MediaSitting.AtTheHearingsAsync(
                browser,
                ("Janus:Mode", "External"),
                ("Janus:Url", janus.Folder.Api.ToString()),
                ("Janus:AdminUrl", janus.Folder.Admin.ToString()),
                ("Janus:ApiSecret", janus.Folder.ApiSecret),
                ("Janus:AdminSecret", janus.Folder.AdminSecret),
                ("Janus:RoomKey", janus.Folder.RoomKey)))
            {
                Assert.Null(sitting.Janus.ProcessId);
                var member = await sitting.WithMediaAsync("M4", "P1");
                await sitting.BringInAsync();
                var presenter = await sitting.WithMediaAsync("P1", "M4");
                await presenter.Grows((was, now) => now.Audio > was.Audio + 20 && now.Frames > was.Frames + 5, "the member's sound and picture");
                await member.Grows((was, now) => now.Audio > was.Audio + 20 && now.Frames > was.Frames + 5, "the presenter's sound and picture");
                Assert.DoesNotContain(stranger, await sitting.Janus.Sessions());

                await sitting.PresentAsync("D01", "D02");
                await sitting.Do("M1", new OrderExit("U1"));
                await sitting.UntilAsync(v => v.Sitting.Room is { Sign: RoomSign.ClosedVerified, Means: ProofMeans.Media });
            }

            Assert.False(janus.Ended.IsCompleted, "The house ended a Janus that is not its own.");
        }
        finally
        {
            await janus.Stop();
            TemporaryFolder.Remove(folder);
        }
    }

    /// <summary>A session that somebody made before the house came.</summary>
    private static async Task<long> StrangerAsync(JanusFolder folder)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await using var socket = await JanusSocket.ConnectApi(folder.Api, folder.ApiSecret, static (JsonElement _) => { }, TestContext.Current.CancellationToken);
                var made = await socket.Ask(new JsonObject { ["janus"] = "create" });
                return made.GetProperty("data").GetProperty("id").GetInt64();
            }
            catch (JanusLost) when (tries < 400)
            {
                await Task.Delay(25, TestContext.Current.CancellationToken);
            }
        }
    }
}
