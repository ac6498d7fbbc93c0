using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace AumgJury.Web.Seeds;

/// <summary>One JSON file of a seed folder, read as a <typeparamref name="T"/>, with the lines of its values.</summary>
internal sealed class SeedFile<T>
    where T : class
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    private readonly JsonLines? _lines;

    private SeedFile(string name, T? value, JsonLines? lines, SeedProblem[] problems)
    {
        Name = name;
        Value = value;
        _lines = lines;
        Problems = problems;
    }

    public string Name { get; }

    /// <summary>What the file says; null exactly when <see cref="Problems"/> is not empty.</summary>
    public T? Value { get; }

    public SeedProblem[] Problems { get; }

    public static SeedFile<T> Read(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            return new(name, null, null, [new(name, 0, SeedTexts.Say("FileMissing"))]);
        }

        var bytes = File.ReadAllBytes(path);
        var utf8 = bytes.AsMemory(bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0);
        try
        {
            var lines = JsonLines.Of(utf8.Span);
            using var document = JsonDocument.Parse(utf8);
            SeedProblem[] problems =
            [
                .. lines.Repeated.Select(at => new SeedProblem(name, lines.LineOf(at), SeedTexts.Say("RepeatedMember", at))),
                .. ShapeCheck.Problems(document.RootElement, typeof(T), "", Options).Select(p => new SeedProblem(name, lines.LineOf(p.Path), p.Reason)),
            ];
            return problems.Length > 0 ? new(name, null, lines, problems) : new(name, document.RootElement.Deserialize<T>(Options)!, lines, []);
        }
        catch (JsonException broken)
        {
            return new(name, null, null, [new(name, (int)(broken.LineNumber ?? 0) + 1, SeedTexts.Say("NotJson", (broken.BytePositionInLine ?? 0) + 1))]);
        }
    }

    /// <summary>A problem at a path of this file, such as <c>criteria[3].weight</c>.</summary>
    public SeedProblem At(string path, string reason) => new(Name, _lines!.LineOf(path), reason);
}
