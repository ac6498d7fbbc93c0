using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using AumgJury.Web.Conference;

namespace AumgJury.Web.Tests.Conference;

/// <summary>A Janus that answers as the real one does, remembers everything that it was asked, and can be made to fail.</summary>
internal sealed class ScriptedJanus : IJanus
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, HashSet<long>> _sessions = [];
    private readonly Dictionary<long, Action<JanusEvent>> _listeners = [];
    private readonly List<string> _asked = [];
    private long _ids = 100;
    private int _deafToDestroy;
    private readonly AsyncLocal<StrongBox<Func<Task>?>?> _meanwhile = new();

    public event Action? Changed;

    public int? Life { get; private set; } = 1;

    public string RoomKey => "key";

    /// <summary>How many more times a destroy is swallowed without effect.</summary>
    public int DeafToDestroy
    {
        get
        {
            lock (_gate)
            {
                return _deafToDestroy;
            }
        }

        set
        {
            lock (_gate)
            {
                _deafToDestroy = value;
            }
        }
    }

    /// <summary>A handle cannot be given back.</summary>
    public bool DeafToDetach { get; set; }

    /// <summary>How many more times nobody may subscribe: the feed is not there yet.</summary>
    public int RefusesSubscribers { get; set; }

    /// <summary>Answers to those who enter are held back until it is set.</summary>
    public TaskCompletionSource? Hold { get; set; }

    public string[] Asked
    {
        get
        {
            lock (_gate)
            {
                return [.. _asked];
            }
        }
    }

    /// <summary>What happens, once, while the caller asks for its list of sessions; not while the room does so by itself, every two seconds.</summary>
    public void Meanwhile(Func<Task> happens) => _meanwhile.Value = new(happens);

    public void Die() => Become(null);

    public void Revive() => Become((Life ?? 1) + 1);

    /// <summary>A session that nobody of ours made.</summary>
    public long Intrude()
    {
        lock (_gate)
        {
            _sessions[++_ids] = [];
            return _ids;
        }
    }

    public void Tell(long handle, string kind, string data = "{}")
    {
        Action<JanusEvent> listener;
        lock (_gate)
        {
            listener = _listeners[handle];
        }

        listener(new JanusEvent(kind, JsonDocument.Parse(data).RootElement));
    }

    /// <summary>The newest handle of a session that published.</summary>
    public long LastHandle
    {
        get
        {
            lock (_gate)
            {
                return _listeners.Keys.Max();
            }
        }
    }

    public Task<long> CreateSession()
    {
        lock (_gate)
        {
            Note("create");
            _sessions[++_ids] = [];
            return Task.FromResult(_ids);
        }
    }

    public Task DestroySession(long session)
    {
        lock (_gate)
        {
            Note($"destroy {session}");
            if (_deafToDestroy > 0)
            {
                _deafToDestroy--;
                return Task.CompletedTask;
            }

            return _sessions.Remove(session) ? Task.CompletedTask : throw new JanusRefused(JanusRefused.NoSuchSession, "No such session");
        }
    }

    public Task<long> Attach(long session, Action<JanusEvent> told)
    {
        lock (_gate)
        {
            Note($"attach {session}");
            Of(session).Add(++_ids);
            _listeners[_ids] = told;
            return Task.FromResult(_ids);
        }
    }

    public Task Detach(long session, long handle)
    {
        lock (_gate)
        {
            Note($"detach {session} {handle}");
            if (DeafToDetach)
            {
                throw new JanusRefused(500, "Not now");
            }

            return Of(session).Remove(handle) ? Task.CompletedTask : throw new JanusRefused(JanusRefused.NoSuchHandle, "No such handle");
        }
    }

    public async Task<JanusReply> Ask(long session, long handle, JsonObject body, JanusDescription? description = null)
    {
        var request = (string)body["request"]!;
        lock (_gate)
        {
            Note($"{request} {session} {body.ToJsonString()}");
            if (!Of(session).Contains(handle))
            {
                throw new JanusRefused(JanusRefused.NoSuchHandle, "No such handle");
            }
        }

        if (description?.Sdp.Contains("garbage", StringComparison.Ordinal) == true)
        {
            throw new JanusRefused(465, "JSEP error: invalid SDP");
        }

        if ((request, (string?)body["ptype"]) is ("join", "subscriber") && RefusesSubscribers > 0)
        {
            RefusesSubscribers--;
            throw new JanusRefused(428, "No such feed");
        }

        if ((request, (string?)body["ptype"]) is ("join", "publisher") && Hold is { } hold)
        {
            await hold.Task;
        }

        return (request, (string?)body["ptype"]) switch
        {
            ("join", "publisher") => Reply("""{"videoroom":"joined","private_id":7}"""),
            ("publish", _) => Reply("""{"configured":"ok"}""", "v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=mid:0\r\nm=video 9 UDP/TLS/RTP/SAVPF 96\r\na=mid:1\r\n"),
            ("join", "subscriber") => Reply(Streams(body["streams"]!.AsArray()), "v=0 offer"),
            ("update", _) => Reply("""{"videoroom":"updated","streams":[]}""", "v=0 offer"),
            _ => Reply("{}"),
        };
    }

    public async Task<long[]> Sessions()
    {
        if (_meanwhile.Value is { } once && Interlocked.Exchange(ref once.Value, null) is { } meanwhile)
        {
            await meanwhile();
        }

        lock (_gate)
        {
            return Life is null ? throw new JanusLost("gone") : [.. _sessions.Keys];
        }
    }

    public Task<long[]?> Handles(long session)
    {
        lock (_gate)
        {
            return Life is null ? throw new JanusLost("gone") : Task.FromResult(_sessions.TryGetValue(session, out var handles) ? handles.ToArray() : null);
        }
    }

    private static string Streams(JsonArray wanted) => new JsonObject
    {
        ["streams"] = new JsonArray([.. wanted.Select((w, i) => new JsonObject { ["mid"] = $"{i}", ["feed_id"] = (string?)w!["feed"], ["feed_mid"] = (string?)w["mid"], ["active"] = true })]),
    }.ToJsonString();

    private static JanusReply Reply(string data, string? sdp = null) => new(JsonDocument.Parse(data).RootElement, sdp);

    private void Note(string what)
    {
        _asked.Add(what);
        if (Life is null)
        {
            throw new JanusLost("gone");
        }
    }

    private HashSet<long> Of(long session) => _sessions.TryGetValue(session, out var handles) ? handles : throw new JanusRefused(JanusRefused.NoSuchSession, "No such session");

    private void Become(int? life)
    {
        lock (_gate)
        {
            Life = life;
            _sessions.Clear();
            _listeners.Clear();
        }

        Changed?.Invoke();
    }
}
