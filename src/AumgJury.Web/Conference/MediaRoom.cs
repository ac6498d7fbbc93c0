using AumgJury.Core.Room;
using AumgJury.Core.Sittings;
using AumgJury.Web.Realtime;

namespace AumgJury.Web.Conference;

/// <summary>
/// Makes Janus equal to <c>MediaRights</c> for one call (wall 5): after every published state, every change in Janus, every reconnection
/// and restart, one pass after the other. Only the way out does not wait for its turn: it is ordered on the publisher's thread.
/// </summary>
public sealed class MediaRoom : IAsyncDisposable
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
        live.Published += OnPublished;
        house.Janus.Changed += Stir;
        _loop = house.InUse ? Task.Run(Run) : Task.CompletedTask;
    }

    /// <summary>A proof may come out otherwise now: somebody was proven gone, or something was found that should not be there.</summary>
    public event Action? Changed;

    public bool InUse => _house.InUse;

    /// <summary>Opens this person's stream of frames; an earlier one ends.</summary>
    public MediaStream Open(string seat, string session, string connection)
    {
        var person = new Person(new MediaStream(seat, session, connection));
        lock (_gate)
        {
            if (_people.Remove(seat, out var before))
            {
                Leave(before, byRight: false);
                before.Stream.End(EndedWhy.Taken);
            }

            _people[seat] = person;
        }

        if (!InUse)
        {
            person.TellUnavailable(UnavailableWhy.None);
        }
        else if (_live.Kept.Media().Of(seat) is null)
        {
            person.TellOut();
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

    /// <summary>What a browser tells, judged against the rights of this very moment.</summary>
    public async Task<Signalled> Signal(string seat, string connection, MediaSignal signal)
    {
        var rights = _live.Kept.Media().Of(seat);
        Person? person;
        Peer? peer;
        lock (_gate)
        {
            person = _people.GetValueOrDefault(seat);
            peer = person?.Peer;
        }

        if (rights is null)
        {
            return Signalled.Refused(RefusalName.NotInMedia);
        }

        if (person is null || person.Stream.Connection != connection)
        {
            return Signalled.Refused(RefusalName.MediaElsewhere);
        }

        if (_house.Janus.Life is null)
        {
            return Signalled.Refused(RefusalName.MediaUnavailable);
        }

        if (peer is null || peer.Epoch != signal.Epoch)
        {
            return Signalled.Refused(RefusalName.Stale);
        }

        try
        {
            return await Take(person, peer, rights, signal);
        }
        catch (JanusRefused refused)
        {
            // Removed while it was asked, or a description that Janus does not take.
            return Signalled.Refused(_live.Kept.Media().Of(seat) is null ? RefusalName.NotInMedia : peer.Gone ? RefusalName.Stale : Unread(refused, signal));
        }
        catch (JanusLost)
        {
            return Signalled.Refused(_live.Kept.Media().Of(seat) is null ? RefusalName.NotInMedia : RefusalName.MediaUnavailable);
        }
        finally
        {
            Stir();
        }
    }

    /// <summary>
    /// Asks Janus itself who is there: nobody but those who may be, with nothing but what was made for them. Null when that is not so,
    /// or when no answer comes.
    /// </summary>
    /// <param name="number">The closing to prove.</param>
    internal async Task<MediaProof?> Prove(int number)
    {
        try
        {
            var life = _house.Janus.Life;
            Removal[] left;
            lock (_gate)
            {
                left = [.. _leaving];
            }

            if (life is null || life != _life || Array.Exists(left, r => r.Peer.ProvenAt is null) || !await HoldsOnlyThePlan() || _house.Janus.Life != life)
            {
                return null;
            }

            lock (_gate)
            {
                _leaving.RemoveAll(r => left.Contains(r));
            }

            var ordered = left.Where(r => r.Closing == number).ToArray();
            return new(ordered.Length == 0 ? null : ordered.Min(r => r.Peer.OrderedAt), ordered.Length == 0 ? null : ordered.Max(r => r.Peer.ProvenAt));
        }
        catch (Exception fault) when (fault is JanusLost or JanusRefused)
        {
            return null;
        }
    }

    /// <summary>Whether something was found since the last question that has no business in Janus.</summary>
    internal bool TakeLeak() => Interlocked.Exchange(ref _leaks, 0) == 1;

    public async ValueTask DisposeAsync()
    {
        _live.Published -= OnPublished;
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

    private static RefusalName Unread(JanusRefused refused, MediaSignal signal) =>
        signal is PublishSignal or AnswerSignal && refused.Code is 465 or 490 or 491 ? RefusalName.Malformed : RefusalName.Stale;

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

    private void OnPublished()
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

    private async Task<Signalled> Take(Person person, Peer peer, MediaSeat rights, MediaSignal signal)
    {
        switch (signal)
        {
            case PublishSignal { Source: MediaSource.Screen } p:
                return rights.Share != MediaPermit.Allowed ? Signalled.Refused(RefusalName.ShareNotAllowed)
                    : !TakeShare(rights.Seat) ? Signalled.Refused(RefusalName.ShareTaken)
                    : new Signalled(await Share(person, peer, p), null);
            case PublishSignal p:
                return new Signalled(await peer.Publish(MediaSource.Camera, p.Sdp, person.Limits.Kbps, rights.Microphone != MediaPermit.Allowed, rights.Camera != MediaPermit.Allowed), null);
            case UnpublishSignal u:
                await peer.Unpublish(u.Source);
                GiveShareBack(u.Source, rights.Seat);
                return Signalled.Done;
            case AnswerSignal a:
                return await peer.Answer(a.Number, a.Sdp) ? Signalled.Done : Signalled.Refused(RefusalName.Stale);
            case SendingSignal s:
                (person.MicrophoneOn, person.CameraOn) = (s.Microphone, s.Camera);
                return Signalled.Done;
            case ShowSignal s:
                person.Tiles = s.Tiles;
                return Signalled.Done;
            case StatsSignal s:
                person.Report(s, _house.Machine.GetUtcNow());
                return Signalled.Done;
            default:
                return Signalled.Refused(RefusalName.Malformed);
        }
    }

    private async Task<string> Share(Person person, Peer peer, PublishSignal p)
    {
        try
        {
            return await peer.Publish(MediaSource.Screen, p.Sdp, Bitrates.ForScreen.Kbps, audioMuted: true, videoMuted: false);
        }
        catch
        {
            GiveShareBack(MediaSource.Screen, person.Stream.Seat);
            throw;
        }
    }

    /// <summary>One screen at a time: the first takes it, whoever already has it keeps it.</summary>
    private bool TakeShare(string seat)
    {
        lock (_gate)
        {
            if (_sharer is { } other && other != seat)
            {
                return false;
            }

            _sharer = seat;
            return true;
        }
    }

    private void GiveShareBack(MediaSource source, string seat)
    {
        lock (_gate)
        {
            if (source == MediaSource.Screen && _sharer == seat)
            {
                _sharer = null;
            }
        }
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
            return Timeout.InfiniteTimeSpan;
        }

        await Repeat();
        var plan = state.Media();
        if (plan.Inside.Length > 0 && _room?.Life != life)
        {
            _room = await JanusRoom.Create(_house.Janus, life.Value, _house.Sessions, state.Seats.Length);
        }

        await LetIn(plan);

        // Letting in takes a while: what was published meanwhile counts.
        Expel();
        await Matched(_live.Kept.Media());
        if (state.IsVerified)
        {
            await HoldsOnlyThePlan();
        }

        lock (_gate)
        {
            return _leaving.Exists(r => r.Peer.ProvenAt is null) ? Soon : state.IsVerified || _people.Count > 0 ? Audit : Timeout.InfiniteTimeSpan;
        }
    }

    /// <summary>
    /// Janus is gone or is a new one: whoever was in it is in no more. What the room said is not known any more, and somebody of outside
    /// stays out until the chair admits them again.
    /// </summary>
    private async Task FailClosed(CallState state, int? life)
    {
        _life = life;
        _room = null;
        var plan = state.Media();
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
                if (plan.Of(person.Stream.Seat) is not null)
                {
                    person.TellUnavailable(UnavailableWhy.Starting);
                }
            }
        }

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

    private async Task Repeat()
    {
        Peer[] left;
        lock (_gate)
        {
            left = [.. _leaving.Select(r => r.Peer).Where(p => p.ProvenAt is null)];
        }

        await Task.WhenAll(left.Select(p => Quietly(p.Remove())));
        if (left.Length > 0)
        {
            Changed?.Invoke();
        }
    }

    /// <summary>Gives a place in Janus to everybody who may be in and has none.</summary>
    private async Task LetIn(MediaPlan plan)
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
                    person.Begin(PeerOf(person), _house.Turn.For($"{_live.Kept.CallId}/{rights.Seat}", rights.Outsider, _house.Machine.GetUtcNow()));
                    entering.Add(person);
                }
            }
        }

        // A state that came between the plan and here has not seen these people: they are judged again now.
        Expel();
        await Task.WhenAll(entering.Select(Joined));
    }

    private Peer PeerOf(Person person) => new(person.Stream.Seat, _house.NextEpoch(), _room!, _house.Janus, _house.Sessions, _house.Machine)
    {
        Stirred = Stir,
        Offered = person.Stream.Push,
        Talked = on => Spread(person.Stream.Seat, on),
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
            lock (_gate)
            {
                if (person.Peer == peer)
                {
                    Leave(person, byRight: false);
                }
            }
        }
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
        foreach (var person in people)
        {
            person.Limit(scene.LimitsOf(person));
            if (plan.Of(person.Stream.Seat) is { } rights)
            {
                person.TellRoom(rights);
            }
        }

        // First nobody hears whom they must not; then who hears whom.
        await Task.WhenAll(people.Select(p => Quietly(Moderated(p, plan))));
        await Task.WhenAll(people.Select(p => Quietly(Subscribed(p, scene))));
        foreach (var person in people)
        {
            person.TellPeople(scene.PeopleFor(person));
        }

        foreach (var person in people.Where(p => plan.Of(p.Stream.Seat) is { } rights && rights.AudioOnly != p.Link.AudioOnly))
        {
            await _live.Send(Actor.Room, new NoteAudioOnly(person.Stream.Seat, person.Link.AudioOnly));
        }
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

    /// <summary>Janus's own lists beside the plan; whatever is more is a leak, and ended.</summary>
    private async Task<bool> HoldsOnlyThePlan()
    {
        var strangers = await _house.Sessions.Strangers();
        foreach (var stranger in strangers)
        {
            _house.Log.LogError("Janus holds a session that this house did not make; it is ended.");
            await Quietly(_house.Janus.DestroySession(stranger));
        }

        // Those who are only just being let in count too: whoever among them may not be in any more is about to be ordered out.
        Peer[] peers;
        lock (_gate)
        {
            peers = [.. _people.Values.Select(p => p.Peer).OfType<Peer>()];
        }

        var held = await Task.WhenAll(peers.Select(p => p.HoldsOnlyItsOwn()));
        var clean = strangers.Length == 0 && Array.TrueForAll(held, h => h);
        if (!clean)
        {
            Interlocked.Exchange(ref _leaks, 1);
            Changed?.Invoke();
        }

        var plan = _live.Kept.Media();
        return clean && Array.TrueForAll(peers, p => plan.Of(p.Seat) is not null);
    }

    /// <param name="Closing">The closing that was to be proven when the order was given.</param>
    private sealed record Removal(Peer Peer, int? Closing);
}

/// <summary>What Janus answered: nobody is there who may not be.</summary>
/// <param name="Ordered">When the removal was ordered, with <paramref name="Proven"/>; null when nobody had to be removed.</param>
internal sealed record MediaProof(DateTimeOffset? Ordered, DateTimeOffset? Proven);
