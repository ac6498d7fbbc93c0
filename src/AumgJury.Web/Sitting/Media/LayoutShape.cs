using Microsoft.AspNetCore.Components;

namespace AumgJury.Web.Sitting.Media;

/// <summary>The three layouts, drawn. Constants, so that every circuit holds the same text.</summary>
internal static class LayoutShape
{
    private const string Open = "<svg viewBox=\"0 0 32 20\" width=\"32\" height=\"20\" aria-hidden=\"true\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\">";

    /// <param name="layout"><c>dossier</c>, <c>speaker</c> or <c>gallery</c>.</param>
    public static MarkupString Of(string layout) => new(layout switch
    {
        "speaker" => $"{Open}<rect x=\"1\" y=\"1\" width=\"30\" height=\"12\" rx=\"1\" fill=\"currentColor\" /><path d=\"M1 16h8v3H1zM12 16h8v3h-8zM23 16h8v3h-8z\" /></svg>",
        "gallery" => $"{Open}<path d=\"M1 1h13v8H1zM18 1h13v8H18zM1 12h13v7H1zM18 12h13v7H18z\" /></svg>",
        _ => $"{Open}<path d=\"M1 1h8v3H1zM12 1h8v3h-8zM23 1h8v3h-8z\" /><rect x=\"1\" y=\"7\" width=\"30\" height=\"12\" rx=\"1\" fill=\"currentColor\" /></svg>",
    });
}
