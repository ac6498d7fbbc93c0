using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components;

namespace AumgJury.Web.Look;

/// <summary>
/// An icon, drawn as <c>MudIcon</c> draws it but without a component: one costs a circuit 3 kB and more, and a page shows dozens (docs/decisions/0014).
/// Each is one piece of markup, whose text all circuits share.
/// </summary>
internal static class Glyph
{
    private static readonly ConcurrentDictionary<(string Icon, string Size), MarkupString> Drawn = new();

    /// <param name="icon">One of <c>MudBlazor.Icons</c>: the inside of an SVG of 24 by 24. Never anything that was typed: it is markup.</param>
    public static MarkupString Small(string icon) => Of(icon, "small");

    /// <inheritdoc cref="Small" />
    public static MarkupString Medium(string icon) => Of(icon, "medium");

    /// <inheritdoc cref="Small" />
    public static MarkupString Large(string icon) => Of(icon, "large");

    private static MarkupString Of(string icon, string size) => Drawn.GetOrAdd((icon, size), static of => new(
        $"<svg class=\"mud-icon-root mud-svg-icon mud-icon-size-{of.Size}\" focusable=\"false\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" role=\"img\">{of.Icon}</svg>"));

    /// <summary>How good a link is, as bars: their number says it without colour.</summary>
    /// <param name="filled">0 for a poor link, 2 for a good one.</param>
    public static MarkupString Bars(int filled) => new(filled switch
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
