using System.Net;
using System.Net.WebSockets;
using AumgJury.Web.Tests.Realtime;

namespace AumgJury.Web.Tests.Security;

public sealed class OriginTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("null")]
    public async Task A_page_of_another_origin_opens_no_hub_with_the_cookie_of_a_seat(string origin)
    {
        using var house = new TestHouse();
        await using var member = await house.Enter("M4");

        Assert.Equal(HttpStatusCode.Forbidden, await Open(house, member, "jury", origin));
        Assert.Equal(HttpStatusCode.Forbidden, await Open(house, member, "_blazor", origin));
        using var http = new HttpClient { BaseAddress = house.Address };
        foreach (var path in new[] { "jury/negotiate?negotiateVersion=1", "_blazor/negotiate?negotiateVersion=1" })
        {
            using var post = new HttpRequestMessage(HttpMethod.Post, $"/s/{member.Number}/{path}");
            post.Headers.Add("Origin", origin);
            Assert.Equal(HttpStatusCode.Forbidden, (await http.SendAsync(post, Stop)).StatusCode);
        }
    }

    [Fact]
    public async Task Our_own_pages_and_programs_open_it()
    {
        using var house = new TestHouse();
        await using var member = await house.Enter("M4");

        Assert.Equal(HttpStatusCode.SwitchingProtocols, await Open(house, member, "jury", house.Address.GetLeftPart(UriPartial.Authority)));
        Assert.Equal(HttpStatusCode.SwitchingProtocols, await Open(house, member, "jury", null));
    }

    private static async Task<HttpStatusCode> Open(TestHouse house, JuryClient seat, string path, string? origin)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.Cookies = seat.Cookies;
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        try
        {
            await socket.ConnectAsync(new UriBuilder(house.Address) { Scheme = "ws", Path = $"/s/{seat.Number}/{path}" }.Uri, Stop);
        }
        catch (WebSocketException)
        {
            // The status says why.
        }

        return socket.HttpStatusCode;
    }
}
