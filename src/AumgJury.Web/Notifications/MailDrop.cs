using System.Text.RegularExpressions;
using AumgJury.Web.Storage;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace AumgJury.Web.Notifications;

/// <summary>What became of a mail that was handed over.</summary>
/// <param name="Accepted">Null when it is not known: the server may have taken it before the line was cut.</param>
/// <param name="Detail">A word and a status code, never an address: it is journaled in clear.</param>
public sealed record Handed(bool? Accepted, string Detail);

/// <summary>Hands mails over: to the mail server when one is set, else into a folder as <c>.eml</c> files.</summary>
/// <param name="folder">The folder of the files; created when it is first needed, for its owner alone.</param>
public sealed partial class MailDrop(MailSettings settings, Disk disk, string folder)
{
    /// <summary>The mail lies in a file.</summary>
    public const string InFile = "file";

    /// <summary>Nobody's address is known.</summary>
    public const string NoAddress = "no-address";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The sender that was set; empty for the call's functional mailbox.</summary>
    public string From => settings.From;

    /// <summary>Where the mail of a University lies when no mail server is set.</summary>
    /// <exception cref="ArgumentException">An id cannot be part of a file's name.</exception>
    public string FileOf(string call, string university) => Safe().IsMatch(call) && Safe().IsMatch(university)
        ? Path.Combine(folder, $"{call}.{university}.eml")
        : throw new ArgumentException($"'{call}' and '{university}' cannot name a file.", nameof(university));

    /// <summary>Hands one mail over. A failure is an answer, not an exception.</summary>
    public async Task<Handed> Hand(MimeMessage message, string call, string university, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message.To.Count == 0 ? new Handed(false, NoAddress)
            : settings.ToFiles ? await Write(message, FileOf(call, university), cancel)
            : await Deliver(message, cancel);
    }

    private async Task<Handed> Write(MimeMessage message, string file, CancellationToken cancel)
    {
        using var content = new MemoryStream();
        await message.WriteToAsync(content, cancel);
        try
        {
            disk.CreateFolder(Path.GetDirectoryName(file)!);
            disk.Replace(file, content.ToArray());
            return new(true, InFile);
        }
        catch (IOException fault)
        {
            return new(false, fault is DiskFull ? "disk-full" : "disk");
        }
    }

    private async Task<Handed> Deliver(MimeMessage message, CancellationToken cancel)
    {
        using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, settings.Security, cancel);
            if (settings.User.Length > 0)
            {
                await client.AuthenticateAsync(settings.User, settings.Password, cancel);
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Nothing of the mail was said yet: it was surely not taken.
            return new(false, fault switch
            {
                AuthenticationException => "authentication",
                SslHandshakeException or NotSupportedException => "tls",
                CommandException => "refused",
                _ => "unreachable",
            });
        }

        try
        {
            var answer = await client.SendAsync(message, cancel);
            await Leave(client);
            return new(true, Status(250, answer));
        }
        catch (SmtpCommandException refused)
        {
            return new(false, Status((int)refused.StatusCode, refused.Message));
        }
        catch (Exception)
        {
            // Cut in the middle, or told to stop: whether the server took it is known to the server alone.
            return new(null, string.Empty);
        }
    }

    private static async Task Leave(SmtpClient client)
    {
        try
        {
            await client.DisconnectAsync(quit: true);
        }
        catch (Exception fault) when (fault is IOException or ProtocolException)
        {
            // The mail was accepted; a goodbye that fails changes nothing.
        }
    }

    // The server's sentence may repeat the recipient's address; its codes do not (RFC 3463).
    private static string Status(int code, string words) =>
        Enhanced().Match(words) is { Success: true } found ? $"smtp {code} {found.Value}" : $"smtp {code}";

    [GeneratedRegex(@"\b[245]\.\d{1,3}\.\d{1,3}\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Enhanced();

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Safe();
}
