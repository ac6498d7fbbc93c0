using System.Globalization;

namespace AumgJury.Web.Texts;

/// <summary>
/// The language of one visit, fixed when its page or circuit starts. Kept as a value and not read from the thread:
/// a view that arrives from another thread must be written in the reader's language, not in the server's.
/// </summary>
public sealed class HouseCulture(CultureInfo culture)
{
    /// <summary>French, the first language.</summary>
    public static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>English, the second.</summary>
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>French or English, never anything else.</summary>
    public CultureInfo Culture { get; } = IsEnglish(culture) ? English : French;

    /// <summary>Camera and sound are in use in this house: without them no text says that somebody is seen or heard through it.</summary>
    public bool Media { get; init; } = true;

    /// <summary>French, and not English.</summary>
    public bool IsFrench => ReferenceEquals(Culture, French);

    /// <summary>The page's <c>lang</c>: <c>fr</c> or <c>en</c>.</summary>
    public string Language => Culture.TwoLetterISOLanguageName;

    private static bool IsEnglish(CultureInfo culture) =>
        string.Equals(culture.TwoLetterISOLanguageName, "en", StringComparison.Ordinal);
}
