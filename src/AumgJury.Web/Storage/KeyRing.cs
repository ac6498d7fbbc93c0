using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace AumgJury.Web.Storage;

/// <summary>
/// The keys of one call, beside its journal. What is sealed under a key becomes unreadable, in every copy of the
/// journal, once the key is destroyed. A key is durable before it seals anything. May be called from several threads.
/// </summary>
/// <remarks>
/// Sealed bytes: version 1, nonce (12), tag (16), AES-256-GCM ciphertext, with the call's id and the key's name as
/// associated data, so that nothing sealed elsewhere opens here. Destroying cannot reach copies of the key file: it
/// is backed up apart and seldom.
/// </remarks>
public sealed partial class KeyRing : IDisposable
{
    private const byte Version = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int Overhead = 1 + NonceLength + TagLength;

    private readonly Lock gate = new();
    private readonly KeyFile file;
    private readonly string callId;

    private KeyRing(KeyFile file, string callId)
    {
        this.file = file;
        this.callId = callId;
    }

    /// <summary>Opens the keys of a call; makes the file only when the journal has no line yet.</summary>
    /// <exception cref="KeysMissing">The journal has lines, but there is no key file: bring it back from its backup.</exception>
    /// <exception cref="KeysDamaged">The file is not what was written.</exception>
    public static KeyRing Load(Disk disk, CallFiles files, bool journalHasLines) =>
        new(KeyFile.Load(disk, files, journalHasLines), files.CallId);

    /// <summary>Seals under a key, which is created and made durable at its first use.</summary>
    /// <param name="key">Such as <c>dossier/D06</c> or <c>draft/M3</c>: 1 to 120 letters, digits and <c>. _ : / -</c>; never a person's name.</param>
    /// <exception cref="KeyDestroyed">The key was destroyed; it is never made again.</exception>
    /// <exception cref="KeyNotKept">The disk did not keep the new key: nothing was sealed.</exception>
    public byte[] Seal(string key, ReadOnlySpan<byte> clear)
    {
        if (!Allowed.IsMatch(key))
        {
            throw new ArgumentException($"'{key}' cannot name a key.", nameof(key));
        }

        var sealedBytes = new byte[Overhead + clear.Length];
        sealedBytes[0] = Version;
        var nonce = sealedBytes.AsSpan(1, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        lock (gate)
        {
            using var aes = new AesGcm(file.FindOrMake(key), TagLength);
            aes.Encrypt(nonce, clear, sealedBytes.AsSpan(Overhead), sealedBytes.AsSpan(1 + NonceLength, TagLength), Bound(key));
        }

        return sealedBytes;
    }

    /// <summary>The clear bytes, or null when the key was destroyed.</summary>
    /// <exception cref="KeyUnknown">The key was neither made nor destroyed here: the key file is older than the journal.</exception>
    /// <exception cref="SealBroken">The bytes are not what was sealed under this key in this call.</exception>
    public byte[]? Open(string key, ReadOnlySpan<byte> sealedBytes)
    {
        if (sealedBytes.Length < Overhead || sealedBytes[0] != Version)
        {
            throw new SealBroken(key);
        }

        var clear = new byte[sealedBytes.Length - Overhead];
        lock (gate)
        {
            if (file.IsDestroyed(key))
            {
                return null;
            }

            using var aes = new AesGcm(file.Find(key) ?? throw new KeyUnknown(key), TagLength);
            try
            {
                aes.Decrypt(
                    sealedBytes.Slice(1, NonceLength), sealedBytes[Overhead..], sealedBytes.Slice(1 + NonceLength, TagLength), clear, Bound(key));
            }
            catch (AuthenticationTagMismatchException)
            {
                throw new SealBroken(key);
            }
        }

        return clear;
    }

    public bool IsDestroyed(string key)
    {
        lock (gate)
        {
            return file.IsDestroyed(key);
        }
    }

    /// <summary>
    /// Erases these keys for good, with one rewriting of the file: also keys that were never made, which then never
    /// will be. Doing it again is harmless, so that a start can repeat every erasure the journal tells of.
    /// </summary>
    /// <exception cref="IOException">The disk did not confirm it: to be repeated.</exception>
    public void Destroy(params IReadOnlyCollection<string> keys)
    {
        lock (gate)
        {
            file.Destroy(keys);
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            file.Dispose();
        }
    }

    private byte[] Bound(string key) => Encoding.UTF8.GetBytes(callId + "\n" + key);

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._:/-]{0,119}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Allowed { get; }
}
