using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Realtime;
using AumgJury.Web.Seeds;

namespace AumgJury.Web.Pages;

/// <summary>A demo sitting of the gallery's own, in memory and unsealed: played from its script to an hour, then acted in by one seat.</summary>
internal sealed class ShowcasePlay
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };
    private readonly CallDefinition _call;
    private readonly DemoMarks _marks;
    private int _number;

    private ShowcasePlay(CallDefinition call, DemoMarks marks) => (_call, _marks, At) = (call, marks, call.DemoStart!.Value);

    /// <summary>The sitting now.</summary>
    public CallState State { get; private set; } = CallState.Empty((_, cipher) => cipher);

    /// <summary>The sitting's hour.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The demo at <paramref name="hour"/>, such as <c>11:46:00</c>; null when the seed cannot be read.</summary>
    public static ShowcasePlay? Until(string folder, string hour)
    {
        if (SeedFolder.Read(folder) is not SeedRead<CallDefinition>.Accepted { Value: var call } || DemoMarks.Read(folder, call) is not SeedRead<DemoMarks>.Accepted { Value: var marks })
        {
            return null;
        }

        var play = new ShowcasePlay(call, marks);
        play.Send(Actor.Setup, new OpenCall(call));
        foreach (var act in JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "script.json")))!.AsArray().OfType<JsonObject>())
        {
            if (string.CompareOrdinal((string?)act["at"], hour) > 0)
            {
                break;
            }

            play.Play(act);
        }

        play.At = play.Instant(hour);
        play.Machine();
        return play;
    }

    /// <summary>What this seat sees now.</summary>
    public SeatView View(string seat) => State.View(seat);

    /// <summary>Acts as a seat.</summary>
    public Sent Act(string seat, Command command) => Send(Actor.Seat(seat), command);

    private void Play(JsonObject act)
    {
        At = Instant((string)act["at"]!);
        Machine();
        var (by, name) = ((string?)act["by"], (string)act["act"]!);
        if (by is null)
        {
            return;
        }

        if (name == "confirm-presence")
        {
            Send(Actor.Presence, new RegainSeat(by));
        }

        foreach (var command in Commands(act, by, name))
        {
            Send(by == "presence" ? Actor.Presence : Actor.Seat(by), command);
        }

        Machine();
    }

    private IEnumerable<Command> Commands(JsonObject act, string by, string name)
    {
        if (name == "draft-marks")
        {
            var sheet = _marks.Sheets.Single(s => s.Member == by && s.Dossier == (string?)act["dossier"]);
            return act["criteria"]!.AsArray().Select(c => (string)c!).Select(c => new KeepDraft(sheet.Dossier, 1, c, sheet.Marks[c], sheet.Comments.GetValueOrDefault(c, ""), null));
        }

        if (name == "record-opinion")
        {
            var opinion = _marks.Opinions.Single(o => o.Dossier == (string?)act["dossier"]);
            return [new RecordOpinion(opinion.Dossier, opinion.Opinion, opinion.Motive, "")];
        }

        var json = new JsonObject { ["type"] = name };
        foreach (var (key, value) in act.Where(p => p.Key is not ("at" or "by" or "act")))
        {
            json[key] = key is "until" or "hour" && value is not null ? JsonValue.Create(Instant((string)value!)) : value?.DeepClone();
        }

        return [json.Deserialize<Command>(Options)!];
    }

    private DateTimeOffset Instant(string hour) => new(_call.SittingDate.ToDateTime(TimeOnly.ParseExact(hour, "HH:mm:ss", CultureInfo.InvariantCulture)), _call.DemoStart!.Value.Offset);

    private Sent Send(Actor actor, Command command)
    {
        var outcome = State.Decide(actor, command, $"{_number++}", new Instants(At, At), (_, clear) => clear);
        if (outcome is Outcome.Accepted accepted)
        {
            State = accepted.Next;
            return new Sent(accepted.Answer, null);
        }

        return new Sent(null, (outcome as Outcome.Refused)?.Refusal);
    }

    // Duties that are due, and the proof of a room that closes.
    private void Machine()
    {
        while (State.IsOpen && State.Duties().Where(d => d.Due <= At).MinBy(d => d.Due) is { } duty && Send(duty.By, duty.Command).Refusal is null)
        {
        }

        if (State.IsOpen && State.ProofWanted() is { } wanted)
        {
            Send(Actor.Room, new ProveRoom(wanted.Number, ProofMeans.Server, wanted.Expected, wanted.Expected));
        }
    }
}
