using System.Collections.Concurrent;
using AumgJury.EndToEnd.Browsing;
using AumgJury.EndToEnd.Sittings;
using static Microsoft.Playwright.Assertions;

namespace AumgJury.EndToEnd.Conference;

/// <summary>The check of one's equipment, from the waiting room and from its own page.</summary>
public sealed class CheckTests(Browser browser) : IClassFixture<Browser>
{
    private const string Fake = "globalThis.fakeConference = { opened: 0, signals: [], me: {}, test: (relay, server) => { if (!(BLOCKED)) return false; server.frame({ type: 'ended', why: 'testOver' }); return true; } };";

    [Fact]
    public async Task A_presenter_tests_everything_and_the_secretary_reads_it()
    {
        using var house = new AppHost();
        await using var secretary = await Person.EnterAsync(browser, house, house.SecretOf("SEC"), new Screen(1440, 900));
        await using var presenter = await browser.EnterConferenceAsync(house, "P1");
        await presenter.Page.Locator("[data-check-act=start]").First.ClickAsync();
        await presenter.ShowsAsync("votre image");
        await presenter.ShowsAsync("voix entendue");
        await presenter.Page.Locator("[data-check-act=listen]").ClickAsync();
        await presenter.Page.Locator("[data-check-act=heard]").ClickAsync();

        await presenter.ShowsAsync("Tout fonctionne");
        await presenter.ShowsAsync("Le secrétariat voit le résultat");
        await Pictures.TakeAsync(presenter.Visitor, "images-essai-1280x600-light");
        Assert.Empty(await presenter.Visitor.AxeAsync());
        await Expect(secretary.Page.Locator("[data-seat=P1] [data-check=works]")).ToContainTextAsync("Matériel et réseau bons");
        await presenter.Page.Locator("[data-check-act=stop]").ClickAsync();
        await Expect(presenter.Page.Locator("video")).ToHaveCountAsync(0);
        Assert.Empty(presenter.Visitor.Complaints);
    }

    [Fact]
    public async Task Whoever_waits_fetches_no_library_and_opens_no_camera_before_they_press()
    {
        using var house = new AppHost();
        var fetched = new ConcurrentQueue<string>();
        await using var presenter = await Person.EnterAsync(browser, house, house.SecretOf("P1"), prepare: visitor =>
        {
            visitor.Page.Request += (_, request) => fetched.Enqueue(request.Url);
            return Task.CompletedTask;
        });
        await Expect(presenter.Page.Locator("[data-check-act=start]").First).ToBeVisibleAsync();

        Assert.DoesNotContain(fetched, url => url.Contains("signalr", StringComparison.Ordinal) || url.Contains("conference/room", StringComparison.Ordinal) || url.Contains("/jury", StringComparison.Ordinal));
        await Expect(presenter.Page.Locator("video")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("!relay", "elle passera par le relais")]
    [InlineData("true", "Ce réseau bloque le son et l’image")]
    public async Task A_network_that_lets_too_little_pass_is_said_in_plain_words(string blocked, string words)
    {
        using var house = new AppHost();
        await using var member = await browser.EnterConferenceAsync(house, "M4", before: Fake.Replace("BLOCKED", blocked, StringComparison.Ordinal));
        await member.Page.GotoAsync(new Uri(new Uri(member.Page.Url), "essai").ToString());
        await member.Page.Locator("[data-check-act=start]").First.ClickAsync();

        await member.ShowsAsync(words);
        await Pictures.TakeAsync(member.Visitor, $"images-essai-{(blocked == "true" ? "bloque" : "relais")}");
        Assert.Empty(await member.Visitor.AxeAsync());
    }

    [Fact]
    public async Task A_browser_without_camera_is_told_how_to_open_the_link_elsewhere_and_one_enters_all_the_same()
    {
        using var house = new AppHost();
        await using var member = await browser.EnterConferenceAsync(house, "M4", new Screen(390, 844), before: "Object.defineProperty(navigator, 'mediaDevices', { value: undefined });");
        await member.Page.GotoAsync(new Uri(new Uri(member.Page.Url), "essai").ToString());

        await member.ShowsAsync("Copiez le lien et ouvrez-le dans Safari, Chrome ou Firefox");
        await Expect(member.Page.Locator("[data-check-act=start]")).ToHaveCountAsync(2);
        await Expect(member.Page.Locator("[data-check-act=start]").First).ToBeHiddenAsync();
        Assert.Empty(await member.Visitor.AxeAsync());
        await member.Page.GetByText("Aller à ma page").ClickAsync();
        await member.Visitor.ArriveAsync("/salle");
    }
}
