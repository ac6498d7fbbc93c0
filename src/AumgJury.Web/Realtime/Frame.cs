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
    private ReadOnlyMemory<byte> _json;

    /// <summary>Whether the view was written already, and is not <see cref="View"/>.</summary>
    internal bool IsWritten { get; private init; }

    public static Frame Of(Served served) => served switch
    {
        Served.Shown { Json.IsEmpty: false } written => new("view", null, written.Clock, null) { IsWritten = true, _json = written.Json },
        Served.Shown shown => new("view", shown.View, shown.Clock, null),
        Served.Waiting waiting => new("waiting", null, null, null, waiting.Code),
        Served.Ended ended => new("ended", null, null, ended.Why),
        _ => throw new InvalidOperationException($"{served.GetType().Name} cannot travel."),
    };

    /// <summary>The written view, once: a stream holds its last frame until the next one comes, and should not hold so many bytes.</summary>
    /// <exception cref="InvalidOperationException">It was taken.</exception>
    internal ReadOnlyMemory<byte> TakeWritten()
    {
        var json = _json;
        _json = default;
        return json.IsEmpty ? throw new InvalidOperationException("A frame travels once.") : json;
    }
}

/// <summary>Puts a written view into its frame as it is: a view was written to be compared, and is the longest part by far.</summary>
internal sealed class FrameJson : JsonConverter<Frame>
{
    public override Frame Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<Members>(ref reader, options) is { } read ? new(read.Kind, read.View, read.Clock, read.Why, read.Code) : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, Frame value, JsonSerializerOptions options)
    {
        if (!value.IsWritten)
        {
            JsonSerializer.Serialize(writer, new Members(value.Kind, value.View, value.Clock, value.Why, value.Code), options);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("kind"u8, value.Kind);
        writer.WritePropertyName("view"u8);
        writer.WriteRawValue(value.TakeWritten().Span, skipInputValidation: true);
        writer.WritePropertyName("clock"u8);
        JsonSerializer.Serialize(writer, value.Clock, options);
        writer.WritePropertyName("why"u8);
        JsonSerializer.Serialize(writer, value.Why, options);
        writer.WriteNull("code"u8);
        writer.WriteEndObject();
    }

    private sealed record Members(string Kind, SeatView? View, SittingClock? Clock, RefusalName? Why, string? Code);
}
