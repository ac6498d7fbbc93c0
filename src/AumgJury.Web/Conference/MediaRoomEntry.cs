using AumgJury.Core.Room;
using AumgJury.Core.Sittings;
using AumgJury.Web.Realtime;

namespace AumgJury.Web.Conference;

/// <summary>A place in Janus for everybody who may be in: begun together, and awaited by nobody else.</summary>
public sealed partial class MediaRoom
{
    /// <summary>Gives a place in Janus to everybody who may be in and has none.</summary>
    private void LetIn(MediaPlan plan)
    {
        List<Person> entering = [];
        lock (_gate)
        {
            foreach (var person in _people.Values)
            {
                if (person.Peer is { Broken: true })
                {
                    Leave(person, byRight: false);
                }

                if (person.Peer is null && plan.Of(person.Stream.Seat) is { } rights)
                {
                    person.Begin(PeerOf(person), _house.Turn.For(NameOf(rights.Seat), rights.Outsider, _house.Machine.GetUtcNow()));
                    entering.Add(person);
                }
            }
        }

        // A state that came between the plan and here has not seen these people: they are judged again now.
        Expel();
        foreach (var person in entering)
        {
            _ = Joined(person);
        }
    }

    private Peer PeerOf(Person person) => new(person.Stream.Seat, _house.NextEpoch(), _room!, _house.Janus, _house.Sessions, _house.Machine)
    {
        Stirred = Stir,
        Offered = person.Stream.Push,
        Talked = on => Spread(person.Stream.Seat, on),
        Slowed = lost =>
        {
            person.Slowed(lost, _house.Machine.GetUtcNow());
            Stir();
        },
    };

    private async Task Joined(Person person)
    {
        if (person.Peer is not { } peer)
        {
            return;
        }

        try
        {
            await peer.Join();
        }
        catch (Exception fault) when (fault is JanusRefused or JanusLost)
        {
            _house.Log.LogWarning(fault, "{Seat} could not be let into the media room; it is tried again.", person.Stream.Seat);

            // Not at once: a Janus that refuses would be asked without a pause.
            await Task.Delay(Soon);
            lock (_gate)
            {
                // Its page holds the connections of an epoch that is over.
                if (person.Peer == peer)
                {
                    person.TellUnavailable(UnavailableWhy.Starting);
                    Leave(person, byRight: false);
                }
            }
        }
        catch (Exception fault)
        {
            _onFault(fault);
        }

        Stir();
    }

    /// <summary>Those who hear somebody are told when they talk.</summary>
    private void Spread(string seat, bool on)
    {
        var plan = _live.Kept.Media();
        lock (_gate)
        {
            foreach (var person in _people.Values.Where(p => p.Peer is not null && plan.Of(p.Stream.Seat)?.Hears.Contains(seat) == true))
            {
                person.Stream.Push(new TalkingFrame(seat, on));
            }
        }
    }
}
