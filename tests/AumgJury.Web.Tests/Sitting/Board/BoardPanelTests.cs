using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Sitting.Boards;
using Bunit;

namespace AumgJury.Web.Tests.Sitting.Board;

/// <summary>What each reader of the ranking sees, on the demo's final deliberation.</summary>
public sealed class BoardPanelTests : BoardContext
{
    [Fact]
    public async Task It_is_read_from_top_to_bottom_with_its_lines_drawn_through_it()
    {
        var panel = Panel(await At("ready"), "M4");
        var read = panel.FindAll(".list > [role=row]").Select(row => row.ClassName switch
        {
            "line" => row.GetAttribute("data-row")!,
            var name => name!,
        });
        Assert.Equal(["line heads", "D09", "D08", "D01", "D11", "D02", "D03", "D05", "D06", "more", "rule posts", "D10", "rule threshold", "D12"], read);
        Assert.Equal(["8 postes pourvus", "seuil 50"], panel.FindAll(".rule").Select(r => Plain(r.TextContent.Trim())));
    }

    [Fact]
    public async Task A_row_says_rank_dossier_university_score_opinion_and_euros()
    {
        var row = Panel(await At("ready"), "M4").Find("[data-row=D08]");
        Assert.Equal("Rang 2", row.QuerySelector(".rank .unseen")!.TextContent);
        Assert.Equal("D08 Dr C. Nguyen-Fabre", row.QuerySelector(".pick")!.TextContent);
        Assert.Equal("Val-de-Bièvre", row.QuerySelector(".university")!.TextContent);
        Assert.Equal("86,4", row.QuerySelector(".score")!.TextContent);
        Assert.Equal("Favorable", row.QuerySelector(".opinion")!.TextContent.Trim());
        Assert.Equal("72 000 €", Plain(row.QuerySelector(".cumulated")!.TextContent));
    }

    [Fact]
    public async Task The_broken_tie_is_explained_under_its_row_with_the_points_behind_it()
    {
        var tie = Panel(await At("ready"), "M4").Find("[data-tie='D06 D10']");
        Assert.Contains("À égalité à 69,2. Départage : sous-total C, 34,6 contre 30,0 (règle adoptée à 9 h 12).", Plain(tie.TextContent), StringComparison.Ordinal);
        decimal[][] columns = [.. Enumerable.Range(1, 2).Select(c => tie.QuerySelectorAll("tbody tr").Select(r => decimal.Parse(r.Children[c].TextContent, System.Globalization.CultureInfo.GetCultureInfo("fr-FR"))).ToArray())];
        Assert.Equal([34.6m, 30.0m], columns.Select(c => c.Sum()));
    }

