using AumgJury.Web.Room;
using Bunit;

namespace AumgJury.Web.Tests.Room;

public sealed class FiguresTests : RoomContext
{
    private static readonly decimal[] Totals = [89.4m, 88.4m, 88.8m, 84.4m, 82.6m, 86.8m, 84.4m];

    [Fact]
    public void Every_value_is_a_dot_ones_own_is_ringed_and_the_table_says_the_same()
    {
        var plot = Render<DotsPlot>(p => p.Add(d => d.Label, "D08").Add(d => d.Values, Totals).Add(d => d.Own, 88.4m).Add(d => d.Threshold, 50m));

        Assert.Equal(7, plot.FindAll(".plot > svg .dot").Count);
        Assert.Single(plot.FindAll(".plot > svg .ring"));
        Assert.Equal(Totals.Distinct().Count(), plot.FindAll("tbody tr").Count);
        Assert.Contains("moyenne 86,4", plot.Find(".plot > svg").GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_members_with_the_same_value_have_one_ring_between_them()
    {
        var dots = DotsLayout.Pile([84.4m, 84.4m], own: 84.4m, width: 3);

        Assert.Single(dots, dot => dot.IsOwn);
        Assert.Equal([0, 1], dots.Select(dot => dot.Level));
    }

    [Fact]
    public void No_two_dots_of_a_level_overlap()
    {
        var levels = DotsLayout.Pile(Totals, own: null, width: 3).GroupBy(dot => dot.Level);

        Assert.All(levels, level => Assert.All(level.Zip(level.Skip(1)), pair => Assert.True(pair.Second.Value - pair.First.Value >= 3)));
    }

    [Fact]
    public void Without_values_it_says_so() =>
        Assert.Contains("Aucune note", Render<DotsPlot>(p => p.Add(d => d.Values, Array.Empty<decimal>())).Markup, StringComparison.Ordinal);

    [Theory]
    [InlineData(4, "Quorum atteint")]
    [InlineData(3, "Quorum non atteint")]
    public void The_quorum_is_said_in_words(int present, string words) =>
        Assert.Equal(words, Render<QuorumBadge>(q => q.Add(b => b.Present, present).Add(b => b.Required, 4)).Find("strong").TextContent);

    [Fact]
    public void While_the_roll_call_goes_on_the_quorum_is_not_said_to_be_missed()
    {
        var badge = Render<QuorumBadge>(q => q.Add(b => b.Present, 1).Add(b => b.Required, 4).Add(b => b.Counting, true));

        Assert.Equal(("Quorum pas encore constaté", "1 présence constatée, quorum 4"), (badge.Find("strong").TextContent, badge.Find("span").TextContent));
    }

    [Fact]
    public void A_meter_never_says_more_than_its_whole()
    {
        var meter = Render<Meter>(m => m.Add(p => p.Label, "Enveloppe").Add(p => p.Figures, "dépassée").Add(p => p.Value, 400m).Add(p => p.Max, 360m));

        Assert.Equal("360", meter.Find("[role=meter]").GetAttribute("aria-valuenow"));
    }

    [Fact]
    public void People_are_named_with_their_state_in_words_and_a_shape()
    {
        PeopleGroup[] groups = [new("Fédérations", [new("m4", "Dr M. Orsoni", "FNCS", PersonState.Submitted, IsSelf: true, HandRank: 2)])];
        var list = Render<PeopleList>(p => p.Add(l => l.Groups, groups));

        Assert.Equal("vous · FNCS · grille transmise", list.Find(".rest").TextContent);
        Assert.NotNull(list.Find("svg.shape"));
        Assert.Equal("MO", list.Find(".initials").TextContent);
        Assert.Contains("demande la parole, rang 2", list.Find(".hand").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_calls_its_act_and_no_other()
    {
        var heard = new List<string>();
        var keys = Render<Keyboard>(k => k.Add(p => p.OnMicrophone, () => heard.Add("micro")).Add(p => p.OnHand, () => heard.Add("main"))
            .Add(p => p.OnTalk, on => heard.Add(on ? "parle" : "se tait")).Add(p => p.OnSay, () => heard.Add("état")));

        foreach (var key in new[] { "microphone", "talk", "hush", "hand", "say", "unknown" })
        {
            await keys.InvokeAsync(() => keys.Instance.KeyAsync(key));
        }

        Assert.Equal(["micro", "parle", "se tait", "main", "état"], heard);
    }
}
