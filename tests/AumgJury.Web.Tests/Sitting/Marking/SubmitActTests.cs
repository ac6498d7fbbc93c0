using AumgJury.Core.Sittings;
using AumgJury.Web.Sitting.Marking;
using Bunit;

namespace AumgJury.Web.Tests.Sitting.Marking;

public sealed class SubmitActTests : MemberContext
{
    private IRenderedComponent<SubmitAct> Act(string dossier) => Show<SubmitAct>(p => p.Add(x => x.Work, Member().Work).Add(x => x.Dossier, dossier));

    private void Flushed(bool all) => JSInterop.SetupModule("./Sitting/Marking/MarkingPanel.razor.js").Setup<bool>("flush").SetResult(all);

    [Fact]
    public void What_is_left_is_named_and_the_act_leads_to_it()
    {
        At("11:20:00");
        var act = Act("D08");

        Assert.Contains("Il reste 4 critères à noter\u00a0: C1, C2, C3, C4.", act.Markup, StringComparison.Ordinal);
        Assert.Contains("Aller à C1", act.Find("button").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_complete_grid_is_submitted_once_everything_typed_is_on_disk()
    {
        At("11:45:10");
        Flushed(all: true);
        Act("D08").Find("button").Click();

        Assert.Equal(new SubmitGrid("D08", 1), Assert.Single(Sent));
    }

    [Fact]
    public void Nothing_is_submitted_while_something_typed_is_not_on_disk()
    {
        At("11:45:10");
        Flushed(all: false);
        var act = Act("D08");
        act.Find("button").Click();

        Assert.Empty(Sent);
        Assert.Contains("rien n’est perdu", act.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_complete_draft_of_a_dossier_being_heard_says_why_it_waits()
    {
        At("11:30:00");
        Assert.Empty(Member().Work.Grids.Single(g => g.Dossier == "D08").Left);

        var button = Act("D08").Find("button");
        Assert.Equal("true", button.GetAttribute("aria-disabled"));
    }

    [Fact]
    public void After_one_dossier_the_University_s_next_is_proposed()
    {
        At("11:46:00");

        Assert.Contains("Noter D09", Act("D08").Find("button").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_mark_without_its_reason_is_not_submitted()
    {
        var play = At("11:48:00");
        Assert.Null(play.Send(Actor.Seat("M1"), new OpenSecondRound("D08", "Un point a été mal lu.")).Refusal);
        Assert.Null(play.Send(Actor.Seat("M4"), new TakeBackGrid("D08", 2)).Refusal);
        Assert.Null(play.Send(Actor.Seat("M4"), new KeepDraft("D08", 2, "B1", 2, "", null)).Refusal);

        Assert.Contains("Il reste 1 motif de changement à donner\u00a0: B1.", Act("D08").Markup, StringComparison.Ordinal);
    }
}
