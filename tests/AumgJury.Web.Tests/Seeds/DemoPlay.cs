using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Web.Seeds;

namespace AumgJury.Web.Tests.Seeds;

/// <summary>Plays the script on a bare <see cref="CallState"/>: no disk, no host, nothing sealed; the machine does its duties when they are due.</summary>
internal sealed class DemoPlay(CallDefinition call, DemoMarks marks)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly List<string> _refusals = [];
    private int _number;

    public CallState State { get; private set; } = CallState.Empty((_, cipher) => cipher);

    /// <summary>Called after every accepted act with its line.</summary>
    public Action<ReadOnlyMemory<byte>>? Accepted { get; init; }

    /// <summary>Which act was refused and why; empty when the whole script was accepted.</summary>
    public IReadOnlyList<string> Refusals => _refusals;

    /// <summary>Plays every act; <paramref name="expected"/> is asked at each fact that the script expects.</summary>
    public void Run(IEnumerable<JsonElement> acts, Action<DemoPlay, JsonElement> expected)
    {
        Send(Actor.Setup, new OpenCall(call), call.DemoStart!.Value);
        foreach (var act in acts)
        {
            var at = Instant(act.GetProperty("at").GetString()!);
            Machine(at);
            if (act.GetProperty("act").GetString() == "expect")
            {
                expected(this, act);
                continue;
            }

            var by = act.GetProperty("by").GetString()!;
            if (act.GetProperty("act").GetString() == "confirm-presence")
            {
                Send(Actor.Presence, new RegainSeat(by), at);
            }

            foreach (var command in Commands(act, by))
            {
                Send(by == "presence" ? Actor.Presence : Actor.Seat(by), command, at);
            }

            Machine(at);
        }
    }

    private DateTimeOffset Instant(string hour) =>
        new(call.SittingDate.ToDateTime(TimeOnly.ParseExact(hour, "HH:mm:ss", CultureInfo.InvariantCulture)), call.DemoStart!.Value.Offset);

    private void Send(Actor actor, Command command, DateTimeOffset at)
    {
        var outcome = State.Decide(actor, command, $"{_number++}", new Instants(at, at), (_, clear) => clear);
        if (outcome is Outcome.Accepted accepted)
        {
            State = accepted.Next;
            Accepted?.Invoke(accepted.Body);
        }
        else
        {
            _refusals.Add($"{at:HH:mm:ss} {actor} {command.GetType().Name}: {((outcome as Outcome.Refused)?.Refusal)?.Name} {((outcome as Outcome.Refused)?.Refusal)?.Field}");
        }
    }

    private void Machine(DateTimeOffset at)
    {
        while (State.IsOpen && State.Duties().Where(d => d.Due <= at).MinBy(d => d.Due) is { } duty)
        {
            var before = _refusals.Count;
            Send(duty.By, duty.Command, duty.Due);
            if (_refusals.Count > before)
            {
                return;
            }
        }

        if (State.IsOpen && State.ProofWanted() is { } wanted)
        {
            Send(Actor.Room, new ProveRoom(wanted.Number, ProofMeans.Server, wanted.Expected, wanted.Expected), at);
        }
    }

    private IEnumerable<Command> Commands(JsonElement act, string by)
    {
        var name = act.GetProperty("act").GetString()!;
        if (name == "draft-marks")
        {
            var sheet = marks.Sheets.Single(s => s.Member == by && s.Dossier == act.GetProperty("dossier").GetString());
            return act.GetProperty("criteria").EnumerateArray().Select(c => c.GetString()!)
                .Select(c => new KeepDraft(sheet.Dossier, 1, c, sheet.Marks[c], sheet.Comments.GetValueOrDefault(c, ""), null));
        }

        if (name == "record-opinion")
        {
            var opinion = marks.Opinions.Single(o => o.Dossier == act.GetProperty("dossier").GetString());
            return [new RecordOpinion(opinion.Dossier, opinion.Opinion, opinion.Motive, "")];
        }

        var json = JsonNode.Parse(act.GetRawText())!.AsObject();
        json.Remove("at");
        json.Remove("by");
        json.Remove("act");
        json.Insert(0, "type", name);
        foreach (var member in new[] { "until", "hour" })
        {
            if (json[member] is { } hour)
            {
                json[member] = JsonValue.Create(Instant(hour.GetValue<string>()));
            }
        }

        return [json.Deserialize<Command>(Options)!];
    }
}
