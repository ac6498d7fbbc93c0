using AumgJury.Core.Sittings;
using AumgJury.Core.Tests.Kit;

namespace AumgJury.Core.Tests.Walls;

/// <summary>A refusal is a value with a name; an exception is a bug. Whoever asks for whatever, whenever.</summary>
public sealed class GarbageTests
{
    private static readonly Actor[] Actors = [.. Small.Seats.Append("nobody").Select(Actor.Seat), Actor.Setup, Actor.Access, Actor.Presence, Actor.Room, Actor.Outbox];

    [Theory]
    [InlineData(Phase.Convened)]
    [InlineData(Phase.DoorsOpen)]
    [InlineData(Phase.RollCall)]
    [InlineData(Phase.Hearings)]
    [InlineData(Phase.FinalDeliberation)]
    [InlineData(Phase.RankingFixed)]
    [InlineData(Phase.Closed)]
    public void No_command_throws_for_anybody(Phase phase) => NeverThrows(Phases.To(phase));

    [Fact]
    public void No_command_throws_while_a_presenter_is_heard()
    {
        var p = Play.Hearing(Small.Call());
        p.Do("M1", new StartPresentation("D1"));
        p.Do(Actor.Presence, new LoseSeat("M4"));
        NeverThrows(p);
    }

    [Fact]
    public void No_command_throws_during_a_recall()
    {
        var p = Play.Marking(Small.Call());
        p.MarkAll("U1");
        p.Do("M1", new Recall("U1", "Une question oubliée."));
        NeverThrows(p);
    }

    [Fact]
    public void No_command_throws_without_a_chair()
    {
        var p = Play.Marking(Small.Call());
        p.Do("M1", new HandOver());
        NeverThrows(p);
    }

    [Fact]
    public void A_call_that_is_not_open_takes_nothing_but_its_opening()
    {
        var empty = CallState.Empty((_, _) => null);
        foreach (var type in Commands.Types.Where(t => t != typeof(OpenCall)))
        {
            var outcome = empty.Decide(Actor.Setup, Commands.Plausible(type, 0), "c", default, (_, clear) => clear);
            Assert.Equal(RefusalName.WrongPhase, Assert.IsType<Outcome.Refused>(outcome).Refusal.Name);
        }
    }

    [Fact]
    public void A_member_that_json_left_out_is_named()
    {
        var p = Play.Marking(Small.Call());
        var refusal = p.Refused(Actor.Seat("M1"), new Reveal("D1", 1, null!));
        Assert.Equal((RefusalName.Malformed, "countAsAbstaining"), (refusal.Name, refusal.Field));
        Assert.Equal("countAsAbstaining", p.Refused(Actor.Seat("M1"), new Reveal("D1", 1, [null!])).Field);
        Assert.Equal("status", p.Refused(Actor.Seat("M1"), new RecordAttendance("M1", (AttendanceStatus)77, IdentityMeans.CardShown, "")).Field);
        Assert.Equal("definition.grid.criteria", p.Refused(Actor.Setup, new OpenCall(Small.Call() with { Grid = Small.Call().Grid with { Criteria = null! } })).Field);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public void A_command_id_is_1_to_64_characters(string id)
    {
        var outcome = new Play(Small.Call()).Try(Actor.Seat("SEC"), new OpenDoors(), id);
        Assert.Equal((RefusalName.Malformed, "id"), (Assert.IsType<Outcome.Refused>(outcome).Refusal.Name, ((Outcome.Refused)outcome).Refusal.Field));
    }

    private static void NeverThrows(Play p)
    {
        var before = p.AllViews();
        foreach (var type in Commands.Types)
        {
            foreach (var actor in Actors)
            {
                for (var n = 0; n < 30; n++)
                {
                    var command = n < 8 ? Commands.Plausible(type, n) : Commands.Garbage(type, n - 8);
                    var outcome = p.State.Decide(actor, command, "garbage", new Instants(p.Sitting, p.Machine), p.Keys.Seal);
                    if (outcome is Outcome.Accepted { Next: var next })
                    {
                        // What was accepted can be seen by everybody and waited for.
                        Assert.All(next.Seats, s => next.View(s));
                        next.Duties();
                        next.Archive();
                    }
                }
            }
        }

        Assert.Equal(before, p.AllViews());
    }
}
