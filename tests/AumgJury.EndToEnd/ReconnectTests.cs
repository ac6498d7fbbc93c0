using AumgJury.EndToEnd.Browsing;
using static Microsoft.Playwright.Assertions;

namespace AumgJury.EndToEnd;

/// <summary>The server stops and starts again while a page is open.</summary>
public sealed class ReconnectTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly Dictionary<string, string> Settings = new(StringComparer.Ordinal);

    [Fact]
    public async Task A_stopped_server_is_said_politely_and_the_page_comes_back_without_a_press()
    {
        var folder = Directory.CreateTempSubdirectory("aumg-e2e-").FullName;
        await using var visitor = await browser.VisitorAsync();
        var first = new AppHost(Settings, folder);
        await visitor.OpenAsync(first.Url("/vitrine"));
        var notice = visitor.Page.Locator("#components-reconnect-modal p");
        await Expect(notice).ToHaveTextAsync(string.Empty);

        await first.DisposeAsync();
        await Expect(notice).ToContainTextAsync("Connexion interrompue", new() { Timeout = 15_000 });

        await using (new AppHost(Settings, folder, first.Address.Port))
        {
            await Expect(notice).ToHaveTextAsync(string.Empty, new() { Timeout = 30_000 });
            await visitor.Page.Locator("main[data-circuit]").WaitForAsync();
            await visitor.Page.Locator("[data-primary-act]").First.ClickAsync();
            await Expect(visitor.Page.Locator("[data-last]")).ToHaveTextAsync("move");
        }

        Directory.Delete(folder, recursive: true);
    }
}
