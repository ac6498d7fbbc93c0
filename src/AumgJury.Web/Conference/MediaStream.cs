using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace AumgJury.Web.Conference;

/// <summary>One person's frames on one connection of the hub. A reader that falls far behind is let go, and comes again.</summary>
/// <param name="session">SHA-256 of the session that opened it: when another holds the seat, the stream ends.</param>
/// <param name="connection">The hub's connection: signals are taken from no other.</param>
public sealed class MediaStream(string seat, string session, string connection)
{
    private const int Most = 1024;
    private readonly Channel<MediaFrame> _frames = Channel.CreateBounded<MediaFrame>(new BoundedChannelOptions(Most) { SingleReader = true });

    public string Seat => seat;

    public string Session => session;

    public string Connection => connection;

    public async IAsyncEnumerable<MediaFrame> Read([EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var frame in _frames.Reader.ReadAllAsync(cancel))
        {
            yield return frame;
        }
    }

    internal void Push(MediaFrame frame)
    {
        if (!_frames.Writer.TryWrite(frame))
        {
            _frames.Writer.TryComplete();
        }
    }

    /// <summary>Ends without a word that nothing more comes: the reader may ask again.</summary>
    internal void End() => _frames.Writer.TryComplete();

    internal void End(EndedWhy why)
    {
        _frames.Writer.TryWrite(new EndedFrame(why));
        _frames.Writer.TryComplete();
    }
}
