using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;

namespace AumgJury.Web.Realtime;

/// <summary>How commands, answers and views travel: System.Text.Json alone, camelCase, names for enumerations.</summary>
public static class WireJson
{
    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Require } } });

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.AllowOutOfOrderMetadataProperties = true;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        var plain = new JsonSerializerOptions(options);
        options.Converters.Add(new WrittenOnce<DossierFile[]>(plain));
        options.Converters.Add(new WrittenOnce<MyGrid>(plain, whenOld: true));
        options.Converters.Add(new WrittenOnce<Submissions[]>(plain));
        options.Converters.Add(new WrittenOnce<PersonLine[]>(plain));
        options.Converters.Add(new WrittenOnce<OrderLine[]>(plain));
        options.Converters.Add(new WrittenOnce<SeatLine[]>(plain));
        return options;
    }

    /// <summary>What a command declares without a default has to be there: a number, a name or a yes that is missing would else be the first of its kind, and somebody would decide by leaving it out.</summary>
    private static void Require(JsonTypeInfo info)
    {
        if (!typeof(Command).IsAssignableFrom(info.Type))
        {
            return;
        }

        foreach (var member in info.Properties)
        {
            member.IsRequired |= member.AssociatedParameter is { HasDefaultValue: false } && member.PropertyType.IsValueType && Nullable.GetUnderlyingType(member.PropertyType) is null;
        }
    }
}
