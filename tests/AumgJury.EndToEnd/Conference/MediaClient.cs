using System.Diagnostics;
using System.Text.Json;
using AumgJury.Core.Sittings;
using AumgJury.Web.Conference;
using AumgJury.Web.Realtime;
using AumgJury.Web.Tests.Realtime;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Playwright;

namespace AumgJury.EndToEnd.Conference;

/// <summary>
/// One person of the videoconference: a raw client of the hub, whose connections are those of a bare page of real Chromium. It does what the
/// protocol asks, unless it was made hostile: then it closes nothing.
/// </summary>
internal sealed class MediaClient : IAsyncDisposable
{
    /// <summary>A machine that does other work is slow, and that is no fault.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource _stopping = new();
    private readonly List<MediaFrame> _frames = [];
    private readonly SemaphoreSlim _page = new(1, 1);
    private Task _reading = Task.CompletedTask;
    private RoomFrame? _room;

    private MediaClient(JuryClient hub, IPage? page)
    {
        Hub = hub;
        Page = page;
    }

    public JuryClient Hub { get; }

    public IPage? Page { get; }

    /// <summary>Keeps its connections whatever it is told.</summary>
    public bool Hostile { get; set; }

    /// <summary>Its connections go through the relay alone.</summary>
    public bool RelayOnly { get; init; }

    public Tile[] Shows { get; set; } = [];

    public RoomFrame? Room => Volatile.Read(ref _room);

    public Exception? Fault { get; private set; }

    /// <summary>What came, and was done as it asks: whoever finds an <see cref="OutFrame"/> here finds the connections closed.</summary>
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

    public static MediaClient Sit(JuryClient hub, IPage? page, Tile[] shows, string stream = "Media", params object[] arguments) => Start(new MediaClient(hub, page) { Shows = shows }, stream, arguments);

    /// <summary>Everything of this person goes through the relay.</summary>
    public static MediaClient SitBehindRelay(JuryClient hub, IPage page, Tile[] shows) => Start(new MediaClient(hub, page) { Shows = shows, RelayOnly = true }, "Media", []);

    private static MediaClient Start(MediaClient client, string stream, object[] arguments)
    {
        client._reading = Task.Run(() => client.Read(stream, arguments));
        return client;
    }

    public Task<Signalled> Signal(MediaSignal signal) => Raw(JsonSerializer.SerializeToElement(signal, WireJson.Options));

    public Task<Signalled> Raw(JsonElement signal) => Hub.Hub.InvokeAsync<Signalled>("Signal", signal);

