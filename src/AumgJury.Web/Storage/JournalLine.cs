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

    internal static ReadOnlySpan<byte> Opening => "{\"position\":"u8;

    private static ReadOnlySpan<byte> Middle => ",\"group\":"u8;

    /// <summary>Makes the line that follows the given hash, with position and group put before the body's first member.</summary>
    internal static JournalLine After(string previousHash, long position, long group, ReadOnlySpan<byte> body)
    {
        CheckBody(body);
        byte[] json = [.. Opening, .. Digits(position), .. Middle, .. Digits(group), (byte)',', .. body[1..]];
        return new JournalLine(position, group, HashOf(previousHash, json), json);
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
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(Encoding.ASCII.GetBytes(previousHash));
        sha.AppendData(json);
        return Convert.ToHexStringLower(sha.GetHashAndReset());
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

    internal void WriteTo(Stream stream)
    {
        stream.Write(Encoding.ASCII.GetBytes(Hash));
        stream.WriteByte((byte)' ');
        stream.Write(Json.Span);
        stream.WriteByte((byte)'\n');
    }

    private static byte[] Digits(long number) =>
        Encoding.ASCII.GetBytes(number.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
