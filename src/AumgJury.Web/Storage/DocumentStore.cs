using System.Security.Cryptography;

namespace AumgJury.Web.Storage;

/// <summary>
/// The deposited documents of a call: files named by the SHA-256 of their clear content, sealed under their dossier's
/// key, one folder a key, so that the same paper in two dossiers outlives the erasure of one.
/// </summary>
public sealed class DocumentStore(Disk disk, CallFiles files, KeyRing keys)
{
    /// <summary>Keeps a document and reads it back; when it returns, the document is durable and may be named in the journal.</summary>
    /// <returns>The SHA-256 of the clear content, 64 lower-case hex digits.</returns>
    /// <exception cref="KeyDestroyed">The dossier was erased.</exception>
    /// <exception cref="IOException">The disk did not keep it.</exception>
    public string Keep(string key, ReadOnlySpan<byte> clear)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(clear));
        if (IsKept(key, name))
        {
            // A server killed between the renaming and this flush leaves a name that is not durable yet.
            disk.FlushFolder(FolderOf(key));
            return name;
        }

        var sealedBytes = keys.Seal(key, clear);
        disk.CreateFolder(FolderOf(key));
        disk.Replace(PathOf(key, name), sealedBytes);
        if (!IsKept(key, name))
        {
            throw new IOException($"The document {name} could not be read back.");
        }

        return name;
    }

    /// <summary>The clear content, verified against its name; null when the dossier's key was destroyed.</summary>
    /// <param name="name">The SHA-256 that <see cref="Keep"/> returned.</param>
    /// <exception cref="DocumentLost">The file is absent, or is not what was kept.</exception>
    public byte[]? Read(string key, string name)
    {
        if (name.Length != 64 || name.AsSpan().IndexOfAnyExcept("0123456789abcdef") >= 0)
        {
            throw new ArgumentException($"'{name}' cannot name a document.", nameof(name));
        }

        if (keys.IsDestroyed(key))
        {
            return null;
        }

        try
        {
            var clear = keys.Open(key, disk.Read(PathOf(key, name)) ?? throw new DocumentLost(name));
            return clear is null || Convert.ToHexStringLower(SHA256.HashData(clear)).Equals(name, StringComparison.Ordinal)
                ? clear
                : throw new DocumentLost(name);
        }
        catch (SealBroken e)
        {
            throw new DocumentLost(name, e);
        }
    }

    private bool IsKept(string key, string name)
    {
        try
        {
            return disk.Read(PathOf(key, name)) is not null && Read(key, name) is not null;
        }
        catch (DocumentLost)
        {
            return false;
        }
    }

    private string FolderOf(string key) => Path.Combine(files.Documents, Uri.EscapeDataString(key));

    private string PathOf(string key, string name) => Path.Combine(FolderOf(key), name);
}

/// <summary>A document that the journal names is absent or damaged.</summary>
public sealed class DocumentLost(string name, Exception? inner = null) : IOException($"The document {name} is absent or damaged.", inner)
{
    public string Name { get; } = name;
}
