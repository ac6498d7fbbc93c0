using AumgJury.Web.Look;
using MudBlazor;

namespace AumgJury.Web.Sitting.Media;

/// <summary>
/// The choice of layout, of devices and of sound only. The page's own script says what is there and what is chosen; the same on every page and at every moment, as
/// markup must be that a script has changed (docs/decisions/0014).
/// </summary>
internal static class SettingsWords
{
    private const string WithLink = "data-media=\"link\" data-gone-when=\"connecting outside unavailable none taken sessionEnded unsupported\" hidden";
    private static readonly string[] Layouts = ["dossier", "speaker", "gallery"];
    private static readonly (string Kind, string Words)[] Devices = [("audioinput", "Device_Microphone"), ("videoinput", "Device_Camera"), ("audiooutput", "Device_Speaker")];

    /// <param name="text">A text of <c>MediaTexts</c>, encoded.</param>
    public static string Summary(Func<string, string> text) =>
        $"<summary class=\"mud-button-root media-button\"><span>{Glyph.Small(Icons.Material.Rounded.Tune)}<span>{text("Settings")}</span></span></summary>";

    /// <param name="text">A text of <c>MediaTexts</c>, encoded.</param>
    public static string Of(Func<string, string> text) => $"""
        <fieldset {WithLink}>
          <legend>{text("Layout")}</legend>
          {string.Concat(Layouts.Select(layout => $"<button type=\"button\" data-media=\"layout\" data-pressed-when=\"{layout}\" data-media-act=\"layout\" data-layout-name=\"{layout}\">{LayoutShape.Of(layout)}<span>{text($"Layout_{layout}")}</span></button>"))}
        </fieldset>
        {string.Concat(Devices.Select(d => $"<p class=\"row\" data-device-row hidden><label for=\"settings-{d.Kind}\">{text(d.Words)}</label> <select id=\"settings-{d.Kind}\" data-media-devices=\"{d.Kind}\"></select></p>"))}
        <label class="check" {WithLink}><input type="checkbox" data-media-lean /> <span>{text("Lean_Choose")}</span></label>
        """;
}
