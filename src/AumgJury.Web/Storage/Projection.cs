using System.Threading.Channels;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;

namespace AumgJury.Web.Storage;

/// <summary>
/// Keeps LiteDB at what the journal says (design, wall 3): dossiers, people, decisions, notifications and the call, for pages and the
/// outbox to query. No decider reads it. When LiteDB fails or is not the file that was left, it is thrown away and written again from
/// the state; deliveries are facts of the journal, so nothing is sent for that. May be called from several threads.
/// </summary>
public sealed class Projection : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Disk _disk;
    private readonly CallFiles _files;
    private readonly Channel<(CallState State, long Position)> _newest =
        Channel.CreateBounded<(CallState, long)>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private readonly Task _writing;
    private TaskCompletionSource _progress = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CallIndex _index;
    private Archive? _written;
    private CallState? _last;
    private bool _ended;

    /// <param name="opened">The index, opened before the journal, which must know how far a trusted one has read.</param>
    public Projection(Disk disk, CallFiles files, OpenedIndex opened)
    {
        _disk = disk;
        _files = files;
        _index = opened.Index;
        RebuiltBecause = opened.NeedsRebuild;
        _written = opened.NeedsRebuild is null ? Trusted(opened.Index) : null;
        _writing = Task.Run(Write);
    }

    /// <summary>Why LiteDB was last thrown away; null when it was trusted.</summary>
    public RebuildCause? RebuiltBecause { get; private set; }

    /// <summary>The journal position up to which LiteDB has read.</summary>
    public long Position
    {
        get
        {
            lock (_gate)
            {
                return _index.ReadPosition;
            }
        }
    }

    /// <summary>A newer state is on disk: it will be written soon; one that is overtaken never is.</summary>
    /// <param name="kept">The state after that position.</param>
    public void Show(CallState kept, long position) => _newest.Writer.TryWrite((kept, position));

    /// <summary>Completes once LiteDB has read up to a position: a page that follows a command waits here before it queries.</summary>
    /// <exception cref="ObjectDisposedException">It never will.</exception>
    public async Task WaitUntil(long position, CancellationToken cancel = default)
    {
        while (true)
        {
            Task progress;
            lock (_gate)
            {
                ObjectDisposedException.ThrowIf(_ended, this);
                if (_index.ReadPosition >= position)
                {
                    return;
                }

                progress = _progress.Task;
            }

            await progress.WaitAsync(cancel);
        }
    }

    /// <summary>The whole public record, as LiteDB has it.</summary>
    /// <exception cref="InvalidOperationException">Nothing was written yet: wait for a position first.</exception>
    public Archive Read() => Query(ArchiveReading.Of) ?? throw new InvalidOperationException("Nothing was written yet.");

    /// <summary>Asks LiteDB; a broken one is rebuilt and asked again.</summary>
    public T Query<T>(Func<CallIndex, T> ask)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_ended, this);
            try
            {
                return ask(_index);
            }
            catch (IndexBroken) when (_last is not null)
            {
                var position = _index.ReadPosition;
                Reopen();
                Put(_last, position);
                return ask(_index);
            }
        }
    }

    /// <summary>Writes what still waits and records the sum by which the next start trusts the file.</summary>
    public async ValueTask DisposeAsync()
    {
        _newest.Writer.TryComplete();
        await _writing;
        lock (_gate)
        {
            if (!_ended)
            {
                _ended = true;
                _index.CloseCleanly();
                _progress.TrySetResult();
            }
        }
    }

    private static Archive? Trusted(CallIndex index)
    {
        try
        {
            return ArchiveReading.Of(index);
        }
        catch (IndexBroken)
        {
            // Written again in whole, which breaks on it too and rebuilds.
            return null;
        }
    }

    private async Task Write()
    {
        await foreach (var (state, position) in _newest.Reader.ReadAllAsync())
        {
            lock (_gate)
            {
                _last = state;
                try
                {
                    Put(state, position);
                }
                catch (IndexBroken)
                {
                    Reopen();
                    Put(state, position);
                }

                var reached = _progress;
                _progress = new(TaskCreationOptions.RunContinuationsAsynchronously);
                reached.SetResult();
            }
        }
    }

    private void Put(CallState state, long position)
    {
        if (position <= _index.ReadPosition)
        {
            return;
        }

        var archive = state.Archive();
        _index.Write(position, ArchiveDocuments.Changes(_written, archive));
        _written = archive;
    }

    private void Reopen()
    {
        _index.Dispose();
        var opened = CallIndex.Open(_disk, _files);
        _index = opened.Index;
        RebuiltBecause = opened.NeedsRebuild;
        _written = null;
    }
}
