using System.Text.Json;
using System.Text.Json.Serialization;

namespace AumgJury.Core.Sittings;

/// <summary>How lines of the journal are written and read. A member that no longer exists is an error, not a silence.</summary>
internal static class JournalJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        AllowOutOfOrderMetadataProperties = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };
}

/// <summary>One accepted command with all its events; the store adds position, group and hash.</summary>
internal sealed record Entry(DateTimeOffset At, string Actor, string Id, Event[] Events)
{
    /// <summary>The store's two members, ignored here.</summary>
    public long? Position { get; init; }

    public long? Group { get; init; }
}
