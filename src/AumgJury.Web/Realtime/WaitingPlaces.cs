namespace AumgJury.Web.Realtime;

/// <summary>
/// Whether the device that waits for a seat is still there. It has a moment to connect after it asked, and to come back when its connection goes; who comes
/// next takes its place only then. Real time.
/// </summary>
public sealed class WaitingPlaces(TimeProvider machine)
{
    /// <summary>How long a place is kept for a device that is not connected.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Seat, string Session), Place> _places = [];

    /// <summary>This session waits for the seat now, and no other.</summary>
    public void Asked(string seat, string session)
    {
        lock (_gate)
        {
            foreach (var other in _places.Keys.Where(p => p.Seat == seat && p.Session != session).ToArray())
            {
                _places.Remove(other);
            }

            Of(seat, session).Seen = machine.GetTimestamp();
        }
    }

    /// <summary>It is connected until the result is disposed.</summary>
    public IDisposable Arrive(string seat, string session)
    {
        lock (_gate)
        {
            var place = Of(seat, session);
            place.Alive++;
            return new Connection(() => Leave(place));
        }
    }

    /// <summary>It has not been connected for the time of grace; after a start everybody has that time anew.</summary>
    public bool IsGone(string seat, string session)
    {
        lock (_gate)
        {
            var place = Of(seat, session);
            return place.Alive == 0 && machine.GetElapsedTime(place.Seen) >= Grace;
        }
    }

    private Place Of(string seat, string session) => _places.TryGetValue((seat, session), out var place) ? place : _places[(seat, session)] = new Place { Seen = machine.GetTimestamp() };

    private void Leave(Place place)
    {
        lock (_gate)
        {
            place.Alive--;
            place.Seen = machine.GetTimestamp();
        }
    }

    private sealed class Place
    {
        public int Alive { get; set; }

        public long Seen { get; set; }
    }

    private sealed class Connection(Action left) : IDisposable
    {
        private Action? _left = left;

        public void Dispose() => Interlocked.Exchange(ref _left, null)?.Invoke();
    }
}
