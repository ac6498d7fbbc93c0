using AumgJury.Web.Look;
using MudBlazor;

namespace AumgJury.Web.Sitting.Media;

/// <summary>
/// The states of microphone and camera in words: all are there, and conference/words.js says which one is shown. The same on every page and at every moment,
/// as markup must be that a script has changed.
/// </summary>
internal static class DeviceStates
{
    private static readonly string[] Both = ["on", "off", "no", "refused", "missing", "busy", "unsupported"];

    /// <summary>All but the one in which somebody else switched it off.</summary>
    /// <param name="text">A text of <c>MediaTexts</c>, encoded.</param>
    public static string Microphone(Func<string, string> text) => string.Concat(Both.Concat(["held", "interrupted"]).Select(state =>
        Said(state, state is "on" or "held" ? Icons.Material.Rounded.Mic : Icons.Material.Rounded.MicOff, text($"Microphone_{state}"))));

    /// <param name="text">A text of <c>MediaTexts</c>, encoded.</param>
    public static string Camera(Func<string, string> text) => string.Concat(Both.Append("lean").Select(state =>
        Said(state, state is "on" ? Icons.Material.Rounded.Videocam : Icons.Material.Rounded.VideocamOff, text($"Camera_{state}"))));

    private static string Said(string state, string icon, string words) =>
        $"<span data-says=\"{state}\"{(state == "off" ? "" : " hidden")}>{Glyph.Small(icon)}<span>{words}</span></span>";
}
