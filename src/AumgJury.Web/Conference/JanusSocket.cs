using System.Collections.Concurrent;
using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AumgJury.Web.Conference;

/// <summary>One WebSocket to Janus, API or Admin API: requests with their transactions, and what Janus tells by itself.</summary>
internal sealed class JanusSocket : IAsyncDisposable
{
    public const string Keepalive = "keepalive";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonElement>> _asked = new(StringComparer.Ordinal);
    private readonly string _secretName;
    private readonly string _secret;
    private readonly Action<JsonElement> _told;
    private long _transactions;
    private Task _reading = Task.CompletedTask;

    private JanusSocket(string secretName, string secret, Action<JsonElement> told)
    {
        _secretName = secretName;
        _secret = secret;
        _told = told;
    }

    /// <summary>Completes when the socket is closed, by either side or by the network.</summary>
    public Task Closed => _reading;

    public static Task<JanusSocket> ConnectApi(Uri url, string secret, Action<JsonElement> told, CancellationToken cancel) => Connect(url, "janus-protocol", "apisecret", secret, told, cancel);

    public static Task<JanusSocket> ConnectAdmin(Uri url, string secret, CancellationToken cancel) => Connect(url, "janus-admin-protocol", "admin_secret", secret, _ => { }, cancel);

    /// <exception cref="JanusRefused">Janus answered with an error.</exception>
    /// <exception cref="JanusLost">No answer in time, or the socket is closed.</exception>
    public async Task<JsonElement> Ask(JsonObject request)
    {
        var transaction = Interlocked.Increment(ref _transactions).ToString(CultureInfo.InvariantCulture);
        request["transaction"] = transaction;
        request[_secretName] = _secret;
        var answer = new TaskCompletionSource<JsonElement>((string?)request["janus"], TaskCreationOptions.RunContinuationsAsynchronously);
        _asked[transaction] = answer;
        try
        {
            await Send(JsonSerializer.SerializeToUtf8Bytes(request));
            return Judged(await answer.Task.WaitAsync(Patience, _stopping.Token));
        }
        catch (Exception fault) when (fault is TimeoutException or OperationCanceledException or WebSocketException or InvalidOperationException)
        {
            throw new JanusLost("Janus does not answer.", fault);
        }
        finally
        {
            _asked.TryRemove(transaction, out _);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _socket.Abort();
        await _reading;
        _socket.Dispose();
    }

    private static async Task<JanusSocket> Connect(Uri url, string protocol, string secretName, string secret, Action<JsonElement> told, CancellationToken cancel)
    {
        var socket = new JanusSocket(secretName, secret, told);
        socket._socket.Options.AddSubProtocol(protocol);
        socket._socket.Options.KeepAliveInterval = TimeSpan.FromSeconds(5);
        try
        {
            await socket._socket.ConnectAsync(url, cancel);
        }
        catch (WebSocketException fault)
        {
            await socket.DisposeAsync();
            throw new JanusLost("Janus cannot be reached.", fault);
        }

        socket._reading = Task.Run(socket.Read, CancellationToken.None);
        return socket;
    }

    private async Task Send(byte[] text)
    {
        await _sending.WaitAsync(_stopping.Token);
        try
        {
            await _socket.SendAsync(text, WebSocketMessageType.Text, endOfMessage: true, _stopping.Token);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task Read()
    {
        var buffer = new byte[32 * 1024];
        using var message = new MemoryStream();
        try
        {
            while (true)
            {
                var part = await _socket.ReceiveAsync(buffer.AsMemory(), _stopping.Token);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    return;
                }

                message.Write(buffer, 0, part.Count);
                if (part.EndOfMessage)
                {
                    using var json = JsonDocument.Parse(message.GetBuffer().AsMemory(0, (int)message.Length));
                    Take(json.RootElement.Clone());
                    message.SetLength(0);
                }
            }
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException or ObjectDisposedException or JsonException)
        {
            // Closed: whoever waits is told below.
        }
        finally
        {
            await _stopping.CancelAsync();
        }
    }

    private void Take(JsonElement message)
    {
        if (message.TryGetProperty("transaction", out var t) && _asked.TryGetValue(t.GetString() ?? "", out var asked))
        {
            // A plugin's answer comes after the acknowledgement; only a sign of life has no other answer.
            if (Kind(message) != "ack" || Equals(asked.Task.AsyncState, Keepalive))
            {
                asked.TrySetResult(message);
            }

            return;
        }

        _told(message);
    }

    private static string? Kind(JsonElement message) => message.TryGetProperty("janus", out var kind) ? kind.GetString() : null;

    private static JsonElement Judged(JsonElement answer)
    {
        if (Kind(answer) == "error" && answer.TryGetProperty("error", out var error))
        {
            throw new JanusRefused(error.GetProperty("code").GetInt32(), error.GetProperty("reason").GetString() ?? "");
        }

        if (answer.TryGetProperty("plugindata", out var plugin) && plugin.TryGetProperty("data", out var data) && data.TryGetProperty("error_code", out var code))
        {
            throw new JanusRefused(code.GetInt32(), data.TryGetProperty("error", out var reason) ? reason.GetString() ?? "" : "");
        }

        return answer;
    }
}
