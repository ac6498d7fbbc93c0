using System.Net;
using System.Text;

namespace AumgJury.Web.Notifications;

/// <summary>A notification as it will be sent: the same content as plain text and as HTML.</summary>
public sealed record NotificationMail(string Subject, string Text, string Html)
{
    private const int Width = 76;

    /// <summary>Both bodies from one list of parts, so that they cannot differ.</summary>
    internal static NotificationMail Of(string subject, string language, IEnumerable<MailPart> parts)
    {
        var text = new StringBuilder();
        var html = new StringBuilder($"<!DOCTYPE html>\n<html lang=\"{language}\">\n<head><meta charset=\"utf-8\"><title>{Encoded(subject)}</title></head>\n<body>\n");
        foreach (var part in parts)
        {
            text.Append(part.Kind is MailPartKind.Heading && text.Length > 0 ? "\n" : string.Empty);
            text.AppendJoin('\n', Wrapped(part.Kind is MailPartKind.Item ? $"- {part.Text}" : part.Text)).Append(part.Kind is MailPartKind.Heading ? "\n" : "\n\n");
            var tag = part.Kind switch { MailPartKind.Heading => "h2", _ => "p" };
            var dash = part.Kind is MailPartKind.Item ? "– " : string.Empty;
            html.Append($"<{tag}>{dash}{Encoded(part.Text).Replace("\n", "<br>", StringComparison.Ordinal)}</{tag}>\n");
        }

        return new(subject, text.ToString().TrimEnd() + "\n", html.Append("</body>\n</html>\n").ToString());
    }

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);

    // Lines of at most 76 characters, broken at plain spaces only: an hour or an amount stays whole.
    private static IEnumerable<string> Wrapped(string text)
    {
        foreach (var paragraph in text.Split('\n'))
        {
            var line = new StringBuilder();
            foreach (var word in paragraph.Split(' '))
            {
                if (line.Length > 0 && line.Length + 1 + word.Length > Width)
                {
                    yield return line.ToString();
                    line.Clear();
                }

                line.Append(line.Length > 0 ? " " : string.Empty).Append(word);
            }

            yield return line.ToString();
        }
    }
}

internal enum MailPartKind
{
    Heading,
    Paragraph,
    Item,
}

internal sealed record MailPart(MailPartKind Kind, string Text);
