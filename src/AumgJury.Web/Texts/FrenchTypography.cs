using System.Text.RegularExpressions;

namespace AumgJury.Web.Texts;

/// <summary>
/// Spaces and apostrophes as French printers set them (Imprimerie nationale, <em>Lexique des règles typographiques</em>):
/// narrow and unbreakable before ; ! ? and within an hour or an amount, unbreakable before : and inside « ».
/// </summary>
public static partial class FrenchTypography
{
    /// <summary>Narrow no-break space, U+202F.</summary>
    public const char Narrow = '\u202f';

    /// <summary>No-break space, U+00A0.</summary>
    public const char NoBreak = '\u00a0';

    /// <summary>Typesets a text written with plain spaces and straight apostrophes. Applying it twice changes nothing.</summary>
    public static string Set(string text)
    {
        text = text.Replace('\'', '’')
            .Replace(" ;", Narrow + ";", StringComparison.Ordinal)
            .Replace(" !", Narrow + "!", StringComparison.Ordinal)
            .Replace(" ?", Narrow + "?", StringComparison.Ordinal)
            .Replace(" :", NoBreak + ":", StringComparison.Ordinal)
            .Replace("« ", "«" + NoBreak, StringComparison.Ordinal)
            .Replace(" »", NoBreak + "»", StringComparison.Ordinal);
        text = Hour().Replace(text, "${hour}" + Narrow + "h" + Narrow + "${minute}");
        return Quantity().Replace(text, NoBreak + "${unit}");
    }

    /// <summary>The name of an organisation with its article before a vowel, « l'ARS Île-de-France »; as it is written otherwise.</summary>
    public static string WithArticle(string organisation)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        return organisation.Length > 0 && "AEIOUÀÂÉÈÊËÎÏÔÛ".Contains(organisation[0], StringComparison.Ordinal) ? $"l’{organisation}" : organisation;
    }

    /// <summary>A person's name that no line breaks between title, initial and name: « Dr Y. Kerdoncuff ».</summary>
    public static string Whole(string name) => NameGap().Replace(name, $"${{before}}{NoBreak}");

    [GeneratedRegex(@"(?<before>\b(?:Dr|Pr|Prof|Mme|M|\p{Lu})\.?) (?=\p{Lu})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NameGap();

    [GeneratedRegex(@"(?<hour>\d{1,2}) h (?<minute>\d{2})\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hour();

    [GeneratedRegex(@"(?<=[\d}]) (?<unit>min|s|h|%|€|px|Mo|ko)(?![\p{L}\d])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quantity();
}
