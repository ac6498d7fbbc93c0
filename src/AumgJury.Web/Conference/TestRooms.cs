using AumgJury.Core.Room;
using AumgJury.Core.Sittings;

namespace AumgJury.Web.Conference;

/// <summary>
/// The pre-check's rooms: one a test, in which one publishes to Janus and receives oneself back, days before the sitting or a minute.
/// They have nothing to do with the jury's room.
/// </summary>
internal sealed class TestRooms(Videoconference house)
{
    /// <summary>Tests at once: a whole jury arriving together, and no more than a small machine bears.</summary>
    private const int Most = 12;

    /// <summary>Of them by people of outside: the jury always finds a place.</summary>
    private const int MostOutsiders = 8;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, TestRoom> _running = new(StringComparer.Ordinal);
    private readonly HashSet<TestRoom> _ending = [];

    /// <summary>Runs a test until its reader leaves, its session ends or its time is over. One a person: a second ends the first.</summary>
    /// <param name="person">Whose credentials for the relay; the same seat id exists in several calls.</param>
    /// <param name="relay">Only the relay: the way through networks that let nothing else pass.</param>
    public async IAsyncEnumerable<MediaFrame> Run(string person, string seat, bool outsider, string connection, bool relay, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var why = !house.InUse ? UnavailableWhy.None
            : relay && !house.Turn.IsSet ? UnavailableWhy.NoRelay
            : house.Janus.Life is null ? UnavailableWhy.Starting
            : (UnavailableWhy?)null;
        var stream = new MediaStream(seat, "", connection);
        var test = new TestRoom(house, stream, person, outsider, house.Turn.ForTest(person, house.Machine.GetUtcNow(), relay), relay);
        if (why is null && !(house.Pace.TakesTest(person) && Placed(test)))
        {
            why = UnavailableWhy.Busy;
        }

        if (why is { } unavailable)
        {
            yield return new UnavailableFrame(unavailable);
            yield break;
        }

        using var over = new CancellationTokenSource(Longest, house.Machine);
        using var end = over.Token.Register(() => stream.End(EndedWhy.TestOver));
        var begun = test.Begin();
        try
        {
            await foreach (var frame in stream.Read(cancel))
            {
                yield return frame;
            }
        }
        finally
        {
            try
            {
                await begun;
                await test.End();
            }
            finally
            {
                Left(test);
            }
        }
    }

    /// <summary>Null when this epoch is no test of that connection.</summary>
    public async Task<Signalled?> Signal(string connection, MediaSignal signal)
    {
        if (On(connection) is not { } test || test.Epoch != signal.Epoch)
        {
            return null;
        }

        if (!house.Pace.TakesSignal(test.Person))
        {
            return Signalled.Refused(RefusalName.TooMany);
        }

        try
        {
            return await test.Take(signal);
        }
        catch (JanusRefused)
        {
            return Signalled.Refused(RefusalName.Stale);
        }
        catch (JanusLost)
        {
            return Signalled.Refused(RefusalName.MediaUnavailable);
        }
    }

    /// <summary>A place for this test, if there is one. Whose it is gives up their earlier one: its room counts until it is gone.</summary>
    private bool Placed(TestRoom test)
    {
        lock (_gate)
        {
            if (_running.Remove(test.Person, out var before))
            {
                before.Stream.End(EndedWhy.Taken);
                _ending.Add(before);
            }

            TestRoom[] there = [.. _running.Values, .. _ending.Where(e => e != before)];
            return there.Length < Most && !(test.Outsider && there.Count(t => t.Outsider) >= MostOutsiders) && _running.TryAdd(test.Person, test);
        }
    }

    private void Left(TestRoom test)
    {
        lock (_gate)
        {
            _ending.Remove(test);
            if (_running.GetValueOrDefault(test.Person) == test)
            {
                _running.Remove(test.Person);
            }
        }
    }

    private TestRoom? On(string connection)
    {
        lock (_gate)
        {
            return _running.Values.FirstOrDefault(t => t.Stream.Connection == connection);
        }
    }
}

/// <summary>One test: its room, its one person, and oneself as the only feed.</summary>
internal sealed class TestRoom(Videoconference house, MediaStream stream, string person, bool outsider, IceServer[] ice, bool relay)
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private JanusRoom? _room;
    private Peer? _peer;

    public long Epoch { get; } = house.NextEpoch();

    /// <summary>Call and seat.</summary>
    public string Person => person;

    public bool Outsider => outsider;

    public MediaStream Stream => stream;

    public async Task Begin()
    {
        try
        {
            _room = await JanusRoom.Create(house.Janus, house.Janus.Life ?? 0, house.Sessions, seats: 1);
            _peer = new Peer(stream.Seat, Epoch, _room, house.Janus, house.Sessions, house.Machine) { Stirred = () => _ = Loop(), Offered = stream.Push };
            await _peer.Join();
            stream.Push(new RoomFrame(Epoch, ice, relay, new(MediaPermit.Allowed, MediaPermit.Allowed, MediaPermit.No), new(360, 24, 550)));
        }
        catch (Exception fault) when (fault is JanusRefused or JanusLost)
        {
            stream.Push(new UnavailableFrame(UnavailableWhy.Starting));
        }
    }

    public async Task<Signalled> Take(MediaSignal signal)
    {
        if (_peer is not { } peer)
        {
            return Signalled.Refused(RefusalName.Stale);
        }

        switch (signal)
        {
            case PublishSignal { Source: MediaSource.Camera } p:
                return new(await peer.Publish(MediaSource.Camera, p.Sdp, 550, audioMuted: false, videoMuted: false), null);
            case PublishSignal:
                return Signalled.Refused(RefusalName.ShareNotAllowed);
            case UnpublishSignal u:
                await peer.Unpublish(u.Source);
                return Signalled.Done;
            case AnswerSignal a:
                return await peer.Answer(a.Number, a.Sdp) ? Signalled.Done : Signalled.Refused(RefusalName.Stale);
            default:
                return Signalled.Done;
        }
    }

    public async Task End()
    {
        try
        {
            if (_peer is not null)
            {
                await _peer.Remove();
            }

            if (_room is not null)
            {
                await _room.Destroy();
                house.Sessions.Forget(_room.Session);
            }
        }
        catch (Exception fault) when (fault is JanusRefused or JanusLost)
        {
            // Gone with Janus.
        }
    }

    /// <summary>Once one's own connection stands, one receives it.</summary>
    private async Task Loop()
    {
        await _one.WaitAsync();
        try
        {
            if (_peer is { Camera: { Up: true } camera } peer)
            {
                var wanted = new[] { (camera.AudioMid, MediaSource.Microphone), (camera.VideoMid, MediaSource.Camera) };
                await peer.Receive([.. wanted.Where(w => w.Item1 is not null).Select(w => new Wanted(camera.Feed, w.Item1!, stream.Seat, w.Item2))]);
            }
        }
        catch (Exception fault) when (fault is JanusRefused or JanusLost)
        {
            // The test's own verdict says that nothing came back.
        }
        finally
        {
            _one.Release();
        }
    }
}
