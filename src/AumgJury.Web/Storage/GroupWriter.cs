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
    private readonly Task loop;
    private volatile bool closed;
    private bool refusing;

    /// <param name="onGroup">
    /// Told of each group in order, on the writer's thread, before its callers are answered and before the next group
    /// is taken: the place to apply what was kept, or to go back to it. What it was told is then already durable.
    /// </param>
    /// <param name="room">Lines that may wait; beyond them <see cref="Append"/> waits, still in order.</param>
    public GroupWriter(Journal journal, Action<GroupWritten> onGroup, int room = 4096)
    {
        this.journal = journal;
        this.onGroup = onGroup;
        queue = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(room) { SingleReader = true });
        loop = Task.Run(WriteGroups);
    }

    /// <summary>Queues a line. Call it under the lock under which the line was decided: the order of the calls is that of the lines.</summary>
    /// <param name="body">A JSON object on one line.</param>
    /// <param name="position">The position the line is to take.</param>
    /// <returns>Completes when the line is durable or will not be; never fails for the disk's sake.</returns>
    public Task<Written> Append(ReadOnlyMemory<byte> body, long position)
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

    /// <summary>Writes what still waits, then takes nothing more. The journal stays open.</summary>
    /// <exception cref="Exception">What <c>onGroup</c> threw, if it did.</exception>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop;
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

    private async Task WriteGroups()
    {
        var arrived = new List<Waiting>();
        try
        {
            while (await queue.Reader.WaitToReadAsync())
            {
                Take(arrived);
                Answer(arrived);
                arrived.Clear();
            }
        }
        finally
        {
            // Reached early only when onGroup threw: its group may be in the journal, the state above no longer knows.
            closed = true;
            queue.Writer.TryComplete();
            arrived.ForEach(w => w.Answer.TrySetResult(new Written.NotConfirmed()));
            while (queue.Reader.TryRead(out var waiting))
            {
                waiting.Answer.TrySetResult(new Written.Closed());
            }
        }
    }

    private void Take(List<Waiting> arrived)
    {
        var bytes = 0;
        while (arrived.Count < LinesAGroup && bytes < BytesAGroup && queue.Reader.TryRead(out var waiting))
        {
            arrived.Add(waiting);
            bytes += waiting.Body.Length;
        }
    }

    private void Answer(List<Waiting> arrived)
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
