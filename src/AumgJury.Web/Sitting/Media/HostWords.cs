using AumgJury.Web.Look;
using MudBlazor;

namespace AumgJury.Web.Sitting.Media;

/// <summary>
/// All that the conference may have to say over the room, and what it reads aloud: the page's own script says which is shown. The same on every page and at every
/// moment, as markup must be that a script has changed (docs/decisions/0014).
/// </summary>
internal static class HostWords
{
    private const string Hide = "<button type=\"button\" class=\"" + ButtonLook.Text + "\" data-media-act=\"understood\">";
    private static readonly string[] Causes = ["refused", "missing", "busy", "unsupported"];

    // Not "muted": its words depend on why, so it stands apart.
    private static readonly string[] Spoken = ["on", "off", "held", "no", "outside", .. Causes, "interrupted", "back"];

    /// <param name="text">A text of <c>MediaTexts</c>, encoded.</param>
    public static string Over(Func<string, string> text) => $"""
        <div class="over">
          {Card("notice", "no", Counting(text))}
          {Card("sound", "ok", Sound(text))}
          {Card("capture", "ok interrupted", $"{string.Concat(Causes.Select(cause => Says(cause, text($"Capture_{cause}"))))}{Hide}{text("Capture_Hide")}</button>", " doubt")}
          {Card("sharing", "ok", $"{Says("taken", text("Share_Taken"))}{Says("failed", text("Share_Failed"))}{Hide}{text("Capture_Hide")}</button>")}
          {Card("lean", "no", $"{Says("poor", text("Lean_Poor"))}{Hide}{text("Capture_Hide")}</button>")}
        </div>
        <dialog class="curtain" data-curtain aria-labelledby="curtain-title">
          <div>
            <h2 id="curtain-title">{text("Curtain_Drawn")}</h2>
            <p>{text("Curtain_DrawnWhat")}</p>
            <button type="button" class="{ButtonLook.FilledLarge}" data-media-act="back" autofocus>{text("Curtain_Back")}</button>
          </div>
        </dialog>
        <div class="unseen" aria-live="polite" data-media-live></div>
        {string.Concat(Spoken.Select(spoken => $"<span hidden data-spoken=\"{spoken}\">{text($"Spoken_{spoken}")}</span>"))}
        """;

    private static string Card(string media, string goneWhen, string inside, string more = "") =>
        $"<div class=\"card{more}\" data-media=\"{media}\" data-gone-when=\"{goneWhen}\" role=\"status\" hidden>{inside}</div>";

    private static string Says(string state, string words) => $"<p data-says=\"{state}\" hidden>{words}</p>";

    private static string Counting(Func<string, string> text) => $"""
        <p data-says="counting" hidden>{text("Notice_Counting")} <span class="unseen">{text("Notice_Soon")}</span><strong aria-hidden="true"><span data-media-seconds>5</span> {text("Notice_Seconds")}</strong></p>
        <button type="button" class="{ButtonLook.Outlined}" data-says="counting" data-media-act="not-yet" hidden>{text("Notice_NotYet")}</button>
        {Says("held", text("Notice_Held"))}
        <button type="button" class="{ButtonLook.Outlined}" data-says="held" data-media-act="now" hidden>{text("Notice_Now")}</button>
        """;

    private static string Sound(Func<string, string> text) => $"""
        <button type="button" class="{ButtonLook.FilledLarge}" data-says="blocked" data-media-act="sound" hidden>{ButtonLook.IconLarge(Icons.Material.Rounded.VolumeUp)}{text("Sound_Blocked")}</button>
        {Says("interrupted", text("Sound_InterruptedWhat"))}
        <button type="button" class="{ButtonLook.FilledLarge}" data-says="interrupted" data-media-act="resume" hidden>{ButtonLook.IconLarge(Icons.Material.Rounded.Mic)}{text("Sound_Interrupted")}</button>
        """;
}
