using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AumgJury.Web.Realtime;

/// <summary>
/// What views hand out again, to every seat and in later states, is written once and travels as the same bytes: it is most of a view
/// (docs/decisions/0013). The bytes go when it goes.
/// </summary>
/// <typeparam name="TPart">A list, or one of a list of which mostly one changes.</typeparam>
/// <param name="plain">The same options, without this.</param>
/// <param name="whenOld">
/// Only a part that has outlived a collection is kept in bytes. Of those that one seat alone reads most are replaced before they travel again: bytes kept beside each
/// were half of what a collection carries, with everybody waiting.
/// </param>
internal sealed class WrittenOnce<TPart>(JsonSerializerOptions plain, bool whenOld = false) : JsonConverter<TPart>
    where TPart : class
{
    private const int MostKept = 1 << 17;

    /// <summary>Where this thread writes: a buffer that grows anew for every part is thrown away four times.</summary>
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? t_bytes;

    private readonly ConditionalWeakTable<TPart, Written> _written = [];

    public override TPart? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonSerializer.Deserialize<TPart>(ref reader, plain);

    public override void Write(Utf8JsonWriter writer, TPart value, JsonSerializerOptions options)
    {
        // How letters are escaped is the writer's, not the options': the hub's leaves accents as they are.
        if (value is Array { Length: 0 } || writer.Options.Indented || (whenOld && GC.GetGeneration(value) == 0))
        {
            JsonSerializer.Serialize(writer, value, plain);
            return;
        }

        if (!_written.TryGetValue(value, out var written) || written.Encoder != writer.Options.Encoder)
        {
            written = new(writer.Options.Encoder, Bytes(value, writer.Options));
            _written.AddOrUpdate(value, written);
        }

        writer.WriteRawValue(written.Json, skipInputValidation: true);
    }

    private byte[] Bytes(TPart value, JsonWriterOptions options)
    {
        var bytes = t_bytes ??= new(4096);
        try
        {
            using (var own = new Utf8JsonWriter(bytes, options))
            {
                JsonSerializer.Serialize(own, value, plain);
            }

            return bytes.WrittenSpan.ToArray();
        }
        finally
        {
            // Nothing of it stays: the next part may be another seat's.
            bytes.Clear();
            if (bytes.Capacity > MostKept)
            {
                t_bytes = null;
            }
        }
    }

    private sealed record Written(JavaScriptEncoder? Encoder, byte[] Json);
}
