using System.Text.Json;

namespace AumgJury.Web.Conference;

/// <summary>One medium of somebody's that a person is to receive.</summary>
internal sealed record Wanted(string Feed, string Mid, string Seat, MediaSource Source);

/// <summary>One line of a subscription as Janus has it.</summary>
/// <param name="SubMid">Its name in the receiver's description.</param>
internal sealed record Received(string SubMid, string Feed, string Mid)
{
    /// <summary>The lines in use of an <c>attached</c> or <c>updated</c> answer.</summary>
    public static Received[] Read(JsonElement data) => data.ValueKind != JsonValueKind.Object || !data.TryGetProperty("streams", out var streams)
        ? []
        : [.. streams.EnumerateArray()
            .Where(s => (!s.TryGetProperty("active", out var active) || active.GetBoolean()) && s.TryGetProperty("feed_id", out _))
            .Select(s => new Received(s.GetProperty("mid").GetString()!, s.GetProperty("feed_id").GetString()!, s.GetProperty("feed_mid").GetString()!))];

    public bool Is(Wanted wanted) => Feed == wanted.Feed && Mid == wanted.Mid;
}
