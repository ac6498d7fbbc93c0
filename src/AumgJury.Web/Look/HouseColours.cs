namespace AumgJury.Web.Look;

/// <summary>
/// Every colour of the house, once, for one of the two themes. Contrasts (WCAG 2.2) are asserted by the tests.
/// The marks run from 0 to 5.
/// </summary>
public sealed record HouseColours(
    string Page, string Surface, string Sunken, string Line, string Control, string Text, string Text2,
    string Primary, string OnPrimary, string PrimarySoft, string Focus,
    string ClosedFrame, string ClosedBand, string OnClosed,
    string OpenRule, string OpenBand, string OnOpen,
    string Doubt, string DoubtSoft, string Ok, string OkSoft, string Pause,
    string Mark0, string Mark1, string Mark2, string Mark3, string Mark4, string Mark5, string OnStrongMark)
{
    /// <summary>Warm grey surfaces, deep blue accent.</summary>
    public static readonly HouseColours Light = new(
        Page: "#F6F4F1", Surface: "#FFFFFF", Sunken: "#ECE9E4", Line: "#D8D3CB", Control: "#77716A",
        Text: "#1B1D21", Text2: "#55524D",
        Primary: "#1B3F8B", OnPrimary: "#FFFFFF", PrimarySoft: "#E4EAF6", Focus: "#1B3F8B",
        ClosedFrame: "#2C1E57", ClosedBand: "#2C1E57", OnClosed: "#FFFFFF",
        OpenRule: "#B45F06", OpenBand: "#FBEEDC", OnOpen: "#8A4B00",
        Doubt: "#A61B1B", DoubtSoft: "#FBE6E4", Ok: "#1E6B3C", OkSoft: "#E3F2E8", Pause: "#5B5751",
        Mark0: "#F3F1EE", Mark1: "#DCE4F2", Mark2: "#B7C8E6", Mark3: "#86A3D3", Mark4: "#4C73B4", Mark5: "#1B3F8B",
        OnStrongMark: "#FFFFFF");

    /// <summary>The same by night.</summary>
    public static readonly HouseColours Dark = new(
        Page: "#15171B", Surface: "#1E2126", Sunken: "#101215", Line: "#363A41", Control: "#8D929B",
        Text: "#F0EEEA", Text2: "#B9B6B0",
        Primary: "#9DB8F5", OnPrimary: "#0E1B3A", PrimarySoft: "#22304F", Focus: "#DCE6FF",
        ClosedFrame: "#765BD0", ClosedBand: "#2B2342", OnClosed: "#F0EEEA",
        OpenRule: "#F2B35E", OpenBand: "#3A2A14", OnOpen: "#F2B35E",
        Doubt: "#F59A92", DoubtSoft: "#431D1B", Ok: "#7FCB9B", OkSoft: "#193324", Pause: "#A9ABB0",
        Mark0: "#22252B", Mark1: "#24324F", Mark2: "#2D4673", Mark3: "#44659F", Mark4: "#7C9DDB", Mark5: "#B9CDF8",
        OnStrongMark: "#0E1B3A");

    /// <summary>Each colour as a CSS variable: <c>ClosedFrame</c> is <c>--closed-frame</c>.</summary>
    public IEnumerable<(string Name, string Colour)> Variables() =>
        from property in typeof(HouseColours).GetProperties()
        where property.PropertyType == typeof(string)
        select (VariableName(property.Name), (string)property.GetValue(this)!);

    private static string VariableName(string property) =>
        "-" + string.Concat(property.Select(c => char.IsUpper(c) ? $"-{char.ToLowerInvariant(c)}" : $"{c}"));
}
