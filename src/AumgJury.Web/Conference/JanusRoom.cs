using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AumgJury.Web.Conference;

/// <summary>
/// One room of the VideoRoom plugin, with random id, secret, pin and tokens that leave the server towards Janus alone: nobody outside
/// could name it. Whoever publishes needs a token; whoever subscribes needs the pin and the private id of a publisher.
/// </summary>
internal sealed class JanusRoom
{
    private const int Ports = 4;
    private readonly IJanus _janus;
    private readonly long _session;
    private readonly long _handle;
    private readonly string _secret = Random();

    private JanusRoom(IJanus janus, int life, long session, long handle)
    {
        _janus = janus;
        Life = life;
        _session = session;
        _handle = handle;
    }

    public int Life { get; }

    /// <summary>The session that conducts the room; it neither sends nor receives.</summary>
    public long Session => _session;

    public long Handle => _handle;

    public string Id { get; } = Random();

    public string Pin { get; } = Random();

    public static string Random() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <param name="seats">How many people may come; each may send a camera and a screen.</param>
    public static async Task<JanusRoom> Create(IJanus janus, int life, Sessions sessions, int seats)
    {
        var session = await sessions.Create();
        var room = new JanusRoom(janus, life, session, await janus.Attach(session, _ => { }));
        await room.Ask(new JsonObject
        {
            ["request"] = "create",
            ["admin_key"] = janus.RoomKey,
            ["room"] = room.Id,
            ["secret"] = room._secret,
            ["pin"] = room.Pin,
            ["allowed"] = new JsonArray(),
            ["is_private"] = true,
            ["require_pvtid"] = true,
            ["notify_joining"] = true,
            ["publishers"] = Math.Max(24, Ports * seats),
            ["bitrate"] = Bitrates.Most * 1000,
            ["bitrate_cap"] = true,
            ["fir_freq"] = 0,
            ["audiocodec"] = "opus",
            ["videocodec"] = "vp8",
            ["opus_fec"] = true,
            ["opus_dtx"] = true,
            ["audiolevel_event"] = true,
            ["audio_active_packets"] = 10,
            ["audio_level_average"] = 100,
            ["record"] = false,
            ["lock_record"] = true,
        });
        return room;
    }

    /// <summary>A token with which one person may join.</summary>
    public async Task<string> Admit()
    {
        var token = Random();
        await Allowed("add", token);
        return token;
    }

    public Task Dismiss(string token) => Allowed("remove", token);

    /// <summary>Takes a publisher out of the room. It does not silence a subscriber: their session must be destroyed.</summary>
    public Task Kick(string feed) => Ask(Secretly("kick", feed));

    /// <summary>Nobody receives this medium of the feed until it is given back; whatever its sender does.</summary>
    public Task Moderate(string feed, string mid, bool mute)
    {
        var request = Secretly("moderate", feed);
        request["mid"] = mid;
        request["mute"] = mute;
        return Ask(request);
    }

    /// <summary>The feeds that joined as publishers.</summary>
    public async Task<string[]> Participants()
    {
        var answer = await Ask(new JsonObject { ["request"] = "listparticipants", ["room"] = Id });
        return answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("participants", out var people)
            ? [.. people.EnumerateArray().Select(p => p.GetProperty("id").GetString() ?? "")]
            : [];
    }

    public async Task Destroy()
    {
        await Ask(new JsonObject { ["request"] = "destroy", ["room"] = Id, ["secret"] = _secret });
        await _janus.DestroySession(_session);
    }

    private Task Allowed(string action, string token) =>
        Ask(new JsonObject { ["request"] = "allowed", ["room"] = Id, ["secret"] = _secret, ["action"] = action, ["allowed"] = new JsonArray(token) });

    private JsonObject Secretly(string request, string feed) => new() { ["request"] = request, ["room"] = Id, ["secret"] = _secret, ["id"] = feed };

    private async Task<JsonElement> Ask(JsonObject body) => (await _janus.Ask(_session, _handle, body)).Data;
}
