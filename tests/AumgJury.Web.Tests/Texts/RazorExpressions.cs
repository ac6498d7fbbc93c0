using System.Text;
using System.Text.RegularExpressions;

namespace AumgJury.Web.Tests.Texts;

/// <summary>Blanks the C# expressions of a Razor file, so that quotes and brackets in them are not taken for markup.</summary>
internal static partial class RazorExpressions
{
    /// <summary>The same text, as long and with the same lines, where each expression is spaces.</summary>
    public static string Blanked(string markup)
    {
        var text = new StringBuilder(markup);
        var from = 0;
        while (Opening().Match(markup, from) is { Success: true } opening)
        {
            var end = End(markup, opening.Index + opening.Length);
            for (var i = opening.Index; i < end; i++)
            {
                text[i] = text[i] == '\n' ? '\n' : ' ';
            }

            from = Math.Max(end, opening.Index + 1);
        }

        return text.ToString();
    }

    // An expression goes on through brackets and members: @T["Key", x].Name(y)
    private static int End(string text, int at)
    {
        while (at < text.Length && text[at] is '(' or '[')
        {
            at = Closing(text, at) + 1;
            var member = Member().Match(text, at);
            at = member.Success ? at + member.Length : at;
        }

        return Math.Min(at, text.Length);
    }

    private static int Closing(string text, int open)
    {
        var depth = 0;
        var quoted = false;
        for (var i = open; i < text.Length; i++)
        {
            quoted ^= text[i] == '"' && text[i - 1] != '\\';
            depth += quoted ? 0 : text[i] switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };
            if (depth == 0 && !quoted)
            {
                return i;
            }
        }

        return text.Length - 1;
    }

    [GeneratedRegex(@"@(?=\()|@(if|foreach|for|while|switch|using|lock)[ \t]*(?=\()|@!?[A-Za-z_][\w.?!]*|(?<=^[ \t}]*(else[ \t]+)?)(if|foreach|for|while|switch|using|lock|catch)[ \t]*(?=\()", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Opening();

    [GeneratedRegex(@"\G([?!]?\.\w+)*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Member();
}
