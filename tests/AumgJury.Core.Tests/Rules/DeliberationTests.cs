using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Core.Tests.Kit;
using AumgJury.Core.Views;

namespace AumgJury.Core.Tests.Rules;

public sealed class DeliberationTests
{
    private const string Motive = "Projet solide et détaillé.";

    [Fact]
    public void The_final_deliberation_waits_for_every_university()
    {
        var p = Play.Marking(Small.Call());
        p.Refused("M1", RefusalName.HearingInProgress, new StartFinalDeliberation());
        p.MarkAll("U1");
        Assert.Equal(["Deux", "Trois"], p.Refused(Actor.Seat("M1"), new StartFinalDeliberation()).Details);
    }

    [Fact]
    public void A_dossier_without_a_score_has_no_rank_no_post_and_no_zero_and_the_jury_still_gives_its_opinion()
    {
        var p = WithoutScore("D3");
        var board = p.View<ChairView>("M1").Board!;
        Assert.DoesNotContain(board.Rows, r => r.Dossier == "D3");
        Assert.Equal(UnrankedReason.NoGrid, Assert.Single(board.Unranked).Reason);
        foreach (var row in board.Rows)
        {
            p.Opine(row.Dossier, row.Proposed);
        }

        // It is the last to be discussed, and the ranking waits for its opinion.
        var expected = p.View<ChairView>("M1").Console.Expected;
        Assert.Equal((ActName.Discuss, "D3"), (expected.Act, expected.Dossier));
        p.Refused("M1", RefusalName.OpinionsMissing, new FixRanking());
        p.Do("M1", new Discuss("D3"));
        p.Refused("M1", RefusalName.DossierNotRanked, new RecordOpinion("D3", Opinion.Favourable, Motive, ""));
        p.Refused("M1", RefusalName.DossierNotRanked, new RecordOpinion("D3", Opinion.ReserveList, Motive, ""));
        p.Do("M1", new RecordOpinion("D3", Opinion.Unfavourable, "Le jury s'est abstenu sur ce dossier.", ""));
        p.Do("M1", new FixRanking());
        Assert.DoesNotContain(p.Inside.FixedRanking, r => r.Dossier == "D3");
        p.CloseAndDecide();
        p.Do("SEC", new ReleaseNotifications());
        Assert.Null(p.State.Archive().Dossiers.Single(d => d.Id == "D3").Score);
    }

    [Fact]
    public void A_second_round_in_the_final_deliberation_gives_a_dossier_its_score()
    {
        var p = WithoutScore("D3");
        p.Do("M1", new OpenSecondRound("D3", "Le jury veut se prononcer."));
        foreach (var seat in p.Jurors)
        {
            p.Do(seat, new TakeBackGrid("D3", 2));
            p.Submit(seat, "D3", 4, 2);
        }

        p.Do("M1", new Reveal("D3", 2, []));
        Assert.Contains(p.View<ChairView>("M1").Board!.Rows, r => r is { Dossier: "D3", Score: 80m });
        p.Do("M1", new RecordOpinion("D3", Opinion.Favourable, Motive, ""));
    }

    [Fact]
    public void Members_recused_on_a_dossier_are_out_of_its_discussion_and_come_back_after_it()
    {
        var p = WithRecusal();
        p.Do("M1", new Discuss("D3"));
        p.Refused("M1", RefusalName.RecusedInside, new RecordOpinion("D3", Opinion.Favourable, Motive, ""));
        Assert.False(p.View<ChairView>("M1").Board!.DiscussionReady);
        p.Pass(30);
        Assert.IsType<OutsideView>(p.State.View("M3"));
        Assert.True(p.View<ChairView>("M1").Board!.DiscussionReady);
        p.Do("M1", new RecordOpinion("D3", Opinion.Favourable, Motive, ""));
        p.Do("M1", new EndDiscussion("D3"));
        p.Refused("M1", RefusalName.Stale, new EndDiscussion("D3"));
        p.Pass(5);
        var view = p.View<MemberView>("M3");
        Assert.Contains(view.Board!.Rows, r => r is { Dossier: "D3", Score: 60m });
        Assert.DoesNotContain(view.Board.Opinions, o => o.Dossier == "D3");
        Assert.DoesNotContain(view.Work.Revealed, r => r.Dossier == "D3");
        Assert.Equal("D3", view.Work.Barred.Single().Id);
        Assert.Contains(p.View<MemberView>("M4").Board!.Opinions, o => o is { Dossier: "D3", Motive: Motive });
    }

