using System.Text.Json;
using System.Text.Json.Serialization;
using AumgJury.Core.Sittings;
using AumgJury.Web.Realtime;

namespace AumgJury.Web.Conference;

/// <summary>What a browser tells (docs/protocol.md). It names its epoch; an older one is stale.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(PublishSignal), "publish")]
[JsonDerivedType(typeof(UnpublishSignal), "unpublish")]
[JsonDerivedType(typeof(AnswerSignal), "answer")]
[JsonDerivedType(typeof(SendingSignal), "sending")]
[JsonDerivedType(typeof(ShowSignal), "show")]
[JsonDerivedType(typeof(StatsSignal), "stats")]
public abstract record MediaSignal(long Epoch)
{
    /// <summary>The longest description in characters.</summary>
    public const int LongestSdp = 64 * 1024;

    private const int MostTiles = 64;

    /// <summary>Either the signal or the refusal of what is none.</summary>
    public static (MediaSignal? Signal, Refusal? Refusal) Parse(JsonElement json)
    {
        try
        {
            return json.Deserialize<MediaSignal>(WireJson.Options) switch
            {
                null => (null, Malformed(null)),
                PublishSignal { Source: MediaSource.Microphone } => (null, Malformed("source")),
                UnpublishSignal { Source: MediaSource.Microphone } => (null, Malformed("source")),
                PublishSignal { Sdp: var sdp } when SdpFault(sdp) is { } fault => (null, fault),
                AnswerSignal { Sdp: var sdp } when SdpFault(sdp) is { } fault => (null, fault),
                ShowSignal { Tiles: null } => (null, Malformed("tiles")),
                ShowSignal show when show.Tiles.Length > MostTiles || show.Tiles.Any(t => t?.Seat is null) => (null, Malformed("tiles")),
                { } signal => (signal, null),
            };
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException or ArgumentException or InvalidOperationException)
        {
            return (null, Malformed(null));
        }
    }

    private static Refusal? SdpFault(string? sdp) => sdp switch
    {
        null or "" => Malformed("sdp"),
        { Length: > LongestSdp } => new Refusal(RefusalName.TooLarge, "sdp", [$"{LongestSdp}"]),
        _ when !sdp.StartsWith("v=0", StringComparison.Ordinal) => Malformed("sdp"),
        _ => null,
    };

    private static Refusal Malformed(string? field) => new(RefusalName.Malformed, field, []);
}

/// <param name="Source">Camera (with the microphone) or screen.</param>
public sealed record PublishSignal(long Epoch, MediaSource Source, string Sdp) : MediaSignal(Epoch);

public sealed record UnpublishSignal(long Epoch, MediaSource Source) : MediaSignal(Epoch);

public sealed record AnswerSignal(long Epoch, int Number, string Sdp) : MediaSignal(Epoch);

/// <summary>One's own switches, for the others' list.</summary>
public sealed record SendingSignal(long Epoch, bool Microphone, bool Camera) : MediaSignal(Epoch);

public sealed record ShowSignal(long Epoch, Tile[] Tiles) : MediaSignal(Epoch);

/// <summary>A picture on this screen.</summary>
/// <param name="Source">Camera or screen.</param>
/// <param name="Height">Device pixels.</param>
public sealed record Tile(string Seat, MediaSource Source, int Height);

/// <param name="LossUp">Lost share of what was sent, 0 to 1.</param>
/// <param name="LossDown">Lost share of what was to be received, 0 to 1.</param>
public sealed record StatsSignal(long Epoch, double RoundTripMs, double LossUp, double LossDown, double KbpsUp, double KbpsDown) : MediaSignal(Epoch);

/// <summary>What came of a signal: nothing, an answer to a description, or a refusal.</summary>
public sealed record Signalled(string? Sdp, Refusal? Refusal)
{
    public static Signalled Done { get; } = new(null, (Refusal?)null);

    public static Signalled Refused(RefusalName name) => new(null, new Refusal(name, null, []));
}
