namespace AumgJury.Web.Storage;

/// <summary>
/// The wall between what must survive and the machine that keeps it. Tests put in its place a disk that keeps only
/// what was flushed, one that is full, and one whose flush fails.
/// </summary>
public abstract class Disk
{
    /// <summary>Opens a file for reading and writing; an absent one is created for its owner alone (mode 600).</summary>
    public abstract DiskFile Open(string path);

    /// <summary>The whole content, or null when there is no such file.</summary>
    public abstract byte[]? Read(string path);

    /// <summary>Gives a file a new name, in the place of the one that may bear it. Durable after <see cref="FlushFolder"/>.</summary>
    public abstract void Rename(string from, string to);

    /// <summary>Removes a file; nothing happens when it is absent. Durable after <see cref="FlushFolder"/>.</summary>
    public abstract void Delete(string path);

    /// <summary>Creates a folder and the missing ones above it for their owner alone (mode 700), durably.</summary>
    public abstract void CreateFolder(string path);

    /// <summary>Makes the names inside a folder durable: a new file's bytes are flushed for nothing when its name is lost.</summary>
    /// <exception cref="IOException">The flush failed.</exception>
    public abstract void FlushFolder(string path);

    /// <summary>
    /// Puts a whole content under a name so that a power cut leaves either the old or the new one: written beside,
    /// flushed, renamed, and the folder flushed.
    /// </summary>
    public void Replace(string path, ReadOnlySpan<byte> content)
    {
        var beside = path + ".new";
        using (var file = Open(beside))
        {
            file.Cut(0);
            file.Write(0, content);
            file.Flush();
        }

        Rename(beside, path);
        FlushFolder(Path.GetDirectoryName(path)!);
    }
}

/// <summary>An open file behind the <see cref="Disk"/>.</summary>
public abstract class DiskFile : IDisposable
{
    /// <summary>Bytes.</summary>
    public abstract long Length { get; }

    public abstract byte[] ReadAll();

    /// <summary>Writes all the bytes at an offset, not yet durably.</summary>
    /// <exception cref="DiskFull">No room for all of them; some may have been written.</exception>
    /// <exception cref="IOException">Any other failure; some may have been written.</exception>
    public abstract void Write(long at, ReadOnlySpan<byte> bytes);

    /// <summary>Shortens the file, not yet durably.</summary>
    public abstract void Cut(long length);

    /// <summary>Returns only when everything written is durable.</summary>
    /// <exception cref="IOException">
    /// The machine could not say so. What was written may or may not be there, and a second flush that succeeds
    /// proves nothing: Linux forgets the pages it failed to write.
    /// </exception>
    public abstract void Flush();

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}

/// <summary>The disk, or the share of it that this account may use, is full.</summary>
public sealed class DiskFull(string message, Exception? inner = null) : IOException(message, inner);
