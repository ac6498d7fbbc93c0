using Microsoft.Playwright;

namespace AumgJury.Bench.Pages;

/// <summary>Debian's Chromium, for what only a browser can tell.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>A camera and a microphone that show and beep, and nobody to ask.</summary>
    private static readonly string[] Devices = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", "--autoplay-policy=no-user-gesture-required"];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Chromium(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        _browser = browser;
    }

    public static async Task<Chromium> StartAsync(bool devices = false)
    {
        var playwright = await Playwright.CreateAsync();
        return new Chromium(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = devices ? [.. Flags, .. Devices] : Flags, HandleSIGTERM = false }));
    }

    /// <summary>A person's browser that knows nothing yet.</summary>
    public Task<IBrowserContext> PersonAsync() =>
        _browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 600 }, Locale = "fr-FR" });

    /// <summary>Comes in by a personal link, and waits until the seat's page is alive.</summary>
    public static async Task EnterAsync(IPage page, Uri house, string secret)
    {
        page.SetDefaultTimeout(60_000);
        await page.GotoAsync(new Uri(house, "/entrer") + "#" + secret);
        await page.Locator("form button[data-free]").ClickAsync();
        await page.WaitForURLAsync("**/salle", new() { WaitUntil = WaitUntilState.Commit });
        await page.Locator("main[data-circuit]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
