using AumgJury.Core.Room;
using AumgJury.Core.Sittings;
using AumgJury.Web.Realtime;

namespace AumgJury.Web.Conference;

/// <summary>
/// Makes Janus equal to <c>MediaRights</c> for one call (wall 5): after every published state, every change in Janus, every reconnection
/// and restart, one pass after the other. Only the way out does not wait for its turn: it is ordered on the publisher's thread.
/// </summary>
public sealed partial class MediaRoom : IAsyncDisposable
{
    private static readonly TimeSpan Audit = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(250);
    private readonly LiveCall _live;
    private readonly Videoconference _house;
    private readonly Action<Exception> _onFault;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Person> _people = new(StringComparer.Ordinal);
    private readonly List<Removal> _leaving = [];
    private readonly SemaphoreSlim _wake = new(1);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _loop;
    private JanusRoom? _room;
    private int? _life;
    private string? _sharer;
    private int _leaks;

    internal MediaRoom(LiveCall live, Videoconference house, Action<Exception> onFault)
    {
        _live = live;
        _house = house;
        _onFault = onFault;
        live.Changed += OnChanged;
        house.Janus.Changed += Stir;
        _loop = house.InUse ? Task.Run(Run) : Task.CompletedTask;
    }

    /// <summary>A proof may come out otherwise now: somebody was proven gone, or something was found that should not be there.</summary>
    public event Action? Changed;

    public bool InUse => _house.InUse;

    /// <summary>Opens this person's stream of frames; an earlier one ends. Asked for too often it says so at once, ends, and leaves the earlier one alone.</summary>
    public MediaStream Open(string seat, string session, string connection)
    {
        if (InUse && !_house.Pace.TakesStream(NameOf(seat)))
        {
            var refused = new MediaStream(seat, session, connection);
            refused.Push(new UnavailableFrame(UnavailableWhy.Busy));
            refused.End();
            return refused;
        }

        var person = new Person(new MediaStream(seat, session, connection));
        lock (_gate)
        {
            if (_people.Remove(seat, out var before))
            {
                Leave(before, byRight: false);
                before.Stream.End(EndedWhy.Taken);
            }

            _people[seat] = person;
            if (!InUse)
            {
                person.TellUnavailable(UnavailableWhy.None);
            }
            else if (_live.Kept.Media().Of(seat) is null)
            {
                person.TellOut();
            }
        }

        Stir();
        return person.Stream;
    }

    public void Close(MediaStream stream)
    {
        lock (_gate)
        {
            if (_people.TryGetValue(stream.Seat, out var person) && person.Stream == stream)
            {
                _people.Remove(stream.Seat);
                Leave(person, byRight: false);
            }
        }

        Stir();
    }

    public async ValueTask DisposeAsync()
    {
        _live.Changed -= OnChanged;
        _house.Janus.Changed -= Stir;
        await _stopping.CancelAsync();
        await _loop;
        Person[] people;
        lock (_gate)
        {
            people = [.. _people.Values];
            _people.Clear();
        }

        foreach (var person in people)
        {
            person.Stream.End(EndedWhy.CallClosed);
            if (person.Peer is { } peer)
            {
                await Quietly(peer.Remove());
            }
        }

        if (_room is { } room && _house.Janus.Life == room.Life)
        {
            await Quietly(room.Destroy());
        }

        _stopping.Dispose();
        _wake.Dispose();
    }

    /// <summary>The same seat exists in several calls.</summary>
    private string NameOf(string seat) => $"{_live.Kept.CallId}/{seat}";

    private static async Task Quietly(Task asked)
    {
        try
        {
            await asked;
        }
        catch (Exception fault) when (fault is JanusLost or JanusRefused)
        {
            // It is tried again by the next pass, or gone with Janus.
        }
    }

    private void OnChanged()
    {
        if (InUse && _live.Kept.IsOpen)
        {
            Expel();
        }

        Stir();
    }

    /// <summary>Whoever may not be in is out, now. Idempotent.</summary>
    private void Expel()
    {
        lock (_gate)
        {
            // Read under the gate: somebody whose session is newer than an older state must not be taken for its end.
            var state = _live.Kept;
            var plan = state.Media();
            foreach (var person in _people.Values.ToArray())
            {
                if (state.Access(person.Stream.Seat).Session != person.Stream.Session)
                {
                    _people.Remove(person.Stream.Seat);
                    Leave(person, byRight: true);
                    person.Stream.End(EndedWhy.SessionEnded);
                }
                else if (plan.Of(person.Stream.Seat) is null)
                {
                    Leave(person, byRight: true);
                    person.TellOut();
                }
            }
        }
    }

    /// <summary>Under the gate. The removal runs by itself; the next passes repeat it until it is proven.</summary>
    private void Leave(Person person, bool byRight)
    {
        if (person.Peer is not { } peer)
        {
            return;
        }

        person.Peer = null;
        _leaving.Add(new(peer, byRight ? _live.Kept.ProofWanted()?.Number : null));
        if (_sharer == person.Stream.Seat)
        {
            _sharer = null;
        }

        _ = Followed(peer);
    }

    private async Task Followed(Peer peer)
    {
        await Quietly(peer.Remove());
        Stir();
        Changed?.Invoke();
    }

    private void Stir()
    {
        try
        {
            if (_wake.CurrentCount == 0)
            {
                _wake.Release();
            }
        }
        catch (ObjectDisposedException)
        {
            // The house is closing.
        }
    }

    /// <param name="Closing">The closing that was to be proven when the order was given.</param>
    private sealed record Removal(Peer Peer, int? Closing);
}
