using System.Text.Json;
using System.Text.Json.Nodes;

namespace AumgJury.Web.Conference;

/// <summary>
/// Janus as the conference needs it: the wall behind which the real one is, or a scripted one in tests. Every call may throw
/// <see cref="JanusRefused"/> or <see cref="JanusLost"/>.
/// </summary>
internal interface IJanus
{
    /// <summary>Told when <see cref="Life"/> changed.</summary>
    event Action? Changed;

    /// <summary>Which life of Janus this is: another number means that everything in it is gone; null while it is not there.</summary>
    int? Life { get; }

    /// <summary>The VideoRoom plugin's <c>admin_key</c>, needed to create a room.</summary>
    string RoomKey { get; }

    Task<long> CreateSession();

    Task DestroySession(long session);

    /// <summary>A handle of the VideoRoom plugin.</summary>
    /// <param name="told">Events of this handle, on the reader's thread: it must return at once.</param>
    Task<long> Attach(long session, Action<JanusEvent> told);

    Task Detach(long session, long handle);

    /// <summary>A request to the plugin and its answer; one that Janus acknowledges first is awaited to its end.</summary>
    Task<JanusReply> Ask(long session, long handle, JsonObject body, JanusDescription? description = null);

    /// <summary>Every session that Janus holds (Admin API).</summary>
    Task<long[]> Sessions();

    /// <summary>The session's handles (Admin API); null when Janus knows no such session (458): the proof that it is gone.</summary>
    Task<long[]?> Handles(long session);
}

/// <param name="Kind"><c>webrtcup</c>, <c>hangup</c>, <c>media</c>, <c>slowlink</c>, or <c>event</c> for the plugin's own.</param>
internal sealed record JanusEvent(string Kind, JsonElement Data);

internal sealed record JanusDescription(string Type, string Sdp);

internal sealed record JanusReply(JsonElement Data, string? Sdp);

/// <summary>Janus answered with an error.</summary>
internal sealed class JanusRefused(int code, string reason) : Exception($"Janus refused ({code}): {reason}")
{
    public const int NoSuchSession = 458;
    public const int NoSuchHandle = 459;

    /// <summary>Not Janus's: this house asks it for no more handles for that person.</summary>
    public const int TooManyHandles = -1;

    public int Code => code;
}

/// <summary>Janus did not answer, or is not there.</summary>
internal sealed class JanusLost(string reason, Exception? inner = null) : Exception(reason, inner);
