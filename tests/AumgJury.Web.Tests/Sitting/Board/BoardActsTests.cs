using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Pages;
using AumgJury.Web.Sitting.Boards;
using Bunit;

namespace AumgJury.Web.Tests.Sitting.Board;

/// <summary>What whoever conducts does on the board: discussion, opinion, tie-break, second round, fixing.</summary>
public sealed class BoardActsTests : BoardContext
{
    private const string Motive = "Le projet est solide et le terrain en a besoin.";

    [Fact]
    public async Task The_dossier_under_discussion_is_open_with_the_proposal_said_and_nothing_chosen()
    {
        var panel = Panel(await At("discussed"), "M1");
        Assert.Equal("D06", panel.Find("[data-detail]").GetAttribute("data-detail"));
        Assert.Equal([false, false, false], panel.FindAll("#board-opinion input[type=radio]").Select(r => r.HasAttribute("checked")));
        Assert.Equal([true, false, false], panel.FindAll("#board-opinion fieldset label").Select(l => l.TextContent.Contains("proposé", StringComparison.Ordinal)));
        Assert.Equal("0 sur 4000", Plain(panel.Find("#board-opinion .figures").TextContent));
    }

    [Fact]
    public async Task An_opinion_needs_a_motive_of_ten_characters_and_what_was_typed_stays()
    {
        var call = await At("discussed");
        var panel = Panel(call, "M1");
        panel.Find("#board-opinion textarea").Input("Trop peu");
        panel.Find("#board-opinion").Submit();
        Assert.Empty(Done);
        Assert.NotEqual("", panel.Find("#board-opinion .fault").TextContent);

        panel.Find("[data-row=D05] .pick").Click();
        panel.Find("[data-row=D06] .pick").Click();
        Assert.Equal("Trop peu", panel.Find("#board-opinion textarea").GetAttribute("value"));

        panel.Find("#board-opinion textarea").Input(Motive);
        Assert.DoesNotContain(panel.FindAll("#board-opinion input[type=radio]"), radio => radio.HasAttribute("checked"));
        panel.Find("#board-opinion").Submit();
        Assert.Empty(Done);
        Assert.Equal("Choisissez l'avis du jury.", Plain(panel.Find("[data-choice-fault]").TextContent));

        panel.FindAll("#board-opinion input[type=radio]")[1].Change(true);
        panel.Find("#board-opinion").Submit();
        Assert.Equal(new RecordOpinion("D06", Opinion.ReserveList, Motive, ""), Assert.Single(Done));
    }

