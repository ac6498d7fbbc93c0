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
    // The kinds of edits that matter here, and how long every edit is.
    private const int Put = 1;
    private const int Taken = 2;
    private const int EditLength = 16;

    private int Updates => Number(bytes.Length - 20);

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

    /// <summary>Ids of the components into which it puts something new.</summary>
    public int[] PutsInto() => [.. Changed(Put)];

    /// <summary>Whether it takes something out of one of these components.</summary>
    public bool TakesOutOf(int[] components) => Changed(Taken).Any(components.Contains);

    private IEnumerable<int> Changed(int edit)
    {
        for (int i = 0, count = Number(Updates); i < count; i++)
        {
            var component = Number(Updates + 4 + (i * 4));
            for (int j = 0, edits = Number(component + 4); j < edits; j++)
            {
                if (Number(component + 8 + (j * EditLength)) == edit)
                {
                    yield return Number(component);
                    break;
                }
            }
        }
    }

    private int Number(int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at, 4));
}
