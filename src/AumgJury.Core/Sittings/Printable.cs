using System.Globalization;
using System.Text;

namespace AumgJury.Core.Sittings;

/// <summary>
/// Which characters a text may hold. Not: control characters (a mail may hold no NUL, RFC 5322), orders of reading direction (a text that is read otherwise
/// than it is written, Unicode TR 36, 3.1) and halves of a surrogate pair.
/// </summary>
public static class Printable
{
    /// <summary>The same text without what it may not hold; lines and tabs stay.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsClean(text, oneLine: false) ? text : string.Concat(text.Where((_, i) => MayStand(text, i, oneLine: false)));
    }

    internal static bool IsClean(string text, bool oneLine)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!MayStand(text, i, oneLine))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Something of it can be seen.</summary>
    internal static bool Shows(string text) => text.EnumerateRunes().Any(rune => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format
        or UnicodeCategory.Control or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator));

    /// <summary>Name, at sign, and a domain of at least two labels: what a mail can be sent to over the network.</summary>
    internal static bool IsAddress(string text)
    {
        var at = text.LastIndexOf('@');
        var domain = text[(at + 1)..].Split('.');
        return at > 0 && text.Length <= 254 && IsClean(text, oneLine: true)
            && !text[..at].Any(c => char.IsWhiteSpace(c) || "@<>()[],;:\\\"".Contains(c, StringComparison.Ordinal))
            && domain.Length > 1 && domain.All(label => label.Length is > 0 and <= 63 && label.All(c => char.IsLetterOrDigit(c) || c == '-'));
    }

    private static bool MayStand(string text, int i, bool oneLine) => text[i] switch
    {
        '\n' or '\r' or '\t' => !oneLine,
        '\u2028' or '\u2029' => !oneLine,
        (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') => false,
        var c when char.IsHighSurrogate(c) => i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]),
        var c when char.IsLowSurrogate(c) => i > 0 && char.IsHighSurrogate(text[i - 1]),
        var c => !char.IsControl(c),
    };
}
