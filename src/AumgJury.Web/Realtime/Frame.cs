using System.Text.Json;
using System.Text.Json.Serialization;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Room;

namespace AumgJury.Web.Realtime;

/// <summary>One message of a <see cref="JuryHub.Watch"/> stream.</summary>
/// <param name="Kind"><c>view</c>, <c>waiting</c> or <c>ended</c>.</param>
/// <param name="Code">Of a device that waits: what people compare before they admit it.</param>
[JsonConverter(typeof(FrameJson))]
public sealed record Frame(string Kind, SeatView? View, SittingClock? Clock, RefusalName? Why, string? Code = null)
{
    /// <summary>The view as it was written already; empty in a frame that was read.</summary>
    internal ReadOnlyMemory<byte> Json { get; init; }

    public static Frame Of(Served served) => served switch
    {
        Served.Shown shown => new("view", shown.View, shown.Clock, null) { Json = shown.Json },
        Served.Waiting waiting => new("waiting", null, null, null, waiting.Code),
        Served.Ended ended => new("ended", null, null, ended.Why),
        _ => throw new InvalidOperationException($"{served.GetType().Name} cannot travel."),
    };
}

/// <summary>Puts a written view into its frame as it is: a view was written to be compared, and is the longest part by far.</summary>
internal sealed class FrameJson : JsonConverter<Frame>
{
    public override Frame Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<Members>(ref reader, options) is { } read ? new(read.Kind, read.View, read.Clock, read.Why, read.Code) : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, Frame value, JsonSerializerOptions options)
    {
        if (value.Json.IsEmpty)
        {
            JsonSerializer.Serialize(writer, new Members(value.Kind, value.View, value.Clock, value.Why, value.Code), options);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("kind"u8, value.Kind);
        writer.WritePropertyName("view"u8);
        writer.WriteRawValue(value.Json.Span, skipInputValidation: true);
        writer.WritePropertyName("clock"u8);
        JsonSerializer.Serialize(writer, value.Clock, options);
        writer.WritePropertyName("why"u8);
        JsonSerializer.Serialize(writer, value.Why, options);
        writer.WriteNull("code"u8);
        writer.WriteEndObject();
    }

    private sealed record Members(string Kind, SeatView? View, SittingClock? Clock, RefusalName? Why, string? Code);
}
