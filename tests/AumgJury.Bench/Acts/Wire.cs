using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using AumgJury.Web.Accounts;

namespace AumgJury.Bench.Acts;

/// <summary>
/// The cheapest honest client of a hub with the JSON protocol: it frames and counts, and reads no more of a message than a measure asks for,
/// so that a thousand of them leave the machine to the server.
/// </summary>
internal sealed class Wire : IAsyncDisposable
{
    /// <summary>How long an answer is waited for.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private const byte End = 0x1e;
    private static int _doors;
    private readonly ClientWebSocket _socket;
    private readonly ConcurrentDictionary<string, TaskCompletionSource<string?>> _waiting = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _sending = new(1);
    private readonly CancellationTokenSource _stopping = new();
    private int _invocation;
    private Task _reading = Task.CompletedTask;

    private Wire(ClientWebSocket socket) => _socket = socket;

    /// <summary>Told of every message that carries a view or a broadcast, on the reading thread; the bytes are lent.</summary>
    public Action<ReadOnlyMemory<byte>>? OnFrame { get; set; }

    /// <summary>Views or broadcasts that came.</summary>
    public long Frames { get; private set; }

    /// <summary>Of all those.</summary>
    public long FrameBytes { get; private set; }

    /// <summary>The two posts of the entrance, each from a loopback address of its own: the house takes only a few a second from one.</summary>
    /// <returns>The seat's number in addresses.</returns>
    public static async Task<string> DoorAsync(Uri house, string secret, CookieContainer cookies)
    {
        var place = Interlocked.Increment(ref _doors);
        using var handler = new SocketsHttpHandler
        {
            CookieContainer = cookies,
            AllowAutoRedirect = false,
            ConnectCallback = async (context, stop) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Bind(new IPEndPoint(new IPAddress([127, 1, (byte)(place / 250), (byte)((place % 250) + 1)]), 0));
                await socket.ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, stop);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        using var http = new HttpClient(handler) { BaseAddress = house };
        using var asked = await http.PostAsJsonAsync("/entrer/lien", new LinkPost(secret));
        var found = await asked.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<LinkFound>();
        using var form = new FormUrlEncodedContent([new("secret", secret)]);
        using var entered = await http.PostAsync($"/s/{found!.Number}/entrer", form);
        // A real house sets them for HTTPS alone; the bench stands where its reverse proxy would.
        foreach (Cookie cookie in cookies.GetAllCookies())
        {
            cookie.Secure = false;
        }

        return entered.StatusCode == HttpStatusCode.Redirect ? found.Number : throw new InvalidOperationException($"The entrance answered {entered.StatusCode}.");
    }

    /// <param name="stream">A hub's stream to read from the start; null for none.</param>
    public static async Task<Wire> ConnectAsync(Uri house, string path, CookieContainer? cookies, string? stream, Action<Wire>? before = null)
    {
        var socket = new ClientWebSocket();
        if (cookies is not null)
        {
            socket.Options.Cookies = cookies;
        }

        await socket.ConnectAsync(new UriBuilder(house) { Scheme = "ws", Path = path }.Uri, CancellationToken.None);
        var wire = new Wire(socket);
        before?.Invoke(wire);
        await wire.SayAsync("""{"protocol":"json","version":1}""");
        wire._reading = Task.Run(wire.ReadAsync);
        _ = Task.Run(wire.StayAliveAsync);
        if (stream is not null)
        {
            await wire.SayAsync($$"""{"type":4,"invocationId":"watch","target":"{{stream}}","arguments":[]}""");
        }

        return wire;
    }

    /// <summary>Invokes <c>Send</c> and waits for its completion.</summary>
    /// <param name="command">The command's JSON.</param>
    /// <returns>Milliseconds until the answer; NaN when none came.</returns>
    /// <exception cref="InvalidOperationException">It was refused: the measure asks for what may not be done.</exception>
    public async Task<double> SendAsync(string command)
    {
        var id = Interlocked.Increment(ref _invocation).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var answered = _waiting[id] = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var began = Stopwatch.GetTimestamp();
        await SayAsync($$"""{"type":1,"invocationId":"{{id}}","target":"Send","arguments":["{{Guid.NewGuid():N}}",{{command}}]}""");
        try
        {
            return await answered.Task.WaitAsync(Patience) is { } refused
                ? throw new InvalidOperationException($"{command} was refused: {refused}")
                : Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }
        catch (TimeoutException)
        {
            return double.NaN;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _socket.Abort();
        await _reading;
        _socket.Dispose();
    }

    private async Task SayAsync(string message)
    {
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(Encoding.UTF8.GetBytes(message + (char)End), WebSocketMessageType.Text, endOfMessage: true, _stopping.Token);
        }
        catch (Exception cut) when (cut is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The measure sees it as an act without an answer.
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task StayAliveAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(2));
        try
        {
            while (await timer.WaitForNextTickAsync(_stopping.Token))
            {
                await SayAsync("""{"type":6}""");
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task ReadAsync()
    {
        var kept = new ArrayBufferWriter<byte>(64 * 1024);
        try
        {
            while (true)
            {
                var result = await _socket.ReceiveAsync(kept.GetMemory(64 * 1024), _stopping.Token);
                if (result.MessageType == WebSocketMessageType.Close)
                {
                    return;
                }

                kept.Advance(result.Count);
                if (kept.WrittenSpan[^1] == End)
                {
                    Take(kept.WrittenMemory);
                    kept.ResetWrittenCount();
                }
            }
        }
        catch (Exception cut) when (cut is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
        }
    }

    /// <summary>Whole messages only.</summary>
    private void Take(ReadOnlyMemory<byte> messages)
    {
        while (!messages.IsEmpty)
        {
            var length = messages.Span.IndexOf(End);
            Message(messages[..length]);
            messages = messages[(length + 1)..];
        }
    }

    private void Message(ReadOnlyMemory<byte> message)
    {
        var text = message.Span;
        if (text.StartsWith("{\"type\":2"u8) || text.StartsWith("{\"type\":1"u8))
        {
            Frames++;
            FrameBytes += message.Length;
            OnFrame?.Invoke(message);
        }
        else if (text.StartsWith("{\"type\":3"u8))
        {
            var from = text.IndexOf("\"invocationId\":\""u8) + 16;
            var id = Encoding.ASCII.GetString(text[from..(from + text[from..].IndexOf((byte)'"'))]);
            if (_waiting.TryRemove(id, out var answered))
            {
                answered.SetResult(text.IndexOf("\"refusal\":{"u8) < 0 && text.IndexOf("\"error\":"u8) < 0 ? null : Encoding.UTF8.GetString(text));
            }
        }
    }
}
