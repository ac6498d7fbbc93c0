using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace AumgJury.Web.Seeds;

/// <summary>What is wrong with the shape of a JSON value: where, and a sentence.</summary>
internal readonly record struct ShapeProblem(string Path, string Reason);

/// <summary>
/// Compares a JSON text with the type it should become, member by member, so that all problems are told at once and in words;
/// the serializer alone stops at the first and says it in its own terms.
/// </summary>
internal static class ShapeCheck
{
    public static IEnumerable<ShapeProblem> Problems(JsonElement element, Type type, string path, JsonSerializerOptions options)
    {
        var info = options.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);
        return info.Kind switch
        {
            JsonTypeInfoKind.Object => Object(element, info, path),
            JsonTypeInfoKind.Enumerable => Items(element, info, path),
            JsonTypeInfoKind.Dictionary => Entries(element, info, path),
            _ => Leaf(element, info, path),
        };
    }

    private static IEnumerable<ShapeProblem> Object(JsonElement element, JsonTypeInfo info, string path)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return [Wrong(element, path, "KindObject")];
        }

        // Computed properties, such as a grid's total weight, are not part of the file.
        var known = info.Properties.Where(p => p.Set is not null || p.AssociatedParameter is not null).ToDictionary(p => p.Name, StringComparer.Ordinal);
        var problems = new List<ShapeProblem>();
        foreach (var member in element.EnumerateObject())
        {
            var at = JsonLines.Member(path, member.Name);
            if (!known.TryGetValue(member.Name, out var property))
            {
                problems.Add(new(at, SeedTexts.Say("UnknownMember", member.Name, string.Join(", ", known.Keys))));
            }
            else if (member.Value.ValueKind != JsonValueKind.Null)
            {
                problems.AddRange(Problems(member.Value, property.PropertyType, at, info.Options));
            }
            else if (!property.IsSetNullable && property.AssociatedParameter is not { IsNullable: true })
            {
                problems.Add(Wrong(member.Value, at, KindOf(info.Options.GetTypeInfo(property.PropertyType))));
            }
        }

        problems.AddRange(known.Values
            .Where(p => p.AssociatedParameter is { HasDefaultValue: false } && !element.TryGetProperty(p.Name, out _))
            .Select(p => new ShapeProblem(path, SeedTexts.Say("MissingMember", p.Name))));
        return problems;
    }

    private static IEnumerable<ShapeProblem> Items(JsonElement element, JsonTypeInfo info, string path)
    {
        return element.ValueKind == JsonValueKind.Array
            ? element.EnumerateArray().SelectMany((item, i) => Problems(item, info.ElementType!, $"{path}[{i}]", info.Options))
            : [Wrong(element, path, "KindList")];
    }

    private static IEnumerable<ShapeProblem> Entries(JsonElement element, JsonTypeInfo info, string path)
    {
        return element.ValueKind == JsonValueKind.Object
            ? element.EnumerateObject().SelectMany(entry => Problems(entry.Value, info.ElementType!, JsonLines.Member(path, entry.Name), info.Options))
            : [Wrong(element, path, "KindObject")];
    }

    private static IEnumerable<ShapeProblem> Leaf(JsonElement element, JsonTypeInfo info, string path)
    {
        if (info.Type.IsEnum && element.ValueKind == JsonValueKind.String)
        {
            var names = Enum.GetNames(info.Type).Select(JsonNamingPolicy.CamelCase.ConvertName).ToArray();
            return names.Contains(element.GetString(), StringComparer.Ordinal)
                ? []
                : [new(path, SeedTexts.Say("UnknownValue", element.GetString()!, string.Join(", ", names)))];
        }

        return element.ValueKind != JsonValueKind.Null && Fits(element, info) ? [] : [Wrong(element, path, KindOf(info))];
    }

    private static bool Fits(JsonElement element, JsonTypeInfo info)
    {
        // Without an offset an instant would mean another hour on another machine.
        if (info.Type == typeof(DateTimeOffset) && (element.ValueKind != JsonValueKind.String || !element.TryGetDateTime(out var read) || read.Kind == DateTimeKind.Unspecified))
        {
            return false;
        }

        try
        {
            return element.Deserialize(info) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static ShapeProblem Wrong(JsonElement element, string path, string kind)
    {
        var raw = element.ValueKind switch
        {
            JsonValueKind.Object => "{…}",
            JsonValueKind.Array => "[…]",
            _ => element.GetRawText(),
        };
        return new(path, SeedTexts.Say("WrongKind", raw.Length > 60 ? raw[..60] + "…" : raw, SeedTexts.Say(kind)));
    }

    private static string KindOf(JsonTypeInfo info) => (Nullable.GetUnderlyingType(info.Type) ?? info.Type) switch
    {
        { IsEnum: true } => "KindText",
        var t when t == typeof(string) => "KindText",
        var t when t == typeof(bool) => "KindYesNo",
        var t when t == typeof(decimal) => "KindNumber",
        var t when t == typeof(DateOnly) => "KindDate",
        var t when t == typeof(DateTimeOffset) => "KindInstant",
        { IsPrimitive: true } => "KindWhole",
        _ => info.Kind == JsonTypeInfoKind.Enumerable ? "KindList" : "KindObject",
    };
}