    [Fact]
    public async Task The_reader_finds_a_dot_for_each_grid_and_their_own_ringed()
    {
        var panel = Panel(await At("ready"), "M4");
        Assert.All(panel.FindAll("[data-row]"), row =>
        {
            Assert.Equal(row.GetAttribute("data-row") is "D08" or "D09" ? 7 : 8, row.QuerySelectorAll(".board-dots .dot").Length);
            Assert.Single(row.QuerySelectorAll(".board-dots .ring"));
            Assert.Single(row.QuerySelectorAll(".board-dots .threshold"));
        });
        Assert.Contains("D12", panel.Find("[data-row=D12] .board-dots").GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recused_member_sees_rank_and_score_and_nothing_else()
    {
        var call = await At("ready");
        var panel = Panel(call, "M3");
        foreach (var dossier in (string[])["D08", "D09"])
        {
            var row = panel.Find($"[data-row={dossier}]");
            Assert.Empty(row.QuerySelectorAll(".board-dots, .opinion-mark"));
            Assert.NotEqual("", row.QuerySelector(".score")!.TextContent);
            panel.Find($"[data-row={dossier}] .pick").Click();
            Assert.Contains("Déport", panel.Find($"[data-row={dossier}]").TextContent, StringComparison.Ordinal);
            Assert.Empty(panel.FindAll("[data-detail] :is(.said, .plot, table, .acts)"));
            Assert.Empty(panel.FindAll(".cumulated, .envelope"));
            var motive = Seen(call, "M4").Board.Opinions.Single(o => o.Dossier == dossier).Motive;
            Assert.DoesNotContain(Plain(motive)[..40], Plain(panel.Markup), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_secretary_sees_no_distribution() => Assert.Empty(Panel(await At("ready"), "SEC").FindAll(".board-dots"));

    [Fact]
    public async Task Dossiers_without_a_rank_are_accounted_for_with_their_reason()
    {
        var call = await At("ready");
        var lines = Panel(call, "M4").FindAll("[data-unranked]");
        Assert.Equal(["Inadmissible", "Withdrawn"], lines.Select(l => l.GetAttribute("data-unranked")));
        Assert.All(lines.Zip(Seen(call, "M4").Board.Unranked), pair => Assert.Contains(pair.Second.Text, pair.First.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_envelope_says_what_is_committed_of_how_much()
    {
        var meter = Panel(await At("ready"), "M4").Find("[role=meter]");
        Assert.Equal("360000", meter.GetAttribute("aria-valuenow"));
        Assert.Equal("360 000 € sur 360 000 €", Plain(meter.GetAttribute("aria-valuetext")!));
    }

    [Fact]
    public async Task What_is_under_discussion_is_said_with_whether_recused_members_are_out()
    {
        var call = await At("recused");
        var panel = Panel(call, "M1");
        Assert.Contains("En discussion : D09", Plain(panel.Find("[data-talk]").TextContent), StringComparison.Ordinal);
        Assert.Contains("Les membres déportés sur D09 sortent de la salle.", Plain(panel.Find("[data-talk]").TextContent), StringComparison.Ordinal);
        call.Pass(TimeSpan.FromSeconds(40));
        panel.Render(p => p.Add(b => b.Board, Seen(call, "M1").Board));
        Assert.Contains("Aucun membre déporté dans la salle.", Plain(panel.Find("[data-talk]").TextContent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_has_no_act_on_the_board()
    {
        var panel = Panel(await At("discussed"), "M4");
        panel.Find("[data-row=D05] .pick").Click();
        Assert.Empty(panel.FindAll("[data-detail] :is(.acts, form, [data-discuss])"));
    }

    [Fact]
    public async Task Another_discussion_does_not_take_a_member_from_what_they_read()
    {
        var call = await At("discussed");
        var panel = Panel(call, "M4");
        panel.Find("[data-row=D05] .pick").Click();
        call.Do("M1", new Discuss("D10"));
        panel.Render(p => p.Add(b => b.Board, Seen(call, "M4").Board));
        Assert.Equal("D05", panel.Find("[data-detail]").GetAttribute("data-detail"));
    }

    [Fact]
    public async Task Before_anything_is_revealed_it_says_so()
    {
        var board = Seen(await At("ready"), "M4").Board with { Rows = [], Opinions = [] };
        var panel = Render<BoardPanel>(p => p.Add(b => b.Board, board));
        Assert.Contains("Aucun dossier n'est encore dévoilé", Plain(panel.Markup), StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_are_drawn_even_when_nothing_passes_or_everything_does()
    {
        var row = new BoardRow(1, "D01", "", "", "", 40, 8, Opinion.Unfavourable, 48_000, null, false, true, false, null);
        Assert.Equal(["PostsLine", "ThresholdLine", "Ranked"], Names(row));
        Assert.Equal(["Ranked", "PostsLine", "ThresholdLine"], Names(row with { Proposed = Opinion.Favourable, AboveLine = true, UnderThreshold = false }));

        static IEnumerable<string> Names(BoardRow row) =>
            BoardItems.Of(new Core.Views.Board([row], [], [], [], 8, 50, 360_000, null, true, 1, false, null)).Select(i => i.GetType().Name);
    }
}
