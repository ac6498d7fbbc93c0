using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Core.Tests.Kit;

namespace AumgJury.Core.Tests.Rules;

public sealed class DefinitionTests
{
    [Fact]
    public void An_address_and_a_name_are_checked_before_the_call_opens()
    {
        var call = Small.Call();
        var problems = DefinitionCheck.Problems(call with
        {
            Contact = "jury",
            Seats = [.. call.Seats.Select(s => s.Id switch { "P1" => s with { Email = "pas-une-adresse" }, "P2" => s with { Name = "Anne\r\nBcc: x" }, "P3" => s with { Name = "\u200b" }, _ => s })],
        });
        Assert.Equal(["contact BadAddress", "seats[6].email BadAddress", "seats[7].name BadText", "seats[8].name Missing"], problems.Select(p => $"{p.Path} {p.Fault}"));
    }

    [Fact]
    public void The_demo_and_the_small_call_have_no_fault()
    {
        Assert.Empty(DefinitionCheck.Problems(Demo.Call()));
        Assert.Empty(DefinitionCheck.Problems(Small.Call()));
    }

    [Fact]
    public void Each_fault_is_said_with_its_place()
    {
        var c = Small.Call();
        Says(c with { Id = "../x" }, "id", DefinitionFault.BadIdentifier);
        Says(c with { Id = "s1-log" }, "id", DefinitionFault.BadIdentifier);
        Says(c with { Posts = 0 }, "posts", DefinitionFault.OutOfRange);
        Says(c with { Grid = c.Grid with { Criteria = [c.Grid.Criteria[0]] }, Rules = c.Rules with { TieBreakers = [] } }, "grid.criteria", DefinitionFault.WeightsNotHundred);
        Says(c with { Grid = c.Grid with { Criteria = [c.Grid.Criteria[0], c.Grid.Criteria[1] with { Anchors = ["un"] }] } }, "grid.criteria[1].anchors", DefinitionFault.AnchorsNotSix);
        Says(c with { Rules = c.Rules with { TieBreakers = ["C", "Z"] } }, "rules.tieBreakers[1]", DefinitionFault.UnknownCriterion);
        Says(c with { Rules = c.Rules with { Quorum = 5 } }, "rules.quorum", DefinitionFault.QuorumOutOfRange);
        Says(c with { Rules = c.Rules with { CallSeconds = 0 } }, "rules.callSeconds", DefinitionFault.OutOfRange);
        Says(c with { Rules = c.Rules with { Threshold = 101 } }, "rules.threshold", DefinitionFault.OutOfRange);
        Says(c with { Seats = [.. c.Seats.Skip(1)], Rules = c.Rules with { Quorum = 1 } }, "seats", DefinitionFault.NoChair);
        Says(Without("SEC"), "seats", DefinitionFault.NoSecretary);
        Says(Without("AUT"), "seats", DefinitionFault.NoAuthority);
        Says(c with { Seats = [.. c.Seats, Demo.Seat("AU2", "Autre autorité", Role.Authority, College.Authority)] }, "seats[9].role", DefinitionFault.Duplicate);
        Says(c with { Seats = [.. c.Seats, Demo.Seat("SE2", "Autre secrétaire", Role.Secretary, College.Secretariat)] }, "seats[9].role", DefinitionFault.Duplicate);
        Says(With("M3", s => s with { Name = " quatrième " }), "seats[3].name", DefinitionFault.Duplicate);
        Says(With("M2", s => s with { Votes = false }), "seats[1].deputy", DefinitionFault.OutOfRange);
        Says(c with { Seats = [c.Seats[0] with { Deputy = true }, c.Seats[1] with { Deputy = false }, .. c.Seats.Skip(2)] }, "seats[0].deputy", DefinitionFault.OutOfRange);
        Says(c with { Seats = [.. c.Seats, Demo.Juror("M1b", "Seconde présidente", Role.Chair)] }, "seats", DefinitionFault.NoChair);
        Says(c with { Seats = [.. c.Seats, Demo.Juror("M4", "Même siège")] }, "seats[9].id", DefinitionFault.Duplicate);
        Says(c with { Seats = [.. c.Seats.Select(s => s with { Votes = s.Id == "M1" })] }, "rules.quorum", DefinitionFault.QuorumOutOfRange);
        Says(c with { Rules = c.Rules with { Quorum = 0 } }, "rules.quorum", DefinitionFault.QuorumOutOfRange);
        Says(c with { Rules = c.Rules with { PresentationMinutes = 241 } }, "rules.presentationMinutes", DefinitionFault.OutOfRange);
        Says(c with { Rules = c.Rules with { QuestionMinutes = 0 } }, "rules.questionMinutes", DefinitionFault.OutOfRange);
        Says(c with { Rules = c.Rules with { TransitionMinutes = -1 } }, "rules.transitionMinutes", DefinitionFault.OutOfRange);
        Says(c with { Rules = c.Rules with { ChairLostSeconds = 901 } }, "rules.chairLostSeconds", DefinitionFault.OutOfRange);
        Says(c with { Envelope = -1 }, "envelope", DefinitionFault.OutOfRange);
        Says(c with { MonthlyAmount = -0.01m }, "monthlyAmount", DefinitionFault.OutOfRange);
        Says(c with { Grid = c.Grid with { Criteria = [] } }, "grid.criteria", DefinitionFault.WeightsNotHundred);
        Says(c with { Grid = c.Grid with { Criteria = [c.Grid.Criteria[0] with { Weight = 100 }, c.Grid.Criteria[1] with { Weight = 0 }] } }, "grid.criteria[1].weight", DefinitionFault.OutOfRange);
        Says(c with { Seats = [.. c.Seats, Demo.Presenter(9, "Inconnue")] }, "seats[9].university", DefinitionFault.PresenterWithoutUniversity);
        Says(c with { Seats = [.. c.Seats, Demo.Presenter(1, "Encore") with { Id = "P1b" }] }, "seats[9].role", DefinitionFault.Duplicate);
        Says(c with { Seats = [.. c.Seats.Select(s => s.Id == "SEC" ? s with { Votes = true } : s)] }, "seats[4].votes", DefinitionFault.OutOfRange);
        Says(c with { Dossiers = [.. c.Dossiers, Demo.Dossier("D1", "U1", "Double")] }, "dossiers[4].id", DefinitionFault.Duplicate);
        Says(c with { Dossiers = [c.Dossiers[0] with { University = "U9" }] }, "dossiers[0].university", DefinitionFault.UnknownUniversity);
        Says(c with { Dossiers = [c.Dossiers[0] with { PrerequisitesMet = ["rien"] }] }, "dossiers[0].prerequisitesMet", DefinitionFault.UnknownPrerequisite);
        Says(c with { RunningOrder = [.. c.RunningOrder.Skip(1)] }, "runningOrder", DefinitionFault.UniversityWithoutSlot);
    }

