using AumgJury.Web.Look;
using MudBlazor;

namespace AumgJury.Web.Sitting.Media;

/// <summary>The signs on a tile: all are there, and conference/tiles.js says which are shown. The same on every tile of every page.</summary>
internal static class TileSigns
{
    /// <param name="text">A text of <c>MediaTexts</c>, encoded.</param>
    public static string Of(Func<string, string> text) => string.Concat(
        "<span class=\"signs\">",
        Sign("sharing", Glyph.Small(Icons.Material.Rounded.ScreenShare).Value, "word", text("Tile_Sharing")),
        Sign("lean", Glyph.Small(Icons.Material.Rounded.VideocamOff).Value, "word", text("Tile_Lean")),
        Sign("withheld", Glyph.Small(Icons.Material.Rounded.VideocamOff).Value, "word", text("Tile_Withheld")),
        Sign("mute", Glyph.Small(Icons.Material.Rounded.MicOff).Value, "unseen", text("Tile_Mute")),
        Sign("quality poor", Glyph.Bars(0).Value, "word", text("Quality_poor")),
        Sign("quality fair", Glyph.Bars(1).Value, "word", text("Quality_fair")),
        Sign("quality good", Glyph.Bars(2).Value, "unseen", text("Quality_good")),
        "</span>");

    private static string Sign(string kind, string shape, string read, string word) => $"<span class=\"sign {kind}\">{shape}<span class=\"{read}\">{word}</span></span>";
}
