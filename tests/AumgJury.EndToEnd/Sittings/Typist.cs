using AumgJury.EndToEnd.Browsing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AumgJury.EndToEnd.Sittings;

/// <summary>
/// Somebody who has a keyboard and no mouse. Every stop of Tab is looked at: it must show that it has the focus and must not be
/// covered; and the page itself remembers whenever the focus was lost for longer than a moment.
/// </summary>
internal sealed class Typist : IAsyncDisposable
{
    /// <summary>More stops than any page has.</summary>
    private const int MostStops = 150;

    private readonly List<string> _faults = [];

    private Typist(Visitor visitor, Azerty keys) => (Visitor, Keys) = (visitor, keys);

    public Visitor Visitor { get; }

    /// <summary>The digits, as an AZERTY keyboard sends them.</summary>
    public Azerty Keys { get; }

    public IPage Page => Visitor.Page;

    public ILocator Title => Page.Locator("main h1");

    /// <summary>Comes in by the personal link: the button that enters has the focus already.</summary>
    public static async Task<Typist> EnterAsync(Browser browser, AppHost house, string seat, Screen? screen = null)
    {
        var visitor = await browser.VisitorAsync(screen);
        await visitor.Page.AddInitScriptAsync(TypistScripts.Watch);
        var typist = new Typist(visitor, await Azerty.OfAsync(visitor.Page));
        await typist.Page.GotoAsync(house.Url("/entrer") + "#" + house.SecretOf(seat));
        await Expect(typist.Page.Locator("form button[data-free]")).ToBeFocusedAsync();
        await typist.TypeAsync("Enter");
        await typist.Visitor.ArriveAsync("/salle");
        await typist.Page.Locator("main[data-circuit]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return typist;
    }

    public Task TypeAsync(string key) => Page.Keyboard.PressAsync(key);

    public ILocator Button(string words) => Page.GetByRole(AriaRole.Button, new() { Name = words }).First;

    /// <summary>The one large button, once it says this and can be pressed.</summary>
    public ILocator Act(string words) => Page.Locator("html:not([data-act-rests]) [data-primary-act]:not([aria-disabled])", new() { HasText = words }).First;

    public Task SeesAsync(string words) => Page.GetByText(words).First.WaitForAsync();

    public Task TitleAsync(string words) => Page.Locator("h1", new() { HasText = words }).WaitForAsync();

    public static Task HasFocusAsync(ILocator target) => Expect(target).ToBeFocusedAsync();

    /// <summary>Goes from stop to stop until this has the focus.</summary>
    public async Task GoToAsync(ILocator target, bool back = false)
    {
        await target.WaitForAsync();
        var seen = new List<string>();
        for (var i = 0; i < MostStops; i++)
        {
            if (await target.EvaluateAsync<bool>("e => e === document.activeElement"))
            {
                return;
            }

            await TypeAsync(back ? "Shift+Tab" : "Tab");
            if (await Page.EvaluateAsync<string?>(TypistScripts.FaultOfStop) is { } fault)
            {
                _faults.Add(fault);
            }

            seen.Add(await Page.EvaluateAsync<string>("() => document.activeElement.outerHTML.slice(0, 90)"));
        }

        throw new InvalidOperationException($"{target} is not reached by Tab; on the way:\n{string.Join('\n', seen)}");
    }

    /// <summary>Goes there and presses Enter.</summary>
    public async Task PressAsync(ILocator target, bool back = false)
    {
        await GoToAsync(target, back);
        await TypeAsync("Enter");
    }

    /// <summary>Shift+F8 to the primary act, Enter; a question that it asks is confirmed.</summary>
    public async Task DoAsync(string words)
    {
        var act = Act(words);
        await act.WaitForAsync();
        await TypeAsync("Shift+F8");
        await HasFocusAsync(act);
        var asks = await act.GetAttributeAsync("aria-haspopup") == "dialog";
        await TypeAsync("Enter");
        if (asks)
        {
            await ConfirmAsync();
        }
    }

    /// <summary>A question has its focus on the safe choice; the act is the next stop.</summary>
    public async Task ConfirmAsync()
    {
        await HasFocusAsync(Page.Locator("dialog[open] [data-safe]"));
        await PressAsync(Page.Locator("dialog[open] button:not([data-safe])"));
        await Expect(Page.Locator("dialog[open]")).ToHaveCountAsync(0);
    }

    /// <summary>In the work column: from the chosen tab by arrow to another.</summary>
    public async Task TabAsync(string key, string words)
    {
        await GoToAsync(Page.Locator("[role=tab][aria-selected=true]"));
        await TypeAsync(key);
        await HasFocusAsync(Page.GetByRole(AriaRole.Tab, new() { Name = words }));
        await Expect(Page.GetByRole(AriaRole.Tab, new() { Name = words })).ToHaveAttributeAsync("aria-selected", "true");
    }

    /// <summary>Nothing was pointed at, the focus was never lost, every stop was seen, nothing was complained of.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync() =>
    [
        .. _faults.Distinct(StringComparer.Ordinal),
        .. await Page.EvaluateAsync<string[]>("() => watchOfTest.faults"),
        .. Visitor.Complaints,
    ];

    public ValueTask DisposeAsync() => Visitor.DisposeAsync();
}
