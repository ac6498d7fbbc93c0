using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Polly;
using Polly.Retry;

namespace AumgJury.Web.Conference;

/// <summary>
/// The real Janus: starts its own or reaches another's, keeps the sessions alive, claims them again after a short cut of the WebSocket,
/// and begins a new life when they are gone. A longer cut counts as gone: who could not be moved out meanwhile must be out.
/// </summary>
internal sealed class JanusEngine(JanusSettings settings, string folder, ILogger<JanusEngine> log) : BackgroundService, IJanus
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Claimable = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<long, long> _handles = new();
    private readonly ConcurrentDictionary<long, Action<JanusEvent>> _listeners = new();
    private readonly ConcurrentDictionary<long, bool> _sessions = new();
    private volatile Connection? _connection;
    private int _lives;
    private int? _life;

    public event Action? Changed;

    public int? Life => _life;

    public string RoomKey => (_connection ?? throw Gone()).RoomKey;

    /// <summary>The child's pid, for those who watch or end it; null without one.</summary>
    public int? ProcessId { get; private set; }

    public async Task<long> CreateSession()
    {
        var session = Id(await Api(new JsonObject { ["janus"] = "create" }));
        _sessions[session] = true;
        return session;
    }

    public Task DestroySession(long session)
    {
        _sessions.TryRemove(session, out _);
        foreach (var handle in _handles.Where(h => h.Value == session).Select(h => h.Key))
        {
            Forget(handle);
        }

        return Api(Of(session, "destroy"));
    }

    public async Task<long> Attach(long session, Action<JanusEvent> told)
    {
        var request = Of(session, "attach");
        request["plugin"] = "janus.plugin.videoroom";
        var handle = Id(await Api(request));
        _handles[handle] = session;
        _listeners[handle] = told;
        return handle;
    }

    public Task Detach(long session, long handle)
    {
        Forget(handle);
        return Api(Of(session, "detach", handle));
    }

    public async Task<JanusReply> Ask(long session, long handle, JsonObject body, JanusDescription? description = null)
    {
        var request = Of(session, "message", handle);
        request["body"] = body;
        if (description is not null)
        {
            request["jsep"] = new JsonObject { ["type"] = description.Type, ["sdp"] = description.Sdp };
        }

        var answer = await Api(request);
        var data = answer.TryGetProperty("plugindata", out var plugin) && plugin.TryGetProperty("data", out var d) ? d : default;
        return new(data, answer.TryGetProperty("jsep", out var jsep) && jsep.TryGetProperty("sdp", out var sdp) ? sdp.GetString() : null);
    }

    public async Task<long[]> Sessions()
    {
        var answer = await Admin(new JsonObject { ["janus"] = "list_sessions" });
        return [.. answer.GetProperty("sessions").EnumerateArray().Select(s => s.GetInt64())];
    }

    public async Task<long[]?> Handles(long session)
    {
        try
        {
            var answer = await Admin(new JsonObject { ["janus"] = "list_handles", ["session_id"] = session });
            return [.. answer.GetProperty("handles").EnumerateArray().Select(h => h.ValueKind == JsonValueKind.Number ? h.GetInt64() : h.GetProperty("handle_id").GetInt64())];
        }
        catch (JanusRefused gone) when (gone.Code == JanusRefused.NoSuchSession)
        {
            return null;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Mode == JanusMode.None)
        {
            return;
        }

        var again = new ResiliencePipelineBuilder()
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<Exception>(e => e is not OperationCanceledException),
                MaxRetryAttempts = int.MaxValue,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromMilliseconds(200),
                MaxDelay = TimeSpan.FromSeconds(10),
                UseJitter = true,
                OnRetry = retry =>
                {
                    log.LogWarning(retry.Outcome.Exception, "Janus cannot be started or reached (attempt {Attempt}).", retry.AttemptNumber + 1);
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
        JanusProcess? process = null;
        try
        {
            while (true)
            {
                (process, var connection) = await again.ExecuteAsync(async cancel => await Begin(cancel), stoppingToken);
                await Live(process, connection, stoppingToken);
                await End(process);
                process = null;
            }
        }
        catch (OperationCanceledException)
        {
            await End(process);
        }
    }

    private static JanusLost Gone() => new("Janus is not there.");

    private static long Id(JsonElement answer) => answer.GetProperty("data").GetProperty("id").GetInt64();

    private static JsonObject Of(long session, string kind, long? handle = null)
    {
        var request = new JsonObject { ["janus"] = kind, ["session_id"] = session };
        if (handle is { } id)
        {
            request["handle_id"] = id;
        }

        return request;
    }

    private Task<JsonElement> Api(JsonObject request) => (_connection ?? throw Gone()).Api.Ask(request);

    private Task<JsonElement> Admin(JsonObject request) => (_connection ?? throw Gone()).Admin.Ask(request);

    private void Forget(long handle)
    {
        _handles.TryRemove(handle, out _);
        _listeners.TryRemove(handle, out _);
    }

    /// <summary>A new life: nothing of an older one may be in it.</summary>
    private async Task<(JanusProcess? Process, Connection Connection)> Begin(CancellationToken cancel)
    {
        if (settings.Mode == JanusMode.External)
        {
            var outside = await Connect(new(settings.Url), new(settings.AdminUrl), settings.ApiSecret, settings.AdminSecret, settings.RoomKey, cancel);
            await EndStrangers(outside);
            return (null, outside);
        }

        var process = await JanusProcess.Start(folder, settings);
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            patience.CancelAfter(StartPatience);
            while (true)
            {
                try
                {
                    var f = process.Folder;
                    return (process, await Connect(f.Api, f.Admin, f.ApiSecret, f.AdminSecret, f.RoomKey, patience.Token));
                }
                catch (JanusLost) when (!process.Ended.IsCompleted)
                {
                    await Task.Delay(25, patience.Token);
                }
            }
        }
        catch (Exception fault)
        {
            await End(process);
            throw fault is OperationCanceledException && !cancel.IsCancellationRequested ? new JanusLost("Janus did not listen in time.", fault) : fault;
        }
    }

    /// <summary>Until this life is over.</summary>
    private async Task Live(JanusProcess? process, Connection connection, CancellationToken cancel)
    {
        ProcessId = process?.Id;
        _sessions.Clear();
        _handles.Clear();
        _listeners.Clear();
        _connection = connection;
        Become(++_lives);
        log.LogInformation("Janus is there (life {Life}, process {Process}).", _lives, ProcessId);
        try
        {
            while (true)
            {
                using var beating = CancellationTokenSource.CreateLinkedTokenSource(cancel);
                var beats = Beats(connection, beating.Token);
                await Task.WhenAny(connection.Api.Closed, connection.Admin.Closed, process?.Ended ?? Task.Delay(Timeout.Infinite, beating.Token), Task.Delay(Timeout.Infinite, beating.Token));
                await beating.CancelAsync();
                await beats;
                cancel.ThrowIfCancellationRequested();
                _connection = null;
                await connection.DisposeAsync();
                if (process?.Ended.IsCompleted == true || await Claimed(process, connection, cancel) is not { } again)
                {
                    break;
                }

                _connection = connection = again;
                log.LogWarning("The connection to Janus was cut and its sessions were claimed again.");
                Changed?.Invoke();
            }

            log.LogError("Janus is gone (life {Life}).", _lives);
        }
        finally
        {
            _connection = null;
            ProcessId = null;
            Become(null);
            await connection.DisposeAsync();
        }
    }

    /// <summary>After a cut: the same sessions on a new WebSocket; null when one is gone or it takes too long.</summary>
    private async Task<Connection?> Claimed(JanusProcess? process, Connection before, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Claimable);
        while (!patience.IsCancellationRequested && process?.Ended.IsCompleted != true)
        {
            Connection? again = null;
            try
            {
                again = await Connect(before.ApiUrl, before.AdminUrl, before.ApiSecret, before.AdminSecret, before.RoomKey, patience.Token);
                foreach (var session in _sessions.Keys)
                {
                    await again.Api.Ask(Of(session, "claim"));
                }

                return again;
            }
            catch (JanusRefused)
            {
                await again!.DisposeAsync();
                return null;
            }
            catch (Exception fault) when (fault is JanusLost or OperationCanceledException)
            {
                if (again is not null)
                {
                    await again.DisposeAsync();
                }

                cancel.ThrowIfCancellationRequested();
                await Task.Delay(50, cancel);
            }
        }

        return null;
    }

    private async Task<Connection> Connect(Uri api, Uri admin, string apiSecret, string adminSecret, string roomKey, CancellationToken cancel)
    {
        var first = await JanusSocket.ConnectApi(api, apiSecret, Told, cancel);
        try
        {
            return new(first, await JanusSocket.ConnectAdmin(admin, adminSecret, cancel), api, admin, apiSecret, adminSecret, roomKey);
        }
        catch
        {
            await first.DisposeAsync();
            throw;
        }
    }

    /// <summary>An external Janus is for this house alone: what is in it before us is an orphan of ours, or has no business there.</summary>
    private static async Task EndStrangers(Connection connection)
    {
        var answer = await connection.Admin.Ask(new JsonObject { ["janus"] = "list_sessions" });
        foreach (var session in answer.GetProperty("sessions").EnumerateArray().Select(s => s.GetInt64()))
        {
            await connection.Admin.Ask(Of(session, "destroy_session"));
        }
    }

    private async Task Beats(Connection connection, CancellationToken cancel)
    {
        try
        {
            using var timer = new PeriodicTimer(Beat);
            while (await timer.WaitForNextTickAsync(cancel))
            {
                await Task.WhenAll(_sessions.Keys.Select(s => Beaten(connection, s)));
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private static async Task Beaten(Connection connection, long session)
    {
        try
        {
            await connection.Api.Ask(Of(session, JanusSocket.Keepalive));
        }
        catch (Exception fault) when (fault is JanusRefused or JanusLost)
        {
            // A session that is just being destroyed, or a cut that the socket itself tells.
        }
    }

    private void Told(JsonElement message)
    {
        if (!message.TryGetProperty("sender", out var sender) || !_listeners.TryGetValue(sender.GetInt64(), out var listener))
        {
            return;
        }

        var kind = message.GetProperty("janus").GetString() ?? "";
        var data = message.TryGetProperty("plugindata", out var plugin) && plugin.TryGetProperty("data", out var d) ? d : message;
        listener(new JanusEvent(kind, data));
    }

    private void Become(int? life)
    {
        _life = life;
        Changed?.Invoke();
    }

    private static async Task End(JanusProcess? process)
    {
        if (process is not null)
        {
            await process.Stop();
            process.Dispose();
        }
    }

    private sealed record Connection(JanusSocket Api, JanusSocket Admin, Uri ApiUrl, Uri AdminUrl, string ApiSecret, string AdminSecret, string RoomKey) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Api.DisposeAsync();
            await Admin.DisposeAsync();
        }
    }
}
