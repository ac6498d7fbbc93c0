using System.Threading.Channels;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Realtime;
using MimeKit;
using MimeKit.Text;

namespace AumgJury.Web.Notifications;

/// <summary>
/// Sends the released notifications, each once. The journal is its only memory: an attempt is written before the mail leaves and its
/// outcome after. What was accepted never leaves again; an attempt without an outcome (a crash, a cut line) stays uncertain until the
/// secretary sends it again, under the same Message-ID, so that the recipient's server can know it for the same mail.
/// </summary>
/// <param name="archive">The public record, as it is on disk.</param>
/// <param name="sendAsOutbox">Sends a command as the machine's outbox; answers once it is on disk.</param>
public sealed class Outbox(Func<Archive> archive, Func<Command, Task<Sent>> sendAsOutbox, MailDrop drop, NotificationText text, TimeProvider time)
{
    /// <summary>A word without a domain would be a mailbox of the mail server itself.</summary>
    private static readonly ParserOptions Addresses = new() { AllowAddressesWithoutDomain = false };

    private readonly Channel<bool> _awake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Something may wait to be sent: call it whenever the record changed. It never blocks.</summary>
    public void Wake() => _awake.Writer.TryWrite(true);

    /// <summary>Looks once, then at each <see cref="Wake"/>, until cancelled. One loop a call, or mails would cross.</summary>
    public async Task Run(CancellationToken stop)
    {
        Wake();
        await foreach (var _ in _awake.Reader.ReadAllAsync(stop))
        {
            await Pass(stop);
        }
    }

    /// <summary>Sends what waits now.</summary>
    /// <returns>How many were accepted by the mail server, or written as files.</returns>
    public async Task<int> Pass(CancellationToken stop = default)
    {
        var accepted = 0;
        foreach (var waiting in archive().Notifications.Where(notification => notification.Delivery is DeliveryLine.Waiting))
        {
            stop.ThrowIfCancellationRequested();
            accepted += await Send(archive(), waiting, stop) ? 1 : 0;
        }

        return accepted;
    }

    private async Task<bool> Send(Archive record, ArchivedNotification waiting, CancellationToken stop)
    {
        var from = new MailboxAddress(record.Organisation, drop.From.Length > 0 ? drop.From : record.Contact);
        var id = waiting.MessageId.Length > 0 ? waiting.MessageId : $"notification.{record.Call}.{waiting.University}@{from.Domain}";

        // First on disk that we try: a crash from here on leaves an uncertain attempt, never a silent second mail.
        if ((await sendAsOutbox(new ReportAttempt(waiting.University, id))).Refusal is not null)
        {
            return false;
        }

        var handed = await drop.Hand(Message(record, waiting, from, id), record.Call, waiting.University, stop);
        Command? outcome = handed switch
        {
            { Accepted: true, Detail: MailDrop.InFile } => new ReportWritten(waiting.University, id),
            { Accepted: { } accepted } => new ReportDelivery(waiting.University, id, accepted, handed.Detail),
            _ => null,
        };
        if (outcome is not null)
        {
            await sendAsOutbox(outcome);
        }

        return handed.Accepted == true;
    }

    private MimeMessage Message(Archive record, ArchivedNotification waiting, MailboxAddress from, string id)
    {
        var mail = text.Of(record, waiting.University);
        var message = new MimeMessage
        {
            Subject = mail.Subject,
            Date = time.GetUtcNow(),
            MessageId = id,
            Body = new MultipartAlternative(new TextPart(TextFormat.Plain) { Text = mail.Text }, new TextPart(TextFormat.Html) { Text = mail.Html }),
        };
        message.From.Add(from);
        if (MailboxAddress.TryParse(Addresses, waiting.Email, out var to))
        {
            message.To.Add(new MailboxAddress(waiting.Recipient, to.Address));
        }

        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }
}
