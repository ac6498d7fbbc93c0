using System.Net;
using AumgJury.Web.Tests.Realtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AumgJury.Web.Tests.Security;

public sealed class HostTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("127.0.0.1.evil.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost", HttpStatusCode.OK)]
    public async Task The_demo_answers_to_the_names_of_this_machine_only(string host, HttpStatusCode status)
    {
        using var house = new TestHouse();
        using var http = new HttpClient { BaseAddress = house.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/demo");
        request.Headers.Host = host;
        var answer = await http.SendAsync(request, Stop);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(status == HttpStatusCode.OK, (await answer.Content.ReadAsStringAsync(Stop)).Contains("/entrer#", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_real_house_answers_to_the_names_of_its_setting()
    {
        using var house = new TestHouse(null, host => host.UseSetting("empty", "true").UseSetting("AllowedHosts", "jury.example"));
        using var http = new HttpClient { BaseAddress = house.Address };
        foreach (var (name, status) in new[] { ("jury.example", HttpStatusCode.OK), ("evil.example", HttpStatusCode.BadRequest) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/");
            request.Headers.Host = name;
            Assert.Equal(status, (await http.SendAsync(request, Stop)).StatusCode);
        }
    }

    [Fact]
    public async Task The_demos_links_are_not_listed_to_another_machine()
    {
        using var house = new TestHouse(null, host => host.ConfigureServices(services => services.AddSingleton<IStartupFilter>(new From(IPAddress.Parse("192.0.2.7")))));
        using var http = new HttpClient { BaseAddress = house.Address };

        var page = WebUtility.HtmlDecode(await http.GetStringAsync("/demo", Stop));
        Assert.DoesNotContain("/entrer#", page, StringComparison.Ordinal);
        Assert.Contains("que sur la machine qui sert la démonstration", page, StringComparison.Ordinal);
    }

    /// <summary>Every request seems to come from that address.</summary>
    private sealed class From(IPAddress address) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                context.Connection.RemoteIpAddress = address;
                return rest(context);
            });
            next(app);
        };
    }
}
