using System.Security.Cryptography;
using System.Threading.Channels;
using AumgJury.Core.Sittings;
using AumgJury.Web.Storage;

namespace AumgJury.Web.Realtime;

/// <summary>
/// One call, live: the only way to act on it (<see cref="Send"/>) and to see it (<see cref="Views"/>). Components, hub, machine
/// and tests use the same door (wall 6). It persists, then answers, then shows.
/// </summary>
public sealed class LiveCall : IAsyncDisposable
{
    private readonly Journal _journal;
    private readonly KeyRing _keys;
    private readonly CallHead _head;
    private readonly GroupWriter _writer;
    private readonly Channel<bool> _changed = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });
    private readonly Action<Exception> _onFault;
    private readonly Func<byte[], long, Task<Written>> _append;
    private readonly Seal _seal;
    private readonly Task _publishing;
    private long _shownStamp = -1;

    internal LiveCall(Journal journal, KeyRing keys, CallState state, SittingTime time, Action<Exception> onFault)
    {
        _onFault = onFault;
        _journal = journal;
        _keys = keys;
        Time = time;
        _head = new CallHead(state, journal.Position);
        Views = new SeatFeeds(() => Kept, time);
        _writer = new GroupWriter(journal, group =>
        {
            _head.OnGroup(group, journal.Position);
            _changed.Writer.TryWrite(true);
        });
        _append = (body, at) => _writer.Append(body, at);
        _seal = (key, clear) => _keys.Seal(key, clear);
        time.Changed += Views.ClockChanged;
        _publishing = Task.Run(Publish);
    }

    /// <summary>A new state is on disk and was shown; told on the publisher's thread.</summary>
    public event Action? Published;

    /// <summary>As <see cref="Published"/>, but not for drafts and private notes, which are nobody's business but their author's: most lines of a sitting.</summary>
    public event Action? Changed;

    public SittingTime Time { get; }

    public SeatFeeds Views { get; }

    /// <summary>How fast each seat may act.</summary>
    public SeatPace Pace { get; } = new();

    /// <summary>The state that is on disk.</summary>
    public CallState Kept => _head.Kept;

    public long KeptPosition => _head.KeptPosition;

    /// <summary>The head of the chain, printed in the minutes.</summary>
    public string HeadHash => _journal.HeadHash;

    /// <summary>
    /// Judges an act and answers once it is on disk. <see cref="RefusalName.NotKept"/> says that it is not known whether it was done:
    /// send it again with the same id.
    /// </summary>
    /// <param name="session">
    /// The session that acts for a seat: looked at where the act is decided, on the same head, so that nothing of a displaced device follows the
    /// line that displaced it. Null for the machine's own parts.
    /// </param>
    public async Task<Sent> Send(Actor actor, string commandId, Command command, string? session = null)
    {
        while (true)
        {
            var (outcome, kept) = _head.Decide(Judge, _append);
            switch (outcome)
            {
                case Outcome.Refused refused:
                    return new Sent(null, refused.Refusal);

                // The first answer may still be on its way to the disk: a repeat waits for it too, and for nothing that others do.
                case Outcome.Repeated repeated:
                    if (!Kept.HasAnswered(actor, commandId))
                    {
                        await kept;
                    }

                    if (Kept.HasAnswered(actor, commandId))
                    {
                        return new Sent(repeated.Answer, null);
                    }

                    continue;
                case Outcome.Accepted accepted:
                    return await kept switch
                    {
                        Written.Kept => new Sent(accepted.Answer, null),
                        Written.DiskFull => Sent.Refused(RefusalName.DiskFull),
                        Written.Closed => Sent.Refused(RefusalName.CallClosed),
                        _ => Sent.Refused(RefusalName.NotKept),
                    };
                default:
                    throw new InvalidOperationException($"{outcome.GetType().Name} is no outcome.");
            }
        }

        Outcome Judge(CallState head)
        {
            if (session is not null && head.SessionFault(actor.SeatId ?? "", session, command) is { } fault)
            {
                return new Outcome.Refused(fault);
            }

            try
            {
                return head.Decide(actor, command, commandId, Time.Now, _seal);
            }
            catch (KeyNotKept lost)
            {
                return new Outcome.Refused(new Refusal(lost.MayRetry ? RefusalName.DiskFull : RefusalName.CallClosed, null, []));
            }
            catch (KeyDestroyed)
            {
                // Only at the edge of the closing: drafts are no more.
                return new Outcome.Refused(new Refusal(RefusalName.WrongPhase, null, []));
            }
        }
    }

    /// <summary>An act with an id of its own: for the machine, which does not repeat.</summary>
    public Task<Sent> Send(Actor actor, Command command) => Send(actor, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), command);

    public async ValueTask DisposeAsync()
    {
        Time.Changed -= Views.ClockChanged;
        await _writer.DisposeAsync();
        _changed.Writer.Complete();
        await _publishing;
        Views.EndAll();
        _journal.Dispose();
        _keys.Dispose();
        Pace.Dispose();
    }

    /// <summary>Shows the newest state; what changed meanwhile is shown once.</summary>
    private async Task Publish()
    {
        while (await _changed.Reader.WaitToReadAsync())
        {
            _changed.Reader.TryRead(out _);
            ShowOnce();
        }
    }

    private void ShowOnce()
    {
        try
        {
            DestroyEndedKeys();
            var stamp = Kept.SharedStamp;
            Views.Show();
            Published?.Invoke();
            if (stamp != _shownStamp)
            {
                // Told first: whoever failed to hear it hears it with the next line, were it a draft.
                Changed?.Invoke();
                _shownStamp = stamp;
            }
        }
        catch (Exception fault)
        {
            // The next change shows again; a dead publisher would freeze every screen.
            _onFault(fault);
        }
    }

    /// <summary>Drafts and private notes end with the sitting: their keys are destroyed once its closing is on disk (wall 4).</summary>
    private void DestroyEndedKeys()
    {
        var ended = Kept.EndedKeys.Where(k => !_keys.IsDestroyed(k)).ToArray();
        if (ended.Length > 0)
        {
            _keys.Destroy(ended);
        }
    }
}