    /// <summary>Waits until a frame answers the question; of the room and of its people the last one, since those before it hold no longer. Whole seconds pass only when none ever does.</summary>
    public async Task<T> Until<T>(Func<T, bool>? question = null, string what = "")
        where T : MediaFrame
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience; await Task.Delay(50))
        {
            var came = Frames.OfType<T>();
            if (typeof(T) == typeof(RoomFrame) || typeof(T) == typeof(PeopleFrame))
            {
                came = came.TakeLast(1);
            }

            if (came.LastOrDefault(f => question?.Invoke(f) != false) is { } found)
            {
                return found;
            }
        }

        throw new TimeoutException($"{Hub.Number} never got {typeof(T).Name} {what}; {Fault}; last frames: {string.Join(" | ", Frames.TakeLast(5).Select(f => f.ToString()))}");
    }

    public async Task Show(params Tile[] tiles)
    {
        Shows = tiles;
        if (Room is { } room)
        {
            Assert.Null((await Signal(new ShowSignal(room.Epoch, tiles))).Refusal);
        }
    }

    public async Task<Counted> Stats()
    {
        var json = await Page!.EvaluateAsync<JsonElement>("() => peer.stats()");
        return json.Deserialize<Counted>(JsonSerializerOptions.Web)!;
    }

    /// <summary>What had come to the machine's sockets by now, all of it.</summary>
    public async Task<Counted> Settled()
    {
        await Page!.EvaluateAsync("() => settled()");
        return await Stats();
    }

    /// <summary>Waits until nothing of this comes any more for a moment: what was ordered is done, and what was on its way is counted.</summary>
    public async Task<Counted> Stops(Func<Counted, double> packets, string what)
    {
        var before = await Settled();
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience;)
        {
            await Task.Delay(700);
            var now = await Settled();
            if (packets(now) == packets(before))
            {
                return now;
            }

            before = now;
        }

        throw new TimeoutException($"{Hub.Number}: {what} never stopped: {before}; {Fault}; {string.Join(" | ", Frames.TakeLast(4).Select(f => f.ToString()))}");
    }

    /// <summary>Waits until what is received grows as the question says, from now.</summary>
    public async Task<Counted> Grows(Func<Counted, Counted, bool> grown, string what)
    {
        var before = await Stats();
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience; await Task.Delay(100))
        {
            var now = await Stats();
            if (grown(before, now))
            {
                return now;
            }
        }

        throw new TimeoutException($"{Hub.Number}: {what} never came: {before} -> {await Stats()}; {Fault}; {string.Join(" | ", Frames.TakeLast(4).Select(f => f.ToString()))}");
    }

    public async Task Publish()
    {
        if (Page is null || Room is not { } room)
        {
            return;
        }

        await _page.WaitAsync();
        try
        {
            var sdp = await Page.EvaluateAsync<string>("ice => peer.publish(ice)", Ice(room));
            var answer = await Signal(new PublishSignal(room.Epoch, MediaSource.Camera, sdp));
            if (answer.Sdp is { } accepted)
            {
                await Page.EvaluateAsync("sdp => peer.published(sdp)", accepted);
                await Signal(new SendingSignal(room.Epoch, true, true));
                await Signal(new ShowSignal(room.Epoch, Shows));
            }
        }
        finally
        {
            _page.Release();
        }
    }

    public async Task<Signalled> Share()
    {
        var sdp = await Page!.EvaluateAsync<string>("ice => peer.share(ice)", Ice(Room!));
        var answer = await Signal(new PublishSignal(Room!.Epoch, MediaSource.Screen, sdp));
        if (answer.Sdp is { } accepted)
        {
            await Page.EvaluateAsync("sdp => peer.shared(sdp)", accepted);
        }

        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _reading;
        if (Page is not null)
        {
            await Page.Context.CloseAsync();
        }

        _stopping.Dispose();
        _page.Dispose();
    }

    private object Ice(RoomFrame room) => new { servers = room.Ice.Select(i => new { urls = i.Urls, username = i.Username, credential = i.Credential }).ToArray(), relay = RelayOnly || room.Relay };

    private async Task Read(string stream, object[] arguments)
    {
        try
        {
            var frames = arguments.Length == 0
                ? Hub.Hub.StreamAsync<MediaFrame>(stream, _stopping.Token)
                : Hub.Hub.StreamAsync<MediaFrame>(stream, arguments[0], _stopping.Token);
            await foreach (var frame in frames)
            {
                try
                {
                    await Do(frame);
                }
                finally
                {
                    lock (_frames)
                    {
                        _frames.Add(frame);
                    }
                }
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or System.Net.WebSockets.WebSocketException or PlaywrightException)
        {
            Fault = ended;
        }
        catch (Exception fault)
        {
            Fault = fault;
        }
    }

    private async Task Do(MediaFrame frame)
    {
        switch (frame)
        {
            case RoomFrame room:
                var before = Room;
                Volatile.Write(ref _room, room);
                if (before?.Epoch != room.Epoch)
                {
                    await Close();
                    await Publish();
                }

                break;
            case OfferFrame offer when Page is not null:
                await _page.WaitAsync();
                try
                {
                    var sdp = await Page.EvaluateAsync<string>("([ice, sdp]) => peer.answer(ice, sdp)", new object[] { Ice(Room!), offer.Sdp });
                    await Signal(new AnswerSignal(offer.Epoch, offer.Number, sdp));
                }
                finally
                {
                    _page.Release();
                }

                break;
            case OutFrame or UnavailableFrame or EndedFrame:
                Volatile.Write(ref _room, null);
                await Close();
                break;
        }
    }

    private async Task Close()
    {
        if (Page is not null)
        {
            await Page.EvaluateAsync("keep => peer.close(keep)", Hostile);
        }
    }
}

/// <summary>What a page received and sent so far.</summary>
internal sealed record Counted(double Audio, double Video, double Frames, double Sent, Dictionary<string, double> Lines, string Pair)
{
    public double Received => Audio + Video;
}
