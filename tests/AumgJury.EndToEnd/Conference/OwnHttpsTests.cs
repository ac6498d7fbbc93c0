using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using AumgJury.EndToEnd.Browsing;
using AumgJury.EndToEnd.Faults;
using AumgJury.Web.Hosting;
using AumgJury.Web.Security;
using AumgJury.Web.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AumgJury.EndToEnd.Conference;

/// <summary>The demo on this machine's own address over HTTPS, as a telephone on the same network reaches it.</summary>
public sealed class OwnHttpsTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    /// <summary>Keeps every connection of the page, to see between which addresses it goes.</summary>
    private const string Keeping = """
        globalThis.connections = [];
        const Real = globalThis.RTCPeerConnection;
        globalThis.RTCPeerConnection = class extends Real { constructor(...a) { super(...a); globalThis.connections.push(this); } };
        """;

    private const string Offered = "globalThis.connections.map(pc => pc.remoteDescription?.sdp ?? '').join('\\n')";

    private readonly string _folder = Directory.CreateTempSubdirectory("aumg-https-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_telephone_of_the_network_enters_by_its_link_and_has_camera_microphone_and_media()
    {
        Assert.True(Web.Conference.JanusSettings.PathOf("janus") is not null, "The program janus is missing: apt-get install janus.");
        var address = Address();
        using var house = await HouseProcess.StartAsync(_folder, Ports.Free(), janus: "Own", https: address);
        await using var visitor = await browser.VisitorAsync(new Screen(390, 844), trusting: true);
        var page = visitor.Page;
        await page.AddInitScriptAsync(Keeping);
        await page.GotoAsync(new Uri(house.Address, "/entrer") + "#" + await house.SecretOfAsync("P1"));
        await page.Locator("form button[data-free]").ClickAsync();
        await visitor.ArriveAsync("/salle");
        await page.Locator("main[data-circuit]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

        Assert.True(await page.EvaluateAsync<bool>("isSecureContext && typeof navigator.mediaDevices?.getUserMedia === 'function'"));
        var cookies = await page.Context.CookiesAsync();
        Assert.NotEmpty(cookies);
        Assert.All(cookies, cookie => Assert.True(cookie.Secure, cookie.Name));

        // One's own picture goes to Janus and comes back.
        await page.Locator("[data-check-act=start]:visible").First.ClickAsync();
        await Expect(page.Locator("[data-check=direct][data-state=works]").First).ToBeAttachedAsync();
        Assert.Matches($"a=candidate:.* {address.Replace(".", "\\.", StringComparison.Ordinal)} [0-9]+ typ host", await page.EvaluateAsync<string>(Offered));
        await Expect(page.Locator("[data-check-act=stop]").First).ToBeVisibleAsync();
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task The_demo_is_open_under_that_one_name_over_HTTPS_and_lists_its_links_to_this_machine_only()
    {
        var address = Address();
        using var house = await HouseProcess.StartAsync(_folder, Ports.Free(), https: address);
        using var certificate = X509Certificate2.CreateFromPem(await File.ReadAllTextAsync(OwnCertificate.PathIn(_folder), Stop));
        using var http = new HttpClient(new SocketsHttpHandler
        {
            // No other certificate is believed, and it must bear the name that is asked for.
            SslOptions = new() { CertificateChainPolicy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { certificate }, RevocationMode = X509RevocationMode.NoCheck } },
        });

        var here = new UriBuilder(house.Address) { Host = "127.0.0.1", Path = "/demo" }.Uri;
        Assert.Contains("/entrer#", await http.GetStringAsync(here, Stop), StringComparison.Ordinal);
        using var answer = await http.GetAsync(new Uri(house.Address, "/demo"), Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("/entrer#", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));

        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new UriBuilder(house.Address) { Scheme = "http" }.Uri, Stop));

        // What the terminal tells to compare is what the server shows; the links begin with the address of the network.
        await house.SaysAsync(OwnCertificate.Fingerprint(certificate));
        await house.SaysAsync($"{new Uri(house.Address, "/entrer")}#{await house.SecretOfAsync("P1")}");
        await house.SaysAsync(here.ToString());
    }

    public void Dispose() => TemporaryFolder.Remove(_folder);

    /// <summary>An address of this machine that is not the loopback's.</summary>
    private static string Address()
    {
        MediaBrowser.HasInterface();
        return HttpsPlaces.Own().First(a => a.AddressFamily == AddressFamily.InterNetwork).ToString();
    }
}
