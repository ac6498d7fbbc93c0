using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace AumgJury.Web.Realtime;

/// <summary>One reader of one seat's view: newest only, one pending, replaced and never queued (wall 6).</summary>
public sealed class Subscription : IDisposable
{
    private readonly Channel<Served> _channel = Channel.CreateBounded<Served>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private readonly Action<Subscription> _left;
    private readonly Action _taken;
    private readonly Action? _cut;

    /// <summary>What moves this reader out of the room and was not taken yet; null otherwise.</summary>
    private volatile Served? _movesOut;

    internal Subscription(string seat, string? session, Action<Subscription> left, Action taken, Action? cut)
    {
        _cut = cut;
        Seat = seat;
        Session = session;
        _left = left;
        _taken = taken;
    }

    public string Seat { get; }

    /// <summary>SHA-256 of the session; null for the machine's own readers, which no client can be.</summary>
    internal string? Session { get; }

    /// <summary>Whether the view that the reader last took takes part in the jury's room: the proof of a closed room looks here.</summary>
    internal bool ServesRoom { get; private set; }

    /// <summary>Whether that view makes its seat's person present in the room: a device that only marks does not.</summary>
    internal bool ShowsPerson { get; private set; }

    /// <summary>A reader who must leave the room and does not take the view that says so would keep it from being proven closed: its connection ends.</summary>
    private async Task CutUnlessTaken(Served moving)
    {
        await Task.Delay(Patience);

        // Not one who took it and has come back since.
        if (ReferenceEquals(_movesOut, moving))
        {
            _cut?.Invoke();
        }
    }

    /// <summary>How long a reader may take to take a view.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>The last thing pushed, to push only what differs.</summary>
    internal Served? Last { get; private set; }

    /// <summary>What comes, the present first. Ends after <see cref="Served.Ended"/>.</summary>
    public async IAsyncEnumerable<Served> Read([EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var served in _channel.Reader.ReadAllAsync(cancel))
        {
            var serves = served is Served.Shown { View.ServesRoom: true };
            var changed = serves != ServesRoom;
            ServesRoom = serves;
            ShowsPerson = served is Served.Shown { View: { ServesRoom: true, IsPerson: true } };
            if (!serves)
            {
                _movesOut = null;
            }

            if (changed)
            {
                _taken();
            }

            yield return served;
            if (served is Served.Ended)
            {
                yield break;
            }
        }
    }

    public void Dispose()
    {
        _movesOut = null;
        _channel.Writer.TryComplete();
        ServesRoom = ShowsPerson = false;
        _left(this);
    }

    internal void Push(Served served)
    {
        Last = served;
        _movesOut = ServesRoom && served is not Served.Shown { View.ServesRoom: true } ? served : null;
        if (_movesOut is { } moving)
        {
            _ = CutUnlessTaken(moving);
        }

        _channel.Writer.TryWrite(served);
        if (served is Served.Ended)
        {
            _channel.Writer.TryComplete();
        }
    }
}