    [Fact]
    public void Who_is_recused_on_a_dossier_sees_no_part_of_its_marks_in_a_tie()
    {
        var p = WithRecusal(tieBreakers: ["C"], (seat, dossier, i) => dossier == "D3" ? (i == 0 ? 5 : 1) : dossier == "D4" ? (i == 0 ? 2 : 3) : 5);
        var open = p.View<MemberView>("M4").Board!.Rows.Single(r => r.Dossier == "D3");
        Assert.Equal(new TieLine("D4", "C", 36m, 12m, ""), open.Tie);
        Assert.Equal(new TieLine("D4", "C", null, null, ""), p.View<MemberView>("M3").Board!.Rows.Single(r => r.Dossier == "D3").Tie);
        Assert.Equal(open.Score, p.View<MemberView>("M3").Board!.Rows.Single(r => r.Dossier == "D3").Score);
    }

    [Fact]
    public void The_sums_of_the_ranking_count_the_opinions_that_were_recorded()
    {
        var p = WithRecusal(tieBreakers: ["C"], (seat, dossier, i) => dossier == "D3" ? (i == 0 ? 5 : 1) : dossier == "D4" ? (i == 0 ? 2 : 3) : 5);
        var before = p.View<MemberView>("M4").Board!.Rows;
        var first = before.First(r => r.Dossier != "D3" && r.AboveLine);
        p.Do("M1", new Discuss(first.Dossier));
        p.Do("M1", new RecordOpinion(first.Dossier, Opinion.Unfavourable, Motive, ""));
        var after = p.View<MemberView>("M4").Board!.Rows;
        Assert.False(after.Single(r => r.Dossier == first.Dossier).AboveLine);
        Assert.Null(after.Single(r => r.Dossier == first.Dossier).Cumulated);
        Assert.Equal(before.Max(r => r.Cumulated) - first.Amount, after.Max(r => r.Cumulated));

        // Whoever is recused on a dossier goes on seeing what its place proposes, whatever was said of it.
        p.Do("M1", new Discuss("D3"));
        p.Pass(30);
        p.Do("M1", new RecordOpinion("D3", before.Single(r => r.Dossier == "D3").AboveLine ? Opinion.Unfavourable : Opinion.Favourable, Motive, ""));
        p.Do("M1", new EndDiscussion("D3"));
        p.Pass(5);
        Assert.Equal(before.Single(r => r.Dossier == "D3").AboveLine, p.View<MemberView>("M3").Board!.Rows.Single(r => r.Dossier == "D3").AboveLine);
    }

    [Fact]
    public void Ties_across_the_last_post_are_broken_by_the_chair_with_a_reason()
    {
        var p = Play.Deliberating(Small.Call(r => r with { TieBreakers = ["C", "C1"] }));
        Assert.Equal(["D1", "D2", "D3", "D4"], p.View<ChairView>("M1").Board!.OpenTies.Single());
        Assert.Equal(ActName.BreakTie, p.View<ChairView>("M1").Console.Expected.Act);
        p.Refused("M1", RefusalName.TieUnbroken, new FixRanking());
        p.Refused("M1", RefusalName.NotTied, new BreakTie(["D1", "D2"], "Zone plus fragile."));
        p.Refused("M1", RefusalName.NotTied, new BreakTie(["D1", "D1", "D2", "D3", "D4"], "Zone plus fragile."));
        p.Refused("M1", RefusalName.ReasonMissing, new BreakTie(["D4", "D3", "D2", "D1"], "Zone"));
        p.Do("M1", new BreakTie(["D4", "D2", "D3", "D1"], "Zone plus fragile."));
        var rows = p.View<ChairView>("M1").Board!.Rows;
        Assert.Equal([("D4", 1), ("D2", 2), ("D3", 3), ("D1", 4)], rows.Select(r => (r.Dossier, r.Rank)));
        Assert.Equal(new TieLine("D4", "", null, null, "Zone plus fragile."), rows[1].Tie);
        Assert.Equal([Opinion.Favourable, Opinion.Favourable, Opinion.ReserveList, Opinion.ReserveList], rows.Select(r => r.Proposed));
    }

    [Fact]
    public void A_tie_that_no_post_depends_on_may_stay()
    {
        var p = Play.Deliberating(Small.Call(), (_, dossier, _) => dossier is "D1" or "D2" ? 4 : dossier == "D3" ? 3 : 2);
        Assert.Empty(p.View<ChairView>("M1").Board!.OpenTies);
        Assert.Equal([1, 1, 3, 4], p.View<ChairView>("M1").Board!.Rows.Select(r => r.Rank));
        p.OpineAllAndFix();
    }

