using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace AumgJury.EndToEnd.Browsing;

/// <summary>One person's browser window, which remembers every complaint of the page.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _complaints = [];

    /// <summary>Listens to the page from its first byte.</summary>
    public Visitor(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _complaints.Enqueue($"{message.Type}: {message.Text} ({message.Location})");
            }
        };
        page.PageError += (_, error) => _complaints.Enqueue($"exception: {error}");
        page.RequestFailed += (_, request) => _complaints.Enqueue($"request failed: {request.Url}");
    }

    /// <summary>The window.</summary>
    public IPage Page { get; }

    /// <summary>Console errors and warnings (CSP messages among them), uncaught exceptions, failed requests.</summary>
    public IReadOnlyList<string> Complaints => [.. _complaints];

    /// <summary>Waits until the address ends so. The browser is asked again and again: an address that changes between a look and the wait for the next change is not missed.</summary>
    public Task ArriveAsync(string end) => Assertions.Expect(Page).ToHaveURLAsync(new Regex($"{Regex.Escape(end)}$"));

    /// <summary>Opens a page and waits until it is usable: fonts there, circuit up if it has one.</summary>
    public async Task OpenAsync(string url)
    {
        await Page.GotoAsync(url);
        await Page.EvaluateAsync("() => document.fonts.ready.then(() => true)");
        await Page.WaitForFunctionAsync(
            "() => !document.querySelector('script[src*=\"blazor.web\"]') || document.querySelector('main[data-circuit]')");
    }

    /// <summary>Changes window and theme, as turning a phone or dusk does; nothing is loaded anew.</summary>
    public async Task SitAtAsync(Screen screen)
    {
        await Page.SetViewportSizeAsync(screen.Width, screen.Height);
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = screen.Dark ? ColorScheme.Dark : ColorScheme.Light });
        await Page.WaitForFunctionAsync("dark => (document.documentElement.dataset.theme === 'dark') === dark", screen.Dark);
    }

    /// <summary>
    /// What axe finds, one line a node; colours are judged too. A few rules at a time: it holds the page still while it looks, and a page that is
    /// still for six seconds counts as cut off.
    /// </summary>
    public async Task<IReadOnlyList<string>> AxeAsync()
    {
        if (!await Page.EvaluateAsync<bool>("() => Boolean(globalThis.axe)"))
        {
            await Page.EvaluateAsync($"() => {{ {Axe} }}");
        }

        return await Page.EvaluateAsync<string[]>("""
            async () => {
              const all = axe.getRules().map(rule => rule.ruleId), found = [];
              for (let at = 0; at < all.length; at += 12) {
                const rules = Object.fromEntries([...all.slice(0, at), ...all.slice(at + 12)].map(rule => [rule, { enabled: false }]));
                const { violations } = await axe.run(document, { rules, resultTypes: ['violations'] });
                for (const { id, nodes, help } of violations) found.push(...nodes.map(({ html }) => `${id}: ${html} — ${help}`));
                await new Promise(done => setTimeout(done));
              }
              return found;
            }
            """);
    }

    /// <summary>Pixels by which the page is wider than its window.</summary>
    public Task<int> OverflowAsync() =>
        Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
