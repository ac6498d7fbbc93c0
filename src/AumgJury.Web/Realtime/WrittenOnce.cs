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
internal sealed class WrittenOnce<TPart>(JsonSerializerOptions plain) : JsonConverter<TPart>
    where TPart : class
{
    private readonly ConditionalWeakTable<TPart, Written> _written = [];

    public override TPart? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonSerializer.Deserialize<TPart>(ref reader, plain);

    public override void Write(Utf8JsonWriter writer, TPart value, JsonSerializerOptions options)
    {
        // How letters are escaped is the writer's, not the options': the hub's leaves accents as they are.
        if (value is Array { Length: 0 } || writer.Options.Indented)
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
        var bytes = new ArrayBufferWriter<byte>(1024);
        using (var own = new Utf8JsonWriter(bytes, options))
        {
            JsonSerializer.Serialize(own, value, plain);
        }

        return bytes.WrittenSpan.ToArray();
    }

    private sealed record Written(JavaScriptEncoder? Encoder, byte[] Json);
}
