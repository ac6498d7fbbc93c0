using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Web.Seeds;
using AumgJury.Web.Texts;

namespace AumgJury.Web.Replay;

/// <summary>Turns one act of a script into the commands it stands for. The shapes are told in the seed data's own page.</summary>
internal sealed class ActReading(CallDefinition definition, DemoMarks marks, TextsOf<ReplayTexts> texts)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        AllowOutOfOrderMetadataProperties = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>Members that a script writes as hours of its day.</summary>
    private static readonly (string Act, string Member)[] Hours = [("suspend", "until"), ("answer-hour", "hour")];

    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(definition.TimeZone);

    /// <exception cref="JsonException">The members are not those of the act.</exception>
    /// <exception cref="FormatException">An hour is not one.</exception>
    /// <exception cref="KeyNotFoundException">A member is missing, or no seat is called so.</exception>
    public ReplayAct Read(JsonElement element, int line)
    {
        var act = element.GetProperty("act").GetString()!;
        var at = Hour(element.GetProperty("at").GetString()!);
        if (act == "expect")
        {
            return new ReplayAct.Expect(at, line, Without(element).Deserialize<ReplayFact>(Options)!);
        }

        var by = element.GetProperty("by").GetString()!;
        var commands = act switch
        {
            "draft-marks" => Drafts(element, by),
            "record-opinion" => [Opinion(element)],
            _ => [Command(element, act)],
        };
        return new ReplayAct.Press(at, line, ActorOf(by), act, commands);
    }

    private Actor ActorOf(string by) => by == "presence" ? Actor.Presence
        : definition.Seats.Any(s => s.Id == by) ? Actor.Seat(by)
        : throw new KeyNotFoundException(texts["Script_Seat", by]);

    private Command Command(JsonElement element, string act)
    {
        var members = Without(element);
        members["type"] = act;
        foreach (var hour in Hours.Where(h => h.Act == act))
        {
            if (members[hour.Member]?.GetValue<string>() is { } said)
            {
                members[hour.Member] = Hour(said);
            }
        }

        return members.Deserialize<Command>(Options)!;
    }

    private Command[] Drafts(JsonElement element, string by)
    {
        var dossier = element.GetProperty("dossier").GetString()!;
        var sheet = marks.Sheets.FirstOrDefault(s => s.Dossier == dossier && s.Member == by) ?? throw new KeyNotFoundException(texts["Script_Sheet", by, dossier]);
        return [.. element.GetProperty("criteria").EnumerateArray().Select(c => c.GetString()!)
            .Select(c => new KeepDraft(dossier, 1, c, sheet.Marks.TryGetValue(c, out var mark) ? mark : throw new KeyNotFoundException(texts["Script_Mark", by, dossier, c]), sheet.Comments.GetValueOrDefault(c, ""), null))];
    }

    private RecordOpinion Opinion(JsonElement element)
    {
        var dossier = element.GetProperty("dossier").GetString()!;
        var said = marks.Opinions.FirstOrDefault(o => o.Dossier == dossier) ?? throw new KeyNotFoundException(texts["Script_Opinion", dossier]);
        return new RecordOpinion(dossier, said.Opinion, said.Motive, "");
    }

    /// <summary>The act's own members.</summary>
    private static JsonObject Without(JsonElement element)
    {
        var members = JsonObject.Create(element)!;
        members.Remove("at");
        members.Remove("by");
        members.Remove("act");
        return members;
    }

    private DateTimeOffset Hour(string hour)
    {
        var local = definition.SittingDate.ToDateTime(TimeOnly.ParseExact(hour, "HH:mm:ss", CultureInfo.InvariantCulture));
        return new DateTimeOffset(local, _zone.GetUtcOffset(local));
    }
}
