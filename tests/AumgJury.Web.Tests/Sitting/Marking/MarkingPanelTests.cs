using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Sitting.Marking;
using Bunit;

namespace AumgJury.Web.Tests.Sitting.Marking;

public sealed class MarkingPanelTests : MemberContext
{
    [Fact]
    public void What_a_calls_criteria_say_stays_words_whatever_was_typed()
    {
        const string typed = "\"><img src=x onerror=alert(1)><script>alert(2)</script>'&amp;{0}";
        var criterion = new Criterion(typed, "A", typed, 10, [typed, typed, typed, typed, typed, null!], "s");
        var row = Render<CriterionRow>(p => p.Add(r => r.Dossier, "D01").Add(r => r.Round, 1).Add(r => r.Criterion, criterion).Add(r => r.Mark, new MyMark(typed, null, "", null, null)));

        Assert.Empty(row.FindAll("img, script"));
        Assert.Equal(typed, row.FindAll(".marks .unseen")[0].TextContent);
        Assert.Equal($"{typed} {typed} × 10", row.Find(".title [aria-hidden]").TextContent);
        Assert.Equal(6, row.FindAll(".anchors li[data-mark]").Count);
    }

    private IRenderedComponent<MarkingPanel> Panel(string? dossier = null, string seat = "M4")
    {
        var view = Member(seat);
        return Show<MarkingPanel>(p => p.Add(x => x.Work, view.Work).Add(x => x.Dossier, dossier).Add(x => x.Room, view.Sitting.Room).Add(x => x.Hearing, view.Hearing), seat);
    }

    private static Task<KeptAnswer> Keep(IRenderedComponent<MarkingPanel> panel, Typed typed) => panel.InvokeAsync(() => panel.Instance.KeepAsync(typed));

