using System.Text.Json;
using System.Text.Json.Nodes;

namespace AumgJury.Web.Conference;

/// <summary>
/// One person in Janus during one epoch: one session, with a handle that is merely there, one a publication and one that receives.
/// Removing it destroys the session, whatever is going on in it: what was still under way then finds no session.
/// </summary>
internal sealed partial class Peer(string seat, long epoch, JanusRoom room, IJanus janus, Sessions sessions, TimeProvider clock)
{
    private const int Attempts = 5;
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(50);
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Lock _removing = new();
    private readonly TaskCompletionSource _out = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _joining = Task.CompletedTask;
    private Task? _removal;
    private long? _session;
    private string _token = "";
    private string _privateId = "";

    public string Seat => seat;

    public long Epoch => epoch;

    public JanusRoom Room => room;

    /// <summary>The removal was ordered: nothing is done for this person any more.</summary>
    public bool Gone { get; private set; }

    /// <summary>The receiving connection broke, or an offer was never answered: only a new epoch helps.</summary>
    public bool Broken { get; private set; }

    public bool Joined { get; private set; }

    public DateTimeOffset OrderedAt { get; private set; }

    /// <summary>When Janus answered that it knows no such session (458); null before.</summary>
    public DateTimeOffset? ProvenAt { get; private set; }

    public Publication? Camera { get; private set; }

    public Publication? Screen { get; private set; }

    public IEnumerable<Publication> Publications => new[] { Camera, Screen }.OfType<Publication>();

    public long? Session => _session;

    /// <summary>Something to reconcile happened: a connection stands or broke, an answer came.</summary>
    public Action? Stirred { get; init; }

    /// <summary>An offer to pass on.</summary>
    public Action<OfferFrame>? Offered { get; init; }

    public Action<bool>? Talked { get; init; }

    /// <summary>Janus missed so many packets of this person within a second, or they of Janus.</summary>
    public Action<int>? Slowed { get; init; }

    public Task Join()
    {
        // Under the removal's lock: a removal sees this task, or this sees the removal.
        lock (_removing)
        {
            return Gone ? Task.CompletedTask : _joining = Task.Run(JoinRoom);
        }
    }

    /// <summary>Connects a source; an earlier connection of the same source is replaced, and its moderation told anew.</summary>
    /// <returns>Janus's answer to the browser's offer.</returns>
    public Task<string> Publish(MediaSource source, string sdp, int kbps, bool audioMuted, bool videoMuted) => Alone(async session =>
    {
        await Withdraw(session, source);
        var p = new Publication(source, JanusRoom.Random());
        p.Handle = await Attach(session, e => Told(p, e));
        string answer;
        try
        {
            answer = await Published(session, p, sdp, kbps, audioMuted, videoMuted);
        }
        catch
        {
            // What came to nothing leaves nothing behind: each handle in the room would be one more to tell and to remove.
            await Quietly(() => Detach(session, p.Handle, p.Feed));
            throw;
        }

        if (source == MediaSource.Screen)
        {
            Screen = p;
        }
        else
        {
            Camera = p;
        }

        return answer;
    });

    public Task Unpublish(MediaSource source) => Alone(async session =>
    {
        await Withdraw(session, source);
        return "";
    });

    /// <summary>Makes Janus's moderation equal to these.</summary>
    public async Task Moderate(Publication p, bool audioMuted, bool videoMuted)
    {
        if (p.AudioMid is { } audio && p.AudioMuted != audioMuted)
        {
            await room.Moderate(p.Feed, audio, audioMuted);
            p.AudioMuted = audioMuted;
        }

        if (p.VideoMid is { } video && p.VideoMuted != videoMuted)
        {
            await room.Moderate(p.Feed, video, videoMuted);
            p.VideoMuted = videoMuted;
        }
    }

    public async Task Limit(Publication p, int kbps)
    {
        if (_session is { } session && p.Kbps != kbps)
        {
            await janus.Ask(session, p.Handle, new JsonObject { ["request"] = "configure", ["bitrate"] = kbps * 1000 });
            p.Kbps = kbps;
        }
    }

    private async Task<string> Published(long session, Publication p, string sdp, int kbps, bool audioMuted, bool videoMuted)
    {
        await JoinAs(session, p.Handle, p.Feed);
        var reply = await janus.Ask(session, p.Handle, new JsonObject { ["request"] = "publish", ["bitrate"] = kbps * 1000 }, new("offer", sdp));
        p.Read(reply.Sdp ?? "");
        p.Kbps = kbps;

        // A mute holds over a republish: told before anybody can subscribe.
        await Moderate(p, audioMuted, videoMuted);
        return reply.Sdp ?? "";
    }

    private async Task JoinRoom()
    {
        _session = await sessions.Create();
        var session = _session.Value;

        // Ordered out meanwhile: what is left undone here need not be undone.
        if (Gone)
        {
            return;
        }

        _token = await room.Admit();
        if (Gone)
        {
            return;
        }

        var handle = await Attach(session, _ => { });
        _privateId = await JoinAs(session, handle, JanusRoom.Random());
        Joined = true;
    }

    private async Task Withdraw(long session, MediaSource source)
    {
        var before = source == MediaSource.Screen ? Screen : Camera;
        if (before is null)
        {
            return;
        }

        if (source == MediaSource.Screen)
        {
            Screen = null;
        }
        else
        {
            Camera = null;
        }

        await Detach(session, before.Handle, before.Feed);
    }

    private void Slow(JanusEvent e)
    {
        if (e.Kind == "slowlink" && e.Data.TryGetProperty("lost", out var lost) && lost.TryGetInt32(out var packets))
        {
            Slowed?.Invoke(packets);
        }
    }

    private void Told(Publication p, JanusEvent e)
    {
        switch (e.Kind)
        {
            case "webrtcup":
                p.Up = true;
                Stirred?.Invoke();
                break;
            case "hangup":
                p.Up = false;
                Stirred?.Invoke();
                break;
            case "slowlink":
                Slow(e);
                break;
            case "event" when e.Data.TryGetProperty("videoroom", out var kind) && kind.GetString() is "talking" or "stopped-talking":
                // Every publisher is told of everybody's voice: only one's own counts here.
                if (e.Data.TryGetProperty("id", out var id) && id.GetString() == p.Feed)
                {
                    Talked?.Invoke(kind.GetString() == "talking");
                }

                break;
        }
    }

    /// <summary>One thing at a time in this person's session.</summary>
    private async Task<string> Alone(Func<long, Task<string>> act)
    {
        await _gate.WaitAsync();
        try
        {
            if (Gone || _session is not { } session)
            {
                throw Removed();
            }

            // Janus leaves a request unanswered whose session is destroyed meanwhile: nobody waits for that.
            var acting = act(session);
            if (await Task.WhenAny(acting, _out.Task) != acting)
            {
                _ = acting.ContinueWith(t => t.Exception, TaskScheduler.Default);
                throw Removed();
            }

            return await acting;
        }
        finally
        {
            _gate.Release();
        }
    }
}
