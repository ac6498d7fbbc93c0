using AumgJury.Core.Sittings;

namespace AumgJury.Web.Realtime;

/// <summary>
/// Journals when a seat has no live connection for a while, and at once when it has one again (wall 2). Several tabs are one person.
/// Real time only.
/// </summary>
public sealed class Presence(LiveCall call, TimeProvider machine, TimeSpan lostAfter) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Connections> _seats = new(StringComparer.Ordinal);
    private bool _disposed;

    /// <summary>A connection of the seat is alive until the result is disposed.</summary>
    public IDisposable Arrive(string seat)
    {
        lock (_gate)
        {
            if (!_seats.TryGetValue(seat, out var connections))
            {
                _seats[seat] = connections = new Connections();
            }

            connections.Alive++;
            connections.Timer?.Dispose();
            connections.Timer = null;
        }

        _ = Tell(seat);
        return new Connection(() => Leave(seat));
    }

    public bool IsAlive(string seat)
    {
        lock (_gate)
        {
            return _seats.TryGetValue(seat, out var connections) && connections.Alive > 0;
        }
    }

    /// <summary>After a start: whoever the journal says is connected has as long as anybody to come back.</summary>
    public void Expect(IEnumerable<string> seats)
    {
        foreach (var seat in seats)
        {
            Arrive(seat).Dispose();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            foreach (var connections in _seats.Values)
            {
                connections.Timer?.Dispose();
            }
        }
    }

    private void Leave(string seat)
    {
        lock (_gate)
        {
            var connections = _seats[seat];
            if (--connections.Alive == 0 && !_disposed)
            {
                connections.Timer = machine.CreateTimer(_ => _ = Tell(seat), state: null, lostAfter, Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <summary>Tells the journal what is; it refuses as stale what it knows already.</summary>
    private async Task Tell(string seat)
    {
        Command command = IsAlive(seat) ? new RegainSeat(seat) : new LoseSeat(seat);
        await call.Send(Actor.Presence, command);

        // What changed while the line was written is told again.
        if (IsAlive(seat) != command is RegainSeat)
        {
            await Tell(seat);
        }
    }

    private sealed class Connections
    {
        public int Alive { get; set; }

        public ITimer? Timer { get; set; }
    }

    private sealed class Connection(Action left) : IDisposable
    {
        private Action? _left = left;

        public void Dispose() => Interlocked.Exchange(ref _left, null)?.Invoke();
    }
}
