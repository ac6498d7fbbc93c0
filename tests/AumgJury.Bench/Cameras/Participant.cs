using System.Text.Json;
using AumgJury.Bench.Acts;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Conference;
using AumgJury.Web.Realtime;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace AumgJury.Bench.Cameras;

/// <summary>A seat with picture and sound: the hub's protocol as a page speaks it, over a peer's connections.</summary>
internal sealed class Participant : IAsyncDisposable
{
    private static readonly TimeSpan Telling = TimeSpan.FromSeconds(3);
    private readonly CancellationTokenSource _stopping = new();
    private readonly HubConnection _hub;
    private readonly Peers _peers;
    private readonly string[] _shows;
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> _refused = new();
    private Task _reading = Task.CompletedTask;
    private Task _telling = Task.CompletedTask;
    private Frame? _seen;
    private RoomFrame? _room;

    private Participant(HubConnection hub, string seat, Peers peers, string[] shows)
    {
        _hub = hub;
        Seat = seat;
        _peers = peers;
        _shows = shows;
    }

    public string Seat { get; }

    public SeatView? View => Volatile.Read(ref _seen)?.View;

    public RoomFrame? Room => Volatile.Read(ref _room);

    /// <summary>What went wrong, if something did.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>The room as it was told of it last, what it was refused, and what went wrong.</summary>
    public override string ToString() => $"{Seat}: {Room}; refused {string.Join(", ", _refused)}; {Fault}";

    /// <param name="shows">Whose pictures its page shows.</param>
    public static async Task<Participant> SitAsync(Uri house, Entrance entrance, string call, string seat, Peers peers, string[] shows)
    {
        var (number, cookies) = await entrance.EnterAsync(house, call, seat);
        var hub = new HubConnectionBuilder()
            .WithUrl(new Uri(house, $"/s/{number}/jury"), options => options.Cookies = cookies)

            // The server takes six seconds of silence for a loss.
            .WithKeepAliveInterval(TimeSpan.FromSeconds(1.5))
            .AddJsonProtocol(json => WireJson.Configure(json.PayloadSerializerOptions))
            .Build();
        var person = new Participant(hub, seat, peers, shows);
        await hub.StartAsync();
        person._reading = Task.WhenAll(Task.Run(person.WatchAsync), Task.Run(person.ListenAsync));
        person._telling = Task.Run(person.TellAsync);
        return person;
    }

    public async Task DoAsync(Command command)
    {
        var sent = await _hub.InvokeAsync<Sent>("Send", Guid.NewGuid().ToString("N"), JsonSerializer.SerializeToElement(command, WireJson.Options));
        if (sent.Refusal is { } refusal)
        {
            throw new InvalidOperationException($"{Seat} {command}: {refusal.Name} {string.Join(", ", refusal.Details)}");
        }
    }

    /// <summary>Waits until the seat's view is so.</summary>
    public async Task UntilAsync(Func<SeatView, bool> question, string what)
    {
        for (var i = 0; i < 12_000; i++)
        {
            if (View is { } view && question(view))
            {
                return;
            }

            await Task.Delay(5);
        }

        throw new TimeoutException($"{Seat} never saw {what}: {Fault} {View}");
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _reading;
        await _telling;
        await _hub.DisposeAsync();
        await _peers.CloseAsync(Seat);
        _stopping.Dispose();
    }

    private async Task<Signalled> SignalAsync(MediaSignal signal)
    {
        var answer = await _hub.InvokeAsync<Signalled>("Signal", JsonSerializer.SerializeToElement(signal, WireJson.Options));
        if (answer.Refusal is { } refusal)
        {
            _refused.Enqueue($"{signal.GetType().Name} {refusal.Name}");
        }

        return answer;
    }

    private async Task WatchAsync()
    {
        try
        {
            await foreach (var frame in _hub.StreamAsync<Frame>("Watch", _stopping.Token))
            {
                Volatile.Write(ref _seen, frame);
            }
        }
        catch (OperationCanceledException)
        {
        }
        catch (Exception fault)
        {
            Fault = fault;
        }
    }

    private async Task ListenAsync()
    {
        try
        {
            await foreach (var frame in _hub.StreamAsync<MediaFrame>("Media", _stopping.Token))
            {
                await TakeAsync(frame);
            }
        }
        catch (OperationCanceledException)
        {
        }
        catch (Exception fault)
        {
            Fault = fault;
        }
    }

    private async Task TakeAsync(MediaFrame frame)
    {
        switch (frame)
        {
            case RoomFrame room:
                var before = _room;
                Volatile.Write(ref _room, room);
                if (before?.Epoch != room.Epoch)
                {
                    await EnterAsync(room);
                }

                break;
            case OfferFrame offer when offer.Epoch == _room?.Epoch:
                // What the peer cannot answer stays unanswered: the house then begins again with another epoch.
                try
                {
                    await SignalAsync(new AnswerSignal(offer.Epoch, offer.Number, await _peers.AnswerAsync(Seat, offer.Sdp)));
                }
                catch (PeerFault fault)
                {
                    _refused.Enqueue(fault.Message);
                }

                break;
            case OutFrame or UnavailableFrame or EndedFrame:
                // Whoever is moved out keeps what they have: it must be dead without their help.
                Volatile.Write(ref _room, null);
                break;
        }
    }

    private async Task EnterAsync(RoomFrame room)
    {
        // As a page does, it begins again when it was not taken, or when its connection does not come to stand.
        for (var i = 0; i < 5; i++)
        {
            await _peers.CloseAsync(Seat);
            try
            {
                var answer = await SignalAsync(new PublishSignal(room.Epoch, MediaSource.Camera, await _peers.PublishAsync(Seat)));
                if (answer.Sdp is { } sdp)
                {
                    await _peers.PublishedAsync(Seat, sdp);
                    await SignalAsync(new SendingSignal(room.Epoch, true, true));
                    await SignalAsync(new ShowSignal(room.Epoch, [.. _shows.Select(s => new Tile(s, MediaSource.Camera, 180))]));
                    return;
                }
            }
            catch (PeerFault fault)
            {
                _refused.Enqueue(fault.Message);
            }

            await Task.Delay(500);
        }
    }

    /// <summary>The report on its link that a page makes every three seconds.</summary>
    private async Task TellAsync()
    {
        using var timer = new PeriodicTimer(Telling);
        try
        {
            while (await timer.WaitForNextTickAsync(_stopping.Token))
            {
                if (Room is { } room)
                {
                    await SignalAsync(new StatsSignal(room.Epoch, 5, 0, 0, 170, 170 * _shows.Length));
                }
            }
        }
        catch (Exception cut) when (cut is OperationCanceledException or InvalidOperationException)
        {
        }
    }
}
