using System.Diagnostics;
using System.Text;

namespace AumgJury.Bench.Acts;

/// <summary>The ten connections of one sitting, or of one group of the bare hub.</summary>
internal sealed class Room : IAsyncDisposable
{
    private readonly string[] _seats;
    private readonly bool _bare;
    private readonly double _phase;
    private int _done;
    private readonly Wire[] _wires;
    private readonly Awaited?[] _awaited;

    // Whose hand is up: to raise it again would be refused.
    private readonly bool[] _up;

    private Room(string[] seats, bool bare, double phase)
    {
        _bare = bare;
        _phase = phase;
        _seats = seats;
        _wires = new Wire[seats.Length];
        _awaited = new Awaited?[seats.Length];
        _up = new bool[seats.Length];
    }

    /// <summary>Views or broadcasts that came to its ten connections.</summary>
    public long Frames => _wires.Sum(w => w.Frames);

    /// <summary>Of all those.</summary>
    public long FrameBytes => _wires.Sum(w => w.FrameBytes);

    /// <summary>Acts that were over, answered or given up.</summary>
    public int Done => Volatile.Read(ref _done);

    /// <param name="phase">Where in the pause between two of its seats this sitting acts, from 0 to 1: sittings do not act in step.</param>
    public static async Task<Room> OpenAsync(string[] seats, bool bare, double phase, Func<string, Action<Wire>, Task<Wire>> connect)
    {
        var room = new Room(seats, bare, phase);
        for (var i = 0; i < seats.Length; i++)
        {
            var place = i;
            room._wires[i] = await connect(seats[i], wire => wire.OnFrame = message => room.Saw(place, message.Span));
        }

        return room;
    }

    /// <summary>One loop a juror; each gives the milliseconds of its acts, a whole <see cref="Wire.Patience"/> for those without an answer.</summary>
    /// <param name="hand">Raise and lower the hand, timed until the other nine have seen it; else keep a draft mark, timed until acknowledged.</param>
    public IEnumerable<Task<List<double>>> Acting(bool hand, CancellationToken stop) =>
        Enumerable.Range(0, Sittings.Jurors).Select(i => Task.Run(() => ActAsync(i, hand, stop), CancellationToken.None));

    /// <summary>Frames that drafts of one juror bring to the nine others; a raised hand then proves that they would have come.</summary>
    public async Task<long> StrayAsync(int drafts)
    {
        const int Drafter = 3;
        long Others() => _wires.Where((_, i) => i != Drafter).Sum(w => w.Frames);
        var before = Others();
        for (var n = 0; n < drafts; n++)
        {
            Answered(await _wires[Drafter].SendAsync(Draft(n)));
        }

        await Task.Delay(1000);
        var stray = Others() - before;
        Answered(await HandAsync(Drafter));
        return stray;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var wire in _wires)
        {
            await wire.DisposeAsync();
        }
    }

    private async Task<List<double>> ActAsync(int i, bool hand, CancellationToken stop)
    {
        var times = new List<double>();
        // Spread over the second, the same way in every run. A server that answers late gets fewer acts; the rate tells.
        await Task.Delay((int)((i + _phase) * 1000 / Sittings.Jurors), CancellationToken.None);
        using var second = new PeriodicTimer(TimeSpan.FromSeconds(1));
        for (var n = 0; !stop.IsCancellationRequested; n++)
        {
            var time = hand ? await HandAsync(i) : await _wires[i].SendAsync(Draft(n));
            times.Add(double.IsNaN(time) ? Wire.Patience.TotalMilliseconds : time);
            Interlocked.Increment(ref _done);
            try
            {
                await second.WaitForNextTickAsync(stop);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }

        return times;
    }

    private static string Draft(int n) =>
        $$"""{"type":"keep-draft","dossier":"{{Sittings.Dossier}}","round":1,"criterion":"B{{1 + (n / 6 % 4)}}","mark":{{n % 6}},"comment":"","reason":null}""";

    private static void Answered(double time)
    {
        if (double.IsNaN(time))
        {
            throw new InvalidOperationException("An act of a quiet sitting was not answered or not seen by all.");
        }
    }

    private async Task<double> HandAsync(int i)
    {
        var up = _up[i] = !_up[i];
        var awaited = _awaited[i] = new Awaited(_seats[i], up, _seats.Length - 1);
        var began = Stopwatch.GetTimestamp();
        var act = up ? "raise-hand" : "lower-hand";
        // The house takes exactly its command; the bare hub passes on whatever it gets.
        var command = _bare ? $$"""{"type":"{{act}}","seat":"{{_seats[i]}}","up":{{(up ? "true" : "false")}}}""" : $$"""{"type":"{{act}}"}""";
        if (double.IsNaN(await _wires[i].SendAsync(command)))
        {
            return double.NaN;
        }

        try
        {
            var last = await awaited.SeenByAll.Task.WaitAsync(Wire.Patience);
            return Stopwatch.GetElapsedTime(began, last).TotalMilliseconds;
        }
        catch (TimeoutException)
        {
            return double.NaN;
        }
    }

    /// <summary>A frame came to this place: whose awaited act does it show?</summary>
    private void Saw(int place, ReadOnlySpan<byte> message)
    {
        for (var i = 0; i < _awaited.Length; i++)
        {
            if (i != place && _awaited[i] is { } awaited && !awaited.SeenBy(place) && awaited.IsShownBy(message))
            {
                awaited.Tick(place);
            }
        }
    }

    /// <summary>An act that nine others must see.</summary>
    private sealed class Awaited(string seat, bool up, int others)
    {
        private readonly byte[] _person = Encoding.ASCII.GetBytes($"{{\"seat\":\"{seat}\",\"name\"");
        private readonly byte[] _bare = Encoding.ASCII.GetBytes($"\"seat\":\"{seat}\",\"up\":{(up ? "true" : "false")}");
        private int _seen;
        private int _left = others;

        public TaskCompletionSource<long> SeenByAll { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool SeenBy(int place) => (Volatile.Read(ref _seen) & (1 << place)) != 0;

        public bool IsShownBy(ReadOnlySpan<byte> message)
        {
            if (message.IndexOf(_bare) >= 0)
            {
                return true;
            }

            // In a view's list of people, the place in the queue for the floor is 0 when the hand is down.
            for (var at = message.LastIndexOf(_person); at >= 0; at = message[..at].LastIndexOf(_person))
            {
                var rest = message[at..];
                rest = rest[..(rest.IndexOf((byte)'}') is >= 0 and var end ? end : rest.Length)];
                if (rest.IndexOf("\"handPlace\":"u8) is >= 0 and var hand)
                {
                    return rest[hand + 12] != (byte)'0' == up;
                }
            }

            return false;
        }

        public void Tick(int place)
        {
            if ((Interlocked.Or(ref _seen, 1 << place) & (1 << place)) == 0 && Interlocked.Decrement(ref _left) == 0)
            {
                SeenByAll.TrySetResult(Stopwatch.GetTimestamp());
            }
        }
    }
}
