using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace AumgJury.EndToEnd.Browsing;

/// <summary>Puts the pictures of one role and width on one sheet, light and dark side by side, when the tests that took them are over.</summary>
public sealed class ContactSheets : IAsyncLifetime
{
    /// <summary>What a sheet is wide, in pixels.</summary>
    private const int Width = 1600;

    private readonly Lock _gate = new();
    private readonly List<(string Sheet, Screen Screen, string Caption, byte[] Png)> _taken = [];

    /// <summary>The phone that is shown to the end of its page, in a window as high as that; the other windows are shown as they are seen.</summary>
    private const int WholePage = 390;

    /// <summary>Takes the window.</summary>
    /// <param name="sheet">The role.</param>
    /// <param name="caption">The moment and the page, in the order of the day.</param>
    public async Task TakeAsync(Visitor visitor, string sheet, string caption, Screen screen)
    {
        if (screen.Width == WholePage)
        {
            var height = await visitor.Page.EvaluateAsync<int>("() => document.documentElement.scrollHeight");
            await visitor.Page.SetViewportSizeAsync(screen.Width, Math.Max(screen.Height, height));
        }

        var png = await visitor.Page.ScreenshotAsync();
        await File.WriteAllBytesAsync(Path.Combine(Pictures.Folder("pages"), FormattableString.Invariant($"{sheet}-{screen.Width}-{caption}-{(screen.Dark ? "sombre" : "clair")}.png").Replace(' ', '-')), png);
        lock (_gate)
        {
            _taken.Add((sheet, screen, caption, png));
        }
    }

    /// <inheritdoc />
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_taken.Count == 0)
        {
            return;
        }

        var browser = new Browser();
        await browser.InitializeAsync();
        await using var visitor = await browser.VisitorAsync(new Screen(Width, 900));
        foreach (var sheet in _taken.GroupBy(t => (t.Sheet, t.Screen.Width)))
        {
            await visitor.Page.SetContentAsync(Html(sheet.Key.Sheet, [.. sheet.OrderBy(t => t.Caption, StringComparer.Ordinal).ThenBy(t => t.Screen.Dark)]));
            await visitor.Page.ScreenshotAsync(new()
            {
                Path = Path.Combine(Pictures.Folder(), string.Create(CultureInfo.InvariantCulture, $"{sheet.Key.Sheet}-{sheet.Key.Width}.png")),
                FullPage = true,
            });
        }

        await browser.DisposeAsync();
    }

    private static string Html(string sheet, (string Sheet, Screen Screen, string Caption, byte[] Png)[] taken)
    {
        // Two wide windows in a row, or as many phones as have room.
        var columns = taken[0].Screen.Width switch { > 920 => 2, > 360 => 6, _ => 8 };
        var html = new StringBuilder().Append(CultureInfo.InvariantCulture, $"<body style='margin:16px;font:14px sans-serif;background:#888'><h1>{sheet}, {taken[0].Screen.Width}</h1><div style='display:grid;grid-template-columns:repeat({columns},1fr);gap:12px;align-items:start'>");
        foreach (var (_, screen, caption, png) in taken)
        {
            html.Append(CultureInfo.InvariantCulture, $"<figure style='margin:0'><figcaption style='overflow:hidden;white-space:nowrap;text-overflow:ellipsis'>{HtmlEncoder.Default.Encode(caption)}{(screen.Dark ? ", sombre" : "")}</figcaption><img style='width:100%' src='data:image/png;base64,{Convert.ToBase64String(png)}'></figure>");
        }

        return html.Append("</div></body>").ToString();
    }
}
