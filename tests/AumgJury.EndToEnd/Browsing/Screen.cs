namespace AumgJury.EndToEnd.Browsing;

/// <summary>A window, in CSS pixels, and its theme.</summary>
public sealed record Screen(int Width, int Height, bool Dark = false)
{
    /// <summary>A 13-inch laptop at 150 %.</summary>
    public static readonly Screen Laptop = new(1280, 600);

    /// <summary>The four windows of the guide, in both themes.</summary>
    public static IEnumerable<Screen> All =>
        from dark in new[] { false, true }
        from size in new[] { (1440, 900), (1280, 600), (390, 844), (320, 640) }
        select new Screen(size.Item1, size.Item2, dark);

    /// <inheritdoc />
    public override string ToString() => $"{Width}x{Height}-{(Dark ? "dark" : "light")}";
}