    private static CallDefinition Without(string seat) => Small.Call() with { Seats = [.. Small.Call().Seats.Where(s => s.Id != seat)] };

    private static CallDefinition With(string seat, Func<SeatDefinition, SeatDefinition> change) => Small.Call() with { Seats = [.. Small.Call().Seats.Select(s => s.Id == seat ? change(s) : s)] };

    [Fact]
    public void An_envelope_of_nothing_and_one_vote_that_is_the_quorum_are_no_fault() =>
        Assert.Empty(DefinitionCheck.Problems(Small.Call(r => r with { Quorum = 4, TransitionMinutes = 0, ClosedRoomMinutes = 0 }) with { Envelope = 0, MonthlyAmount = 0 }));

    [Fact]
    public void A_faulty_definition_opens_no_call()
    {
        var outcome = CallState.Empty((_, _) => null).Decide(Actor.Setup, new OpenCall(Small.Call() with { Posts = 0 }), "c", default, (_, clear) => clear);
        Assert.Equal(RefusalName.BadDefinition, Assert.IsType<Outcome.Refused>(outcome).Refusal.Name);
    }

    [Fact]
    public void Only_the_setup_opens_a_call_and_only_once()
    {
        var outcome = CallState.Empty((_, _) => null).Decide(Actor.Seat("M1"), new OpenCall(Small.Call()), "c", default, (_, clear) => clear);
        Assert.IsType<Outcome.Refused>(outcome);
        new Play(Small.Call()).Refused(Actor.Setup, RefusalName.Stale, new OpenCall(Small.Call()));
    }

