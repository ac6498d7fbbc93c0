using System.Net;
using AumgJury.Web.Tests.Realtime;
using Microsoft.AspNetCore.Hosting;

namespace AumgJury.Web.Tests.Security;

public sealed class CircuitTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_seat_there_is_nothing_to_start_a_circuit_with_and_nowhere_to_start_it()
    {
        using var house = new TestHouse(null, host => host.UseSetting("showcase", "false"));
        using var http = new HttpClient { BaseAddress = house.Address };
        foreach (var page in new[] { "/vitrine", "/vitrine/x", "/entrer", "/", "/rien" })
        {
            var answer = await http.GetAsync(page, Stop);
            Assert.DoesNotContain("\"type\":\"server\"", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await http.PostAsync("/_blazor/negotiate?negotiateVersion=1", null, Stop)).StatusCode);
    }

    [Theory]
    [InlineData("_blazor")]
    [InlineData("jury")]
    [InlineData("jury/negotiate/")]
    [InlineData("jury?id=")]
    public async Task One_seat_starts_no_more_connections_than_a_person_needs(string hub)
    {
        using var house = new TestHouse();
        await using var presenter = await house.Enter("P1");
        await using var member = await house.Enter("M4");
        using var flood = new HttpClient(new HttpClientHandler { CookieContainer = presenter.Cookies }) { BaseAddress = house.Address };

        // What a page asks for beside its circuit is no circuit.
        for (var i = 0; i < 60; i++)
        {
            Assert.NotEqual(HttpStatusCode.TooManyRequests, (await flood.GetAsync($"/s/{presenter.Number}/_blazor/initializers", Stop)).StatusCode);
        }

        var refused = 0;
        for (var i = 0; i < 200 && refused == 0; i++)
        {
            refused += (await flood.PostAsync(Beginning(presenter.Number), null, Stop)).StatusCode == HttpStatusCode.TooManyRequests ? 1 : 0;
        }

        Assert.Equal(1, refused);
        using var other = new HttpClient(new HttpClientHandler { CookieContainer = member.Cookies }) { BaseAddress = house.Address };
        Assert.Equal(HttpStatusCode.OK, (await other.PostAsync($"/s/{member.Number}/{hub.Split('/', '?')[0]}/negotiate?negotiateVersion=1", null, Stop)).StatusCode);

        // Other words for the same beginning are no way around it.
        string Beginning(string number) => $"/s/{number}/{(hub.IndexOfAny(['/', '?']) < 0 ? hub + "/negotiate?negotiateVersion=1" : hub)}";
    }

    [Fact]
    public async Task No_library_brings_an_initializer_that_the_page_leaves_out()
    {
        using var house = new TestHouse();
        await using var member = await house.Enter("M4");
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = member.Cookies }) { BaseAddress = house.Address };

        // look/circuit.js says so in advance.
        Assert.Equal("[]", await http.GetStringAsync($"/s/{member.Number}/_blazor/initializers", Stop));
    }

    [Fact]
    public async Task A_seat_has_its_circuit()
    {
        using var house = new TestHouse(null, host => host.UseSetting("showcase", "false"));
        await using var member = await house.Enter("M4");
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = member.Cookies }) { BaseAddress = house.Address };

        Assert.Contains("\"type\":\"server\"", await http.GetStringAsync($"/s/{member.Number}/salle", Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await http.PostAsync($"/s/{member.Number}/_blazor/negotiate?negotiateVersion=1", null, Stop)).StatusCode);
    }
}
