using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Components;

namespace AumgJury.Web.Room;

/// <summary>A distribution shown as dots, not as an average alone.</summary>
public sealed partial class DotsPlot
{
    private const decimal DotWidth = 3; // 12 px at 4 px a point: two dots of 10 px do not touch
    private IReadOnlyList<Dot> _dots = [];

    /// <summary>What the values are of, for the summary that a screen reader says: "D08".</summary>
    [Parameter, EditorRequired] public string Label { get; set; } = string.Empty;

    /// <summary>From 0 to 100, in any order; nobody's name.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<decimal> Values { get; set; } = [];

    /// <summary>The reader's own value, ringed.</summary>
    [Parameter] public decimal? Own { get; set; }

    /// <summary>The threshold, drawn as a dashed line.</summary>
    [Parameter] public decimal? Threshold { get; set; }

    private int Levels => _dots.Count == 0 ? 1 : _dots.Max(dot => dot.Level) + 1;

    private int Axis => 8 + (Levels * 12) + 4;

    private int Height => Axis + 22;

    private string Summary =>
        T["Plot_Summary", Label, Values.Count, Say.Score(Values.Min()), Say.Score(Values.Max()), Say.Score(Values.Average())];

    /// <inheritdoc />
    protected override void OnParametersSet() => _dots = DotsLayout.Pile(Values, Own, DotWidth);

    private static string X(decimal value) => (16 + (4 * value)).ToString("0.##", CultureInfo.InvariantCulture);

    // Razor keeps <text> for itself, so the tick's label is written as markup.
    private string TickText(int tick) =>
        $"<text x=\"{X(tick)}\" y=\"{Axis + 18}\" text-anchor=\"middle\" font-size=\"13\" fill=\"currentColor\">{WebUtility.HtmlEncode(tick.ToString(CultureInfo.InvariantCulture))}</text>";

    private string Y(Dot dot) => (Axis - 8 - (dot.Level * 12)).ToString(CultureInfo.InvariantCulture);
}
