using System.Threading.Channels;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using Polly;
using Polly.Retry;

namespace AumgJury.Web.Storage;

/// <summary>
/// Keeps LiteDB at what the journal says (design, wall 3): dossiers, people, decisions, notifications and the call, for pages and the
/// outbox to query. No decider reads it. When LiteDB fails or is not the file that was left, it is thrown away and written again from
/// the state; deliveries are facts of the journal, so nothing is sent for that. When it cannot even be written again, it is tried at
/// a pace that grows to <see cref="LongestPause"/>, and said each time: the sitting goes on without it. May be called from several threads.
/// </summary>
public sealed class Projection : IAsyncDisposable
{
    /// <summary>Between two attempts, at most.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly Disk _disk;
    private readonly CallFiles _files;
    private readonly Channel<(CallState State, long Position)> _newest =
        Channel.CreateBounded<(CallState, long)>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private readonly CancellationTokenSource _stopping = new();
    private readonly ResiliencePipeline _patience;
    private readonly Task _writing;
    private TaskCompletionSource _progress = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CallIndex _index;
    private Archive? _written;

    /// <summary>Of the state that <c>_written</c> was read from; null when that was another process.</summary>
    private long? _writtenStamp;

    /// <summary>Up to here the journal changed nothing that LiteDB holds: the file need not say so before it is closed.</summary>
    private long _unchangedUpTo;
    private (CallState State, long Position)? _last;
    private bool _ended;

    /// <param name="opened">The index, opened before the journal, which must know how far a trusted one has read.</param>
    /// <param name="onFault">Told of each failure that is tried again later.</param>
    public Projection(Disk disk, CallFiles files, OpenedIndex opened, Action<Exception>? onFault = null)
    {
        _patience = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<Exception>(fault => fault is not OperationCanceledException),
            MaxRetryAttempts = int.MaxValue,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromMilliseconds(200),
            MaxDelay = LongestPause,
            OnRetry = retry =>
            {
                onFault?.Invoke(retry.Outcome.Exception!);
                return ValueTask.CompletedTask;
            },
        }).Build();
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
                return Reached;
            }
        }
    }

    private long Reached => Math.Max(_index.ReadPosition, _unchangedUpTo);

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
                if (Reached >= position)
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
            catch (IndexBroken) when (_last is { } last)
            {
                Reopen();
                Put(last.State, last.Position);
                return ask(_index);
            }
        }
    }

    /// <summary>Writes what still waits and records the sum by which the next start trusts the file.</summary>
    public async ValueTask DisposeAsync()
    {
        _newest.Writer.TryComplete();
        await _stopping.CancelAsync();
        await _writing;
        lock (_gate)
        {
            if (!_ended)
            {
                _ended = true;
                SayHowFar();
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
        await foreach (var newest in _newest.Reader.ReadAllAsync())
        {
            try
            {
                await _patience.ExecuteAsync(_ =>
                {
                    WriteOnce(newest);
                    return ValueTask.CompletedTask;
                }, _stopping.Token);
            }
            catch (Exception) when (_stopping.IsCancellationRequested)
            {
                WriteLast(newest);
            }
        }
    }

    /// <summary>What is trusted at the next start tells the journal how much had been acknowledged.</summary>
    private void SayHowFar()
    {
        try
        {
            if (_unchangedUpTo > _index.ReadPosition)
            {
                _index.Write(_unchangedUpTo, []);
            }
        }
        catch (IndexBroken)
        {
            // The next start rebuilds it.
        }
    }

    private void WriteLast((CallState State, long Position) newest)
    {
        try
        {
            WriteOnce(newest);
        }
        catch (Exception)
        {
            // The house closes while LiteDB fails: the next start rebuilds it.
        }
    }

    private void WriteOnce((CallState State, long Position) newest)
    {
        lock (_gate)
        {
            // What came while it failed is newer: nothing is written twice.
            var (state, position) = _newest.Reader.TryRead(out var newer) ? newer : _last is { } last && last.Position > newest.Position ? last : newest;
            _last = (state, position);
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

    private void Put(CallState state, long position)
    {
        if (position <= Reached)
        {
            return;
        }

        if (_written is not null && _writtenStamp == state.SharedStamp)
        {
            // Drafts, most lines, change nothing that anybody else sees.
            _unchangedUpTo = position;
            return;
        }

        var archive = state.Archive();
        var changes = ReferenceEquals(archive, _written) ? [] : ArchiveDocuments.Changes(_written, archive);
        if (_written is not null && changes.Count == 0)
        {
            // Hands, presence. A transaction for each would be the dearest part of an act.
            _unchangedUpTo = position;
        }
        else
        {
            _index.Write(position, changes);
        }

        _written = archive;
        _writtenStamp = state.SharedStamp;
    }

    private void Reopen()
    {
        _index.Dispose();
        var opened = CallIndex.Open(_disk, _files);
        _index = opened.Index;
        RebuiltBecause = opened.NeedsRebuild;
        _written = null;
        _writtenStamp = null;
        _unchangedUpTo = 0;
    }
}
