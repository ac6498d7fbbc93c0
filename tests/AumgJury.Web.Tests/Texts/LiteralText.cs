using System.Text;
using System.Text.RegularExpressions;

namespace AumgJury.Web.Tests.Texts;

/// <summary>Finds words that a Razor file would show as they stand, without the resource files.</summary>
internal static partial class LiteralText
{
    /// <summary>The literal words of a file, with their line.</summary>
    public static IEnumerable<string> In(string razor)
    {
        var markup = RazorExpressions.Blanked(Markup(razor));
        foreach (Match found in Attribute().Matches(markup))
        {
            if (HasWord(found.Groups["value"].Value))
            {
                yield return $"line {Line(markup, found.Index)}: {found.Value}";
            }
        }

        // Attributes are emptied before tags are looked for: a value may hold a ">".
        var tags = QuotedValue().Replace(markup, match => Blank(match.Value));
        foreach (Match found in Between().Matches(tags))
        {
            var text = found.Groups["text"];
            var words = string.Join(' ', text.Value.Split('\n').Select(line => line.Trim()).Where(line => !CodeLine().IsMatch(line)));
            if (HasWord(words))
            {
                yield return $"line {Line(tags, text.Index)}: {words.Trim()}";
            }
        }
    }

    private static string Markup(string razor)
    {
        razor = Comment().Replace(razor, match => Blank(match.Value));
        var code = CodeBlock().Match(razor);
        razor = code.Success ? razor[..code.Index] : razor;
        return Directive().Replace(razor, match => Blank(match.Value));
    }

    private static bool HasWord(string text) => Word().IsMatch(Entity().Replace(text, " "));

    private static string Blank(string text)
    {
        var blank = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            blank.Append(c == '\n' ? '\n' : ' ');
        }

        return blank.ToString();
    }

    private static int Line(string text, int index) => text.AsSpan(0, index).Count('\n') + 1;

    [GeneratedRegex(@"\p{L}{2,}", RegexOptions.None, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"&#?\w+;", RegexOptions.None, 1000)]
    private static partial Regex Entity();

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->|<(?<tag>script|style)[^>]*>.*?</\k<tag>>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^@code\b", RegexOptions.Multiline, 1000)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"^@(page|using|inject|implements|inherits|layout|attribute|rendermode|namespace|typeparam|preservewhitespace)\b.*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Directive();

    // What HTML and our components show of their attributes; a Label="D08" of letters and digits is a name, not a word.
    [GeneratedRegex(@"(?<=\s)(?i:aria-label|aria-description|aria-valuetext|aria-roledescription|title|placeholder|alt|label|text|helpertext|question|consequence|confirm|refuse|whynot|what|next|figures|heading|phase|seal|worktab)=""(?<value>[^""]*)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Attribute();

    [GeneratedRegex(@"(?<==)""[^""]*""", RegexOptions.None, 1000)]
    private static partial Regex QuotedValue();

    [GeneratedRegex(@">(?<text>[^<>]*)(?=<)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Between();

    // Lines of C# between tags: control flow, braces, statements.
    [GeneratedRegex(@"^(@?(if|else|foreach|for|while|switch|case|default|break|continue|var|using|try|catch|lock|return)\b.*|[{}].*|.*[;{}])$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CodeLine();
}
