using AumgJury.Web.Conference;
using Microsoft.Extensions.Logging.Abstractions;

namespace AumgJury.Web.Tests.Conference;

/// <summary>The pre-check's places: one a person, never all of them for those of outside.</summary>
public sealed class TestRoomTests : IAsyncDisposable
{
    private readonly ScriptedJanus _janus = new();
    private readonly Videoconference _house;
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<Task> _running = [];

    public TestRoomTests() => _house = new(JanusMode.Own, _janus, new TurnSettings(), TimeProvider.System, NullLogger.Instance);

    [Fact]
    public async Task A_second_test_of_a_person_ends_the_first_and_takes_no_second_place()
    {
        var first = Run("P1", outsider: true, "a");
        Assert.IsType<RoomFrame>(await first.Next());
        for (var i = 0; i < 4; i++)
        {
            var next = Run("P1", outsider: true, $"b{i}");
            Assert.IsType<RoomFrame>(await next.Next());
            Assert.Equal(EndedWhy.Taken, Assert.IsType<EndedFrame>(await first.Next()).Why);
            first = next;
        }

        Assert.IsType<RoomFrame>(await Run("M5", outsider: false, "c").Next());
    }

    [Fact]
    public async Task Those_of_outside_never_have_all_places()
    {
        for (var i = 1; i <= 8; i++)
        {
            Assert.IsType<RoomFrame>(await Run($"P{i}", outsider: true, $"p{i}").Next());
        }

        Assert.Equal(UnavailableWhy.Busy, Assert.IsType<UnavailableFrame>(await Run("P9", outsider: true, "p9").Next()).Why);
        for (var i = 1; i <= 4; i++)
        {
            Assert.IsType<RoomFrame>(await Run($"M{i}", outsider: false, $"m{i}").Next());
        }

        Assert.Equal(UnavailableWhy.Busy, Assert.IsType<UnavailableFrame>(await Run("M5", outsider: false, "m5").Next()).Why);
    }

    [Fact]
    public async Task A_person_who_begins_tests_without_a_pause_is_refused_and_asks_janus_for_no_more()
    {
        for (var i = 0; ; i++)
        {
            Assert.True(i < 20_000, "Nothing bounded it.");
            var made = _janus.Asked.Count(a => a == "create");
            var frame = await Run("P1", outsider: true, $"c{i}").Next();
            if (frame is UnavailableFrame { Why: UnavailableWhy.Busy })
            {
                Assert.Equal(made, _janus.Asked.Count(a => a == "create"));
                break;
            }
        }

        // Nobody else's pace: only the rooms that are still being ended count.
        for (var i = 0; await Run($"M{i}", outsider: false, $"m{i}").Next() is not RoomFrame; i++)
        {
            Assert.True(i < 1500, "Somebody else never got a test.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_running);
        _house.Dispose();
        _stopping.Dispose();
    }

    private Reader Run(string seat, bool outsider, string connection)
    {
        var frames = System.Threading.Channels.Channel.CreateUnbounded<MediaFrame>();
        _running.Add(Task.Run(async () =>
        {
            try
            {
                await foreach (var frame in _house.Tests.Run($"call/{seat}", seat, outsider, connection, relay: false, _stopping.Token))
                {
                    frames.Writer.TryWrite(frame);
                }
            }
            catch (OperationCanceledException)
            {
                // The test is over.
            }
        }));
        return new(frames.Reader);
    }

    private sealed record Reader(System.Threading.Channels.ChannelReader<MediaFrame> Frames)
    {
        public async Task<MediaFrame> Next()
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            return await Frames.ReadAsync(patience.Token);
        }
    }
}
