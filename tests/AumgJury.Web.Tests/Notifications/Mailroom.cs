using System.Text;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Notifications;
using AumgJury.Web.Realtime;
using AumgJury.Web.Storage;
using AumgJury.Web.Tests.Seeds;
using MailKit.Security;
using Microsoft.Extensions.Time.Testing;
using MimeKit;

namespace AumgJury.Web.Tests.Notifications;

/// <summary>The demo's end with an outbox; acts go to the decider, its lines are kept as a journal would.</summary>
internal sealed class Mailroom(CallState start, MailSettings settings, Disk disk)
{
    public static readonly MailSettings ToFiles = new("", 587, SecureSocketOptions.StartTls, "", "", "");

    private readonly List<byte[]> _lines = [];
    private readonly List<Command> _acts = [];
    private readonly Lock _gate = new();
    private int _number;

    private CallState? _state;

    public CallState State
    {
        get
        {
            lock (_gate)
            {
                return _state ?? start;
            }
        }
    }

    /// <summary>Those until now: an outbox that runs by itself goes on acting.</summary>
    public IReadOnlyList<Command> Acts
    {
        get
        {
            lock (_gate)
            {
                return [.. _acts];
            }
        }
    }

    public MailDrop Drop { get; } = new(settings, disk, "/data/courriers");

    public ArchivedNotification[] Notifications => State.Archive().Notifications;

    public static MailSettings To(SmtpListener server) => new("127.0.0.1", server.Port, SecureSocketOptions.None, "", "", "");

    public static MimeMessage Parsed(string mail)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(mail));
        return MimeMessage.Load(stream);
    }

    /// <summary>A new outbox, as after a start: it remembers nothing.</summary>
    public Outbox Outbox() => new(() => State.Archive(), SendAsOutbox, Drop, new NotificationText(new("", null)), new FakeTimeProvider());

    /// <summary>The secretary's own act.</summary>
    public void Secretary(Command command) => Assert.IsType<Outcome.Accepted>(Decide(Actor.Seat("SEC"), command));

    /// <summary>The state folded again from the lines, as after losing everything else.</summary>
    public void Rebuild() => _state = _lines.Aggregate(start, (state, line) => state.Apply(line));

    private Task<Sent> SendAsOutbox(Command command) => Task.FromResult(Decide(Actor.Outbox, command) switch
    {
        Outcome.Accepted accepted => new Sent(accepted.Answer, null),
        Outcome.Refused refused => new Sent(null, refused.Refusal),
        var other => throw new InvalidOperationException($"{other}"),
    });

    private Outcome Decide(Actor actor, Command command)
    {
        var at = new DateTimeOffset(2021, 5, 6, 16, 0, 0, TimeSpan.Zero);
        lock (_gate)
        {
            return DecideAlone(actor, command, at);
        }
    }

    private Outcome DecideAlone(Actor actor, Command command, DateTimeOffset at)
    {
        var outcome = State.Decide(actor, command, $"mail-{_number++}", new Instants(at, at), (_, clear) => clear);
        if (outcome is Outcome.Accepted accepted)
        {
            _state = accepted.Next;
            _lines.Add(accepted.Body);
            _acts.Add(command);
        }

        return outcome;
    }

    /// <summary>The demo with its notifications released.</summary>
    public static CallState Released { get; } = DemoMoments.Ended();
}
