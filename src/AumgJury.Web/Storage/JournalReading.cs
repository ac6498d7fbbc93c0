using System.Text;

namespace AumgJury.Web.Storage;

/// <summary>What is wrong with the first line that cannot be believed.</summary>
public enum LineFault
{
    /// <summary>It has no end.</summary>
    Torn,

    /// <summary>Its hash is not that of the previous hash and its JSON.</summary>
    DoesNotChain,

    /// <summary>It chains, but its position or its group is not the one that follows.</summary>
    OutOfPlace,
}

/// <summary>The first line that cannot be believed, and everything after it.</summary>
/// <param name="Position">The position this line should have.</param>
/// <param name="Offset">Where it begins, in bytes.</param>
/// <param name="LaterGroup">The start of a group written after this line was flushed; null when nothing shows that it was.</param>
internal sealed record BadLine(long Position, long Offset, LineFault Fault, long? LaterGroup);

/// <summary>Walks the chain of a journal's bytes.</summary>
/// <param name="LastGroupOffset">Where the group of the last good line begins, in bytes.</param>
internal sealed record JournalReading(IReadOnlyList<JournalLine> Lines, long End, long LastGroupOffset, BadLine? Bad)
{
    internal string HeadHash => Lines.Count == 0 ? JournalLine.BeforeFirst : Lines[^1].Hash;

    internal static JournalReading Of(ReadOnlyMemory<byte> file)
    {
        var lines = new List<JournalLine>();
        var at = 0;
        var groupOffset = 0;
        while (at < file.Length)
        {
            var length = file.Span[at..].IndexOf((byte)'\n');
            var fault = LineFault.Torn;
            var line = length < 0 ? null : Read(file.Slice(at, length), lines.LastOrDefault(), out fault);
            if (line is null)
            {
                var bad = new BadLine(lines.Count + 1, at, fault, LaterGroup(file.Span[at..], lines.Count + 1));
                return new JournalReading(lines, at, groupOffset, bad);
            }

            groupOffset = line.Group == line.Position ? at : groupOffset;
            lines.Add(line);
            at += length + 1;
        }

        return new JournalReading(lines, at, groupOffset, null);
    }

    private static JournalLine? Read(ReadOnlyMemory<byte> text, JournalLine? previous, out LineFault fault)
    {
        fault = LineFault.DoesNotChain;
        if (text.Length <= JournalLine.HashLength || text.Span[JournalLine.HashLength] != ' ')
        {
            return null;
        }

        var json = text[(JournalLine.HashLength + 1)..];
        var hash = JournalLine.HashOf(previous?.Hash ?? JournalLine.BeforeFirst, json.Span);
        if (!text.Span[..JournalLine.HashLength].SequenceEqual(Encoding.ASCII.GetBytes(hash)))
        {
            return null;
        }

        fault = LineFault.OutOfPlace;
        var expected = (previous?.Position ?? 0) + 1;
        var follows = JournalLine.TryReadHead(json.Span, out var position, out var group)
            && position == expected && (group == position || group == previous?.Group);
        return follows ? new JournalLine(position, group, hash, json) : null;
    }

    /// <summary>
    /// Looks for a head whose group starts after the bad line: the writer began that group only once the bad line was
    /// flushed and acknowledged. A head is enough, wherever it stands: the damage may have eaten the end of the line
    /// before it, or the rest of its own. A power cut cannot make one, as the group it tears starts no later than the
    /// first line it tears. No text that a person typed can look like one: JSON escapes its quotation marks.
    /// </summary>
    private static long? LaterGroup(ReadOnlySpan<byte> tail, long badPosition)
    {
        for (var at = tail.IndexOf(JournalLine.Opening); at >= 0;)
        {
            if (FollowsHash(tail, at) && JournalLine.TryReadHead(tail[at..], out _, out var group) && group > badPosition)
            {
                return group;
            }

            var next = tail[(at + 1)..].IndexOf(JournalLine.Opening);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return null;
    }

    private static bool FollowsHash(ReadOnlySpan<byte> tail, int at) =>
        at > JournalLine.HashLength && tail[at - 1] == ' '
        && tail[(at - 1 - JournalLine.HashLength)..(at - 1)].IndexOfAnyExcept("0123456789abcdef"u8) < 0;
}
