using LiteDB;

namespace AumgJury.Web.Storage;

/// <summary>
/// What the journal says, ready to query, in one LiteDB file a call. Never the truth: it is thrown away and rebuilt
/// whenever it is not byte for byte the file that a clean stop left. One lock for readers and writer, because LiteDB's
/// engine does not bear two threads; every answer is complete when it is returned. May be called from several threads.
/// </summary>
public sealed class CallIndex : IDisposable
{
    private const string Progress = "_progress";

    private readonly Lock gate = new();
    private readonly Disk disk;
    private readonly CallFiles files;
    private readonly LiteDatabase database;
    private readonly SortedDictionary<long, TaskCompletionSource> waiting = [];
    private IndexBroken? broken;
    private bool disposed;

    private CallIndex(Disk disk, CallFiles files)
    {
        this.disk = disk;
        this.files = files;
        database = new LiteDatabase(
            new ConnectionString { Filename = files.Index, Connection = ConnectionType.Direct, Collation = Collation.Binary }, Mapper);
        try
        {
            database.UtcDate = true;
            ReadPosition = database.GetCollection(Progress).FindById(Progress)?["position"].AsInt64 ?? 0;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>The journal position up to which this index has read; 0 for a new one.</summary>
    public long ReadPosition { get; private set; }

    /// <summary>Turns records into documents without LiteDB's habit of making <c>""</c> null and of trimming texts.</summary>
    public BsonMapper Mapper { get; } = new() { EmptyStringToNull = false, TrimWhitespace = false };

    /// <summary>Opens the index if it can be trusted, else begins an empty one and says why.</summary>
    public static OpenedIndex Open(Disk disk, CallFiles files)
    {
        disk.CreateFolder(files.Folder);
        var cause = IndexSum.Check(disk, files);

        // LiteDB would create its log for everybody to read.
        disk.Open(files.IndexLog).Dispose();
        if (cause is null)
        {
            try
            {
                var index = new CallIndex(disk, files);
                // From here on a crash means: rebuild.
                IndexSum.Forget(disk, files);
                return new OpenedIndex(index, null);
            }
            catch (LiteException)
            {
                cause = RebuildCause.Unreadable;
            }
        }

        IndexSum.Forget(disk, files);
        disk.Delete(files.Index);
        disk.Delete(files.IndexLog);
        disk.Open(files.Index).Dispose();
        disk.Open(files.IndexLog).Dispose();
        return new OpenedIndex(new CallIndex(disk, files), cause);
    }

    /// <summary>Up to which line a house that stopped cleanly had read the journal; null when no index says so that can be trusted. Changes nothing.</summary>
    public static long? LeftAt(Disk disk, CallFiles files)
    {
        if (IndexSum.Check(disk, files) is not null || disk.Read(files.Index) is not { } bytes)
        {
            return null;
        }

        try
        {
            // A copy in memory: LiteDB writes even where it is only asked.
            using var copy = new MemoryStream();
            copy.Write(bytes);
            copy.Position = 0;
            using var left = new LiteDatabase(copy);
            return left.GetCollection(Progress).FindById(Progress)?["position"].AsInt64;
        }
        catch (LiteException)
        {
            return null;
        }
    }

    /// <summary>Takes in what the journal says up to a position, all or nothing. Call it only once that position is durable in the journal.</summary>
    /// <param name="position">Greater than <see cref="ReadPosition"/>; a rebuild may cover many lines at once.</param>
    /// <exception cref="IndexBroken">LiteDB failed: dispose of this index, open anew and rebuild.</exception>
    public void Write(long position, IReadOnlyList<IndexedDocument> documents)
    {
        lock (gate)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(position, ReadPosition);
            Guarded(() =>
            {
                database.BeginTrans();
                foreach (var (collection, id, document) in documents)
                {
                    Put(collection, id, document);
                }

                Put(Progress, Progress, new BsonDocument { ["position"] = position });
                return database.Commit();
            });
            ReadPosition = position;
            while (waiting.Count > 0 && waiting.First() is { } first && first.Key <= position)
            {
                waiting.Remove(first.Key);
                first.Value.SetResult();
            }
        }
    }

    public BsonDocument? Get(string collection, string id) => Query(c => c.FindById(id), collection);

    /// <summary>In the ordinal order of their ids.</summary>
    public IReadOnlyList<BsonDocument> All(string collection) => Query(c => c.Find(LiteDB.Query.All("_id")).ToList(), collection);

    /// <param name="predicate">In LiteDB's language, such as <c>$.state = @0</c>.</param>
    /// <exception cref="LiteException">The predicate is not in that language.</exception>
    public IReadOnlyList<BsonDocument> Find(string collection, string predicate, params BsonValue[] arguments)
    {
        var expression = BsonExpression.Create(predicate, arguments);
        return Query(c => c.Find(expression).ToList(), collection);
    }

    /// <summary>Completes once the index has read up to a position: a page that follows a command waits here.</summary>
    /// <exception cref="IndexBroken">It never will.</exception>
    public Task WaitUntil(long position, CancellationToken cancel = default)
    {
        lock (gate)
        {
            if (broken is not null)
            {
                return Task.FromException(broken);
            }

            if (ReadPosition >= position)
            {
                return Task.CompletedTask;
            }

            if (!waiting.TryGetValue(position, out var source))
            {
                waiting[position] = source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            return source.Task.WaitAsync(cancel);
        }
    }

    /// <summary>Closes and records the sum by which the next opening trusts this file; at a clean stop or a call's closing.</summary>
    public void CloseCleanly()
    {
        lock (gate)
        {
            var whole = broken is null && !disposed;
            if (whole)
            {
                Guarded(() => { database.Checkpoint(); return true; });
            }

            Dispose();
            if (whole)
            {
                IndexSum.Record(disk, files);
            }
        }
    }

    /// <summary>Closes without recording: the next opening rebuilds.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (disposed)
            {
                return;
            }

            disposed = true;
            var failed = broken is not null;
            Break(new ObjectDisposedException(nameof(CallIndex)));
            try
            {
                database.Dispose();
            }
            catch (Exception) when (failed)
            {
                // What it could not finish is rebuilt.
            }
        }
    }

    private T Query<T>(Func<ILiteCollection<BsonDocument>, T> ask, string collection)
    {
        lock (gate)
        {
            return Guarded(() => ask(database.GetCollection(collection)));
        }
    }

    private T Guarded<T>(Func<T> use)
    {
        if (broken is not null)
        {
            throw broken;
        }

        try
        {
            return use();
        }
        // LiteDB's engine throws exceptions of many kinds once its pages are damaged.
        catch (Exception e)
        {
            throw Break(e);
        }
    }

    private IndexBroken Break(Exception cause)
    {
        broken ??= new IndexBroken(files.CallId, cause);
        foreach (var source in waiting.Values)
        {
            source.TrySetException(broken);
        }

        waiting.Clear();
        return broken;
    }

    private void Put(string collection, string id, BsonDocument? document)
    {
        if (document is null)
        {
            database.GetCollection(collection).Delete(id);
            return;
        }

        document["_id"] = id;
        database.GetCollection(collection).Upsert(document);
    }
}