    [Fact]
    public void The_links_that_come_with_the_opening_are_in_the_same_line_and_open_their_seats()
    {
        var sum = new string('a', 64);
        var opened = Assert.IsType<Outcome.Accepted>(Open(new OpenCall(Small.Call(), [new IssueLink("SEC", sum)])));
        Assert.Equal((sum, null), (opened.Next.Access("SEC").Link, opened.Next.Access("M1").Link));
        var again = CallState.Empty((_, cipher) => cipher).Apply(opened.Body);
        Assert.Equal(sum, again.Access("SEC").Link);
    }

    [Theory]
    [InlineData("M99", "a")]
    [InlineData("SEC", "A")]
    public void A_link_for_nobody_or_with_a_wrong_sum_opens_no_call(string seat, string digit)
    {
        var refused = Assert.IsType<Outcome.Refused>(Open(new OpenCall(Small.Call(), [new IssueLink(seat, string.Concat(Enumerable.Repeat(digit, 64)))])));
        Assert.Equal((RefusalName.Malformed, "links"), (refused.Refusal.Name, refused.Refusal.Field));
    }

    [Fact]
    public void What_changed_since_the_opening_is_named_by_its_path()
    {
        var c = Small.Call();
        var opened = Assert.IsType<Outcome.Accepted>(Open(new OpenCall(c))).Next;
        Assert.Empty(opened.ChangesIn(c));
        var other = c with
        {
            Grid = c.Grid with { Criteria = [c.Grid.Criteria[0] with { Title = "Autre" }, .. c.Grid.Criteria.Skip(1)] },
            Seats = [.. c.Seats.Select(s => s.Id == "SEC" ? s with { Name = "Autre", University = "U1" } : s)],
            Dossiers = [.. c.Dossiers.Skip(1)],
        };
        Assert.Equal(["grid.criteria[0].title", "seats[4].name", "seats[4].university", "dossiers"], opened.ChangesIn(other));
    }

    [Fact]
    public void A_name_that_was_erased_since_is_no_change()
    {
        var c = Small.Call();
        var line = Assert.IsType<Outcome.Accepted>(Open(new OpenCall(c))).Body;
        var erased = CallState.Empty((key, cipher) => key is "person/SEC" or "dossier/D1" ? null : cipher).Apply(line);
        Assert.Empty(erased.ChangesIn(c));
    }

    [Fact]
    public void The_first_line_holds_no_name_and_no_address_in_clear()
    {
        var p = new Play(Small.Call());
        var line = System.Text.RegularExpressions.Regex.Unescape(System.Text.Encoding.UTF8.GetString(p.Lines[0]));
        Assert.All(p.Definition.Seats.SelectMany(s => new[] { s.Name, s.Email }).Concat(p.Definition.Dossiers.SelectMany(d => new[] { d.Nominee, d.Structure, d.Summary })),
            secret => Assert.DoesNotContain(secret, line, StringComparison.Ordinal));
        Assert.Contains("person/M3", p.Keys.Used);
    }

    private static Outcome Open(OpenCall command) =>
        CallState.Empty((_, cipher) => cipher).Decide(Actor.Setup, command, "c", new Instants(Demo.Start, Demo.Start), (_, clear) => clear);

    private static void Says(CallDefinition call, string path, DefinitionFault fault) => Assert.Contains((path, fault), DefinitionCheck.Problems(call).Select(x => (x.Path, x.Fault)));
}
