using AumgJury.Web.Look;

namespace AumgJury.Web.Sitting.Media;

/// <summary>
/// What stands above the tiles: the states of the link in words, and the place of the large picture. conference/words.js and tiles.js say what is shown; the same on
/// every page and at every moment, as markup must be that a script has changed (docs/decisions/0014).
/// </summary>
internal static class GalleryWords
{
    /// <summary>The states in which there is something to say of the link.</summary>
    public const string Links = "connecting cut unavailable none taken sessionEnded unsupported";

    /// <param name="text">A text of <c>MediaTexts</c>, encoded.</param>
    public static string Of(Func<string, string> text) => $"""
        <div class="state" data-media="link" data-gone-when="on outside">
          {string.Concat(Links.Split(' ').Select(link => $"<span data-says=\"{link}\" hidden>{text($"Link_{link}")}</span>"))}
          <button type="button" class="{ButtonLook.Text}" data-says="taken" data-media-act="retake" hidden>{text("Link_Retake")}</button>
        </div>
        <figure class="large" data-large>
          <div class="picture" data-picture></div>
          <span class="initials" aria-hidden="true" data-large-initials></span>
          <figcaption><span data-large-name></span><span class="screen">{text("Large_Screen")}</span></figcaption>
        </figure>
        """;
}
