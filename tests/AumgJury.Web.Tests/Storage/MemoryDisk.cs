using AumgJury.Web.Storage;

namespace AumgJury.Web.Tests.Storage;

/// <summary>
/// A disk that knows what was flushed and what was only written. <see cref="PowerCut"/> gives the disk that the next
/// start finds. It can also be full, fail its flushes as Linux does, or ignore them.
/// </summary>
internal sealed class MemoryDisk : Disk
{
    private readonly Dictionary<string, Content> seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Content> flushedNames = new(StringComparer.Ordinal);

    /// <summary>False removes the flush: nothing becomes durable by it.</summary>
    public bool FlushKeeps { get; init; } = true;

    /// <summary>The flush of a file fails, and the pages it should have written count as clean from then on.</summary>
    public bool FlushFails { get; set; }

    /// <summary>Bytes that may still be written; null for plenty.</summary>
    public long? Room { get; set; }

    /// <summary>A write fails for another reason than room.</summary>
    public bool WriteFails { get; set; }

    public int Flushes { get; private set; }

    public IEnumerable<string> Names => seen.Keys;

    public byte[] Flushed(string path) => [.. seen[path].Durable];

    /// <summary>Changes what lies on the disk, as damage does.</summary>
    public void Damage(string path, Func<byte[], byte[]> change)
    {
        var content = seen[path];
        var bytes = change([.. content.Seen]);
        content.Become(bytes, bytes);
    }

    /// <summary>The disk after a power cut: flushed names with flushed bytes; of one file, what <paramref name="survives"/> makes of (flushed, written).</summary>
    public MemoryDisk PowerCut(string? path = null, Func<byte[], byte[], byte[]>? survives = null)
    {
        var after = new MemoryDisk();
        foreach (var (name, content) in flushedNames)
        {
            var bytes = string.Equals(name, path, StringComparison.Ordinal) ? survives!([.. content.Durable], [.. content.Seen]) : [.. content.Durable];
            after.seen[name] = after.flushedNames[name] = new Content();
            after.seen[name].Become(bytes, bytes);
        }

        return after;
    }

    public override DiskFile Open(string path)
    {
        if (!seen.TryGetValue(path, out var content))
        {
            seen[path] = content = new Content();
        }

        return new OpenFile(this, content);
    }

    public override byte[]? Read(string path) => seen.TryGetValue(path, out var content) ? [.. content.Seen] : null;

    public override void Rename(string from, string to)
    {
        seen[to] = seen[from];
        seen.Remove(from);
    }

    public override void Delete(string path) => seen.Remove(path);

    public override void CreateFolder(string path)
    {
    }

    public override void FlushFolder(string path)
    {
        if (!FlushKeeps)
        {
            return;
        }

        var inside = seen.Keys.Concat(flushedNames.Keys).Where(n => string.Equals(Path.GetDirectoryName(n), path, StringComparison.Ordinal));
        foreach (var name in inside.ToHashSet(StringComparer.Ordinal))
        {
            if (seen.TryGetValue(name, out var content))
            {
                flushedNames[name] = content;
            }
            else
            {
                flushedNames.Remove(name);
            }
        }
    }

    private sealed class Content
    {
        public List<byte> Seen { get; } = [];

        public List<byte> Durable { get; } = [];

        public SortedSet<int> Dirty { get; } = [];

        public void Become(byte[] now, byte[] durable)
        {
            Seen.Clear();
            Seen.AddRange(now);
            Durable.Clear();
            Durable.AddRange(durable);
            Dirty.Clear();
        }

        public void Flush()
        {
            while (Durable.Count < Seen.Count)
            {
                Durable.Add(0);
            }

            Durable.RemoveRange(Seen.Count, Durable.Count - Seen.Count);
            foreach (var at in Dirty)
            {
                Durable[at] = Seen[at];
            }

            Dirty.Clear();
        }
    }

    private sealed class OpenFile(MemoryDisk disk, Content content) : DiskFile
    {
        public override long Length => content.Seen.Count;

        public override byte[] ReadAll() => [.. content.Seen];

        public override void Write(long at, ReadOnlySpan<byte> bytes)
        {
            if (disk.WriteFails)
            {
                throw new IOException("The disk answers no more.");
            }

            var fits = (int)Math.Min(bytes.Length, disk.Room ?? bytes.Length);
            for (var i = 0; i < fits; i++)
            {
                while (content.Seen.Count <= (int)at + i)
                {
                    content.Seen.Add(0);
                }

                content.Seen[(int)at + i] = bytes[i];
                content.Dirty.Add((int)at + i);
            }

            disk.Room -= fits;
            if (fits < bytes.Length)
            {
                throw new DiskFull("No room.");
            }
        }

        public override void Cut(long length)
        {
            if (length < content.Seen.Count)
            {
                content.Seen.RemoveRange((int)length, content.Seen.Count - (int)length);
                content.Dirty.RemoveWhere(at => at >= length);
            }
        }

        public override void Flush()
        {
            disk.Flushes++;
            if (disk.FlushFails)
            {
                content.Dirty.Clear();
                throw new IOException("The disk did not confirm.");
            }

            if (disk.FlushKeeps)
            {
                content.Flush();
            }
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}
