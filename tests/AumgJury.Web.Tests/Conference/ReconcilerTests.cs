using System.Diagnostics;
using AumgJury.Core.Sittings;
using AumgJury.Web.Conference;
using AumgJury.Web.Realtime;
using AumgJury.Web.Tests.Realtime;
using Microsoft.Extensions.Logging.Abstractions;

namespace AumgJury.Web.Tests.Conference;

/// <summary>The reconciler beside a scripted Janus: what it asks, in which order, and that it believes nothing that is not proven.</summary>
public sealed class ReconcilerTests : IAsyncDisposable
{
    /// <summary>A machine that does other work is slow, and that is no fault.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TestHouse _house = new();
    private readonly ScriptedJanus _janus = new();
    private readonly MediaRoom _room;
    private readonly List<Task> _reading = [];

    public ReconcilerTests() =>
        _room = new Videoconference(JanusMode.Own, _janus, new TurnSettings(), TimeProvider.System, NullLogger.Instance).RoomOf(Live, fault => throw fault);

    private LiveCall Live => _house.Call.Live;

    [Fact]
    public async Task Nobody_gets_a_session_before_they_have_confirmed_and_everybody_who_has_gets_one()
    {
        var m4 = await Sit("M4");
        var p1 = await Sit("P1");
        await m4.Until<OutFrame>();
        await p1.Until<OutFrame>();
        await Do("SEC", new OpenDoors());
        await Do("M4", new ConfirmPresence());
        var room = await m4.Until<RoomFrame>();
        Assert.Equal(Core.Room.MediaPermit.Allowed, room.Me.Microphone);
        Assert.DoesNotContain(p1.Frames, f => f is RoomFrame);

        // The room's own session and one person's.
        Assert.Equal(2, (await _janus.Sessions()).Length);
        Assert.Contains(_janus.Asked, a => a.StartsWith("create ", StringComparison.Ordinal) && a.Contains("\"require_pvtid\":true", StringComparison.Ordinal) && a.Contains("\"is_private\":true", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Out_means_the_whole_session_first_then_what_is_in_it_and_again_until_it_is_gone()
    {
        var (m4, m5) = await Two();
        await Published(m4);
        await m5.Until<OfferFrame>(f => f.Streams.Any(s => s is { Seat: "M4", Source: MediaSource.Microphone }));
        var asked = _janus.Asked.Length;
        _janus.DeafToDestroy = 2;

        await Do("M5", new StepOut());

        await m5.Until<OutFrame>();
        await Eventually(async () => await _room.Prove(0) is not null);
        var removal = _janus.Asked[asked..].Where(a => a.Split(' ')[0] is "detach" or "kick" or "destroy").Select(a => a.Split(' ')[0]).ToArray();
        Assert.Equal("destroy", removal[0]);
        Assert.True(Array.IndexOf(removal, "detach") < Array.IndexOf(removal, "kick"));
        Assert.True(removal.Count(r => r == "destroy") >= 3);
        Assert.Equal(RefusalName.NotInMedia, (await _room.Signal("M5", "M5", new ShowSignal(m5.Epoch, []))).Refusal?.Name);
    }

    [Fact]
    public async Task Whoever_could_not_subscribe_at_first_begins_again_with_another_handle_in_the_same_epoch()
    {
        var (m4, m5) = await Two();
        var epoch = m5.Epoch;
        _janus.RefusesSubscribers = 2;
        await Published(m4);

        var offer = await m5.Until<OfferFrame>(f => f.Streams.Any(s => s is { Seat: "M4", Source: MediaSource.Microphone }));

        Assert.Equal((epoch, 0), (offer.Epoch, _janus.RefusesSubscribers));
        Assert.DoesNotContain(_janus.Asked, a => a.StartsWith("update ", StringComparison.Ordinal));
        Assert.Equal(2, _janus.Asked.Count(a => a.StartsWith("detach ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_flood_of_descriptions_that_come_to_nothing_leaves_no_handle_and_is_refused_by_name()
    {
        var (m4, m5) = await Two();
        var session = await _janus.Sessions();
        var held = await Held(session);
        for (var i = 0; ; i++)
        {
            Assert.True(i < 20_000, "Nothing bounded it.");
            var refusal = (await _room.Signal("M4", "M4", new PublishSignal(m4.Epoch, MediaSource.Camera, "v=0 garbage"))).Refusal?.Name;
            if (refusal == RefusalName.TooMany)
            {
                break;
            }

            Assert.Equal(RefusalName.Malformed, refusal);
            Assert.Equal(held, await Held(session));
        }

        // The way out needs no signal, and nobody else is refused.
        Assert.Null((await _room.Signal("M5", "M5", new ShowSignal(m5.Epoch, []))).Refusal);
        await Do("M4", new StepOut());
        await m4.Until<OutFrame>();
        await Eventually(async () => await _room.Prove(0) is not null);
    }

    [Fact]
    public async Task Handles_that_janus_does_not_give_back_are_bounded_and_do_not_keep_anybody_in()
    {
        var (m4, _) = await Two();
        var sessions = await _janus.Sessions();
        _janus.DeafToDetach = true;
        RefusalName? refusal = null;
        for (var i = 0; i < 20 && refusal != RefusalName.TooMany; i++)
        {
            refusal = (await _room.Signal("M4", "M4", new PublishSignal(m4.Epoch, MediaSource.Camera, "v=0 garbage"))).Refusal?.Name;
        }

        Assert.Equal(RefusalName.TooMany, refusal);
        Assert.All(await Task.WhenAll(sessions.Select(_janus.Handles)), handles => Assert.InRange(handles!.Length, 0, 8));
        await Do("M4", new StepOut());
        await m4.Until<OutFrame>();
        await Eventually(async () => await _room.Prove(0) is not null);
    }

    [Fact]
    public async Task Streams_opened_without_a_pause_are_refused_and_leave_the_earlier_one_and_janus_alone()
    {
        var (_, m5) = await Two();
        var last = await Sit("M4", "c0");
        await last.Until<RoomFrame>();
        for (var i = 1; ; i++)
        {
            Assert.True(i < 20_000, "Nothing bounded it.");
            var made = _janus.Asked.Count(a => a == "create");
            var next = await Sit("M4", $"c{i}");
            if (await next.First() is UnavailableFrame { Why: UnavailableWhy.Busy })
            {
                await next.Reading;
                Assert.Equal(made, _janus.Asked.Count(a => a == "create"));
                break;
            }

            last = next;
            await last.Until<RoomFrame>();
        }

        Assert.False(last.Reading.IsCompleted);
        Assert.Null((await _room.Signal("M4", last.Stream.Connection, new ShowSignal(last.Epoch, []))).Refusal);
        Assert.False(m5.Reading.IsCompleted);
    }

    [Fact]
    public async Task While_janus_still_knows_the_session_nothing_is_proven()
    {
        var (_, m5) = await Two();
        Assert.NotNull(await _room.Prove(0));
        _janus.DeafToDestroy = int.MaxValue;
        await Do("M5", new StepOut());
        await m5.Until<OutFrame>();
        Assert.Null(await _room.Prove(0));
        _janus.DeafToDestroy = 0;
        await Eventually(async () => await _room.Prove(0) is not null);
    }

    [Fact]
    public async Task Nothing_is_proven_of_whoever_is_moved_out_while_janus_s_lists_are_read()
    {
        var (_, m5) = await Two();
        _janus.DeafToDestroy = int.MaxValue;
        _janus.Meanwhile(async () =>
        {
            await Do("M5", new StepOut());
            await m5.Until<OutFrame>();
        });

        Assert.Null(await _room.Prove(0));

        _janus.DeafToDestroy = 0;
        await Eventually(async () => await _room.Prove(0) is not null);
        Assert.Equal(2, (await _janus.Sessions()).Length);
    }

    [Fact]
    public async Task Who_is_moved_out_while_they_are_let_in_is_out()
    {
        await Do("SEC", new OpenDoors());
        await Do("M4", new ConfirmPresence());
        var m4 = await Sit("M4");
        await m4.Until<RoomFrame>();
        _janus.Hold = new();
        var m5 = await Sit("M5");
        await Do("M5", new ConfirmPresence());

        // Their question waits for its answer: before, nothing would be under way that a removal must wait for.
        await Eventually(() => Task.FromResult(_janus.Asked.Count(a => a.StartsWith("join ", StringComparison.Ordinal)) == 2));
        await Do("M5", new StepOut());
        Assert.Null(await _room.Prove(0));
        _janus.Hold.SetResult();
        await Eventually(async () => await _room.Prove(0) is not null);
        Assert.Equal(2, (await _janus.Sessions()).Length);
        Assert.DoesNotContain(m5.Frames, f => f is RoomFrame);
    }

    [Fact]
    public async Task A_stranger_is_a_leak_and_is_ended()
    {
        var (_, _) = await Two();

        // It cannot be ended at first: whoever looks first, the proof or the audit, finds it.
        _janus.DeafToDestroy = int.MaxValue;
        var stranger = _janus.Intrude();
        Assert.Null(await _room.Prove(0));
        Assert.True(_room.TakeLeak());
        _janus.DeafToDestroy = 0;
        await Eventually(async () => await _room.Prove(0) is not null);
        Assert.Null(await _janus.Handles(stranger));
    }

    [Fact]
    public async Task A_mute_is_told_again_to_every_new_publication_before_anybody_can_subscribe()
    {
        var (m4, _) = await Two();
        await Published(m4);
        await Do("M1", new MuteSeat("M4"));
        await Eventually(() => Task.FromResult(_janus.Asked.Any(a => a.StartsWith("moderate", StringComparison.Ordinal) && a.Contains("\"mute\":true", StringComparison.Ordinal))));
        var before = _janus.Asked.Length;
        Assert.NotNull((await _room.Signal("M4", "M4", new PublishSignal(m4.Epoch, MediaSource.Camera, "v=0 again"))).Sdp);
        var after = _janus.Asked[before..].Select(a => a.Split(' ')[0]).Where(a => a is "publish" or "moderate" or "update").ToArray();
        Assert.Equal("publish", after[0]);
        Assert.Equal("moderate", after[1]);
    }

    [Fact]
    public async Task Without_janus_a_verified_room_is_in_doubt_and_with_it_everybody_begins_a_new_epoch()
    {
        var (m4, m5) = await Two();
        var epoch = m4.Epoch;
        _janus.Die();
        await m4.Until<UnavailableFrame>();
        Assert.Equal(RefusalName.MediaUnavailable, (await _room.Signal("M4", "M4", new ShowSignal(epoch, []))).Refusal?.Name);
        Assert.Null(await _room.Prove(0));
        _janus.Revive();
        await m4.Until<RoomFrame>(f => f.Epoch > epoch);
        await m5.Until<RoomFrame>(f => f.Epoch > epoch);
        Assert.Equal(RefusalName.Stale, (await _room.Signal("M4", "M4", new ShowSignal(epoch, []))).Refusal?.Name);
    }

    [Fact]
    public async Task A_poor_link_keeps_the_sound_alone_and_the_minutes_say_so()
    {
        var (m4, m5) = await Two();
        await Published(m5);
        await _room.Signal("M4", "M4", new ShowSignal(m4.Epoch, [new Tile("M5", MediaSource.Camera, 360)]));
        for (var i = 0; i < 20 && Live.Kept.Media().Of("M4") is not { AudioOnly: true }; i++)
        {
            await _room.Signal("M4", "M4", new StatsSignal(m4.Epoch, 900, 0.2, 0.5, 10, 20));

            // A report that follows at once is not looked at.
            await _room.Signal("M4", "M4", new StatsSignal(m4.Epoch, 10, 0, 0, 1000, 1000));
            await Task.Delay(1100, TestContext.Current.CancellationToken);
        }

        await m4.Until<RoomFrame>(f => f.Me is { Camera: Core.Room.MediaPermit.No, Microphone: Core.Room.MediaPermit.Allowed });
        Assert.True(Live.Kept.Media().Of("M4") is { AudioOnly: true, Sees: [] });
        Assert.Contains(await _house.JournalLines(), l => l.Contains("\"audio-only-noted.v1\",\"seat\":\"M4\",\"on\":true", StringComparison.Ordinal));
        await m5.Until<PeopleFrame>(f => f.People.Any(p => p is { Seat: "M4", AudioOnly: true, Quality: LinkQuality.Poor }));
    }

    [Fact]
    public async Task What_janus_itself_counts_as_lost_leaves_the_sound_alone_without_any_report()
    {
        var (m4, m5) = await Two();
        await Published(m5);
        await m4.Until<OfferFrame>();
        var receiving = _janus.LastHandle;
        for (var i = 0; i < 30 && Live.Kept.Media().Of("M4") is not { AudioOnly: true }; i++)
        {
            _janus.Tell(receiving, "slowlink", """{"janus":"slowlink","media":"video","uplink":false,"lost":40}""");
            await Task.Delay(900, TestContext.Current.CancellationToken);
        }

        await m4.Until<RoomFrame>(f => f.Me is { Camera: Core.Room.MediaPermit.No, Microphone: Core.Room.MediaPermit.Allowed });
        await m5.Until<PeopleFrame>(f => f.People.Any(p => p is { Seat: "M4", AudioOnly: true, Quality: LinkQuality.Poor }));
        Assert.Contains(await _house.JournalLines(), l => l.Contains("\"audio-only-noted.v1\",\"seat\":\"M4\",\"on\":true", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_is_slow_to_enter_delays_nobody_else()
    {
        var (m4, m5) = await Two();
        Assert.NotNull((await _room.Signal("M4", "M4", new PublishSignal(m4.Epoch, MediaSource.Camera, "v=0 offer"))).Sdp);
        var publishing = _janus.LastHandle;
        await Do("M6", new ConfirmPresence());
        _janus.Hold = new();
        var m6 = await Sit("M6");
        await Eventually(() => Task.FromResult(_janus.Asked.Count(a => a == "create") == 4));

        _janus.Tell(publishing, "webrtcup");

        await m5.Until<OfferFrame>(f => f.Streams.Any(s => s is { Seat: "M4", Source: MediaSource.Microphone }));
        Assert.DoesNotContain(m6.Frames, f => f is RoomFrame);
        _janus.Hold.SetResult();
        await m6.Until<OfferFrame>(f => f.Streams.Any(s => s is { Seat: "M4", Source: MediaSource.Microphone }));
    }

    [Fact]
    public async Task Whoever_comes_or_is_let_in_while_janus_is_gone_is_told_so()
    {
        await Two();
        var m6 = await Sit("M6");
        await m6.Until<OutFrame>();
        _janus.Die();
        await Do("M6", new ConfirmPresence());
        await m6.Until<UnavailableFrame>();
        await Do("M7", new ConfirmPresence());
        var m7 = await Sit("M7");
        await m7.Until<UnavailableFrame>();

        // Whoever leaves meanwhile does not wait for Janus in vain.
        await Do("M6", new StepOut());
        await Eventually(() => Task.FromResult(m6.Frames[^1] is OutFrame));
        _janus.Revive();
        await m7.Until<RoomFrame>();
        Assert.IsType<OutFrame>(m6.Frames[^1]);
    }

    [Fact]
    public async Task A_second_stream_of_a_person_ends_the_first_and_takes_its_place()
    {
        var (m4, _) = await Two();
        var second = await Sit("M4", "other");
        Assert.Equal(EndedWhy.Taken, (await m4.Until<EndedFrame>()).Why);
        await second.Until<RoomFrame>();
        Assert.Equal(RefusalName.MediaElsewhere, (await _room.Signal("M4", "M4", new ShowSignal(second.Epoch, []))).Refusal?.Name);
        await Eventually(async () => (await _janus.Sessions()).Length == 3);
    }

    public async ValueTask DisposeAsync()
    {
        _janus.Hold?.TrySetResult();
        await _room.DisposeAsync();
        await Task.WhenAll(_reading);
        await _house.DisposeAsync();
    }

    private static async Task Eventually(Func<Task<bool>> question)
    {
        for (var watch = Stopwatch.StartNew(); !await question(); await Task.Delay(20))
        {
            Assert.True(watch.Elapsed < Patience, "It never came to be so.");
        }
    }

    private async Task Do(string seat, Command command)
    {
        var sent = await Live.Send(Actor.Seat(seat), command);
        Assert.True(sent.Refusal is null, $"{seat} {command}: {sent.Refusal?.Name}");
    }

    private async Task<int> Held(long[] sessions) => (await Task.WhenAll(sessions.Select(_janus.Handles))).Sum(h => h?.Length ?? 0);

    private async Task<Watched> Sit(string seat, string? connection = null)
    {
        // The session is what the state says: a stream of another one is ended.
        var session = Live.Kept.Access(seat).Session;
        if (session is null)
        {
            session = new string(seat[1], 64);
            Assert.Null((await Live.Send(Actor.Access, new OpenSession(seat, session, false))).Refusal);
        }

        var watched = new Watched(_room.Open(seat, session, connection ?? seat));
        _reading.Add(watched.Reading);
        return watched;
    }

    private async Task<(Watched M4, Watched M5)> Two()
    {
        await Do("SEC", new OpenDoors());
        await Do("M4", new ConfirmPresence());
        await Do("M5", new ConfirmPresence());
        await Do("M1", new ConfirmPresence());
        var (m4, m5) = (await Sit("M4"), await Sit("M5"));
        await m4.Until<RoomFrame>();
        await m5.Until<RoomFrame>();
        return (m4, m5);
    }

    private async Task Published(Watched person)
    {
        Assert.NotNull((await _room.Signal(person.Stream.Seat, person.Stream.Seat, new PublishSignal(person.Epoch, MediaSource.Camera, "v=0 offer"))).Sdp);
        _janus.Tell(_janus.LastHandle, "webrtcup");
    }

    /// <summary>A stream and everything that came through it.</summary>
    private sealed class Watched
    {
        private readonly List<MediaFrame> _frames = [];

        public Watched(MediaStream stream)
        {
            Stream = stream;
            Reading = Task.Run(Read);
        }

        public MediaStream Stream { get; }

        public Task Reading { get; }

        public long Epoch => Frames.OfType<RoomFrame>().Last().Epoch;

        public MediaFrame[] Frames
        {
            get
            {
                lock (_frames)
                {
                    return [.. _frames];
                }
            }
        }

        public async Task<MediaFrame> First()
        {
            for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience && Frames.Length == 0;)
            {
                await Task.Delay(10);
            }

            return Frames[0];
        }

        public async Task<T> Until<T>(Func<T, bool>? question = null)
            where T : MediaFrame
        {
            for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience; await Task.Delay(10))
            {
                if (Frames.OfType<T>().LastOrDefault(f => question?.Invoke(f) != false) is { } found)
                {
                    return found;
                }
            }

            throw new TimeoutException($"{Stream.Seat} never got {typeof(T).Name}: {string.Join(" | ", Frames.Select(f => f.ToString()))}");
        }

        private async Task Read()
        {
            await foreach (var frame in Stream.Read(CancellationToken.None))
            {
                lock (_frames)
                {
                    _frames.Add(frame);
                }
            }
        }
    }
}
