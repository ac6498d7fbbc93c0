using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace AumgJury.Web.Storage;

/// <summary>One accepted command with all its events, as it stands in the journal.</summary>
/// <param name="Position">1 for the first line.</param>
/// <param name="Group">The position of the first line that was flushed together with this one.</param>
/// <param name="Hash">64 lower-case hex digits: SHA-256 of the previous line's hash text followed by the JSON.</param>
/// <param name="Json">The stored JSON: position and group, then what the caller gave.</param>
public sealed record JournalLine(long Position, long Group, string Hash, ReadOnlyMemory<byte> Json)
{
    /// <summary>What the first line takes for the hash of its predecessor.</summary>
    public const string BeforeFirst = "0000000000000000000000000000000000000000000000000000000000000000";

    internal const int HashLength = 64;

    /// <summary>Digits of the largest position.</summary>
    private const int LongestNumber = 19;

    internal static ReadOnlySpan<byte> Opening => "{\"position\":"u8;

    private static ReadOnlySpan<byte> Middle => ",\"group\":"u8;

    /// <summary>The most bytes that a line takes in the file, its line break among them.</summary>
    /// <param name="body">The body's length in bytes.</param>
    internal static int Longest(int body) => HashLength + 1 + Opening.Length + LongestNumber + Middle.Length + LongestNumber + 1 + body + 1;

    /// <summary>Writes the line that follows the given hash as it stands in the file, with position and group put before the body's first member.</summary>
    /// <param name="into">Room for <see cref="Longest"/>; the line keeps its JSON there.</param>
    /// <param name="sha">SHA-256, fed with nothing.</param>
    /// <param name="length">Bytes written.</param>
    internal static JournalLine Write(string previousHash, long position, long group, ReadOnlySpan<byte> body, Memory<byte> into, IncrementalHash sha, out int length)
    {
        CheckBody(body);
        var bytes = into.Span;

        // What is hashed stands in one piece: the previous hash right before the JSON, where this line's own hash and a space come afterwards.
        Encoding.ASCII.GetBytes(previousHash, bytes[1..]);
        var at = HashLength + 1;
        Put(bytes, Opening, ref at);
        Put(bytes, position, ref at);
        Put(bytes, Middle, ref at);
        Put(bytes, group, ref at);
        bytes[at++] = (byte)',';
        Put(bytes, body[1..], ref at);
        sha.AppendData(bytes[1..at]);
        Span<byte> hashed = stackalloc byte[SHA256.HashSizeInBytes];
        sha.GetHashAndReset(hashed);
        var hash = Convert.ToHexStringLower(hashed);
        Encoding.ASCII.GetBytes(hash, bytes);
        bytes[HashLength] = (byte)' ';
        bytes[at] = (byte)'\n';
        length = at + 1;
        return new JournalLine(position, group, hash, into[(HashLength + 1)..at]);
    }

    /// <exception cref="ArgumentException">The body is not one object, with a member, on one line.</exception>
    internal static void CheckBody(ReadOnlySpan<byte> body)
    {
        if (!body.StartsWith("{\""u8) || body[^1] != '}' || body.IndexOfAnyInRange((byte)0, (byte)31) >= 0)
        {
            throw new ArgumentException("A journal body is a JSON object with at least one member, written without line breaks.", nameof(body));
        }
    }

    internal static string HashOf(string previousHash, ReadOnlySpan<byte> json)
    {
        // One call over a copy costs less than an object that is fed twice.
        var bytes = ArrayPool<byte>.Shared.Rent(HashLength + json.Length);
        try
        {
            Encoding.ASCII.GetBytes(previousHash, bytes);
            json.CopyTo(bytes.AsSpan(HashLength));
            return Hex(bytes.AsSpan(0, HashLength + json.Length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>Reads position and group off the head of a stored JSON.</summary>
    internal static bool TryReadHead(ReadOnlySpan<byte> json, out long position, out long group)
    {
        position = group = 0;
        if (!json.StartsWith(Opening) || !Utf8Parser.TryParse(json[Opening.Length..], out position, out var digits))
        {
            return false;
        }

        var rest = json[(Opening.Length + digits)..];
        return rest.StartsWith(Middle)
            && Utf8Parser.TryParse(rest[Middle.Length..], out group, out digits)
            && rest[(Middle.Length + digits)..].StartsWith(","u8)
            && group >= 1 && group <= position;
    }

    private static string Hex(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return Convert.ToHexStringLower(hash);
    }

    private static void Put(Span<byte> bytes, ReadOnlySpan<byte> part, ref int at)
    {
        part.CopyTo(bytes[at..]);
        at += part.Length;
    }

    private static void Put(Span<byte> bytes, long number, ref int at)
    {
        _ = Utf8Formatter.TryFormat(number, bytes[at..], out var digits);
        at += digits;
    }
}
