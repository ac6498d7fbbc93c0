using System.Globalization;
using System.Security.Cryptography;

namespace AumgJury.Web.Storage;

/// <summary>
/// The truth about one call: an append-only file whose lines chain by SHA-256. A line counts as kept only when the
/// disk has confirmed the flush of its group. May be called from several threads; the caller's head position decides.
/// </summary>
public sealed class Journal : IDisposable
{
    private readonly Lock gate = new();
    private readonly DiskFile file;
    // One for all lines: a call that makes its own for each takes a sixth longer.
    private readonly IncrementalHash sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long end;
    private bool closed;

    private Journal(DiskFile file, JournalReading reading)
    {
        this.file = file;
        end = reading.End;
        Position = reading.Lines.Count;
        HeadHash = reading.HeadHash;
    }

    /// <summary>Of the last kept line; 0 when there is none.</summary>
    public long Position { get; private set; }

    /// <summary>Of the last kept line; 64 zeros when there is none.</summary>
    public string HeadHash { get; private set; }

    /// <summary>True after a write that could not be confirmed.</summary>
    public bool IsClosed => closed;

    /// <param name="readUpTo">The position up to which a trusted LiteDB has read; 0 when it must be rebuilt.</param>
    /// <exception cref="IOException">The disk failed.</exception>
    public static OpenedJournal Open(Disk disk, CallFiles files, long readUpTo)
    {
        disk.CreateFolder(files.Folder);
        var opened = disk.Open(files.Journal);
        try
        {
            var bytes = opened.ReadAll();
            var reading = JournalReading.Of(bytes);
            if (Acknowledged(reading, readUpTo) is { } cause)
            {
                opened.Dispose();
                return new OpenedJournal.Broken(reading.Lines.Count + 1, cause);
            }

            var cut = reading.Bad is null ? null : CutOff(disk, files, opened, bytes, reading);
            // The last group may stand in the machine's memory alone: its writer was killed before the flush, or the
            // flush failed, after which Linux takes those pages for written. Writing the same bytes again is harmless.
            opened.Write(reading.LastGroupOffset, bytes.AsSpan((int)reading.LastGroupOffset..(int)reading.End));
            opened.Flush();
            disk.FlushFolder(files.Folder);
            return new OpenedJournal.Ready(new Journal(opened, reading), reading.Lines, cut);
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>Walks a journal's chain without changing it; also while a server writes it.</summary>
    public static Verified Verify(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var reading = JournalReading.Of(bytes);
        return reading.Bad is { } bad
            ? new Verified.Bad(bad.Position, bad.Fault)
            : new Verified.Whole(reading.Lines.Count, reading.HeadHash);
    }

    /// <summary>Keeps these bodies as the lines that follow <paramref name="after"/>, all with one flush, or none of them.</summary>
    /// <param name="bodies">JSON objects on one line each; at least one.</param>
    /// <param name="after">The position of the head on which they were decided.</param>
    public GroupWritten AppendGroup(IReadOnlyList<ReadOnlyMemory<byte>> bodies, long after)
    {
        if (bodies.Count == 0)
        {
            throw new ArgumentException("A group has at least one line.", nameof(bodies));
        }

        lock (gate)
        {
            if (closed)
            {
                return new GroupWritten.Closed();
            }

            // The length tells of another writer, whom the lock on the folder should have kept out.
            if (after != Position || file.Length != end)
            {
                return new GroupWritten.Stale(Position);
            }

            return Write(ComposedGroup.Of(HeadHash, Position, bodies, sha));
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            closed = true;
            file.Dispose();
            sha.Dispose();
        }
    }

    private static BreakCause? Acknowledged(JournalReading reading, long readUpTo) =>
        reading.Bad?.LaterGroup is not null ? BreakCause.LaterGroup
        : readUpTo > reading.Lines.Count ? BreakCause.IndexHasRead
        : null;

    private static CutTail CutOff(Disk disk, CallFiles files, DiskFile opened, byte[] bytes, JournalReading reading)
    {
        var tail = bytes.AsSpan((int)reading.End..);
        var position = reading.Lines.Count + 1;
        var side = Enumerable.Range(1, int.MaxValue)
            .Select(n => string.Create(CultureInfo.InvariantCulture, $"{files.Journal}.cut-{position}-{n}"))
            .First(path => disk.Read(path) is null);
        disk.Replace(side, tail);
        opened.Cut(reading.End);
        opened.Flush();
        return new CutTail(side, position, tail.Count((byte)'\n') + (tail[^1] == '\n' ? 0 : 1), tail.Length);
    }

    private GroupWritten Write(ComposedGroup group)
    {
        try
        {
            file.Write(end, group.Bytes.Span);
        }
        catch (DiskFull)
        {
            return CutBack();
        }
        catch (IOException)
        {
            closed = true;
            return new GroupWritten.NotConfirmed();
        }

        try
        {
            file.Flush();
        }
        catch (IOException)
        {
            closed = true;
            return new GroupWritten.NotConfirmed();
        }

        end += group.Bytes.Length;
        Position = group.Lines[^1].Position;
        HeadHash = group.Lines[^1].Hash;
        return new GroupWritten.Kept(group.Lines, HeadHash);
    }

    /// <summary>Flushed too: else a power cut could bring back a line whose sender was told that it was not kept.</summary>
    private GroupWritten CutBack()
    {
        try
        {
            file.Cut(end);
            file.Flush();
            return new GroupWritten.DiskFull();
        }
        catch (IOException)
        {
            closed = true;
            return new GroupWritten.NotConfirmed();
        }
    }
}
