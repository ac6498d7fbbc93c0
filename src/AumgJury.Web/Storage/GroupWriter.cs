using System.Runtime.ExceptionServices;
using System.Threading.Channels;

namespace AumgJury.Web.Storage;

/// <summary>
/// The single writer of a call: what arrives while one flush is under way is kept with the next one. The caller
/// decides on a state that runs ahead of the disk and appends in that order, one position after the other; when a group
/// is refused, so is everything decided on top of it, until a line comes again for the position after the head.
/// </summary>
public sealed class GroupWriter : IAsyncDisposable
{
    private const int LinesAGroup = 1024;
    private const int BytesAGroup = 1 << 20;

    private readonly Journal journal;
    private readonly Action<GroupWritten> onGroup;
    private readonly Channel<Waiting> queue;

    /// <summary>Held by whoever writes.</summary>
    private readonly Lock turn = new();

    private readonly List<Waiting> arrived = [];
    private ExceptionDispatchInfo? fault;
    private volatile bool closed;
    private bool refusing;

    /// <summary>1 while a thread of the pool is on its way to write.</summary>
    private int called;

    /// <param name="onGroup">
    /// Told of each group in order, by whoever writes, before its callers are answered and before the next group
    /// is taken: the place to apply what was kept, or to go back to it. What it was told is then already durable.
    /// </param>
    /// <param name="room">Lines that may wait; beyond them a line waits before it is queued, still in order.</param>
    public GroupWriter(Journal journal, Action<GroupWritten> onGroup, int room = 4096)
    {
        this.journal = journal;
        this.onGroup = onGroup;
        queue = Channel.CreateBounded<Waiting>(room);
    }

    /// <summary>Queues a line, which a thread of the pool writes, or whoever writes first. Call it under the lock under which the line was decided: the order of the calls is that of the lines.</summary>
    /// <param name="body">A JSON object on one line.</param>
    /// <param name="position">The position the line is to take.</param>
    /// <returns>Completes when the line is durable or will not be; never fails for the disk's sake.</returns>
    public Task<Written> Append(ReadOnlyMemory<byte> body, long position)
    {
        var answer = Queue(body, position);
        CallSomebody();
        return answer;
    }

    /// <summary>As <see cref="Append"/>, but the caller comes to <see cref="Write"/> as soon as it has left that lock.</summary>
    public Task<Written> Queue(ReadOnlyMemory<byte> body, long position)
    {
        JournalLine.CheckBody(body.Span);
        var waiting = new Waiting(body, position);
        if (closed)
        {
            return Task.FromResult<Written>(new Written.Closed());
        }

        // Waiting for room is the exception: everybody else waits for the answer alone.
        return queue.Writer.TryWrite(waiting) ? waiting.Answer.Task : Queued(waiting, queue.Writer.WriteAsync(waiting));
    }

    /// <summary>
    /// Writes what waits on this thread, unless somebody writes: two threads fewer to wait for than by <see cref="Append"/>, which on busy cores is most of the time of an
    /// act that comes late. It may wait for the disk; what arrives meanwhile is others' to write.
    /// </summary>
    public void Write()
    {
        // Whoever holds the turn looks again once it has left it, and this line is queued already.
        if (!turn.TryEnter())
        {
            return;
        }

        try
        {
            WriteGroup();
        }
        finally
        {
            turn.Exit();
        }

        CallSomebodyIfAnyWait();
    }

    /// <summary>Writes what still waits, then takes nothing more. The journal stays open.</summary>
    /// <exception cref="Exception">What <c>onGroup</c> threw, if it did.</exception>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await Task.Run(WriteAll);
        fault?.Throw();
    }

    private static async Task<Written> Queued(Waiting waiting, ValueTask queuing)
    {
        try
        {
            await queuing;
        }
        catch (ChannelClosedException)
        {
            return new Written.Closed();
        }

        return await waiting.Answer.Task;
    }

    private void CallSomebody()
    {
        if (Interlocked.Exchange(ref called, 1) == 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static writer => writer.WriteAll(), this, preferLocal: false);
        }
    }

    private void CallSomebodyIfAnyWait()
    {
        if (queue.Reader.Count > 0)
        {
            CallSomebody();
        }
    }

    /// <summary>Takes the turn, however long it must wait for it, and writes until nothing waits.</summary>
    private void WriteAll()
    {
        lock (turn)
        {
            // From here on what arrives calls another, who waits for the turn: no line is left by one who has looked for the last time.
            Interlocked.Exchange(ref called, 0);
            while (WriteGroup())
            {
            }
        }

        CallSomebodyIfAnyWait();
    }

    /// <summary>By whoever holds the turn.</summary>
    /// <returns>Whether anything waited.</returns>
    private bool WriteGroup()
    {
        Take();
        if (arrived.Count == 0)
        {
            return false;
        }

        try
        {
            Answer();
        }
        catch (Exception thrown)
        {
            // Its group may be in the journal, the state above no longer knows.
            fault ??= ExceptionDispatchInfo.Capture(thrown);
            closed = true;
            queue.Writer.TryComplete();
            arrived.ForEach(w => w.Answer.TrySetResult(new Written.NotConfirmed()));
            while (queue.Reader.TryRead(out var waiting))
            {
                waiting.Answer.TrySetResult(new Written.Closed());
            }
        }
        finally
        {
            arrived.Clear();
        }

        return true;
    }

    private void Take()
    {
        var bytes = 0;
        while (arrived.Count < LinesAGroup && bytes < BytesAGroup && queue.Reader.TryRead(out var waiting))
        {
            arrived.Add(waiting);
            bytes += waiting.Body.Length;
        }
    }

    private void Answer()
    {
        var head = journal.Position;
        var group = new List<Waiting>();
        foreach (var waiting in arrived)
        {
            if (waiting.Position == head + group.Count + 1)
            {
                refusing = false;
                group.Add(waiting);
            }
            else
            {
                waiting.Refusal = journal.IsClosed ? new Written.Closed() : refusing ? new Written.DiskFull() : new Written.Stale(head);
            }
        }

        var written = group.Count == 0 ? null : journal.AppendGroup(group.ConvertAll(w => w.Body), head);
        if (written is not null)
        {
            refusing = written is GroupWritten.DiskFull;
            closed = journal.IsClosed;
            onGroup(written);
        }

        var line = 0;
        foreach (var waiting in arrived)
        {
            waiting.Answer.SetResult(waiting.Refusal ?? Written.From(written!, line++));
        }
    }

    private sealed class Waiting(ReadOnlyMemory<byte> body, long position)
    {
        public ReadOnlyMemory<byte> Body { get; } = body;

        public long Position { get; } = position;

        public Written? Refusal { get; set; }

        public TaskCompletionSource<Written> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