    [Fact]
    public void The_casting_voice_is_the_chairs_only_where_she_may_vote()
    {
        var p = Play.AtTheHearings(Small.Call());
        p.Do("M1", new RuleRecusal("M1", RecusalScope.Dossier, "D4", true, "Lien."));
        foreach (var university in new[] { "U1", "U2" })
        {
            p.Hear(university);
            p.MarkAll(university);
        }

        p.Do("M1", new CallUniversity("U3"));
        p.Pass(30);
        p.Do("M2", new TakeChair());
        p.Chair = "M2";
        p.Do("P3", new EnterRoom("U3"));
        p.Pass(5);
        p.Do("M2", new ConfirmPresenter("U3"));
        p.PresentAll("U3");
        p.Leave("U3");
        p.MarkAll("U3");
        p.Pass(5);
        p.Do("M2", new StartFinalDeliberation());
        p.Do("M1", new TakeChair());
        p.Refused("M1", RefusalName.NotAVoter, new BreakTie(["D1", "D2", "D3", "D4"], "Zone plus fragile."));
        p.Do("M1", new HandOver());
        p.Do("M2", new TakeChair());
        p.Refused("M2", RefusalName.RecusedInside, new BreakTie(["D1", "D2", "D3", "D4"], "Zone plus fragile."));
        p.Do("M1", new StepOut());
        p.Do("M2", new BreakTie(["D1", "D2", "D3", "D4"], "Zone plus fragile."));
    }

    [Fact]
    public void A_tie_is_broken_without_whom_one_of_its_dossiers_bars_and_its_discussion_takes_them_out()
    {
        var p = Play.AtTheHearings(Small.Call(r => r with { TieBreakers = [] }));
        p.Do("M1", new RuleRecusal("M3", RecusalScope.Dossier, "D3", true, "Lien."));
        p.Do("M1", new RuleRecusal("M4", RecusalScope.Dossier, "D4", true, "Lien."));
        foreach (var university in new[] { "U1", "U2", "U3" })
        {
            p.Hear(university);
            p.MarkAll(university);
            p.Pass(5);
        }

        p.Do("M1", new StartFinalDeliberation());
        var tie = p.View<ChairView>("M1").Board!.OpenTies.Single();
        p.Refused("M1", RefusalName.RecusedInside, new BreakTie(tie, "Zone plus fragile."));
        var expected = p.View<ChairView>("M1").Console.Expected;
        Assert.Equal((ActName.Discuss, "D1"), (expected.Act, expected.Dossier));
        p.Do("M1", new Discuss("D1"));
        p.Pass(29);
        Assert.False(p.View<ChairView>("M1").Board!.DiscussionReady);
        Assert.Equal((ActName.RecordOpinion, null), (p.View<ChairView>("M1").Console.Expected.Act, p.View<ChairView>("M1").Console.Expected.Blocked));
        p.Pass(1);
        Assert.All((string[])["M3", "M4"], seat => Assert.IsType<OutsideView>(p.State.View(seat)));
        p.Do("M1", new BreakTie(tie, "Zone plus fragile."));
        p.Pass(5);
        Assert.All((string[])["M3", "M4"], seat => Assert.IsType<MemberView>(p.State.View(seat)));
    }

    [Fact]
    public void Without_the_rule_no_chair_breaks_a_tie() =>
        Play.Deliberating(Small.Call(r => r with { ChairBreaksLastTie = false })).Refused("M1", RefusalName.NotAVoter, new BreakTie(["D1", "D2", "D3", "D4"], "Zone plus fragile."));

    [Fact]
    public void A_chairs_order_of_some_says_nothing_when_another_joins_the_tie()
    {
        var p = Play.Deliberating(Small.Call(), (_, dossier, _) => dossier is "D1" or "D2" ? 3 : 4);
        p.Do("M1", new BreakTie(["D2", "D1"], "Zone plus fragile."));
        Assert.Equal(["D2", "D1"], p.View<ChairView>("M1").Board!.Rows.Skip(2).Select(r => r.Dossier));
        p.Do("M1", new OpenSecondRound("D3", "Relecture."));
        foreach (var seat in Small.Jurors)
        {
            p.Do(seat, new TakeBackGrid("D3", 2));
            p.Draft(seat, "D3", _ => 3, 2, ChangeReason.ReadAgain);
            p.Do(seat, new SubmitGrid("D3", 2));
        }

        p.Do("M1", new Reveal("D3", 2, []));
        Assert.Equal([1, 2, 2, 2], p.View<ChairView>("M1").Board!.Rows.Select(r => r.Rank));
    }

    [Fact]
    public void An_opinion_needs_a_revealed_dossier_and_a_motive_and_is_replaced_with_a_reason()
    {
        var p = Play.Deliberating(Small.Call(), (_, d, _) => d[^1] - '0');
        p.Refused("M1", RefusalName.MotiveMissing, new RecordOpinion("D1", Opinion.Favourable, "Oui.", ""));
        p.Refused("M1", RefusalName.TextTooLong, new RecordOpinion("D1", Opinion.Favourable, new string('x', 4001), ""));
        p.Do("M1", new RecordOpinion("D1", Opinion.Favourable, Motive, ""));
        p.Refused("M1", RefusalName.ReasonMissing, new RecordOpinion("D1", Opinion.Unfavourable, Motive, " "));
        p.Do("M1", new RecordOpinion("D1", Opinion.Unfavourable, Motive, "Erreur de saisie."));
        Assert.Equal((Opinion.Unfavourable, 1), p.View<MemberView>("M4").Board!.Opinions.Where(o => o.Dossier == "D1").Select(o => (o.Opinion, o.Replaced)).Single());
        p.Refused("M1", RefusalName.OpinionsMissing, new FixRanking());
    }

