using System.Buffers.Binary;
using System.Text;

namespace AumgJury.Bench.Seats;

/// <summary>
/// One render batch as a circuit sends it, read only as far as is needed to tell which act it shows. Its layout is that of ASP.NET Core's
/// <c>RenderBatchWriter</c>: the last five numbers say where the edits, the new frames, the ids of components that are gone, those of event
/// handlers that are gone and the table of texts begin.
/// </summary>
internal readonly struct RenderedBatch(byte[] bytes)
{
    private const int Component = 4;
    private const int FrameLength = 20;

    private int Frames => Number(bytes.Length - 16);

    private int Gone => Number(bytes.Length - 12);

    private int Handlers => Number(bytes.Length - 8);

    private int Texts => Number(bytes.Length - 4);

    /// <summary>Whether one of its texts contains this.</summary>
    public bool Mentions(ReadOnlySpan<byte> words) => bytes.AsSpan(Handlers, Texts - Handlers).IndexOf(words) >= 0;

    /// <summary>Whether one of its texts is this, whole.</summary>
    /// <param name="text">Shorter than 128 bytes.</param>
    public bool Says(string text)
    {
        var words = Encoding.UTF8.GetBytes(text);
        for (var at = Texts; at < bytes.Length - 20; at += 4)
        {
            // Each text begins with its length.
            var written = bytes.AsSpan(Number(at), Texts - Number(at));
            if (written[0] == words.Length && written[1..].StartsWith(words))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Ids of the components that it brings.</summary>
    public int[] Brings()
    {
        var ids = new List<int>();
        for (int i = 0, count = Number(Frames); i < count; i++)
        {
            var frame = Frames + 4 + (i * FrameLength);
            if (Number(frame) == Component)
            {
                ids.Add(Number(frame + 8));
            }
        }

        return [.. ids];
    }

    /// <summary>Whether it takes one of these components away.</summary>
    public bool TakesAway(ReadOnlySpan<int> components)
    {
        for (int i = 0, count = Number(Gone); i < count; i++)
        {
            if (components.Contains(Number(Gone + 4 + (i * 4))))
            {
                return true;
            }
        }

        return false;
    }

    private int Number(int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at, 4));
}
