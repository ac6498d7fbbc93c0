using Microsoft.AspNetCore.Components;

namespace AumgJury.Web.Look;

/// <summary>
/// A small icon, drawn as <c>MudIcon</c> draws it but without a component: one costs a circuit about 2 kB, and a page shows dozens.
/// </summary>
internal static class Glyph
{
    /// <param name="icon">One of <c>MudBlazor.Icons</c>: the inside of an SVG of 24 by 24.</param>
    public static RenderFragment Small(string icon) => builder =>
    {
        builder.OpenElement(0, "svg");
        builder.AddAttribute(1, "class", "mud-icon-root mud-svg-icon mud-icon-size-small");
        builder.AddAttribute(2, "focusable", "false");
        builder.AddAttribute(3, "viewBox", "0 0 24 24");
        builder.AddAttribute(4, "aria-hidden", "true");
        builder.AddAttribute(5, "role", "img");
        builder.AddMarkupContent(6, icon);
        builder.CloseElement();
    };

    /// <summary>How good a link is, as bars: their number says it without colour.</summary>
    /// <param name="filled">0 for a poor link, 2 for a good one.</param>
    public static RenderFragment Bars(int filled) => builder => builder.AddMarkupContent(0, filled switch
    {
        0 => $"{BarsOpen}{First}{Filled}{Second}{Empty}{Third}{Empty}</svg>",
        1 => $"{BarsOpen}{First}{Filled}{Second}{Filled}{Third}{Empty}</svg>",
        _ => $"{BarsOpen}{First}{Filled}{Second}{Filled}{Third}{Filled}</svg>",
    });

    // Constants, so that every circuit holds the same text.
    private const string BarsOpen = "<svg class=\"bars\" viewBox=\"0 0 16 16\" width=\"16\" height=\"16\" aria-hidden=\"true\">";
    private const string First = "<rect x=\"1\" y=\"11\" width=\"4\" height=\"4\" ";
    private const string Second = "<rect x=\"6\" y=\"7\" width=\"4\" height=\"8\" ";
    private const string Third = "<rect x=\"11\" y=\"3\" width=\"4\" height=\"12\" ";
    private const string Filled = "fill=\"currentColor\" stroke=\"currentColor\" stroke-width=\"1\" />";
    private const string Empty = "fill=\"none\" stroke=\"currentColor\" stroke-width=\"1\" />";
}
