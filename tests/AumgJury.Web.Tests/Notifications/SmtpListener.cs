using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AumgJury.Web.Tests.Notifications;

/// <summary>How the listener behaves once it has read the mail.</summary>
internal enum SmtpMood
{
    Accepts,

    /// <summary>No such recipient.</summary>
    RefusesRecipient,

    /// <summary>Reads the whole mail and hangs up without a word.</summary>
    HangsUpAfterData,
}

/// <summary>A mail server of a few lines on the loopback: it keeps what it was sent.</summary>
internal sealed class SmtpListener : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<string> _mails = [];
    private readonly Task _serving;

    public SmtpListener()
    {
        _listener.Start();
        _serving = Serve();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public SmtpMood Mood { get; set; }

    /// <summary>Asked when a mail was read whole, before the server answers.</summary>
    public Action? Read { get; set; }

    /// <summary>Every mail that was read whole, accepted or not.</summary>
    public IReadOnlyList<string> Mails => _mails;

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
    }

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await Converse(client.GetStream());
            }
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Stopped, between two clients or while waiting for one.
        }
    }

    private async Task Converse(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        await Say(stream, "220 essai");
        while (await reader.ReadLineAsync() is { } line)
        {
            switch (line.Split(' ')[0].ToUpperInvariant())
            {
                case "EHLO":
                    await Say(stream, "250-essai", "250 8BITMIME");
                    break;
                case "RCPT" when Mood is SmtpMood.RefusesRecipient:
                    await Say(stream, "550 5.1.1 <somebody@universite.invalid> unknown");
                    break;
                case "DATA":
                    await Say(stream, "354 go on");
                    _mails.Add(await Body(reader));
                    Read?.Invoke();
                    if (Mood is SmtpMood.HangsUpAfterData)
                    {
                        return;
                    }

                    await Say(stream, "250 2.0.0 taken");
                    break;
                case "QUIT":
                    await Say(stream, "221 bye");
                    return;
                default:
                    await Say(stream, "250 ok");
                    break;
            }
        }
    }

    private static async Task<string> Body(StreamReader reader)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
        {
            mail.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append("\r\n");
        }

        return mail.ToString();
    }

    private static async Task Say(NetworkStream stream, params string[] lines) =>
        await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Concat(lines.Select(line => line + "\r\n"))));
}
