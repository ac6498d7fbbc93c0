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
/// <param name="Unmarked">The marks from 0 to 5 of a row in which none was given; of another nothing.</param>
/// <param name="Marks">For each mark from 0 to 5, its radio, its digit and, for a screen reader, its anchor: of a row in which one was given; of another none.</param>
/// <param name="Anchors">The anchors as lines of a list, and the line of a criterion without a mark.</param>
/// <param name="Uncommented">What the button unfolds in a row without a comment.</param>
/// <param name="Comment">The comment's label.</param>
/// <param name="Under">The count of characters, and the button that takes the mark away.</param>
internal sealed record RowMarkup(MarkupString Legend, MarkupString Title, MarkupString Unmarked, MarkupString[] Marks, MarkupString Anchors, MarkupString Uncommented, MarkupString Comment, MarkupString Under)
{
    private static readonly int[] All = [.. Enumerable.Range(0, Grid.HighestMark + 1)];

    /// <param name="radios">The name of the radios: a mark of another dossier or round is another.</param>
    /// <param name="folded">The id of what the comment unfolds into: once on a page.</param>
    /// <param name="given">A mark was given: its radio stands apart.</param>
    public static RowMarkup Of(Criterion criterion, string radios, string folded, bool given, TextsOf<MarkingTexts> t)
    {
        var comment = t.Markup(criterion, $"comment {folded}", (_, text) => $"<label for=\"{folded}-text\">{text("Comment", [])}</label>");
        var under = t.Markup(criterion, $"under {folded}", (c, text) =>
            $"<p><span id=\"{folded}-count\" data-counter=\"{text("Characters", [CriterionRow.CommentLength])}\"></span><button type=\"button\" data-clear>{text("ClearMark", [c.Id])}</button></p>");
        return new(
            t.Markup(criterion, "legend", static (c, text) => $"<legend class=\"unseen\">{Html.Encode($"{c.Id} {c.Title}, ")}{text("Weight", [c.Weight])}</legend>"),
            t.Markup(criterion, $"title {folded}", (c, text) =>
                $"<span aria-hidden=\"true\"><b>{Html.Encode(c.Id)}</b> {Html.Encode(c.Title)} <span class=\"weight\">× {c.Weight}</span></span> "
                + $"<button type=\"button\" data-fold aria-expanded=\"false\" aria-controls=\"{folded}\"><span class=\"dot\" aria-hidden=\"true\"></span>{text("Comment_Open", [])}<span class=\"unseen\">{Html.Encode(c.Id)}</span></button>"),
            given ? default : t.Markup(criterion, $"unmarked {radios}", (c, _) => $"<div class=\"marks\">{string.Concat(All.Select(mark => Label(c, mark, radios, "")))}</div>"),
            given ? [.. All.Select(mark => t.Markup(criterion, $"mark {mark} {radios}", (c, _) => Label(c, mark, radios, "")))] : [],
            t.Markup(criterion, "anchors", static (c, text) =>
                $"<ol class=\"anchors\" aria-hidden=\"true\">{string.Concat(c.Anchors.Select((anchor, mark) => $"<li data-mark=\"{mark}\"><b>{mark}</b> {Html.Encode(anchor)}</li>"))}<li class=\"none\">{text("Unmarked", [])}</li></ol>"),
            t.Markup(criterion, $"uncommented {folded}", (_, _) =>
                $"<div class=\"folded\" id=\"{folded}\" data-folded hidden>{comment} <textarea id=\"{folded}-text\" maxlength=\"{CriterionRow.CommentLength}\" aria-describedby=\"{folded}-count\"></textarea> {under}</div>"),
            comment,
            under);
    }

    /// <summary>The one that was given, in the page of the juror who gave it alone.</summary>
    public static MarkupString Given(Criterion criterion, int mark, string radios) => new(Label(criterion, mark, radios, " checked"));

    // Anchors are the call's own words: whoever set it up may have typed anything.
    private static string Label(Criterion criterion, int mark, string radios, string given) =>
        $"<label><input type=\"radio\" name=\"{Html.Encode(radios)}\" value=\"{mark}\"{given} /> <span class=\"digit\">{mark}</span><span class=\"unseen\">{Html.Encode(criterion.Anchors[mark])}</span></label>";
}
