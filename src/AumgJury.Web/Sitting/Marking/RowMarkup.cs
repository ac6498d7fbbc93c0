using AumgJury.Core.Calls;
using AumgJury.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace AumgJury.Web.Sitting.Marking;

/// <summary>
/// What a criterion's row says and is pressed by, as markup that all jurors' pages share: it is the longest part of a grid, and nothing of it is ever another
/// (docs/decisions/0014). No mark is in it: what a juror gave stands in that juror's own page alone.
/// </summary>
/// <param name="Legend">For a screen reader.</param>
/// <param name="Title">Name, title and weight, and the button that unfolds the comment.</param>
/// <param name="Marks">For each mark from 0 to 5, its radio, its digit and, for a screen reader, its anchor.</param>
/// <param name="Anchors">The anchors as lines of a list, and the line of a criterion without a mark.</param>
/// <param name="Comment">The comment's label.</param>
/// <param name="Under">The count of characters, and the button that takes the mark away.</param>
internal sealed record RowMarkup(MarkupString Legend, MarkupString Title, MarkupString[] Marks, MarkupString Anchors, MarkupString Comment, MarkupString Under)
{
    /// <param name="radios">The name of the radios: a mark of another dossier or round is another.</param>
    /// <param name="folded">The id of what the comment unfolds into: once on a page.</param>
    public static RowMarkup Of(Criterion criterion, string radios, string folded, TextsOf<MarkingTexts> t) => new(
        t.Markup(criterion, "legend", static (c, text) => $"{Html.Encode($"{c.Id} {c.Title}, ")}{text("Weight", [c.Weight])}"),
        t.Markup(criterion, $"title {folded}", (c, text) =>
            $"<span aria-hidden=\"true\"><b>{Html.Encode(c.Id)}</b> {Html.Encode(c.Title)} <span class=\"weight\">× {c.Weight}</span></span> "
            + $"<button type=\"button\" data-fold aria-expanded=\"false\" aria-controls=\"{folded}\"><span class=\"dot\" aria-hidden=\"true\"></span>{text("Comment_Open", [])}<span class=\"unseen\">{Html.Encode(c.Id)}</span></button>"),
        [.. Enumerable.Range(0, Grid.HighestMark + 1).Select(mark => t.Markup(criterion, $"mark {mark} {radios}", (c, _) => Label(c, mark, radios, "")))],
        t.Markup(criterion, "anchors", static (c, text) =>
            string.Concat(c.Anchors.Select((anchor, mark) => $"<li data-mark=\"{mark}\"><b>{mark}</b> {Html.Encode(anchor)}</li>")) + $"<li class=\"none\">{text("Unmarked", [])}</li>"),
        t.Markup(criterion, $"comment {folded}", (_, text) => $"<label for=\"{folded}-text\">{text("Comment", [])}</label>"),
        t.Markup(criterion, $"under {folded}", (c, text) =>
            $"<p><span id=\"{folded}-count\" data-counter=\"{text("Characters", [CriterionRow.CommentLength])}\"></span><button type=\"button\" data-clear>{text("ClearMark", [c.Id])}</button></p>"));

    /// <summary>The one that was given, in the page of the juror who gave it alone.</summary>
    public static MarkupString Given(Criterion criterion, int mark, string radios) => new(Label(criterion, mark, radios, " checked"));

    // Anchors are the call's own words: whoever set it up may have typed anything.
    private static string Label(Criterion criterion, int mark, string radios, string given) =>
        $"<label><input type=\"radio\" name=\"{Html.Encode(radios)}\" value=\"{mark}\"{given} /> <span class=\"digit\">{mark}</span><span class=\"unseen\">{Html.Encode(criterion.Anchors[mark])}</span></label>";
}