    [Fact]
    public void Each_criterion_is_one_fieldset_of_six_native_radios_whose_labels_carry_the_anchors()
    {
        At("11:20:00");
        var rows = Panel().FindAll("fieldset[data-item]");

        Assert.Equal(["A1", "A2", "B1", "B2", "B3", "B4", "C1", "C2", "C3", "C4"], rows.Select(r => r.GetAttribute("data-item")));
        Assert.All(rows, row =>
        {
            Assert.Equal(["0", "1", "2", "3", "4", "5"], row.QuerySelectorAll("input[type=radio]").Select(i => i.GetAttribute("value")));
            Assert.Single(row.QuerySelectorAll("input[type=radio]").Select(i => i.GetAttribute("name")).Distinct(StringComparer.Ordinal));
        });
        Assert.Contains("internes déjà accueillis", rows[7].QuerySelectorAll("label")[5].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unmarked_criterion_has_no_mark_at_all_and_is_left_out_of_the_total()
    {
        At("11:20:00");
        var panel = Panel();
        var unmarked = panel.Find("[data-item=C4]");

        Assert.Null(unmarked.GetAttribute("data-kept-mark"));
        Assert.Empty(unmarked.QuerySelectorAll("input[checked]"));
        Assert.Contains("Total 50,0 sur 55 notés", panel.Find("[data-total] summary").TextContent, StringComparison.Ordinal);
        Assert.Equal(4, panel.FindAll("[data-total] td.none").Count);
    }

    [Fact]
    public async Task A_change_of_the_page_is_on_disk_before_it_is_answered_kept_with_the_sitting_s_hour()
    {
        At("11:20:00");
        var answer = await Keep(Panel(), new Typed("D08", 1, "C4", 3, "Vu en audition.", null));

        Assert.Equal(new KeptAnswer("kept", "11\u202fh\u202f20"), answer);
        Assert.Equal((3, "Vu en audition."), Member().Work.Grids.Single(g => g.Dossier == "D08").Marks.Where(m => m.Criterion == "C4").Select(m => (m.Mark!.Value, m.Comment)).Single());
    }

    [Fact]
    public async Task The_private_note_is_kept_by_its_own_act()
    {
        At("11:20:00");
        await Keep(Panel(), new Typed("D08", 0, Typed.TheNote, null, "Revoir la lettre.", null));

        Assert.Equal(new KeepNote("D08", "Revoir la lettre."), Assert.Single(Sent));
        Assert.Equal("Revoir la lettre.", Panel().Find("[data-item=note]").GetAttribute("data-kept-text"));
    }

    [Fact]
    public async Task What_can_never_be_taken_is_shown_with_its_reason_and_only_the_reason_is_spoken()
    {
        At("11:48:00");
        var panel = Panel("D08");
        var answer = await Keep(panel, new Typed("D08", 1, "C4", 2, "Trop vague.", null));

        Assert.Equal("refused", answer.Outcome);
        Assert.Contains("Trop vague.", panel.Find(".not-taken").TextContent, StringComparison.Ordinal);
        var spoken = panel.Find(".not-taken [role=alert]").TextContent;
        Assert.Contains("11\u202fh\u202f47", spoken, StringComparison.Ordinal);
        Assert.DoesNotContain("Trop vague.", spoken, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_a_University_is_called_back_the_grid_is_hidden_and_what_was_typed_is_to_be_sent_again()
    {
        var play = At("11:45:10");
        Assert.Null(play.Send(Actor.Seat("M1"), new Recall("U5", "Une précision manque.")).Refusal);
        var panel = Panel("D08");
        var answer = await Keep(panel, new Typed("D08", 1, "C4", 2, "", null));

        Assert.Equal("later", answer.Outcome);
        Assert.Empty(panel.FindAll("input[type=radio]"));
        Assert.Contains("gelée et masquée", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_submitted_grid_is_read_only_and_may_be_taken_back_until_the_reveal()
    {
        At("11:46:00");
        var panel = Panel("D08");

        Assert.Empty(panel.FindAll("input[type=radio]"));
        Assert.Contains("Vous pouvez la reprendre jusqu’au dévoilement", panel.Find("[data-standing=submitted]").TextContent, StringComparison.Ordinal);
        panel.Find("[data-take-back]").Click();
        Assert.Equal(MyGridStanding.Draft, Member().Work.Grids.Single(g => g.Dossier == "D08").Standing);
    }

    [Fact]
    public void Abstaining_is_asked_once_and_says_that_it_is_no_zero()
    {
        At("11:45:10");
        var panel = Panel("D08");
        panel.Find("[data-abstain]").Click();

        Assert.Empty(Sent);
        Assert.Contains("une abstention n’est pas un zéro", panel.Find("dialog").TextContent, StringComparison.Ordinal);
        panel.FindAll("dialog button").Single(b => b.GetAttribute("data-safe") is null).Click();
        Assert.Equal(new Abstain("D08", 1), Assert.Single(Sent));
    }

    [Fact]
    public void A_recused_member_sees_the_dossier_named_and_no_grid()
    {
        At("12:00:00");
        var panel = Panel("D08", "M3");

        Assert.Empty(panel.FindAll("fieldset[data-item]"));
        Assert.Equal("barred", panel.Find("[data-choose=D08] [data-sign]").GetAttribute("data-sign"));
    }

    [Fact]
    public void In_a_second_round_the_first_mark_stands_beside_and_a_changed_one_is_asked_its_reason()
    {
        var play = At("11:48:00");
        Assert.Null(play.Send(Actor.Seat("M1"), new OpenSecondRound("D08", "Un point a été mal lu.")).Refusal);
        Assert.Null(play.Send(Actor.Seat("M4"), new TakeBackGrid("D08", 2)).Refusal);
        var panel = Panel("D08");
        var row = panel.Find("[data-item=B1]");

        Assert.Contains("« Un point a été mal lu. »", panel.Find("[data-second-reason]").TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Equal("4", row.GetAttribute("data-first"));
        Assert.Contains("Premier tour\u00a0: 4", row.TextContent, StringComparison.Ordinal);
        Assert.Equal(4, row.QuerySelectorAll("[data-reason] option[value]").Count(o => o.GetAttribute("value")!.Length > 0));
    }

    [Fact]
    public async Task What_an_earlier_page_left_behind_does_not_replace_what_another_device_kept_since()
    {
        var play = At("11:20:00");
        Assert.Null(play.Send(Actor.Seat("M4"), new KeepDraft("D08", 1, "C4", 4, "le plus récent", null)).Refusal);
        var panel = Panel("D08");
        var old = new Typed("D08", 1, "C4", 1, "ancien", null) { Fields = ["mark", "text"], Old = true, Read = new(null, "", null) };

        Assert.Equal("refused", (await Keep(panel, old)).Outcome);
        Assert.Equal("4", panel.Find("[data-item=C4]").GetAttribute("data-kept-mark"));
        Assert.Contains("Un autre appareil a noté autre chose depuis", panel.Find(".not-taken").TextContent, StringComparison.Ordinal);
        Assert.Contains("ancien", panel.Find(".not-taken").TextContent, StringComparison.Ordinal);

        // What it had read is still there, or is its own that got no answer; and this page's own is never old.
        Assert.Equal("kept", (await Keep(panel, old with { Read = new(4, "le plus récent", null) })).Outcome);
    }

    [Theory]
    [InlineData(4, "x", null, "", false)]
    [InlineData(null, "", 4, "x", false)]
    [InlineData(null, "", null, "", true)]
    [InlineData(4, "y", null, "", true)]
    public void An_old_item_is_overtaken_unless_the_disk_holds_what_it_had_read_sent_or_says(int? read, string readText, int? sent, string sentText, bool overtaken)
    {
        var typed = new Typed("D08", 1, "C4", 1, "ancien", null) { Old = true, Read = new(read, readText, null), Sent = sent is null ? null : new(sent, sentText, null) };
        Assert.Equal(overtaken, typed.IsOvertaken(new(4, "x", null)));
        Assert.False((typed with { Old = false }).IsOvertaken(new(4, "x", null)));
        Assert.False(typed.IsOvertaken(new(1, "ancien", null)));
    }
}
