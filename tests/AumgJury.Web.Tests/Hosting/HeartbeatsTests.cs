using System.Net.WebSockets;
using System.Text;
using AumgJury.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace AumgJury.Web.Tests.Hosting;

/// <summary>Each connection gives its signs of life at its own moment in the second.</summary>
public sealed class HeartbeatsTests : IAsyncLifetime
{
    private readonly Watched _machine = new();
    private readonly Heartbeats _beats;
    private WebApplication _house = null!;

    public HeartbeatsTests() => _beats = new Heartbeats(_machine, NullLogger<Heartbeats>.Instance, few: 0);

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        builder.Services.AddRoomComponents();
        builder.Services.AddSingleton<IUserIdProvider>(_beats);
        _house = builder.Build();
        _house.MapHub<Anybody>("/anybody");
        await _house.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync() => await _house.DisposeAsync();

    [Fact]
    public void Every_hub_of_the_house_asks_it()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddRoomComponents();
        using var built = services.BuildServiceProvider();
        Assert.IsType<Heartbeats>(built.GetRequiredService<IUserIdProvider>());
    }

    [Fact]
    public async Task No_sign_of_life_goes_out_with_all_the_others_and_none_is_left_out()
    {
        using var socket = await ConnectAsync();
        var ping = FirstPingAsync(socket);

        // Everybody's turn has come for longer than the pause between two signs of life.
        await _machine.Set(1);
        await Task.Delay(Circuits.SignOfLife + TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        Assert.False(ping.IsCompleted);

        while (!ping.IsCompleted)
        {
            _machine.Advance(TimeSpan.FromSeconds(1.0 / Heartbeats.Moments));
            await Task.WhenAny(ping, Task.Delay(20, TestContext.Current.CancellationToken));
        }

        Assert.Contains("\"type\":6", await ping, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hundred_connections_are_spread_evenly_over_the_second_and_each_beats_once()
    {
        var beats = new List<int>();
        var moment = 0;
        for (var one = 0; one < 100; one++)
        {
            _beats.Later(_beats.Place(), _ => beats.Add(moment), one);
        }

        for (; moment < Heartbeats.Moments; moment++)
        {
            _machine.Advance(TimeSpan.FromSeconds(1.0 / Heartbeats.Moments));
        }

        Assert.Equal(100, beats.Count);
        Assert.All(beats.CountBy(at => at), at => Assert.InRange(at.Value, 3, 5));
        _machine.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(100, beats.Count);
    }

    [Fact]
    public void Few_beat_together_and_many_from_the_next_second_on_at_their_own_moments()
    {
        using var beats = new Heartbeats(_machine, NullLogger<Heartbeats>.Instance, few: 10);
        var beaten = 0;
        void Common(int connections)
        {
            _machine.Advance(TimeSpan.FromSeconds(1));
            beaten = 0;
            for (var one = 0; one < connections; one++)
            {
                beats.Turn(beats.Place(), _ => beaten++, this);
            }
        }

        Common(10);
        Assert.Equal(10, beaten);
        Common(30);
        Assert.Equal(10, beaten);
        Common(30);
        Assert.Equal(0, beaten);
        _machine.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(30, beaten);
        Common(10);
        Common(10);
        Assert.Equal(10, beaten);
    }

    [Fact]
    public void Whose_turn_was_missed_is_made_up_for_at_the_next_one()
    {
        var late = new Late();
        using var beats = new Heartbeats(late, NullLogger<Heartbeats>.Instance);
        var beaten = 0;
        for (var place = 0; place < Heartbeats.Moments; place++)
        {
            beats.Later(place, _ => beaten++, this);
        }

        // A machine at its end: the timer is served once in half a second, then once in two.
        late.Serve(TimeSpan.FromSeconds(0.5));
        Assert.InRange(beaten, 12, 13);
        late.Serve(TimeSpan.FromSeconds(2));
        Assert.Equal(Heartbeats.Moments, beaten);
    }

    [Fact]
    public void What_fails_stops_nobody_else()
    {
        var beats = 0;
        _beats.Later(3, _ => throw new InvalidOperationException(), this);
        _beats.Later(3, _ => beats++, this);
        for (var moment = 0; moment < 2 * Heartbeats.Moments; moment++)
        {
            _machine.Advance(TimeSpan.FromSeconds(1.0 / Heartbeats.Moments));
        }

        Assert.Equal(1, beats);
    }

    private async Task<ClientWebSocket> ConnectAsync()
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(_house.Urls.Single()) { Scheme = "ws", Path = "/anybody" }.Uri, TestContext.Current.CancellationToken);
        await socket.SendAsync("{\"protocol\":\"json\",\"version\":1}\u001e"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);
        var answer = new byte[16];
        var read = await socket.ReceiveAsync(answer, TestContext.Current.CancellationToken);
        Assert.Equal("{}\u001e", Encoding.UTF8.GetString(answer, 0, read.Count));
        return socket;
    }

    private static async Task<string> FirstPingAsync(ClientWebSocket socket)
    {
        var bytes = new byte[64];
        var read = await socket.ReceiveAsync(bytes, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(bytes, 0, read.Count);
    }

    private sealed class Anybody : Hub;

    /// <summary>A machine whose timer is served when it is said, whatever it was set to.</summary>
    private sealed class Late : TimeProvider
    {
        private long _now;
        private TimerCallback? _timer;

        public void Serve(TimeSpan after)
        {
            _now += after.Ticks;
            _timer!(null);
        }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _timer = callback;
            return new Unset();
        }

        private sealed class Unset : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }

    /// <summary>Time that stands still until it is moved on, and knows when a timer was set.</summary>
    private sealed class Watched : FakeTimeProvider
    {
        private readonly SemaphoreSlim _set = new(0);

        /// <summary>Until timers were set so many times more.</summary>
        public async Task Set(int times)
        {
            for (; times > 0; times--)
            {
                Assert.True(await _set.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
            }
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            new Seen(base.CreateTimer(callback, state, dueTime, period), this);

        private sealed class Seen(ITimer inner, Watched by) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period)
            {
                by._set.Release();
                return inner.Change(dueTime, period);
            }

            public void Dispose() => inner.Dispose();

            public ValueTask DisposeAsync() => inner.DisposeAsync();
        }
    }
}
