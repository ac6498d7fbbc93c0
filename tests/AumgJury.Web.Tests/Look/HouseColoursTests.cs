using System.Globalization;
using AumgJury.Web.Look;

namespace AumgJury.Web.Tests.Look;

public sealed class HouseColoursTests
{
    public static TheoryData<bool> Themes => [false, true];

    [Theory]
    [MemberData(nameof(Themes))]
    public void Texts_reach_four_and_a_half_and_outlines_three(bool dark)
    {
        var c = dark ? HouseColours.Dark : HouseColours.Light;
        (string What, string Over, string Under, double Least)[] pairs =
        [
            ("text", c.Text, c.Page, 4.5), ("text on surface", c.Text, c.Surface, 4.5), ("text on sunken", c.Text, c.Sunken, 4.5),
            ("second text", c.Text2, c.Page, 4.5), ("second text on surface", c.Text2, c.Surface, 4.5), ("second text on sunken", c.Text2, c.Sunken, 4.5),
            ("link", c.Primary, c.Page, 4.5), ("button", c.OnPrimary, c.Primary, 4.5), ("soft", c.Primary, c.PrimarySoft, 4.5),
            ("closed band", c.OnClosed, c.ClosedBand, 4.5), ("open band", c.OnOpen, c.OpenBand, 4.5), ("doubt band", c.Doubt, c.DoubtSoft, 4.5),
            ("ok", c.Ok, c.OkSoft, 4.5), ("ok on page", c.Ok, c.Page, 4.5), ("doubt on page", c.Doubt, c.Page, 4.5), ("pause band", c.Page, c.Pause, 4.5),
            ("mark 0", c.Text, c.Mark0, 4.5), ("mark 1", c.Text, c.Mark1, 4.5), ("mark 2", c.Text, c.Mark2, 4.5), ("mark 3", c.Text, c.Mark3, 4.5),
            ("mark 4", c.OnStrongMark, c.Mark4, 4.5), ("mark 5", c.OnStrongMark, c.Mark5, 4.5),
            ("control", c.Control, c.Surface, 3), ("focus", c.Focus, c.Page, 3), ("closed frame", c.ClosedFrame, c.Page, 3), ("open rule", c.OpenRule, c.Page, 3),
        ];

        Assert.All(pairs, pair => Assert.True(
            Contrast(pair.Over, pair.Under) >= pair.Least, $"{pair.What}: {Contrast(pair.Over, pair.Under):0.00} of {pair.Least}"));
    }

    [Fact]
    public void Every_colour_is_a_variable_of_the_style_sheets() =>
        Assert.Contains(("--closed-frame", "#2C1E57"), HouseColours.Light.Variables());

    // WCAG 2.2, definitions of contrast ratio and relative luminance.
    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour) =>
        (0.2126 * Channel(colour, 1)) + (0.7152 * Channel(colour, 3)) + (0.0722 * Channel(colour, 5));

    private static double Channel(string colour, int at)
    {
        var part = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
    }
}
