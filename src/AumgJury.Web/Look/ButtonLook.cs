using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components;

namespace AumgJury.Web.Look;

/// <summary>
/// How a button looks: MudBlazor's classes for a plain <c>button</c>. A <c>MudButton</c> is three components, of which a circuit keeps every one twice
/// (docs/decisions/0014).
/// </summary>
internal static class ButtonLook
{
    /// <summary>Beside another, and in the bar: words in the colour of what is around them.</summary>
    public const string Plain = "mud-button-root mud-button mud-button-text mud-button-text-default mud-button-text-size-medium";

    /// <summary>A lesser act: words in the house's colour.</summary>
    public const string Text = "mud-button-root mud-button mud-button-text mud-button-text-primary mud-button-text-size-medium";

    /// <summary>An act among others.</summary>
    public const string Outlined = "mud-button-root mud-button mud-button-outlined mud-button-outlined-primary mud-button-outlined-size-medium";

    /// <summary>The act of a form or of a question.</summary>
    public const string Filled = "mud-button-root mud-button mud-button-filled mud-button-filled-primary mud-button-filled-size-medium";

    /// <summary>The act of a page.</summary>
    public const string FilledLarge = "mud-button-root mud-button mud-button-filled mud-button-filled-primary mud-button-filled-size-large";

    /// <summary>It destroys or discloses something.</summary>
    public const string Grave = "mud-button-root mud-button mud-button-filled mud-button-filled-error mud-button-filled-size-medium";

    private static readonly ConcurrentDictionary<(string Icon, string Size), MarkupString> Icons = new();

    /// <summary>An icon before a button's words.</summary>
    /// <param name="icon">One of <c>MudBlazor.Icons</c>.</param>
    public static MarkupString Icon(string icon) => Of(icon, "medium");

    /// <summary>An icon before a large button's words.</summary>
    /// <param name="icon">One of <c>MudBlazor.Icons</c>.</param>
    public static MarkupString IconLarge(string icon) => Of(icon, "large");

    private static MarkupString Of(string icon, string size) => Icons.GetOrAdd((icon, size), static of => new($"<span class=\"mud-button-icon-start mud-button-icon-size-{of.Size}\">{Glyph.Medium(of.Icon)}</span>"));
}
