using AumgJury.EndToEnd.Browsing;
using AumgJury.EndToEnd.Faults;
using AumgJury.Web.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AumgJury.EndToEnd;

/// <summary>The server stops and starts again while a page is open.</summary>
public sealed class ReconnectTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly Dictionary<string, string> Settings = new(StringComparer.Ordinal);

    [Fact]
    public async Task A_server_that_dies_is_said_politely_and_the_page_comes_back_without_a_press()
    {
        var folder = Directory.CreateTempSubdirectory("aumg-e2e-").FullName;
        await using var visitor = await browser.VisitorAsync();
        using var first = await HouseProcess.StartAsync(folder, Ports.Free());
        await visitor.OpenAsync(new Uri(first.Address, "/vitrine").ToString());
        var notice = visitor.Page.Locator("#components-reconnect-modal p");
        await Expect(notice).ToHaveTextAsync(string.Empty);

        first.Kill();
        await Expect(notice).ToContainTextAsync("Connexion interrompue");

        using (await HouseProcess.StartAsync(folder, first.Address.Port))
        {
            await ComesBackAsync(visitor, notice);
        }

        TemporaryFolder.Remove(folder);
    }

    [Fact]
    public async Task A_planned_stop_pauses_the_page_which_goes_on_in_the_next_server_without_a_reload()
    {
        var folder = Directory.CreateTempSubdirectory("aumg-e2e-").FullName;
        await using var visitor = await browser.VisitorAsync();
        var first = new AppHost(Settings, folder, Ports.Free());
        await visitor.OpenAsync(first.Url("/vitrine"));
        await visitor.Page.EvaluateAsync("() => { window.samePage = true; }");

        // A page that has all its scripts: one that is still being opened may have to be loaded anew.
        await visitor.Page.WaitForFunctionAsync("() => { const n = performance.getEntriesByType('resource').length; if (window.files !== n) { window.files = n; window.since = performance.now(); } return performance.now() - window.since > 2000; }");
        var notice = visitor.Page.Locator("#components-reconnect-modal p");

        await first.DisposeAsync();
        await Expect(notice).ToContainTextAsync("Le serveur redémarre, comme prévu");

        await using (new AppHost(Settings, folder, first.Address.Port))
        {
            await ComesBackAsync(visitor, notice);
            Assert.True(await visitor.Page.EvaluateAsync<bool>("() => window.samePage === true"));
        }

        TemporaryFolder.Remove(folder);
    }

    private static async Task ComesBackAsync(Visitor visitor, ILocator notice)
    {
        await Expect(notice).ToHaveTextAsync(string.Empty);
        await visitor.Page.Locator("main[data-circuit]").WaitForAsync();
        await visitor.Page.Locator("[data-primary-act]").First.ClickAsync();
        await Expect(visitor.Page.Locator("[data-last]")).ToHaveTextAsync("move");
    }
}