    [Fact]
    public void Without_a_reserve_list_nobody_is_put_on_it()
    {
        var p = Play.Deliberating(Small.Call(r => r with { ReserveList = false }), (_, d, _) => 5 - (d[^1] - '0'));
        p.Refused("M1", RefusalName.OutOfRange, new RecordOpinion("D1", Opinion.ReserveList, Motive, ""));
        Assert.DoesNotContain(p.View<ChairView>("M1").Board!.Rows, r => r.Proposed == Opinion.ReserveList);
    }

    [Fact]
    public void Nothing_changes_once_the_ranking_is_fixed()
    {
        var p = Phases.To(Phase.RankingFixed);
        p.Refused("M1", RefusalName.WrongPhase, new RecordOpinion("D1", Opinion.Favourable, Motive, "Trop tard."));
        p.Refused("M1", RefusalName.WrongPhase, new OpenSecondRound("D1", "Trop tard."));
        p.Refused("M3", RefusalName.WrongPhase, new KeepDraft("D1", 1, "A1", 3, "", null));
        Assert.True(p.View<ChairView>("M1").Board!.Fixed);
    }

    [Fact]
    public void A_second_round_left_open_keeps_the_ranking_from_being_fixed()
    {
        var p = Play.Deliberating(Small.Call(), (_, d, _) => d[^1] - '0');
        p.Do("M1", new OpenSecondRound("D2", "Relecture."));
        Assert.Equal((RefusalName.NotRevealed, "D2"), (p.Refused(Actor.Seat("M1"), new FixRanking()).Name, p.Refused(Actor.Seat("M1"), new FixRanking()).Details.Single()));
    }

    [Fact]
    public void An_erased_dossier_keeps_its_place_and_shows_as_erased()
    {
        var p = Phases.To(Phase.Closed);
        var before = p.View<AuthorityView>("AUT").Board!.Rows;
        p.Keys.Destroy("dossier/D1");
        p.Keys.Destroy("person/M3");
        var again = p.Lines.Aggregate(CallState.Empty(p.Keys.Open), (state, line) => state.Apply(line));
        var rows = ((AuthorityView)again.View("AUT")).Board!.Rows;
        Assert.Equal(before.Select(r => (r.Rank, r.Dossier, r.Score, r.Counted, r.Amount)), rows.Select(r => (r.Rank, r.Dossier, r.Score, r.Counted, r.Amount)));
        Assert.Equal("effacé", rows.Single(r => r.Dossier == "D1").Nominee);
        Assert.Equal("effacé", again.Archive().People.Single(x => x.Seat == "M3").Name);
        Assert.All(again.Seats, s => again.View(s));
    }

    private static Play WithRecusal(string[]? tieBreakers = null, Func<string, string, int, int>? mark = null)
    {
        var p = Play.AtTheHearings(Small.Call(r => r with { TieBreakers = tieBreakers ?? [] }));
        p.Do("M1", new RuleRecusal("M3", RecusalScope.University, "U2", true, "Lien."));
        foreach (var university in new[] { "U1", "U2", "U3" })
        {
            p.Hear(university);
            p.MarkAll(university, mark);
            p.Pass(5);
        }

        p.Do("M1", new StartFinalDeliberation());
        return p;
    }

    /// <summary>Everybody abstained on that dossier; the others have their grids.</summary>
    private static Play WithoutScore(string dossier)
    {
        var p = Play.AtTheHearings(Small.Call());
        foreach (var university in p.Definition.RunningOrder.Select(r => r.University))
        {
            p.Hear(university);
            foreach (var judged in p.Judged(university))
            {
                if (judged == dossier)
                {
                    Array.ForEach(p.Jurors, seat => p.Do(seat, new Abstain(judged, 1)));
                }
                else
                {
                    p.SubmitAll(judged);
                }

                p.Do("M1", new Reveal(judged, 1, []));
                p.Do("M1", new CloseDossier(judged));
            }
        }

        p.Do("M1", new StartFinalDeliberation());
        if (p.View<ChairView>("M1").Board!.OpenTies is [var tie, ..])
        {
            p.Do("M1", new BreakTie(tie, "Le plus avancé d'abord."));
        }

        return p;
    }
}
