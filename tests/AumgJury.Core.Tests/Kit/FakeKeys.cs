using System.Text;

namespace AumgJury.Core.Tests.Kit;

/// <summary>A reversible seal: ciphertext is the key's number and the clear bytes turned over. A destroyed key opens nothing.</summary>
internal sealed class FakeKeys
{
    private readonly HashSet<string> _destroyed = new(StringComparer.Ordinal);

    public HashSet<string> Used { get; } = new(StringComparer.Ordinal);

    public void Destroy(string key) => _destroyed.Add(key);

    public byte[] Seal(string key, byte[] clear)
    {
        Used.Add(key);
        return [.. Encoding.UTF8.GetBytes(key + "|"), .. clear.Select(b => (byte)~b)];
    }

    /// <summary>Null when the key was destroyed; throws when the text was sealed under another key.</summary>
    public byte[]? Open(string key, byte[] cipher)
    {
        var prefix = Encoding.UTF8.GetBytes(key + "|");
        if (!cipher.AsSpan().StartsWith(prefix))
        {
            throw new InvalidOperationException($"Sealed under another key than {key}.");
        }

        return _destroyed.Contains(key) ? null : [.. cipher.Skip(prefix.Length).Select(b => (byte)~b)];
    }
}
