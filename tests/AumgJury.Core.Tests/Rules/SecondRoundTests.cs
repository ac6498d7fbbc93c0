using AumgJury.Core.Sittings;
using AumgJury.Core.Tests.Kit;
using AumgJury.Core.Views;

namespace AumgJury.Core.Tests.Rules;

/// <summary>What the second round beside the first must not tell (docs/decisions/0009).</summary>
public sealed class SecondRoundTests
{
    private static readonly string[] Members = ["M2", "M3", "M4"];

    [Fact]
    public void A_second_round_says_how_many_are_awaited_and_names_nobody()
    {
        var p = Second();
        p.Do("M4", new TakeBackGrid("D1", 2));
        foreach (var at in (Submissions[])[At(p.View<ChairView>("M1").Work.Submissions), At(p.View<MemberView>("M3").Work.Submissions), At(p.View<SecretaryView>("SEC").Submissions)])
        {
            Assert.Equal((3, 1), (at.SubmittedCount, at.AwaitedCount));
            Assert.Empty(at.Submitted.Concat(at.Awaited).Concat(at.AwaitedSeats));
        }

        Assert.Empty(p.View<ChairView>("M1").Console.Expected.Details);
    }

    [Fact]
    public void A_second_rounds_reveal_names_a_number_and_its_refusal_nobody()
    {
        var p = Second();
        p.Do("M4", new TakeBackGrid("D1", 2));
        foreach (var guess in (Reveal[])[new("D1", 2, []), new("D1", 2, []) { Missing = 2 }, new("D1", 2, ["M4"]), new("D1", 2, ["M4"]) { Missing = 1 }])
        {
            var refusal = p.Refused(Actor.Seat("M1"), guess);
            Assert.Equal(RefusalName.GridsMissing, refusal.Name);
            Assert.Empty(refusal.Details);
        }

        p.Do("M1", new Reveal("D1", 2, []) { Missing = 1 });
        var round = Latest(p, "M3");
        Assert.Equal(1, round.WithoutMarks);
        Assert.Empty(round.WithoutGrid.Concat(round.Abstaining));
        Assert.Equal(["M4"], p.Inside.Dossiers["D1"].Rounds[1].CountedAsAbstaining);
    }

    [Fact]
    public void One_changed_grid_shows_its_score_and_to_nobody_else_its_picture()
    {
        var p = Second();
        Again(p, "M4", 5);
        p.Do("M1", new Reveal("D1", 2, []));
        foreach (var seat in Members.Except(["M4"]))
        {
            var round = Latest(p, seat);
            Assert.Equal((PutAway.SecondRound, 60m, 4), (round.PutAway, round.Score, round.Counted));
            Assert.Empty(round.Dots);
            Assert.All(round.Criteria, c => Assert.True(c is { Counts: [], Mean: null, Mine: not null }));
        }

        // Their own change tells them nothing.
        Assert.Equal((null, 4), (Latest(p, "M4").PutAway, Latest(p, "M4").Dots.Length));
        var result = p.View<SecretaryView>("SEC").Results.Single(r => r.Dossier == "D1");
        Assert.Equal(60m, result.Score);
        Assert.All(result.Criteria, c => Assert.Null(c.Mean));
    }

    [Fact]
    public void Two_changed_grids_are_shown_to_all_but_the_two_who_would_know_the_other()
    {
        var p = Second();
        Again(p, "M4", 5);
        Again(p, "M3", 1);
        p.Do("M1", new Reveal("D1", 2, []));
        Assert.Equal((null, 4), (Latest(p, "M2").PutAway, Latest(p, "M2").Dots.Length));
        Assert.All((string[])["M3", "M4"], seat => Assert.Equal(PutAway.SecondRound, Latest(p, seat).PutAway));
        Assert.All(p.View<SecretaryView>("SEC").Results.Single(r => r.Dossier == "D1").Criteria, c => Assert.NotNull(c.Mean));
    }

    [Fact]
    public void A_criterion_that_one_other_changed_takes_the_whole_picture_with_it()
    {
        var p = Second();
        Again(p, "M4", 5);
        p.Do("M3", new TakeBackGrid("D1", 2));
        p.Do("M3", new KeepDraft("D1", 2, "A1", 5, "", ChangeReason.ReadAgain));
        p.Do("M3", new SubmitGrid("D1", 2));
        p.Do("M1", new Reveal("D1", 2, []));
        var round = Latest(p, "M2");
        Assert.Equal(PutAway.SecondRound, round.PutAway);
        Assert.Empty(round.Dots);
        Assert.All(round.Criteria, c => Assert.True(c is { Counts: [], Mean: null }));
        Assert.All(p.View<SecretaryView>("SEC").Results.Single(r => r.Dossier == "D1").Criteria, c => Assert.Null(c.Mean));
    }

