using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace AumgJury.Web.Storage;

/// <summary>
/// The file of a <see cref="KeyRing"/>. One line a key: SHA-256 of the JSON in hex, a space, the JSON. The first line
/// names the call. Lines are appended and flushed; only a destruction rewrites the whole.
/// </summary>
internal sealed class KeyFile : IDisposable
{
    private const int KeyLength = 32;

    private readonly Disk disk;
    private readonly string path;
    private readonly string callId;
    private readonly Dictionary<string, byte[]> keys = new(StringComparer.Ordinal);
    private readonly HashSet<string> destroyed = new(StringComparer.Ordinal);
    private DiskFile file;
    private long end;
    private bool inDoubt;

    private KeyFile(Disk disk, CallFiles files)
    {
        this.disk = disk;
        path = files.Keys;
        callId = files.CallId;
        file = disk.Open(path);
    }

    internal static KeyFile Load(Disk disk, CallFiles files, bool journalHasLines)
    {
        var bytes = disk.Read(files.Keys);
        // A whole old file may stand beside after a power cut; it could bring back what is destroyed later.
        disk.Delete(files.Keys + ".new");
        if (bytes is null or { Length: 0 })
        {
            if (journalHasLines)
            {
                throw new KeysMissing(files.Keys);
            }

            disk.Replace(files.Keys, bytes = Line(new Entry(Call: files.CallId)));
        }

        var loaded = new KeyFile(disk, files);
        try
        {
            loaded.Read(bytes);
            return loaded;
        }
        catch
        {
            loaded.Dispose();
            throw;
        }
    }

    internal bool IsDestroyed(string key) => destroyed.Contains(key);

    internal byte[]? Find(string key) => keys.GetValueOrDefault(key);

    internal byte[] FindOrMake(string key)
    {
        if (IsDestroyed(key))
        {
            throw new KeyDestroyed(key);
        }

        return Find(key) ?? Make(key);
    }

    internal void Destroy(IReadOnlyCollection<string> names)
    {
        var now = names.Where(n => !destroyed.Contains(n)).ToHashSet(StringComparer.Ordinal);
        if (now.Count == 0 && !inDoubt)
        {
            return;
        }

        using var content = new MemoryStream();
        content.Write(Line(new Entry(Call: callId)));
        foreach (var (name, secret) in keys.Where(k => !now.Contains(k.Key)))
        {
            content.Write(Line(new Entry(Key: name, Secret: secret)));
        }

        foreach (var name in destroyed.Concat(now))
        {
            content.Write(Line(new Entry(Key: name, Destroyed: true)));
        }

        // Until the disk has confirmed the new file, no key is appended to a file of which one does not know which it is.
        inDoubt = true;
        disk.Replace(path, content.GetBuffer().AsSpan(0, (int)content.Length));
        file.Dispose();
        file = disk.Open(path);
        end = content.Length;
        inDoubt = false;
        foreach (var name in now)
        {
            destroyed.Add(name);
            if (keys.Remove(name, out var secret))
            {
                CryptographicOperations.ZeroMemory(secret);
            }
        }
    }

    public void Dispose()
    {
        file.Dispose();
        foreach (var secret in keys.Values)
        {
            CryptographicOperations.ZeroMemory(secret);
        }

        keys.Clear();
    }

    private byte[] Make(string key)
    {
        if (inDoubt)
        {
            throw new KeyNotKept(key, mayRetry: false);
        }

        var secret = RandomNumberGenerator.GetBytes(KeyLength);
        var line = Line(new Entry(Key: key, Secret: secret));
        inDoubt = true;
        try
        {
            file.Write(end, line);
            file.Flush();
        }
        catch (DiskFull e)
        {
            throw new KeyNotKept(key, mayRetry: CutBack(), e);
        }
        catch (IOException e)
        {
            throw new KeyNotKept(key, mayRetry: false, e);
        }

        inDoubt = false;
        end += line.Length;
        return keys[key] = secret;
    }

    /// <summary>Not flushed: a power cut can only bring back a key that has sealed nothing.</summary>
    private bool CutBack()
    {
        try
        {
            file.Cut(end);
            inDoubt = false;
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private void Read(ReadOnlySpan<byte> bytes)
    {
        for (var number = 1; end < bytes.Length; number++)
        {
            var rest = bytes[(int)end..];
            var length = rest.IndexOf((byte)'\n');
            var entry = length < 0 ? null : Parse(rest[..length]);
            if (entry is null && number > 1 && (length < 0 || length == rest.Length - 1))
            {
                // Torn by a power cut before its flush: a key that has sealed nothing.
                break;
            }

            if (entry is null || (number == 1 && !string.Equals(entry.Call, callId, StringComparison.Ordinal)))
            {
                throw new KeysDamaged(path, number);
            }

            Learn(entry);
            end += length + 1;
        }

        // The last key may stand in the machine's memory alone, as the journal's last group may.
        file.Write(0, bytes[..(int)end]);
        file.Cut(end);
        file.Flush();
    }

    private void Learn(Entry entry)
    {
        if (entry is { Key: { } gone, Destroyed: true })
        {
            destroyed.Add(gone);
            keys.Remove(gone);
        }
        else if (entry is { Key: { } key, Secret: { } secret })
        {
            keys[key] = secret;
        }
    }

    private static byte[] Line(Entry entry)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(entry);
        return [.. Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(json))), (byte)' ', .. json, (byte)'\n'];
    }

    private static Entry? Parse(ReadOnlySpan<byte> line)
    {
        const int hash = 64;
        if (line.Length <= hash || line[hash] != ' ')
        {
            return null;
        }

        var json = line[(hash + 1)..];
        var sum = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(json)));
        return line[..hash].SequenceEqual(sum) ? JsonSerializer.Deserialize<Entry>(json) : null;
    }

    private sealed record Entry(string? Call = null, string? Key = null, byte[]? Secret = null, bool Destroyed = false);
}
