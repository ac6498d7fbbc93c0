using AumgJury.Core.Room;
using AumgJury.Core.Sittings;
using AumgJury.Web.Realtime;

namespace AumgJury.Web.Conference;

/// <summary>
/// One pass after the other, from what is to what should be. It waits for no person: each has their own work, and whoever is slow in Janus
/// delays themselves alone.
/// </summary>
public sealed partial class MediaRoom
{
    /// <summary>When Janus was last asked for its lists, by its own pace: a proof asks for itself.</summary>
    private long? _audited;

    private async Task Run()
    {
        var wait = TimeSpan.Zero;
        try
        {
            while (true)
            {
                await _wake.WaitAsync(wait, _stopping.Token);
                wait = await Passed();
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task<TimeSpan> Passed()
    {
        try
        {
            return await Pass();
        }
        catch (Exception fault) when (fault is JanusLost or JanusRefused)
        {
            _house.Log.LogWarning(fault, "The media room of {Call} could not be made as it should be; it is tried again.", _live.Kept.CallId);
            return Soon;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            _onFault(fault);
            return Soon;
        }
    }

    /// <summary>One pass from what is to what should be.</summary>
    /// <returns>When to look again if nothing happens before.</returns>
    private async Task<TimeSpan> Pass()
    {
        var state = _live.Kept;
        if (!state.IsOpen)
        {
            return Timeout.InfiniteTimeSpan;
        }

        Expel();
        var life = _house.Janus.Life;
        if (life != _life || life is null)
        {
            await FailClosed(state, life);
            state = _live.Kept;
        }

        if (life is null)
        {
            TellMissing();
            return Timeout.InfiniteTimeSpan;
        }

        Repeat();
        var plan = state.Media();
        if (plan.Inside.Length > 0 && _room?.Life != life)
        {
            _room = await JanusRoom.Create(_house.Janus, life.Value, _house.Sessions, state.Seats.Length);
        }

        LetIn(plan);
        await Matched(_live.Kept.Media());
        var next = state.IsVerified ? await Audited() : Audit;
        lock (_gate)
        {
            return _leaving.Exists(r => r.Peer.ProvenAt is null) ? Soon : state.IsVerified || _people.Count > 0 ? next : Timeout.InfiniteTimeSpan;
        }
    }

    /// <summary>Reads Janus's lists when it is time, however many passes come between.</summary>
    /// <returns>How long until it is time again.</returns>
    private async Task<TimeSpan> Audited()
    {
        // A wait is of whole milliseconds: less than one is none.
        if (_audited is { } last && Audit - _house.Machine.GetElapsedTime(last) is { TotalMilliseconds: >= 1 } left)
        {
            return left;
        }

        _audited = _house.Machine.GetTimestamp();
        await HoldsOnlyThePlan();
        return Audit;
    }

    /// <summary>
    /// Janus is gone or is a new one: whoever was in it is in no more. What the room said is not known any more, and somebody of outside
    /// stays out until the chair admits them again.
    /// </summary>
    private async Task FailClosed(CallState state, int? life)
    {
        _life = life;
        _room = null;
        lock (_gate)
        {
            foreach (var removal in _leaving)
            {
                _house.Sessions.Forget(removal.Peer.Session ?? 0);
            }

            _leaving.Clear();
            _sharer = null;
            foreach (var person in _people.Values)
            {
                // Its session went with Janus: ordered out all the same, so that nothing goes on with it.
                _ = person.Peer is { } peer ? Quietly(peer.Remove()) : Task.CompletedTask;
                person.Peer = null;
            }
        }

        TellMissing();
        if (state.HasOutsiderInside)
        {
            await _live.Send(Actor.Room, new HoldOutsiders());
        }

        if (state.IsVerified)
        {
            await _live.Send(Actor.Room, new DoubtRoom(""));
        }

        Changed?.Invoke();
    }

    /// <summary>Whoever may be in is told that Janus is not there: also who came, or was let in by the jury, while it was not.</summary>
    private void TellMissing()
    {
        lock (_gate)
        {
            var plan = _live.Kept.Media();
            foreach (var person in _people.Values.Where(p => plan.Of(p.Stream.Seat) is not null))
            {
                person.TellUnavailable(UnavailableWhy.Starting);
            }
        }
    }

    /// <summary>A removal that came to its end without a proof is begun again; one that goes on is not waited for.</summary>
    private void Repeat()
    {
        Peer[] left;
        lock (_gate)
        {
            left = [.. _leaving.Select(r => r.Peer).Where(p => p.Unproven)];
        }

        foreach (var peer in left)
        {
            _ = Followed(peer);
        }
    }

    private Person[] InJanus()
    {
        lock (_gate)
        {
            return [.. _people.Values.Where(p => p.Peer is { Joined: true, Gone: false })];
        }
    }

    private async Task Matched(MediaPlan plan)
    {
        var people = InJanus();
        var scene = new Scene(plan, people);
        lock (_gate)
        {
            // Under the gate: whoever was ordered out meanwhile is told nothing more of the room.
            foreach (var person in people.Where(p => p.Peer is not null))
            {
                person.Limit(scene.LimitsOf(person));
            }

            foreach (var person in people.Where(p => p.Peer is not null))
            {
                if (plan.Of(person.Stream.Seat) is { } rights)
                {
                    person.TellRoom(rights);
                    person.TellPeople(scene.PeopleFor(person));
                }
            }
        }

        foreach (var person in people)
        {
            person.Work.Do(() => Served(person, plan, scene), Stir, _onFault);
        }

        foreach (var person in people.Where(p => plan.Of(p.Stream.Seat) is { } rights && rights.AudioOnly != p.Link.AudioOnly))
        {
            await _live.Send(Actor.Room, new NoteAudioOnly(person.Stream.Seat, person.Link.AudioOnly));
        }
    }

    /// <summary>First this person's own sound and picture are as the chair wants them; then what they receive.</summary>
    private async Task Served(Person person, MediaPlan plan, Scene scene)
    {
        await Quietly(Moderated(person, plan));
        await Quietly(Subscribed(person, scene));
    }

    private async Task Moderated(Person person, MediaPlan plan)
    {
        if (person.Peer is not { } peer || plan.Of(person.Stream.Seat) is not { } rights)
        {
            return;
        }

        if (peer.Camera is { } camera)
        {
            await peer.Moderate(camera, rights.Microphone != MediaPermit.Allowed, rights.Camera != MediaPermit.Allowed);
            await peer.Limit(camera, person.Limits.Kbps);
        }

        if (peer.Screen is not null && rights.Share != MediaPermit.Allowed)
        {
            await peer.Unpublish(MediaSource.Screen);
            GiveShareBack(MediaSource.Screen, rights.Seat);
        }
    }

    private static Task Subscribed(Person person, Scene scene) => person.Peer is { } peer ? peer.Receive(scene.WantedBy(person)) : Task.CompletedTask;
}
