using System.Text.Json.Nodes;

namespace AumgJury.Web.Conference;

/// <summary>The handles of this person in Janus: few, and each known to us.</summary>
internal sealed partial class Peer
{
    /// <summary>There, receiving, camera and screen are four; the rest is for handles whose end Janus has not confirmed yet.</summary>
    private const int MostHandles = 8;

    private readonly Lock _handlesGate = new();
    private readonly HashSet<long> _handles = [];
    private readonly HashSet<string> _feeds = new(StringComparer.Ordinal);
    private int _attaching;

    private async Task<string> JoinAs(long session, long handle, string feed)
    {
        lock (_handlesGate)
        {
            _feeds.Add(feed);
        }

        var reply = await janus.Ask(session, handle, new JsonObject { ["request"] = "join", ["ptype"] = "publisher", ["room"] = room.Id, ["pin"] = room.Pin, ["token"] = _token, ["id"] = feed });
        return reply.Data.TryGetProperty("private_id", out var id) ? id.GetRawText() : "0";
    }

    private async Task<long> Attach(long session, Action<JanusEvent> told)
    {
        lock (_handlesGate)
        {
            if (_handles.Count >= MostHandles)
            {
                throw new JanusRefused(JanusRefused.TooManyHandles, "too many handles");
            }
        }

        Interlocked.Increment(ref _attaching);
        try
        {
            var handle = await janus.Attach(session, told);
            lock (_handlesGate)
            {
                _handles.Add(handle);
            }

            return handle;
        }
        finally
        {
            Interlocked.Decrement(ref _attaching);
        }
    }

    private async Task Detach(long session, long handle, string? feed = null)
    {
        try
        {
            await janus.Detach(session, handle);
        }
        catch (JanusRefused gone) when (IsGone(gone))
        {
            // Its connection had broken by itself.
        }

        lock (_handlesGate)
        {
            _handles.Remove(handle);
            if (feed is not null)
            {
                _feeds.Remove(feed);
            }
        }
    }
}
