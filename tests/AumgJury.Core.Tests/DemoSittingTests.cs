using AumgJury.Core.Calls;
using AumgJury.Core.Scoring;
using AumgJury.Core.Sittings;
using AumgJury.Core.Tests.Kit;
using AumgJury.Core.Views;

namespace AumgJury.Core.Tests;

/// <summary>Domain H, hour by hour, through the same commands as people do; played once, looked at by every test.</summary>
public sealed class DemoSittingTests(DemoSitting demo) : IClassFixture<DemoSitting>
{
    private readonly DemoSitting _demo = demo;

    [Fact]
    public void The_ranking_is_exactly_the_tables()
    {
        Assert.Equal(
            [("D09", 90.2m, 1), ("D08", 86.4m, 2), ("D01", 83.4m, 3), ("D11", 83.0m, 4), ("D02", 81.2m, 5), ("D03", 78.0m, 6), ("D05", 70.6m, 7), ("D06", 69.2m, 8), ("D10", 69.2m, 9), ("D12", 43.4m, 10)],
            _demo.Deliberation.Rows.Select(r => (r.Dossier, r.Score, r.Rank)));
        Assert.Equal(new Rational(346, 5), Ranking.Of(_demo.Play.Inside).Single(r => r.Dossier.Id == "D06").Score);
        Assert.Equal(new Rational(346, 5), Ranking.Of(_demo.Play.Inside).Single(r => r.Dossier.Id == "D10").Score);
    }

    [Fact]
    public void D06_comes_before_D10_by_the_sub_total_C()
    {
        var tie = _demo.Deliberation.Rows.Single(r => r.Dossier == "D10").Tie;
        Assert.Equal(new TieLine("D06", "C", 34.6m, 30.0m, ""), tie);
        Assert.Empty(_demo.Deliberation.OpenTies);
    }

    [Fact]
    public void Eight_posts_are_proposed_one_dossier_is_in_reserve_and_one_is_under_the_threshold()
    {
        Assert.All(_demo.Deliberation.Rows.Take(8), r => Assert.Equal(Opinion.Favourable, r.Proposed));
        Assert.Equal(Opinion.ReserveList, _demo.Deliberation.Rows[8].Proposed);
        Assert.True(_demo.Deliberation.Rows[9] is { Proposed: Opinion.Unfavourable, UnderThreshold: true });
        Assert.Equal(360_000m, _demo.Deliberation.Rows[7].Cumulated);
        Assert.Null(_demo.Deliberation.Rows[8].Cumulated);
    }

    [Fact]
    public void Inadmissible_and_withdrawn_dossiers_are_accounted_for() =>
        Assert.Equal([("D04", UnrankedReason.Inadmissible), ("D07", UnrankedReason.Withdrawn)], _demo.Deliberation.Unranked.Select(r => (r.Dossier, r.Reason)));

    [Fact]
    public void D08_is_marked_by_seven_and_the_recused_members_sheet_would_have_made_it_88_1()
    {
        var s = _demo.Play.Inside;
        var seven = Score.Counted(s, s.Dossiers["D08"]).Select(p => p.Value).ToArray();
        Assert.Equal(7, seven.Length);
        Assert.Equal(new Rational(432, 5), Score.Mean(s.Call.Grid, seven));
        var fives = seven[0] with { Marks = seven[0].Marks.ToDictionary(m => m.Key, m => m.Value with { Mark = 5 }).Aggregate(seven[0].Marks, (marks, m) => marks.SetItem(m.Key, m.Value)) };
        Assert.Equal(88.1m, Score.Mean(s.Call.Grid, [.. seven, fives])!.Value.Rounded(1));
        Assert.DoesNotContain("M3", _demo.Play.Voters("D08"));
        Assert.DoesNotContain("M3", _demo.Play.Voters("D09"));
        Assert.True(_demo.DraftOfTheRecused, "M3 had kept an all-5 draft before the recusal.");
    }

    [Fact]
    public void M3_is_out_before_the_presenter_enters_and_comes_back_after_five_seconds_of_notice()
    {
        Assert.Equal(TimeSpan.FromSeconds(30), _demo.Warned);
        Assert.True(_demo.OutBeforeEntry);
        Assert.Equal("Val-de-Bièvre", Assert.Single(_demo.WhileOut.Universities));
        Assert.Equal(TimeSpan.FromSeconds(5), _demo.Notice);
        Assert.True(_demo.BackAfterwards);
        Assert.Equal(7, _demo.QuorumOfU5);
    }

    [Fact]
    public void The_drop_of_M6_gives_the_time_back_and_costs_no_vote()
    {
        Assert.Equal(300, _demo.Interrupted);
        Assert.Equal(_demo.UsedWhenDropped, _demo.UsedWhenBack);
        Assert.Equal(8, _demo.Play.Voters("D06").Length);
        Assert.Equal(Demo.At(11, 5), _demo.EndOfU4);
    }

    [Fact]
    public void U6_and_U7_change_places_and_U6_is_told_its_new_hour()
    {
        Assert.Equal(["U1", "U2", "U3", "U4", "U5", "U7", "U6"], _demo.Play.Inside.Order);
        Assert.Equal(Demo.At(12, 45), _demo.NewHourOfU6);
        Assert.Equal(Demo.At(12, 45), _demo.StartOfU6);
    }

    [Fact]
    public void The_authority_follows_every_opinion_and_commits_360_000()
    {
        var view = _demo.Play.View<AuthorityView>("AUT");
        Assert.Equal(360_000m, view.Committed);
        Assert.All(view.Decisions, d => Assert.True(d.Follows));
        Assert.Equal(10, view.Decisions.Length);
        Assert.Equal(8, view.Decisions.Count(d => d.Outcome == DecisionOutcome.Selected));
    }

    [Fact]
    public void Replaying_the_lines_gives_every_seat_the_same_view_to_the_byte()
    {
        var again = _demo.Play.Lines.Aggregate(CallState.Empty(_demo.Play.Keys.Open), (state, line) => state.Apply(line));
        Assert.Equal(_demo.Play.AllViews(), Play.AllViews(again));
    }

    [Fact]
    public void The_record_that_outlives_the_sitting_holds_places_decisions_and_no_mark_of_anybody()
    {
        var archive = _demo.Play.State.Archive();
        Assert.Equal((int?)2, archive.Dossiers.Single(d => d.Id == "D08").Rank);
        Assert.Equal(86.4m, archive.Dossiers.Single(d => d.Id == "D08").Score);
        Assert.Null(archive.Dossiers.Single(d => d.Id == "D04").Rank);
        Assert.Equal(7, archive.Notifications.Length);
    }
}
