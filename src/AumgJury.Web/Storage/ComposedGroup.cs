using System.Security.Cryptography;

namespace AumgJury.Web.Storage;

/// <summary>The lines of one group, and the one piece of bytes in which they go to the disk: each line's JSON is a part of it.</summary>
internal sealed record ComposedGroup(List<JournalLine> Lines, ReadOnlyMemory<byte> Bytes)
{
    /// <param name="headHash">Of the line before.</param>
    /// <param name="head">The position of the line before.</param>
    /// <param name="bodies">JSON objects on one line each; at least one.</param>
    /// <param name="sha">SHA-256, fed with nothing.</param>
    public static ComposedGroup Of(string headHash, long head, IReadOnlyList<ReadOnlyMemory<byte>> bodies, IncrementalHash sha)
    {
        var room = 0;
        for (var i = 0; i < bodies.Count; i++)
        {
            room += JournalLine.Longest(bodies[i].Length);
        }

        var bytes = GC.AllocateUninitializedArray<byte>(room);
        var lines = new List<JournalLine>(bodies.Count);
        var (hash, at) = (headHash, 0);
        for (var i = 0; i < bodies.Count; i++)
        {
            var line = JournalLine.Write(hash, head + i + 1, group: head + 1, bodies[i].Span, bytes.AsMemory(at), sha, out var length);
            lines.Add(line);
            (hash, at) = (line.Hash, at + length);
        }

        return new ComposedGroup(lines, bytes.AsMemory(0, at));
    }
}
