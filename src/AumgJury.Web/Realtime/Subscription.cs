using System.Threading.Channels;
using AumgJury.Web.Room;

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

    private volatile bool _ended;

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

    /// <summary>The last thing pushed, when it was no view: to push only what differs.</summary>
    internal Served? Instead { get; private set; }

    /// <summary>Which view was pushed last; 0 when the last thing pushed was none.</summary>
    internal long Version { get; private set; }

    /// <summary>Of the state that was last looked at for this reader; null before the first.</summary>
    internal (long Shared, long Own)? Told { get; set; }

    /// <summary>Whose view is shown, and whether it is that of a second device that only marks; null when none is.</summary>
    internal (string Seat, bool Marks)? Shows { get; set; }

    /// <summary>What came with that view.</summary>
    internal SittingClock? Clock { get; private set; }

    /// <summary>Whether the last view pushed takes part in the jury's room, taken or not.</summary>
    internal bool GivenRoom { get; private set; }

    /// <summary>Waits for what comes next, the present first; false when nothing more will. <see cref="Take"/> gives it. Takes no token: every wait would be an object more than a wait needs.</summary>
    public ValueTask<bool> ComesAsync() => _channel.Reader.WaitToReadAsync(CancellationToken.None);

    /// <summary>Nothing more comes, and what has come is not taken any more: whoever waits goes on.</summary>
    public void End()
    {
        _ended = true;
        _channel.Writer.TryComplete();
    }

    /// <summary>
    /// What has come; null when it was taken. It does not come as the result of the wait: what waited is older than the view, and would take it along
    /// into the garbage collection's older generations, the dearest part of showing it.
    /// </summary>
    public Served? Take()
    {
        if (_ended || !_channel.Reader.TryRead(out var served))
        {
            return null;
        }

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

        return served;
    }

    public void Dispose()
    {
        _movesOut = null;
        End();
        ServesRoom = ShowsPerson = false;
        _left(this);
    }

    /// <param name="version">Of a view: which one it is, from 1.</param>
    internal void Push(Served served, long version = 0)
    {
        var shown = served as Served.Shown;
        (Instead, Version, Clock, GivenRoom) = (shown is null ? served : null, version, shown?.Clock, shown is { View.ServesRoom: true });
        _movesOut = ServesRoom && !GivenRoom ? served : null;
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
