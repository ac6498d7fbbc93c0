using System.Text.RegularExpressions;
using AumgJury.EndToEnd.Browsing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AumgJury.EndToEnd;

/// <summary>What the shell's own scripts do in a real browser.</summary>
public sealed class ShellTests(Browser browser, AppHost house) : IClassFixture<Browser>, IClassFixture<AppHost>
{
    private static readonly Screen Phone = new(390, 844);

    [Fact]
    public async Task The_theme_is_the_systems_until_it_is_chosen_and_the_choice_stays()
    {
        await using var visitor = await browser.VisitorAsync(new Screen(1280, 600, Dark: true));
        await visitor.OpenAsync(house.Url("/"));
        var root = visitor.Page.Locator("html");

        await Expect(root).ToHaveAttributeAsync("data-theme", "dark");
        await visitor.Page.Locator("[data-theme-switch]").ClickAsync();
        await Expect(root).ToHaveAttributeAsync("data-theme", "light");
        await visitor.OpenAsync(house.Url("/vitrine"));
        await Expect(root).ToHaveAttributeAsync("data-theme", "light");
    }

    [Fact]
    public async Task An_address_that_somebody_made_up_erases_nothing_that_waits_in_the_browser()
    {
        const string there = "() => localStorage.getItem('aumg:idf-2021-14:D01/1/A1')";
        await using var visitor = await browser.VisitorAsync();
        await visitor.OpenAsync(house.Url("/"));
        await visitor.Page.EvaluateAsync("() => localStorage.setItem('aumg:idf-2021-14:D01/1/A1', 'brouillon')");

        await visitor.OpenAsync(house.Url("/parti?siege=idf-2021-14"));
        Assert.Equal("brouillon", await visitor.Page.EvaluateAsync<string?>(there));

        // What a real leave leaves behind in its tab, once.
        await visitor.Page.EvaluateAsync("() => sessionStorage.setItem('aumg-leaving', 'idf-2021-14')");
        await visitor.OpenAsync(house.Url("/parti?siege=idf-2021-14"));
        Assert.Null(await visitor.Page.EvaluateAsync<string?>(there));
    }

    [Fact]
    public async Task A_question_takes_the_focus_to_the_safe_choice_and_gives_it_back_on_escape()
    {
        await using var visitor = await browser.VisitorAsync();
        await visitor.OpenAsync(house.Url("/vitrine"));
        var opener = visitor.Page.Locator("[data-ask]");

        await opener.ClickAsync();
        await Expect(visitor.Page.Locator("dialog [data-safe]")).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("Escape");
        await Expect(visitor.Page.Locator("dialog")).ToBeHiddenAsync();
        await Expect(opener).ToBeFocusedAsync();
        await Expect(visitor.Page.Locator("[data-last]")).ToHaveTextAsync(string.Empty);
    }

    [Fact]
    public async Task The_four_keys_act_are_announced_and_can_be_switched_off()
    {
        await using var visitor = await browser.VisitorAsync();
        await visitor.OpenAsync(house.Url("/vitrine"));
        var last = visitor.Page.Locator("[data-last]");
        await Expect(visitor.Page.Locator("[data-keys-switch]")).ToBeCheckedAsync();

        await visitor.Page.PressF2Async();
        await Expect(last).ToHaveTextAsync("microphone");
        await Expect(visitor.Page.Locator("[data-live=polite]")).ToContainTextAsync("microphone");
        await visitor.Page.Keyboard.DownAsync("F2");
        await Expect(last).ToHaveTextAsync("talk");
        await visitor.Page.Keyboard.UpAsync("F2");
        await Expect(last).ToHaveTextAsync("hush");
        await visitor.Page.Keyboard.PressAsync("Shift+F2");
        await Expect(last).ToHaveTextAsync("hand");
        await visitor.Page.Keyboard.PressAsync("F8");
        await Expect(last).ToHaveTextAsync("say");
        await visitor.Page.Keyboard.PressAsync("Shift+F8");
        await Expect(visitor.Page.Locator("[data-primary-act]").First).ToBeFocusedAsync();

        await visitor.Page.Locator("[data-keys-switch]").UncheckAsync();
        await visitor.Page.Keyboard.PressAsync("Shift+F2");
        await visitor.Page.Locator("[data-primary-act]").First.ClickAsync();
        await Expect(last).ToHaveTextAsync("move");
    }

    [Fact]
    public async Task A_clock_ticks_although_the_server_sends_nothing()
    {
        await using var visitor = await browser.VisitorAsync();
        await visitor.OpenAsync(house.Url("/vitrine"));
        var elapsed = visitor.Page.Locator("[role=timer] [data-figures]").Nth(1);
        await Expect(elapsed).Not.ToHaveTextAsync("0\u00a0s"); // its script has come
        await visitor.Page.Context.SetOfflineAsync(true);

        var before = await elapsed.TextContentAsync();
        await Expect(elapsed).Not.ToHaveTextAsync(before!);
    }

    [Fact]
    public async Task On_a_phone_one_pane_shows_at_a_time_and_a_skip_link_opens_its_own()
    {
        await using var visitor = await browser.VisitorAsync(Phone);
        await visitor.OpenAsync(house.Url("/vitrine/Open"));
        var page = visitor.Page;

        await Expect(page.Locator(".stage")).ToBeVisibleAsync();
        await Expect(page.Locator("#travail")).ToBeHiddenAsync();
        await page.Locator("[data-show=work]").ClickAsync();
        await Expect(page.Locator("#travail")).ToBeVisibleAsync();
        await Expect(page.Locator(".stage")).ToBeHiddenAsync();
        await page.Locator("a[href='#dossier']").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#dossier")).ToBeFocusedAsync();
        await Expect(page.Locator("h1")).ToBeInViewportAsync();
        await Expect(page.Locator("[data-primary-act]")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task The_tab_and_the_browsers_colour_follow_the_state()
    {
        await using var visitor = await browser.VisitorAsync(Phone);
        await visitor.OpenAsync(house.Url("/vitrine/ClosedVerified"));

        await Expect(visitor.Page).ToHaveTitleAsync(new Regex("^Huis clos · ", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Expect(visitor.Page.Locator("meta[name=theme-color]")).ToHaveAttributeAsync("content", "#2C1E57");
    }

    [Fact]
    public async Task The_edge_never_moves_what_it_frames()
    {
        await using var visitor = await browser.VisitorAsync();
        var places = new List<string>();
        foreach (var state in new[] { "Open", "Closing", "ClosedVerified", "Attested", "NotSecure", "Suspended" })
        {
            await visitor.OpenAsync(house.Url($"/vitrine/{state}"));
            var box = await visitor.Page.Locator(".columns").BoundingBoxAsync();
            places.Add($"{box!.X} {box.Y} {box.Width} {box.Height}");
        }

        Assert.Single(places.Distinct(StringComparer.Ordinal));
    }
}
