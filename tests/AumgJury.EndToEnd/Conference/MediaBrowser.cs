using System.Net.NetworkInformation;
using Microsoft.Playwright;

namespace AumgJury.EndToEnd.Conference;

/// <summary>Chromium with its fake camera and microphone, started once for a test class. Without Chromium, Janus or a network interface the tests fail and say so.</summary>
public sealed class MediaBrowser : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", "--autoplay-policy=no-user-gesture-required", "--mute-audio", "--ignore-certificate-errors",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        Assert.True(Web.Conference.JanusSettings.PathOf("janus") is not null, "The program janus is missing: apt-get install janus.");
        HasInterface();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = Flags, HandleSIGTERM = false });
    }

    /// <summary>A bare page of that house's origin, which knows nothing but RTCPeerConnection.</summary>
    public async Task<IPage> PageAsync(Uri house)
    {
        var context = await _browser!.NewContextAsync();
        await context.RouteAsync("**/bare-page", route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<!doctype html><title>bare</title>" }));
        await context.AddInitScriptAsync(PeerScript.Text);
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(house, "/bare-page").ToString());
        return page;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>Janus never uses the loopback interface: a machine that has no other one gets a pair of virtual ones.</summary>
    internal static void HasInterface()
    {
        if (Others().Any())
        {
            return;
        }

        foreach (var words in new[] { "link add aumg0 type veth peer name aumg1", "addr add 10.99.0.1/32 dev aumg0", "link set aumg0 up", "link set aumg1 up" })
        {
            using var ip = System.Diagnostics.Process.Start("ip", words);
            ip.WaitForExit();
        }

        Assert.True(Others().Any(), "This machine has no network interface but the loopback, and a veth pair could not be made (ip link add … type veth).");
    }

    private static IEnumerable<NetworkInterface> Others() => NetworkInterface.GetAllNetworkInterfaces().Where(n =>
        n.NetworkInterfaceType != NetworkInterfaceType.Loopback && n.OperationalStatus == OperationalStatus.Up
        && n.GetIPProperties().UnicastAddresses.Any(a => a.Address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork));
}
