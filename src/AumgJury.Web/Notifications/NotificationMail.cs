using System.Net;
using System.Text;

namespace AumgJury.Web.Notifications;

/// <summary>A notification as it will be sent: the same content as plain text and as HTML.</summary>
public sealed record NotificationMail(string Subject, string Text, string Html)
{
    /// <summary>Both bodies from one list of parts, so that they cannot differ.</summary>
    internal static NotificationMail Of(string subject, string language, IEnumerable<MailPart> parts)
    {
        var text = new StringBuilder();
        var html = new StringBuilder($"<!DOCTYPE html>\n<html lang=\"{language}\">\n<head><meta charset=\"utf-8\"><title>{Encoded(subject)}</title></head>\n<body>\n");
        foreach (var part in parts)
        {
            // Paragraphs are not broken into lines: the reader's window does that, and the mail's encoding carries it.
            text.Append(part.Kind is MailPartKind.Item ? "- " : string.Empty).Append(part.Text).Append(part.Kind is MailPartKind.Heading ? "\n" : "\n\n");
            var tag = part.Kind switch { MailPartKind.Heading => "h2", _ => "p" };
            var dash = part.Kind is MailPartKind.Item ? "– " : string.Empty;
            html.Append($"<{tag}>{dash}{Encoded(part.Text).Replace("\n", "<br>", StringComparison.Ordinal)}</{tag}>\n");
        }

        return new(subject, text.ToString().TrimEnd() + "\n", html.Append("</body>\n</html>\n").ToString());
    }

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}

internal enum MailPartKind
{
    Heading,
    Paragraph,
    Item,
}

internal sealed record MailPart(MailPartKind Kind, string Text);
