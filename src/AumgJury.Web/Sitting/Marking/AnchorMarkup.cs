using System.Runtime.CompilerServices;
using AumgJury.Core.Calls;
using AumgJury.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace AumgJury.Web.Sitting.Marking;

/// <summary>What a criterion is called and what its six marks say, as markup that all jurors' pages share: it is the longest part of a grid, and nothing of it is ever another (docs/decisions/0014).</summary>
internal sealed class AnchorMarkup
{
    // As long as the call is served, and no longer.
    private static readonly ConditionalWeakTable<Criterion, AnchorMarkup> Made = [];

    private AnchorMarkup(Criterion criterion)
    {
        var name = Html.Encode(criterion.Id);
        Title = new($"<b>{name}</b> {Html.Encode(criterion.Title)} <span class=\"weight\">× {criterion.Weight}</span>");
        Name = new($"<span class=\"unseen\">{name}</span>");

        // They are the call's own words: whoever set it up may have typed anything.
        string[] words = [.. criterion.Anchors.Select(Html.Encode)];
        Marks = [.. words.Select((anchor, mark) => new MarkupString($"<span class=\"digit\">{mark}</span><span class=\"unseen\">{anchor}</span>"))];
        Anchors = new(string.Concat(words.Select((anchor, mark) => $"<li data-mark=\"{mark}\"><b>{mark}</b> {anchor}</li>")));
    }

    /// <summary>Name, title and weight, for the eye.</summary>
    public MarkupString Title { get; }

    /// <summary>Its name, for a screen reader.</summary>
    public MarkupString Name { get; }

    /// <summary>For each mark from 0 to 5, its digit and, for a screen reader, its anchor.</summary>
    public MarkupString[] Marks { get; }

    /// <summary>The six anchors as lines of a list.</summary>
    public MarkupString Anchors { get; }

    public static AnchorMarkup Of(Criterion criterion) => Made.GetValue(criterion, static c => new(c));
}
