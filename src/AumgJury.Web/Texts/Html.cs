using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace AumgJury.Web.Texts;

/// <summary>Makes a text safe to stand in markup. Accents stay letters.</summary>
internal static class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Encode(string? text) => text is null ? "" : Encoder.Encode(text);
}
