using AumgJury.Core.Sittings;
using AumgJury.Web.Sitting.Marking;
using Bunit;

namespace AumgJury.Web.Tests.Sitting.Marking;

public sealed class RevealPanelTests : MemberContext
{
    private IRenderedComponent<RevealPanel> Panel() => Show<RevealPanel>(p => p.Add(x => x.Revealed, Member().Work.Revealed.Single(r => r.Dossier == "D08")));

    [Fact]
    public void The_distribution_is_dots_with_one_s_own_ringed_and_a_table()
    {
        At("11:48:00");
        var panel = Panel();

        Assert.Equal(7, panel.FindAll(".plot > svg circle.dot").Count);
        Assert.Single(panel.FindAll(".plot > svg circle.ring"));
        Assert.Equal(7, panel.FindAll(".plot details td:nth-child(2)").Sum(td => int.Parse(td.TextContent, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Contains("86,4", panel.Find(".score").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_criterion_tells_how_many_gave_each_mark_and_which_was_one_s_own()
    {
        At("11:48:00");
        var panel = Panel();
        var mine = Member().Work.Grids.Single(g => g.Dossier == "D08").Marks;

        Assert.All(panel.FindAll(".spreads tbody tr"), row => Assert.Equal(7, row.QuerySelectorAll(".cell").Sum(c => c.TextContent[0] - '0')));
        Assert.Equal(mine.Select(m => m.Mark!.Value), panel.FindAll(".spreads tbody tr").Select(row => row.QuerySelectorAll(".cell").ToList().FindIndex(c => c.HasAttribute("data-mine"))));
    }

    [Fact]
    public void Nobody_is_named_unless_the_rules_say_so()
    {
        At("11:48:00");

        Assert.DoesNotContain("Castellane", Panel().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_sent_nothing_is_said_to_be_counted_as_abstaining_and_never_to_abstain()
    {
        At("11:48:00");
        var revealed = Member().Work.Revealed.Single(r => r.Dossier == "D08");
        var round = revealed.Rounds[0] with { Abstaining = ["Dr M. Orsoni"], WithoutGrid = ["H. Vauquelin-Roche", "Pr A. Castellane"] };
        var panel = Show<RevealPanel>(p => p.Add(x => x.Revealed, revealed with { Rounds = [round] }));

        Assert.Equal(["En abstention : Dr M. Orsoni.", "Comptés en abstention, faute de grille : H. Vauquelin-Roche et Pr A. Castellane."], panel.FindAll(".abstaining").Select(p => p.TextContent.Replace('\u00a0', ' ')));
    }

    [Fact]
    public void A_second_round_shows_the_movement_and_keeps_the_first()
    {
        var play = At("11:48:00");
        Assert.Null(play.Send(Actor.Seat("M1"), new OpenSecondRound("D08", "Un point a été mal lu.")).Refusal);
        Assert.Null(play.Send(Actor.Seat("M4"), new TakeBackGrid("D08", 2)).Refusal);
        Assert.Null(play.Send(Actor.Seat("M4"), new KeepDraft("D08", 2, "B1", 2, "", ChangeReason.ReadAgain)).Refusal);
        Assert.Null(play.Send(Actor.Seat("M4"), new SubmitGrid("D08", 2)).Refusal);
        Assert.Null(play.Send(Actor.Seat("M1"), new Reveal("D08", 2, [])).Refusal);
        var panel = Panel();

        Assert.Equal(["2", "1"], panel.FindAll("[data-round]").Select(r => r.GetAttribute("data-round")));
        Assert.Contains("De 86,4 au premier tour à 85,8 au second\u00a0: −0,6.", panel.Find(".movement").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_that_would_tell_one_grid_is_put_away_with_its_reason()
    {
        var play = At("11:48:00");
        Assert.Null(play.Send(Actor.Seat("M1"), new OpenSecondRound("D08", "Un point a été mal lu.")).Refusal);
        Assert.Null(play.Send(Actor.Seat("M5"), new TakeBackGrid("D08", 2)).Refusal);
        Assert.Null(play.Send(Actor.Seat("M5"), new Abstain("D08", 2)).Refusal);
        Assert.Null(play.Send(Actor.Seat("M1"), new Reveal("D08", 2, [])).Refusal);
        var second = Panel().Find("[data-round='2']");

        Assert.Equal("SecondRound", second.QuerySelector("[data-put-away]")!.GetAttribute("data-put-away"));
        Assert.Null(second.QuerySelector(".plot"));
        Assert.Null(second.QuerySelector(".spreads"));
        Assert.Equal("Voix en abstention\u00a0: 1.", second.QuerySelector("[data-without-marks]")!.TextContent);
        Assert.DoesNotContain("Kerdoncuff", second.TextContent, StringComparison.Ordinal);
    }
}