    [Fact]
    public async Task Replacing_an_opinion_starts_from_its_motive_and_needs_a_reason()
    {
        var call = await At("discussed");
        var desk = Desk(call, "M1");
        var panel = Panel(call, "M1", desk);
        panel.Find("[data-row=D01] .pick").Click();
        panel.Find("[data-replace]").Click();
        var before = Seen(call, "M1").Board.Opinions.Single(o => o.Dossier == "D01");
        Assert.Equal(before.Motive, panel.FindAll(".opinion-form textarea")[0].GetAttribute("value"));
        panel.Find(".opinion-form").Submit();
        Assert.Empty(Done);

        panel.FindAll(".opinion-form textarea")[1].Input("Erreur de plume.");
        panel.Find(".opinion-form").Submit();
        Assert.Equal(new RecordOpinion("D01", before.Opinion, before.Motive, "Erreur de plume."), Assert.Single(Done));
        panel.Render(p => p.Add(b => b.Board, Seen(call, "M1").Board));
        Assert.Contains("Remplacé une fois", panel.Find("[data-detail]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_opinion_says_why_beside_the_motive()
    {
        var call = await At("begun");
        var chair = Desk(call, "M1");
        call.Do("M1", new Discuss("D09"));
        var panel = Panel(call, "M1", chair);
        panel.FindAll("#board-opinion input[type=radio]")[0].Change(true);
        panel.Find("#board-opinion textarea").Input(Motive);
        panel.Find("#board-opinion").Submit();
        Assert.Empty(Done);
        Assert.Contains("Belhadj-Morel", panel.Find("#board-opinion .fault").TextContent, StringComparison.Ordinal);
        Assert.Null(chair.Refused);
    }

    [Fact]
    public async Task The_primary_act_waits_until_recused_members_are_out_and_says_what_is_missing()
    {
        var call = await At("begun");
        Assert.Contains("Mettre D09 en discussion", Act(call, "M1").Find("[data-primary-act]").TextContent, StringComparison.Ordinal);
        Act(call, "M1").Find("[data-primary-act]").Click();
        Assert.Equal(new Discuss("D09"), Assert.Single(Done));

        var act = Act(call, "M1");
        Assert.Equal("true", act.Find("[data-primary-act]").GetAttribute("aria-disabled"));
        Assert.Contains("Les membres déportés sur D09 sortent d'abord.", Plain(act.Markup), StringComparison.Ordinal);
        Assert.Contains("10 motifs manquent", Plain(act.Markup), StringComparison.Ordinal);

        call.Pass(TimeSpan.FromSeconds(40));
        Assert.Null(Act(call, "M1").Find("[data-primary-act]").GetAttribute("aria-disabled"));
    }

    [Fact]
    public async Task Fixing_the_ranking_asks_once_and_names_how_many()
    {
        var call = await At("ready");
        var act = Act(call, "M1");
        act.Find("[data-primary-act]").Click();
        Assert.Empty(Done);
        Assert.Contains("Arrêter le classement de 10 dossiers ?", Plain(act.Find("dialog").TextContent), StringComparison.Ordinal);
        act.FindAll("dialog button")[0].Click();
        Assert.Empty(Done);
        act.Find("[data-primary-act]").Click();
        act.FindAll("dialog button")[1].Click();
        Assert.IsType<FixRanking>(Assert.Single(Done));
        Assert.Contains("Clore la séance", Act(call, "M1").Find("[data-primary-act]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tie_that_the_rules_leave_is_broken_by_the_chair_with_both_dossiers_side_by_side()
    {
        var call = await At("tied");
        call.Do("M1", new EndDiscussion("D06"));
        Assert.Equal(ActName.BreakTie, Seen(call, "M1").Expected!.Act);
        var panel = Panel(call, "M1");
        Assert.Equal(2, panel.FindAll("#board-tie .side").Count);
        Assert.All(panel.FindAll("#board-tie .side"), side => Assert.Equal(10, side.QuerySelectorAll("tbody tr").Length));
        Assert.Contains("8 postes pour 9 dossiers", Plain(panel.Find(".rule.posts").TextContent), StringComparison.Ordinal);

        panel.Find("#board-tie").Submit();
        Assert.Empty(Done);
        panel.FindAll("#board-tie .side button")[1].Click();
        Assert.Equal(["2", "1"], panel.FindAll("#board-tie .side").Select(s => s.GetAttribute("data-place")));
        panel.Find("#board-tie textarea").Input(Motive);
        panel.Find("#board-tie").Submit();
        var broken = Assert.IsType<BreakTie>(Assert.Single(Done));
        Assert.Equal(["D10", "D06"], broken.Order);

        panel.Render(p => p.Add(b => b.Board, Seen(call, "M1").Board).Add(b => b.Expected, Seen(call, "M1").Expected));
        Assert.Contains($"Départage par la présidence : {Motive}", Plain(panel.Find("[data-tie='D10 D06']").TextContent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_round_needs_its_reason_and_is_then_followed()
    {
        var call = await At("discussed");
        var panel = Panel(call, "M1");
        panel.Find("[data-second]").Click();
        panel.Find(".second").Submit();
        Assert.Empty(Done);
        panel.Find(".second textarea").Input("Deux lectures opposées du critère C1.");
        panel.Find(".second").Submit();
        Assert.Equal(new OpenSecondRound("D06", "Deux lectures opposées du critère C1."), Assert.Single(Done));

        var seen = Seen(call, "M1");
        panel.Render(p => p.Add(b => b.Board, seen.Board).Add(b => b.Work, seen.Work).Add(b => b.Expected, seen.Expected));
        Assert.Contains("Second tour ouvert", panel.Find("[data-detail]").TextContent, StringComparison.Ordinal);
        Assert.Empty(panel.FindAll("[data-second]"));
    }

    [Fact]
    public async Task A_dossier_is_put_under_discussion_from_its_detail_and_the_discussion_ended()
    {
        var call = await At("discussed");
        var panel = Panel(call, "M1");
        panel.Find("[data-end]").Click();
        Assert.Equal(new EndDiscussion("D06"), Done[^1]);
        panel.Render(p => p.Add(b => b.Board, Seen(call, "M1").Board));
        panel.Find("[data-row=D10] .pick").Click();
        panel.Find("[data-discuss]").Click();
        Assert.Equal(new Discuss("D10"), Done[^1]);
    }

    [Fact]
    public async Task Once_the_ranking_is_fixed_the_board_is_read_only()
    {
        var panel = Panel(await At("fixed"), "M1");
        panel.Find("[data-row=D06] .pick").Click();
        Assert.Empty(panel.FindAll("form, .acts"));
        Assert.Contains("Classement arrêté", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_who_conducts_has_the_boards_act() => Assert.Empty(Act(await At("ready"), "M4").FindAll("[data-primary-act]"));

    [Theory]
    [InlineData("empty", Phase.Hearings)]
    [InlineData("ready", Phase.FinalDeliberation)]
    [InlineData("fixed", Phase.RankingFixed)]
    [InlineData("decided", Phase.Closed)]
    [InlineData("released", Phase.Closed)]
    public async Task The_gallery_reaches_its_moments(string moment, Phase phase) => Assert.Equal(phase, (await At(moment)).State.Archive().Phase);
}
