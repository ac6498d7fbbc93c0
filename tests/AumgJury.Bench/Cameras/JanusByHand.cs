using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using AumgJury.Bench.Processes;
using AumgJury.Web.Conference;

namespace AumgJury.Bench.Cameras;

/// <summary>The floor: another Janus and as many peers, with the fewest requests that let everybody see and hear everybody.</summary>
internal sealed class JanusByHand : IAsyncDisposable
{
    private readonly ConcurrentDictionary<long, TaskCompletionSource> _up = new();
    private readonly JanusProcess _process;
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<long> _sessions = [];
    private JanusSocket? _socket;
    private Task _staying = Task.CompletedTask;

    private JanusByHand(JanusProcess process) => _process = process;

    public int Id => _process.Id;

    public static async Task<JanusByHand> StartAsync(string folder)
    {
        var process = await JanusProcess.Start(folder, new JanusSettings());
        Bounds.Keep(process.Id);
        var janus = new JanusByHand(process);
        for (var tries = 0; ; tries++)
        {
            try
            {
                janus._socket = await JanusSocket.ConnectApi(process.Folder.Api, process.Folder.ApiSecret, janus.Told, CancellationToken.None);
                break;
            }
            catch (JanusLost) when (tries < 200)
            {
                await Task.Delay(50);
            }
            catch
            {
                await janus.DisposeAsync();
                throw;
            }
        }

        janus._staying = Task.Run(janus.StayAsync);
        return janus;
    }

    /// <summary>Everybody publishes, then everybody subscribes to all others at once.</summary>
    public async Task SeatAsync(Peers peers, string[] ids)
    {
        var (conductor, handle) = await AttachAsync();
        await MessageAsync(conductor, handle, new JsonObject
        {
            ["request"] = "create",
            ["admin_key"] = _process.Folder.RoomKey,
            ["room"] = "bench",
            ["publishers"] = 24,
            ["bitrate"] = 400_000,
            ["fir_freq"] = 0,
            ["audiocodec"] = "opus",
            ["videocodec"] = "vp8",
            ["audiolevel_event"] = true,
            ["audio_active_packets"] = 10,
            ["audio_level_average"] = 100,
        });
        var places = new Dictionary<string, (long Session, JsonElement PrivateId)>(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            places[id] = await PublishAsync(peers, id);
        }

        foreach (var id in ids)
        {
            var (session, own) = places[id];
            var subscriber = await AttachAsync(session);
            var offer = await MessageAsync(session, subscriber, new JsonObject
            {
                ["request"] = "join",
                ["ptype"] = "subscriber",
                ["room"] = "bench",
                ["private_id"] = JsonNode.Parse(own.GetRawText()),
                ["use_msid"] = false,
                ["streams"] = new JsonArray([.. ids.Where(other => other != id).Select(other => new JsonObject { ["feed"] = other })]),
            });
            await MessageAsync(session, subscriber, new JsonObject { ["request"] = "start" }, ("answer", await peers.AnswerAsync(id, Sdp(offer))));
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Janus is stopped whatever befell the requests: it would live on without this program.
        try
        {
            await _stopping.CancelAsync();
            await _staying;
            if (_socket is not null)
            {
                await _socket.DisposeAsync();
            }
        }
        finally
        {
            await _process.Stop();
            Bounds.Forget(_process.Id);
            _process.Dispose();
            _stopping.Dispose();
        }
    }

    /// <summary>A place in the room, and a connection that sends and stands; a peer whose library loses it begins again, as it does before the application.</summary>
    private async Task<(long Session, JsonElement PrivateId)> PublishAsync(Peers peers, string id)
    {
        var (session, publisher) = await AttachAsync();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var up = _up[publisher] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                var joined = await MessageAsync(session, publisher, new JsonObject { ["request"] = "join", ["ptype"] = "publisher", ["room"] = "bench", ["id"] = id });
                var answer = await MessageAsync(session, publisher, new JsonObject { ["request"] = "publish" }, ("offer", await peers.PublishAsync(id)));
                await peers.PublishedAsync(id, Sdp(answer));
                await up.Task.WaitAsync(TimeSpan.FromSeconds(20));
                return (session, Data(joined).GetProperty("private_id"));
            }
            catch (PeerFault) when (attempt < 5)
            {
                await peers.CloseAsync(id);
                await _socket!.Ask(new JsonObject { ["janus"] = "detach", ["session_id"] = session, ["handle_id"] = publisher });
                publisher = await AttachAsync(session);
            }
        }
    }

    private static JsonElement Data(JsonElement answer) => answer.GetProperty("plugindata").GetProperty("data");

    private static string Sdp(JsonElement answer) => answer.GetProperty("jsep").GetProperty("sdp").GetString()!;

    private async Task<(long Session, long Handle)> AttachAsync()
    {
        var session = (await _socket!.Ask(new JsonObject { ["janus"] = "create" })).GetProperty("data").GetProperty("id").GetInt64();
        lock (_sessions)
        {
            _sessions.Add(session);
        }

        return (session, await AttachAsync(session));
    }

    private async Task<long> AttachAsync(long session) =>
        (await _socket!.Ask(new JsonObject { ["janus"] = "attach", ["session_id"] = session, ["plugin"] = "janus.plugin.videoroom" })).GetProperty("data").GetProperty("id").GetInt64();

    private Task<JsonElement> MessageAsync(long session, long handle, JsonObject body, (string Type, string Sdp)? jsep = null)
    {
        var message = new JsonObject { ["janus"] = "message", ["session_id"] = session, ["handle_id"] = handle, ["body"] = body };
        if (jsep is { } told)
        {
            message["jsep"] = new JsonObject { ["type"] = told.Type, ["sdp"] = told.Sdp };
        }

        return _socket!.Ask(message);
    }

    private void Told(JsonElement message)
    {
        if (message.TryGetProperty("janus", out var kind) && kind.GetString() == "webrtcup" && _up.TryGetValue(message.GetProperty("sender").GetInt64(), out var up))
        {
            up.TrySetResult();
        }
    }

    /// <summary>A session lives for a minute without a request.</summary>
    private async Task StayAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(20));
        try
        {
            while (await timer.WaitForNextTickAsync(_stopping.Token))
            {
                long[] sessions;
                lock (_sessions)
                {
                    sessions = [.. _sessions];
                }

                foreach (var session in sessions)
                {
                    await _socket!.Ask(new JsonObject { ["janus"] = JanusSocket.Keepalive, ["session_id"] = session });
                }
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or JanusLost)
        {
            // Without a sign of life its sessions end within a minute: what is measured then carries nothing, and says so.
        }
    }
}
