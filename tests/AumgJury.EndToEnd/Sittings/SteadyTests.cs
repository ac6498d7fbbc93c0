using System.Text.RegularExpressions;
using AumgJury.Core.Sittings;
using AumgJury.EndToEnd.Browsing;
using AumgJury.EndToEnd.Conference;
using AumgJury.Web.Tests;
using Microsoft.Playwright;

namespace AumgJury.EndToEnd.Sittings;

/// <summary>Nothing happens twice or under another name: double clicks, a link opened again, what is beneath the pointer, a cut.</summary>
public sealed class SteadyTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task A_double_click_plays_one_act_and_a_ready_answer_stays_where_it_was()
    {
        using var house = new AppHost();
        await using var secretary = await Person.EnterAsync(browser, house, house.SecretOf("SEC"), new Screen(1440, 900));
        await using var chair = await Person.EnterAsync(browser, house, house.SecretOf("M1"), new Screen(1440, 900));
        await using var presenter = await Person.EnterAsync(browser, house, house.SecretOf("P1"));
        await secretary.PressAsync("Ouvrir les portes");
        foreach (var person in new[] { secretary, chair, presenter })
        {
            await person.PressAsync("Je confirme");
        }

        // The chair: two clicks on « Ouvrir la séance » do not record anybody's attendance.
        await chair.Page.Locator("html:not([data-act-rests]) [data-primary-act]:not([aria-disabled])", new() { HasText = "Ouvrir la séance" }).DblClickAsync();
        await chair.Page.Locator("html:not([data-act-rests]) [data-primary-act]:not([aria-disabled])", new() { HasText = "Constater l’identité de" }).WaitForAsync();
        Assert.Equal(0, await chair.Page.Locator("li[data-seat] .found strong").CountAsync());

        // The secretary: the answer that was pressed is still under the pointer, and two clicks send it once.
        await secretary.Page.Locator("#tab-messages").ClickAsync();
        var thread = secretary.Page.Locator("details[data-with=P1]");
        await thread.Locator("summary").ClickAsync();
        var answer = thread.Locator(".ready button").First;
        await answer.ScrollIntoViewIfNeededAsync();
        var before = await answer.BoundingBoxAsync();
        await answer.DblClickAsync();
        await thread.Locator("li.line").WaitForAsync();
        await secretary.Page.WaitForTimeoutAsync(800);
        Assert.Equal(1, await thread.Locator("li.line").CountAsync());
        Assert.Equal(before!.Y, (await answer.BoundingBoxAsync())!.Y, 1.0);
    }

    [Fact]
    public async Task On_a_slow_link_two_presses_of_the_same_words_are_one_act()
    {
        using var house = new AppHost();
        await using var secretary = await Person.EnterAsync(browser, house, house.SecretOf("SEC"));
        await using var chair = await Person.EnterAsync(browser, house, house.SecretOf("M1"), prepare: SlowAsync);
        await secretary.PressAsync("Ouvrir les portes");
        await secretary.PressAsync("Je confirme");
        await chair.PressAsync("Je confirme");

        // The answer takes two seconds to be painted: the second press, 800 ms later, still reads « Ouvrir la séance ».
        var act = chair.Page.Locator("html:not([data-act-rests]) [data-primary-act]:not([aria-disabled])", new() { HasText = "Ouvrir la séance" });
        await act.WaitForAsync();
        await chair.Page.EvaluateAsync("() => new Promise(done => { const b = document.querySelector('[data-primary-act]'); b.click(); setTimeout(() => { b.click(); done(); }, 800); })");
        await chair.Page.Locator("html:not([data-act-rests]) [data-primary-act]:not([aria-disabled])", new() { HasText = "Constater l’identité de" }).WaitForAsync();
        Assert.Equal(0, await chair.Page.Locator("li[data-seat] .found strong").CountAsync());
    }

    /// <summary>A second each way over the circuit's socket.</summary>
    private static Task SlowAsync(Visitor visitor) => visitor.Page.RouteWebSocketAsync(new Regex("_blazor"), socket =>
    {
        var server = socket.ConnectToServer();
        var up = new Lane();
        var down = new Lane();
        socket.OnMessage(frame => up.Later(() => Pass(frame, server)));
        server.OnMessage(frame => down.Later(() => Pass(frame, socket)));
    });

    private static void Pass(IWebSocketFrame frame, IWebSocketRoute to)
    {
        if (frame.Binary is { } binary)
        {
            to.Send(binary);
        }
        else
        {
            to.Send(frame.Text!);
        }
    }

    /// <summary>One direction: everything comes a second later, in its order.</summary>
    private sealed class Lane
    {
        private Task _last = Task.CompletedTask;

        public void Later(Action pass)
        {
            var due = Task.Delay(1000);
            _last = After(_last, due, pass);
        }

        private static async Task After(Task before, Task due, Action pass)
        {
            await before;
            await due;
            pass();
        }
    }

    [Fact]
    public async Task After_a_cut_the_page_is_what_a_new_one_would_be()
    {
        using var house = new AppHost();
        using var network = new CutProxy(house.Address.Port);
        await using var secretary = await Person.EnterAsync(browser, house, house.SecretOf("SEC"));
        await using var chair = await Person.EnterAsync(browser, house, house.SecretOf("M1"));
        await using var member = await Person.EnterAsync(browser, house, house.SecretOf("M4"), address: new Uri($"http://127.0.0.1:{network.Port}"));
        await secretary.PressAsync("Ouvrir les portes");
        foreach (var person in new[] { secretary, chair, member })
        {
            await person.PressAsync("Je confirme");
        }

        // A page that has all its scripts: they could not come through the cut.
        await member.Page.WaitForFunctionAsync("() => { const n = performance.getEntriesByType('resource').length; if (window.files !== n) { window.files = n; window.since = performance.now(); } return performance.now() - window.since > 2000; }");
        network.Closed = true;
        network.Cut();
        await member.UntilAsync("document.querySelector('.room[data-cut]') && document.querySelector('.marking[data-offline]')");
        await chair.PressAsync("Ouvrir la séance");

        // Two ways back at once, as Blazor's own attempt and the browser's word that the network is there: one of them displaces the other.
        network.Closed = false;
        await member.Page.EvaluateAsync("() => Promise.allSettled([Blazor.reconnect(), Blazor.reconnect()])");

        await member.UntilAsync("document.querySelector('#components-reconnect-modal p').textContent === '' && !document.querySelector('.room[data-cut], .marking[data-offline]')");
        var anew = await member.Page.Context.NewPageAsync();
        await anew.GotoAsync(member.Page.Url);
        await anew.Locator(".room h1").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        var (title, heading) = (await anew.TitleAsync(), await anew.Locator(".room h1").TextContentAsync());
        Assert.NotEqual("Connexion perdue", title);
        await member.UntilAsync($"document.title === {System.Text.Json.JsonSerializer.Serialize(title)} && document.querySelector('.room h1').textContent === {System.Text.Json.JsonSerializer.Serialize(heading)}");
    }

    [Fact]
    public async Task A_link_opened_again_in_the_same_browser_goes_straight_to_the_seat()
    {
        using var house = new AppHost();
        await using var presenter = await Person.EnterAsync(browser, house, house.SecretOf("P2"));
        await presenter.Page.GotoAsync("about:blank");

        await presenter.Page.GotoAsync(house.Url("/entrer") + "#" + house.SecretOf("P2"));
        await presenter.Visitor.ArriveAsync("/salle");
        await presenter.Page.Locator("main[data-circuit]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

        // Without the link, the page still knows the way back; a link pasted into it is read at once.
        await presenter.Page.GotoAsync(house.Url("/entrer"));
        Assert.Contains("/salle", await presenter.Page.Locator("[data-back] a").GetAttributeAsync("href"), StringComparison.Ordinal);
        await presenter.Page.EvaluateAsync("secret => { location.hash = secret; }", house.SecretOf("P3"));
        await presenter.Page.Locator("form .who", new() { HasText = "?" }).WaitForAsync();
        Assert.DoesNotContain('#', presenter.Page.Url);
    }

    [Fact]
    public async Task During_a_cut_a_verified_closed_room_is_no_longer_said_to_be_one()
    {
        var folder = Directory.CreateTempSubdirectory("aumg-e2e-").FullName;
        await using (var visitor = await browser.VisitorAsync())
        {
            using var house = await Faults.HouseProcess.StartAsync(folder);
            await visitor.OpenAsync(new Uri(house.Address, "/vitrine/ClosedVerified").ToString());
            var room = visitor.Page.Locator(".room").First;
            await room.WaitForAsync();
            await visitor.Page.Locator("main[data-circuit]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

            // The window's script colours the browser's own frame: from then on it watches for a cut.
            await visitor.Page.WaitForFunctionAsync("() => document.querySelector('meta[name=theme-color]').content.toUpperCase() === '#2C1E57'");

            house.Kill();

            await Assertions.Expect(visitor.Page.Locator("#components-reconnect-modal p")).ToContainTextAsync("Connexion interrompue");
            await visitor.Page.Locator(".room[data-cut]").First.WaitForAsync();
            Assert.Equal("Connexion perdue : l’état de la salle n’est plus connu.", (await visitor.Page.Locator(".room .cut").First.InnerTextAsync()).Replace('\u00a0', ' ').Replace('\u202f', ' '));
            Assert.False(await visitor.Page.Locator(".room h1").First.IsVisibleAsync());
        }

        TemporaryFolder.Remove(folder);
    }
}
