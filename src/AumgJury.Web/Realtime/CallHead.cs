using AumgJury.Core.Sittings;
using AumgJury.Web.Storage;

namespace AumgJury.Web.Realtime;

/// <summary>
/// The two states of a call: the head, on which commands are decided, and the one that is on disk, which alone is shown.
/// Decisions run ahead of the disk so that what arrives together shares one flush (wall 3).
/// </summary>
internal sealed class CallHead(CallState state, long position)
{
    private readonly Lock _gate = new();
    private readonly Queue<(long Position, CallState State)> _ahead = [];
    private CallState _head = state;
    private long _headPosition = position;
    private CallState _kept = state;
    private Task<Written> _last = Task.FromResult<Written>(new Written.Closed());

    /// <summary>What is on disk.</summary>
    public CallState Kept
    {
        get
        {
            lock (_gate)
            {
                return _kept;
            }
        }
    }

    public long KeptPosition { get; private set; } = position;

    /// <summary>Decides under the lock under which the line is queued: the order of decisions is that of the lines.</summary>
    public (Outcome Outcome, Task<Written> Kept) Decide(Func<CallState, Outcome> decide, Func<byte[], long, Task<Written>> append)
    {
        lock (_gate)
        {
            var outcome = decide(_head);
            if (outcome is Outcome.Accepted accepted)
            {
                _head = accepted.Next;
                _headPosition++;
                _ahead.Enqueue((_headPosition, _head));
                _last = append(accepted.Body, _headPosition);
            }

            return (outcome, _last);
        }
    }

    /// <summary>Told by the writer, group by group.</summary>
    public void OnGroup(GroupWritten group, long journalPosition)
    {
        lock (_gate)
        {
            if (group is GroupWritten.Kept)
            {
                while (_ahead.TryPeek(out var next) && next.Position <= journalPosition)
                {
                    (KeptPosition, _kept) = _ahead.Dequeue();
                }
            }
            else
            {
                // What was decided on lines that are not there never happened.
                _ahead.Clear();
                _head = _kept;
                _headPosition = KeptPosition;
            }
        }
    }
}
