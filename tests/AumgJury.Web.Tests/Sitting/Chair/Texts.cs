using AumgJury.Web.Texts;

namespace AumgJury.Web.Tests.Sitting.Chair;

/// <summary>Texts as a visitor of each language gets them.</summary>
internal static class Texts
{
    public static readonly Say Say = new(HouseCulture.French);

    public static TextsOf<T> French<T>() => new(new HouseCulture(HouseCulture.French));

    public static TextsOf<T> English<T>() => new(new HouseCulture(HouseCulture.English));
}
