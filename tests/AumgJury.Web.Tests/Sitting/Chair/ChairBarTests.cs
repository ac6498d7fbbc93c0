using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Sitting.Chair;
using Bunit;

namespace AumgJury.Web.Tests.Sitting.Chair;

public sealed class ChairBarTests : ChairContext
{
    [Fact]
    public void Before_stepping_out_the_chair_reads_that_the_sitting_waits_and_which_dossier_it_costs()
    {
        var room = Room("presentation");

        room.Find("[data-step-out]").Click();

        Assert.Empty(Sent);
        var question = room.FindAll("dialog.ask").Single(d => d.TextContent.Contains("Sortir de la salle", StringComparison.Ordinal)).TextContent;
        Assert.Contains("vous ne pourrez pas noter D01", question, StringComparison.Ordinal);
        Assert.Contains("la séance vous attend", question, StringComparison.Ordinal);
        Press(room, "Sortir");
        Assert.IsType<StepOut>(Assert.Single(Sent));
        Assert.Equal(OutsideReason.SteppedOut, Assert.IsType<OutsideView>(Call.State.View(Call.Jurors[0])).Reason);
    }

    [Fact]
    public void Between_two_hearings_stepping_out_costs_no_vote_and_says_that_the_sitting_waits()
    {
        var room = Room("between");

        room.Find("[data-step-out]").Click();

        var question = room.FindAll("dialog.ask").Single(d => d.TextContent.Contains("Sortir de la salle", StringComparison.Ordinal)).TextContent;
        Assert.DoesNotContain("noter", question, StringComparison.Ordinal);
        Assert.Contains("la séance vous attend", question, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_gives_the_floor_does_not_ask_for_it() => Assert.Empty(Room("presentation").FindAll("[data-hand]"));
}