    [Fact]
    public void A_tie_tells_no_sub_total_of_a_picture_that_is_put_away()
    {
        // Both end at 60, D2 before D1 by its sub-total; M4 alone moved D1 there.
        var p = Play.Marking(Small.Call());
        p.SubmitAll("D1", (seat, _, criterion) => seat == "M4" && criterion == 0 ? 0 : 3);
        p.Do("M1", new Reveal("D1", 1, []));
        p.Do("M1", new OpenSecondRound("D1", "Discussion."));
        p.Do("M4", new TakeBackGrid("D1", 2));
        p.Draft("M4", "D1", _ => 3, 2, ChangeReason.Harmonising);
        p.Do("M4", new SubmitGrid("D1", 2));
        p.Do("M1", new Reveal("D1", 2, []));
        p.Do("M1", new CloseDossier("D1"));
        p.SubmitAll("D2", (_, _, criterion) => criterion == 0 ? 0 : 5);
        p.Do("M1", new Reveal("D2", 1, []));
        p.Do("M1", new CloseDossier("D2"));
        foreach (var university in new[] { "U2", "U3" })
        {
            p.Hear(university);
            p.MarkAll(university, (_, _, _) => 1);
        }

        p.Do("M1", new StartFinalDeliberation());
        Assert.Equal((null, null), Values("M2"));
        Assert.NotEqual((null, null), Values("M4"));

        (decimal?, decimal?) Values(string seat) => p.View<MemberView>(seat).Board!.Rows.Where(r => r.Tie is { By.Length: > 0 }).Select(r => (r.Tie!.AboveValue, r.Tie.Value)).First();
    }

    [Fact]
    public void A_grid_that_leaves_or_joins_is_a_change_too()
    {
        var leaves = Second();
        leaves.Do("M4", new TakeBackGrid("D1", 2));
        leaves.Do("M4", new Abstain("D1", 2));
        leaves.Do("M1", new Reveal("D1", 2, []));
        Assert.Equal(PutAway.SecondRound, Latest(leaves, "M3").PutAway);

        var joins = Play.Marking(Small.Call());
        Array.ForEach((string[])["M1", "M2", "M3"], seat => joins.Submit(seat, "D1", 2));
        joins.Do("M1", new Reveal("D1", 1, ["M4"]));
        joins.Do("M1", new OpenSecondRound("D1", "Une voix manque."));
        joins.Submit("M4", "D1", 5, 2);
        joins.Do("M1", new Reveal("D1", 2, []));
        Assert.Equal(PutAway.SecondRound, Latest(joins, "M3").PutAway);
    }

    [Fact]
    public void A_second_round_that_changed_nothing_and_one_with_names_are_shown()
    {
        var same = Second();
        Again(same, "M4", 3);
        same.Do("M1", new Reveal("D1", 2, []));
        Assert.Equal((null, 4), (Latest(same, "M3").PutAway, Latest(same, "M3").Dots.Length));

        var named = Second(Small.Call(r => r with { NamesOnDots = true }));
        Again(named, "M4", 5);
        named.Do("M1", new Reveal("D1", 2, []));
        Assert.Equal(4, Latest(named, "M3").Dots.Length);
    }

    /// <summary>D1 revealed with M1 and M2 at 2, M3 and M4 at 3; its second round is open.</summary>
    private static Play Second(Calls.CallDefinition? call = null)
    {
        var p = Play.Marking(call ?? Small.Call());
        p.SubmitAll("D1", (seat, _, _) => seat is "M1" or "M2" ? 2 : 3);
        p.Do("M1", new Reveal("D1", 1, []));
        p.Do("M1", new OpenSecondRound("D1", "Discussion."));
        return p;
    }

    private static void Again(Play p, string seat, int mark)
    {
        p.Do(seat, new TakeBackGrid("D1", 2));
        p.Draft(seat, "D1", _ => mark, 2, ChangeReason.Harmonising);
        p.Do(seat, new SubmitGrid("D1", 2));
    }

    private static Submissions At(Submissions[] all) => all.Single(s => s.Dossier == "D1");

    private static RevealedRoundLine Latest(Play p, string seat) => p.View<MemberView>(seat).Work.Revealed.Single(r => r.Dossier == "D1").Rounds[^1];
}
