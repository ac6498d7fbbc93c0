using AumgJury.Core.Sittings;
using AumgJury.Core.Tests.Kit;

namespace AumgJury.Core.Tests.Walls;

/// <summary>Who may ask for what, in which phase: every command, every role, every phase.</summary>
public sealed class PermitTableTests
{
    private static readonly string[] Actors = ["chair", "deputy", "member", "secretary", "presenter", "authority", "setup", "access", "presence", "room", "outbox"];

    private static readonly Dictionary<string, Row> Table = PermitTable.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Row.Parse).ToDictionary(r => r.Command, StringComparer.Ordinal);

    [Fact]
    public void Every_command_has_one_row_and_every_row_a_command() =>
        Assert.Equal(Commands.Types.Select(Commands.Name).Order(StringComparer.Ordinal), Table.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(Phase.Convened)]
    [InlineData(Phase.DoorsOpen)]
    [InlineData(Phase.RollCall)]
    [InlineData(Phase.Hearings)]
    [InlineData(Phase.FinalDeliberation)]
    [InlineData(Phase.RankingFixed)]
    [InlineData(Phase.Closed)]
    public void The_table_holds_for_every_role_and_command(Phase phase)
    {
        var p = Phases.To(phase);
        Assert.Equal(phase, p.Inside.Phase);
        Holds(p, secretaryConducts: false);
    }

    [Theory]
    [InlineData(Phase.DoorsOpen)]
    [InlineData(Phase.RollCall)]
    [InlineData(Phase.Hearings)]
    [InlineData(Phase.FinalDeliberation)]
    [InlineData(Phase.RankingFixed)]
    public void The_secretary_presses_for_the_chair_only_when_let(Phase phase)
    {
        var p = Phases.To(phase);
        p.Do("M1", new LetSecretaryConduct(true));
        Holds(p, secretaryConducts: true);
    }

    [Theory]
    [InlineData(Phase.RollCall)]
    [InlineData(Phase.Hearings)]
    [InlineData(Phase.FinalDeliberation)]
    public void While_suspended_only_what_the_table_marks_is_judged(Phase phase)
    {
        var p = Phases.To(phase);
        p.Do("M1", new Suspend(null, "Pause."));
        Holds(p, secretaryConducts: false);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void At_the_door_a_juror_or_the_secretary_does_only_what_the_table_marks(bool begun)
    {
        var p = Play.AtTheDoors(Small.Call(r => r with { Quorum = 1 }));
        if (begun)
        {
            // Everybody but the chair stays at the door until the hearings.
            p.EveryoneConfirms("M2", "M3", "M4", "SEC");
            p.Do("M1", new OpenSitting());
            p.RollCall();
            p.Do("M1", new AdoptRules());
            p.Do("M1", new StartHearings());
        }

        Holds(p, secretaryConducts: false);
    }

    private static void Holds(Play p, bool secretaryConducts)
    {
        var suspended = p.Inside.Suspension is not null;
        foreach (var type in Commands.Types)
        {
            var row = Table[Commands.Name(type)];
            foreach (var actor in Actors)
            {
                var refusals = Enumerable.Range(0, 14).Select(n => Commands.Plausible(type, n)).Select(c => Name(p, actor, c)).ToArray();
                var told = $"{row.Command} by {actor} in {p.Inside.Phase}: {string.Join(", ", refusals.Distinct())}";
                if (!row.Allows(actor, secretaryConducts))
                {
                    Assert.True(refusals.All(r => r == RefusalName.NotYourRole), told);
                }
                else if (p.Inside.Phase < row.From || p.Inside.Phase > row.To)
                {
                    Assert.True(refusals.All(r => r == (IsKeptOut(actor) ? RefusalName.Stale : RefusalName.WrongPhase)), told);
                }
                else if (AtTheDoor(p, actor) && !row.Door)
                {
                    Assert.True(refusals.All(r => r == RefusalName.NotConfirmed), told);
                }
                else
                {
                    // Who rules on a link is a setting beside the role; whose seat it is decides who admits to it or revokes its link.
                    Assert.True(refusals.All(r => r != RefusalName.WrongPhase && (r != RefusalName.NotYourRole || row.Command is "rule-recusal" or "revoke-link" or "readmit" or "turn-away")), told);
                    var held = suspended && !row.WhileSuspended;
                    Assert.True(IsKeptOut(actor) ? refusals.All(r => r != RefusalName.Suspended && (!held || r == RefusalName.Stale)) : refusals.All(r => (r == RefusalName.Suspended) == held), told);
                }
            }
        }
    }

    /// <summary>In none of these sittings is a presenter in the room: what is not possible is stale, whatever the reason.</summary>
    private static bool IsKeptOut(string actor) => actor == "presenter";

    private static RefusalName? Name(Play p, string actor, Command c) =>
        p.State.Decide(ActorOf(actor), c, "table", new Instants(p.Sitting, p.Machine), p.Keys.Seal) is Outcome.Refused r ? r.Refusal.Name : null;

    private static bool AtTheDoor(Play p, string actor) =>
        p.Inside.Phase >= Phase.DoorsOpen && actor is ("chair" or "deputy" or "member" or "secretary") && p.Inside.Seats[ActorOf(actor).SeatId!].ConfirmedAt is null;

    private static Actor ActorOf(string actor) => actor switch
    {
        "chair" => Actor.Seat("M1"),
        "deputy" => Actor.Seat("M2"),
        "member" => Actor.Seat("M3"),
        "secretary" => Actor.Seat("SEC"),
        "presenter" => Actor.Seat("P1"),
        "authority" => Actor.Seat("AUT"),
        "setup" => Actor.Setup,
        "access" => Actor.Access,
        "presence" => Actor.Presence,
        "room" => Actor.Room,
        _ => Actor.Outbox,
    };

    private sealed record Row(string Command, string[] Who, Phase From, Phase To, bool WhileSuspended, bool Door)
    {
        public static Row Parse(string line)
        {
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var phases = parts[2].Split("..");
            return new(parts[0], parts[1].Split(','), Enum.Parse<Phase>(phases[0]), Enum.Parse<Phase>(phases[^1]), parts.Contains("+"), parts.Contains("door"));
        }

        public bool Allows(string actor, bool secretaryConducts) => Who.Any(w => w == actor || w == "everyone" && IsSeat(actor)
            || (w == "conduct" && (actor == "chair" || (actor == "secretary" && secretaryConducts)))
            || (w == "juror" && actor is ("chair" or "deputy" or "member")));

        private static bool IsSeat(string actor) => actor is "chair" or "deputy" or "member" or "secretary" or "presenter" or "authority";
    }
}
