using Microsoft.Playwright;

namespace AumgJury.EndToEnd.Browsing;

/// <summary>Debian's Chromium, started once for a test class.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    // A browser of tests speaks to nobody but the house.
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",

        // A camera and a microphone of the browser's own making, granted without a question; sound plays without a press.
        "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", "--autoplay-policy=no-user-gesture-required",
    ];

    /// <summary>Milliseconds: a machine that does other work answers late, and that is no fault.</summary>
    private const float Patience = 60_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium,
            Args = Flags,
            HandleSIGTERM = false,
        });
    }

    /// <summary>A new visitor, with cookies and storage of their own.</summary>
    /// <param name="screen">Window size and theme; 1280 x 600, light, otherwise.</param>
    /// <param name="trusting">Goes on past a certificate for which nobody vouches, as a person may.</param>
    public async Task<Visitor> VisitorAsync(Screen? screen = null, bool trusting = false)
    {
        var size = screen ?? Screen.Laptop;
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = size.Width, Height = size.Height },
            ColorScheme = size.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "fr-FR",
            IgnoreHTTPSErrors = trusting,
        });
        context.SetDefaultTimeout(Patience);
        return new Visitor(context, await context.NewPageAsync());
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
}
