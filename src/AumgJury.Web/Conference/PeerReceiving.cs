using System.Text.Json.Nodes;

namespace AumgJury.Web.Conference;

/// <summary>What this person receives: one connection for all of it, offered anew whenever it changes, one offer at a time.</summary>
internal sealed partial class Peer
{
    private long? _receiver;
    private Wanted[] _wanted = [];
    private Received[] _received = [];
    private DateTimeOffset? _offeredAt;
    private int _offer;

    /// <summary>Makes what this person receives equal to this; while an offer is open it waits for its answer.</summary>
    public Task Receive(Wanted[] wanted) => Alone(async session =>
    {
        if (_offeredAt is { } since)
        {
            Broken |= clock.GetUtcNow() - since > TimeSpan.FromSeconds(10);
            return "";
        }

        var more = wanted.Where(w => !Array.Exists(_received, r => r.Is(w))).ToArray();
        var less = _received.Where(r => !Array.Exists(wanted, r.Is)).ToArray();
        if (more.Length + less.Length > 0 && (_receiver is not null || more.Length > 0))
        {
            _wanted = wanted;
            Offer(_receiver is { } handle ? await Update(session, handle, more, less) : await Subscribe(session, more));
        }

        return "";
    });

    /// <returns>False when this is not the offer that waits for its answer.</returns>
    public async Task<bool> Answer(int number, string sdp)
    {
        var taken = await Alone(async session =>
        {
            if (_offeredAt is null || number != _offer || _receiver is not { } handle)
            {
                return "";
            }

            await janus.Ask(session, handle, new JsonObject { ["request"] = "start" }, new("answer", sdp));
            _offeredAt = null;
            return "taken";
        });
        Stirred?.Invoke();
        return taken.Length > 0;
    }

    private async Task<JanusReply> Subscribe(long session, Wanted[] first)
    {
        var handle = await Attach(session, Told);
        _receiver = handle;
        try
        {
            return await janus.Ask(session, handle, new JsonObject
            {
                ["request"] = "join",
                ["ptype"] = "subscriber",
                ["room"] = room.Id,
                ["pin"] = room.Pin,
                ["private_id"] = JsonNode.Parse(_privateId),
                ["use_msid"] = false,
                ["autoupdate"] = false,
                ["streams"] = Streams(first),
            });
        }
        catch
        {
            // A handle that never joined takes no update, and this person would hear nobody until a new epoch: the next pass begins with another.
            _receiver = null;
            await Quietly(() => Detach(session, handle));
            throw;
        }
    }

    private void Told(JanusEvent e)
    {
        Broken |= e.Kind == "hangup";
        Slow(e);
    }

    private Task<JanusReply> Update(long session, long handle, Wanted[] more, Received[] less)
    {
        var update = new JsonObject { ["request"] = "update" };
        if (more.Length > 0)
        {
            update["subscribe"] = Streams(more);
        }

        if (less.Length > 0)
        {
            update["unsubscribe"] = new JsonArray([.. less.Select(r => new JsonObject { ["sub_mid"] = r.SubMid })]);
        }

        return janus.Ask(session, handle, update);
    }

    private static JsonArray Streams(Wanted[] wanted) => new([.. wanted.Select(w => new JsonObject { ["feed"] = w.Feed, ["mid"] = w.Mid })]);

    private void Offer(JanusReply reply)
    {
        _received = Received.Read(reply.Data);
        if (reply.Sdp is not { } sdp)
        {
            return;
        }

        _offer++;
        _offeredAt = clock.GetUtcNow();
        var streams = _received.Select(r => (Line: r, Wanted: Array.Find(_wanted, r.Is))).Where(x => x.Wanted is not null);
        Offered?.Invoke(new OfferFrame(epoch, _offer, sdp, [.. streams.Select(x => new OfferedStream(x.Line.SubMid, x.Wanted!.Seat, x.Wanted.Source))]));
    }
}
