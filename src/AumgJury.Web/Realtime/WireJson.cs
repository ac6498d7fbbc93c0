using System.Text.Json;
using System.Text.Json.Serialization;
using AumgJury.Core.Views;

namespace AumgJury.Web.Realtime;

/// <summary>How commands, answers and views travel: System.Text.Json alone, camelCase, names for enumerations.</summary>
public static class WireJson
{
    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions());

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.AllowOutOfOrderMetadataProperties = true;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        var plain = new JsonSerializerOptions(options);
        options.Converters.Add(new WrittenOnce<DossierFile[]>(plain));
        options.Converters.Add(new WrittenOnce<MyGrid>(plain, whenOld: true));
        options.Converters.Add(new WrittenOnce<Submissions[]>(plain));
        options.Converters.Add(new WrittenOnce<PersonLine[]>(plain));
        options.Converters.Add(new WrittenOnce<OrderLine[]>(plain));
        options.Converters.Add(new WrittenOnce<SeatLine[]>(plain));
        return options;
    }
}
