using System.Text.Json;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.EndToEnd.Browsing;
using AumgJury.EndToEnd.Sittings;
using AumgJury.Web.Realtime;

namespace AumgJury.EndToEnd.Conference;

/// <summary>A presenter whose page was modified, in real Chromium: it says everything again at the very moment it is moved out.</summary>
public sealed class HostilePageTests(Browser browser) : IClassFixture<Browser>
{
    private const int Races = 5;

    [Fact]
    public async Task A_modified_page_that_races_its_removal_receives_nothing_and_is_refused_by_name()
    {
        using var house = new AppHost(new Dictionary<string, string>(StringComparer.Ordinal) { ["Janus:Mode"] = "Own" }, dataFolder: null);
        using var prelude = await Prelude.PlayAsync(house, Prelude.Act("conclude"));
        var live = house.DemoServed().Live;
        await using var chair = await Person.EnterAsync(browser, house, house.SecretOf("M1"));
        await using var presenter = await Person.EnterAsync(browser, house, house.SecretOf("P1"), prepare: visitor => visitor.Page.AddInitScriptAsync(PeerScript.Arrived + PeerScript.Settled + Script()));
        for (var race = 0; race < Races; race++)
        {
            await presenter.UntilAsync("hostile.ready()");
            var flowing = await Read(presenter, "now");
            await presenter.UntilAsync($"(await hostile.now()).video > {flowing.Video + 20} && (await hostile.now()).audio > {flowing.Audio + 10}");

            // The storm is under way when the order comes, a little later each time.
            var storm = presenter.Page.EvaluateAsync("() => hostile.storm(['M1', 'M4'], 250)");
            await Task.Delay(30 + (race * 35), TestContext.Current.CancellationToken);
            await Do(live, "M1", new OrderExit("U1"));
            await Until(live, v => v.Sitting.Room is { Sign: RoomSign.ClosedVerified, Means: ProofMeans.Media });
            await storm;
            var during = await presenter.Page.EvaluateAsync<string[]>("() => hostile.heard()");
            Assert.All(during, name => Assert.Contains(name, new[] { "taken", "stale", "malformed", "notInMedia", "tooMany" }));
            Assert.Contains("notInMedia", during);

            // Proven out, it says everything once more, when it is listened to again.
            await presenter.Page.EvaluateAsync("() => hostile.listenedTo()");
            var start = await Read(presenter, "mark");
            await presenter.Page.EvaluateAsync("() => hostile.burst(['M1', 'M4'])");
            var after = await presenter.Page.EvaluateAsync<string[]>("() => hostile.heard()");
            Assert.All(after, name => Assert.Contains(name, new[] { "notInMedia", "malformed" }));
            Assert.Contains("notInMedia", after);
            if (race < Races - 1)
            {
                await Do(live, "M1", new LiftAllMutes());
                await Do(live, "M1", new Recall("U1", "Une précision."));
                await Do(live, "P1", new EnterRoom("U1"));
            }

            await Task.Delay(5000, TestContext.Current.CancellationToken);
            Assert.Equal(start, await Read(presenter, "marked"));
            await presenter.Page.EvaluateAsync("() => hostile.drop()");
        }
    }

    private static async Task<Arrival> Read(Person person, string which) =>
        (await person.Page.EvaluateAsync<JsonElement>($"async () => {{ await settled(); return hostile.{which}(); }}")).Deserialize<Arrival>(JsonSerializerOptions.Web)!;

    private static async Task Do(LiveCall live, string seat, Command command)
    {
        var sent = await live.Send(Actor.Seat(seat), command);
        Assert.True(sent.Refusal is null, $"{seat} {command}: {sent.Refusal?.Name}");
    }

    private static async Task Until(LiveCall live, Func<ChairView, bool> question)
    {
        for (var i = 0; live.Kept.View("M1") is not ChairView view || !question(view); i++)
        {
            Assert.True(i < 800, $"The room never came to be so: {live.Kept.View("M1")}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private static string Script()
    {
        using var file = typeof(HostilePageTests).Assembly.GetManifestResourceStream("hostile-page.js")!;
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }

    private sealed record Arrival(double Audio, double Video, double Last);
}
