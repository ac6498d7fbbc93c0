using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace AumgJury.EndToEnd.Browsing;

/// <summary>One person's browser window, which remembers every complaint of the page.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private const string Colours = "color-contrast";

    /// <summary>Colours apart: axe holds the page still while it looks, and a page that is still for six seconds counts as cut off.</summary>
    private static readonly AxeRunOptions[] AxeParts =
    [
        new() { RunOnly = new RunOnlyOptions { Type = "rule", Values = [Colours] } },
        new() { Rules = new Dictionary<string, RuleOptions>(StringComparer.Ordinal) { [Colours] = new() { Enabled = false } } },
    ];

    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    /// <summary>Listens to the page from its first byte.</summary>
    public Visitor(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _complaints.Add($"{message.Type}: {message.Text} ({message.Location})");
            }
        };
        page.PageError += (_, error) => _complaints.Add($"exception: {error}");
        page.RequestFailed += (_, request) => _complaints.Add($"request failed: {request.Url}");
    }

    /// <summary>The window.</summary>
    public IPage Page { get; }

    /// <summary>Console errors and warnings (CSP messages among them), uncaught exceptions, failed requests.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>Waits until the address ends so. The browser is asked again and again: an address that changes between a look and the wait for the next change is not missed.</summary>
    public Task ArriveAsync(string end) => Assertions.Expect(Page).ToHaveURLAsync(new Regex($"{Regex.Escape(end)}$"));

    /// <summary>Opens a page and waits until it is usable: fonts there, circuit up if it has one.</summary>
    public async Task OpenAsync(string url)
    {
        Page.SetDefaultTimeout(30_000);
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

    /// <summary>What axe finds, one line a node; colours are judged too.</summary>
    public async Task<IReadOnlyList<string>> AxeAsync()
    {
        var found = new List<string>();
        foreach (var part in AxeParts)
        {
            var result = await Page.RunAxe(part);
            found.AddRange(from rule in result.Violations from node in rule.Nodes select $"{rule.Id}: {node.Html} — {rule.Help}");
        }

        return found;
    }

    /// <summary>Pixels by which the page is wider than its window.</summary>
    public Task<int> OverflowAsync() =>
        Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
