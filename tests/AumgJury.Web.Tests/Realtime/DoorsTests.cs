using System.Net;
using System.Net.Http.Json;
using AumgJury.Core.Sittings;
using AumgJury.Web.Accounts;
using AumgJury.Web.Hosting;
using AumgJury.Web.Replay;
using AumgJury.Web.Storage;
using AumgJury.Web.Tests.Seeds;
using Microsoft.Extensions.DependencyInjection;

namespace AumgJury.Web.Tests.Realtime;

/// <summary>A personal link opened again, and once the sitting is over.</summary>
public sealed class DoorsTests
{
    [Fact]
    public async Task A_link_opened_again_in_the_browser_that_holds_the_seat_leads_straight_back_to_it()
    {
        using var house = new TestHouse();
        var (mine, elsewhere) = (new CookieContainer(), new CookieContainer());
        var (number, _) = await house.Door(mine, house.SecretOf("P2"));

        var here = await Look(house, mine, $"/s/{number}", house.SecretOf("P2"));
        Assert.True(here is { Here: true, Held: true });
        Assert.False((await Look(house, mine, "", house.SecretOf("P2"))).Here);
        Assert.False((await Look(house, elsewhere, $"/s/{number}", house.SecretOf("P2"))).Here);
        Assert.False((await Look(house, mine, $"/s/{number}", house.SecretOf("P3"))).Here);
    }

    [Fact]
    public async Task After_the_sitting_ended_links_are_said_to_have_ended_and_those_still_needed_let_in()
    {
        var folder = Directory.CreateTempSubdirectory("aumg-web-").FullName;
        var options = new HouseOptions(folder, Demo: true, Showcase: false, Replay: true, Fast: true, Json: false);
        Assert.Equal(0, await ReplayCommand.RunAsync(options, SeedCopy.Original, TextWriter.Null));
        using (var house = new TestHouse(folder))
        {
            var demo = house.Services.GetRequiredService<DemoCall>();
            var state = house.Call.Live.Kept;
            Assert.Equal(["AUT", "M1", "SEC"], demo.Open(state).Select(l => l.Access.Seat).Order(StringComparer.Ordinal));
            var lines = Greeting.People(state, demo, "http://127.0.0.1:5080").ToArray();
            Assert.Equal(4, lines.Length);
            Assert.StartsWith("La séance est close", lines[^1], StringComparison.Ordinal);

            // The letters are written as files now: the secretary has still to hand them over.
            while (house.Call.Live.Kept.Archive().Notifications.Any(n => n.Delivery != Core.Views.DeliveryLine.Written))
            {
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }

            var (_, entered) = await house.Door(new CookieContainer(), house.SecretOf("SEC"));
            Assert.EndsWith("/salle", entered.Headers.Location!.ToString(), StringComparison.Ordinal);

            string[] written = [.. house.Call.Live.Kept.Archive().Notifications.Select(n => n.University)];
            Assert.Null((await house.Call.Live.Send(Actor.Seat("SEC"), new DeclareHandedOver(written))).Refusal);
            using var http = new HttpClient { BaseAddress = house.Address };
            Assert.Equal(HttpStatusCode.Gone, (await http.PostAsJsonAsync("/entrer/lien", new LinkPost(house.SecretOf("AUT")), TestContext.Current.CancellationToken)).StatusCode);
            Assert.StartsWith("La séance est close", Assert.Single(Greeting.People(house.Call.Live.Kept, demo, "http://127.0.0.1:5080")), StringComparison.Ordinal);
        }

        TemporaryFolder.Remove(folder);
    }

    private static async Task<LinkFound> Look(TestHouse house, CookieContainer cookies, string path, string secret)
    {
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = cookies }) { BaseAddress = house.Address };
        return (await (await http.PostAsJsonAsync($"{path}/entrer/lien", new LinkPost(secret), TestContext.Current.CancellationToken)).Content.ReadFromJsonAsync<LinkFound>(TestContext.Current.CancellationToken))!;
    }
}
