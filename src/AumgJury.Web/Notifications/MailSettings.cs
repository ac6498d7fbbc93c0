using System.Globalization;
using System.Net;
using MailKit.Security;

namespace AumgJury.Web.Notifications;

/// <summary>The mail server. Not a record: its text would carry the password into a log.</summary>
public sealed class MailSettings(string host, int port, SecureSocketOptions security, string user, string password, string from)
{
    /// <summary>Empty: mails become files that the secretary opens from the page.</summary>
    public string Host { get; } = host;

    /// <summary>No mail server is set: each mail is written as a file, and somebody hands it over.</summary>
    public bool ToFiles => Host.Length == 0;

    public int Port { get; } = port;

    public SecureSocketOptions Security { get; } = security;

    /// <summary>Empty: no authentication.</summary>
    public string User { get; } = user;

    public string Password { get; } = password;

    /// <summary>The sender's address; empty for the call's functional mailbox.</summary>
    public string From { get; } = from;

    /// <summary>Reads <c>Smtp:Host</c>, <c>Port</c>, <c>Tls</c> (starttls, tls, none), <c>User</c>, <c>Password</c> and <c>From</c>.</summary>
    /// <exception cref="InvalidOperationException">A value is not understood, or a password would travel in clear.</exception>
    public static MailSettings Of(IConfiguration configuration)
    {
        var smtp = configuration.GetSection("Smtp");
        var host = smtp["Host"] ?? string.Empty;
        var security = (smtp["Tls"] ?? "starttls").ToUpperInvariant() switch
        {
            "STARTTLS" => SecureSocketOptions.StartTls,
            "TLS" => SecureSocketOptions.SslOnConnect,
            "NONE" => SecureSocketOptions.None,
            var other => throw new InvalidOperationException($"Smtp:Tls is starttls, tls or none, not \"{other.ToLowerInvariant()}\"."),
        };
        var usual = security is SecureSocketOptions.SslOnConnect ? 465 : 587;
        var port = smtp["Port"] is not { Length: > 0 } text ? usual
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var figure) && figure is > 0 and <= IPEndPoint.MaxPort ? figure
            : throw new InvalidOperationException($"Smtp:Port is a number from 1 to {IPEndPoint.MaxPort}.");
        var password = smtp["Password"] ?? string.Empty;
        if (password.Length > 0 && security is SecureSocketOptions.None && !IsLocal(host))
        {
            throw new InvalidOperationException("Smtp:Tls is none: Smtp:Password would travel in clear.");
        }

        return new(host, port, security, smtp["User"] ?? string.Empty, password, smtp["From"] ?? string.Empty);
    }

    private static bool IsLocal(string host) => host is "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
