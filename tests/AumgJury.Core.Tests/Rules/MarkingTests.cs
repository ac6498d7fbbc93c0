using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Core.Tests.Kit;
using AumgJury.Core.Views;

namespace AumgJury.Core.Tests.Rules;

public sealed class MarkingTests
{
    [Fact]
    public void A_draft_keeps_marks_comments_and_a_private_note_for_its_member_only()
    {
        var p = Play.Hearing(Small.Call());
        p.Do("M3", new KeepDraft("D1", 1, "A1", 0, "Rien de daté.", null));
        p.Do("M3", new KeepNote("D1", "Demander la date."));
        var grid = Grid(p, "M3");
        Assert.Equal((0, "Rien de daté."), (grid.Marks[0].Mark!.Value, grid.Marks[0].Comment));
        Assert.Equal(("Demander la date.", 40, "C1"), (grid.Note, grid.WeightMarked, grid.Left.Single()));
        Assert.Equal(0m, grid.Points);
        foreach (var other in p.State.Seats.Where(s => s != "M3"))
        {
            Assert.DoesNotContain("Rien de dat", System.Text.RegularExpressions.Regex.Unescape(p.Json(other)), StringComparison.Ordinal);
            Assert.DoesNotContain("Demander la date", p.Json(other), StringComparison.Ordinal);
        }

        p.Do("M3", new KeepDraft("D1", 1, "A1", null, "", null));
        Assert.Equal((0, 2), (Grid(p, "M3").WeightMarked, Grid(p, "M3").Left.Length));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(6)]
    [InlineData(int.MaxValue)]
    public void A_mark_out_of_0_to_5_is_refused(int mark) => Play.Hearing(Small.Call()).Refused("M3", RefusalName.MarkOutOfRange, new KeepDraft("D1", 1, "A1", mark, "", null));

    [Fact]
    public void Unknown_criteria_dossiers_and_long_texts_are_refused_by_name()
    {
        var p = Play.Hearing(Small.Call());
        p.Refused("M3", RefusalName.UnknownCriterion, new KeepDraft("D1", 1, "Z9", 3, "", null));
        p.Refused("M3", RefusalName.UnknownDossier, new KeepDraft("D9", 1, "A1", 3, "", null));
        p.Refused("M3", RefusalName.TextTooLong, new KeepDraft("D1", 1, "A1", 3, new string('x', 2001), null));
        p.Do("M3", new KeepDraft("D1", 1, "A1", 3, new string('x', 2000), null));
        p.Refused("M3", RefusalName.TextTooLong, new KeepNote("D1", new string('x', 4001)));
        p.Refused("M3", RefusalName.Stale, new KeepDraft("D1", 2, "A1", 3, "", null));
    }

    [Fact]
    public void A_grid_is_submitted_complete_once_after_the_hearing_in_the_closed_room()
    {
        var p = Play.Hearing(Small.Call());
        p.Draft("M3", "D1", _ => 3);
        p.Refused("M3", RefusalName.NotHeard, new SubmitGrid("D1", 1));
        p.PresentAll("U1");
        p.Leave("U1");
        p.Do("M4", new KeepDraft("D1", 1, "A1", 3, "", null));
        var refusal = p.Refused(Actor.Seat("M4"), new SubmitGrid("D1", 1));
        Assert.Equal((RefusalName.GridIncomplete, "C1"), (refusal.Name, refusal.Details.Single()));
        p.Do("M3", new SubmitGrid("D1", 1));
        p.Refused("M3", RefusalName.AlreadySubmitted, new SubmitGrid("D1", 1));
        p.Refused("M3", RefusalName.AlreadySubmitted, new Abstain("D1", 1));
        p.Refused("M3", RefusalName.AlreadySubmitted, new KeepDraft("D1", 1, "A1", 5, "", null));
        p.Do("M3", new TakeBackGrid("D1", 1));
        p.Refused("M3", RefusalName.NotSubmitted, new TakeBackGrid("D1", 1));
        p.Do("M3", new KeepDraft("D1", 1, "A1", 5, "", null));
        p.Do("M3", new SubmitGrid("D1", 1));
        Assert.Equal(5, Grid(p, "M3").Marks[0].Mark);
    }

    [Fact]
    public void Chair_members_and_secretary_see_that_somebody_has_submitted_and_presenters_do_not()
    {
        var p = Play.Marking(Small.Call());
        var outside = p.Json("P2");
        p.Submit("M3", "D1", 3);
        Assert.Equal(["Troisième"], p.View<ChairView>("M1").Work.Submissions[0].Submitted);
        Assert.Equal(["M1", "M2", "M4"], p.View<MemberView>("M4").Work.Submissions[0].AwaitedSeats);
        Assert.Equal(["Troisième"], p.View<SecretaryView>("SEC").Submissions[0].Submitted);
        Assert.Equal(outside, p.Json("P2"));
    }

    [Fact]
    public void A_recused_members_draft_is_closed_and_never_counted()
    {
        var p = Play.Marking(Small.Call());
        p.Submit("M3", "D1", 5);
        foreach (var seat in new[] { "M1", "M2", "M4" })
        {
            p.Submit(seat, "D1", 1);
        }

        p.Do("M1", new RuleRecusal("M3", RecusalScope.Dossier, "D1", true, "Lien découvert."));
        p.Pass(30);
        p.Refused("M3", RefusalName.Stale, new KeepDraft("D1", 1, "A1", 5, "", null));
        p.Refused("M3", RefusalName.Stale, new TakeBackGrid("D1", 1));
        p.Do("M1", new Reveal("D1", 1, []));
        var round = p.View<ChairView>("M1").Work.Revealed.Single().Rounds.Single();
        Assert.Equal((20m, 3), (round.Score, round.Counted));
    }

    [Fact]
    public void A_reveal_needs_every_grid_or_names_exactly_those_missing()
    {
        var p = Play.Marking(Small.Call());
        p.Submit("M3", "D1", 3);
        p.Submit("M4", "D1", 5);
        Assert.Equal(["Présidente", "Suppléante"], p.Refused(Actor.Seat("M1"), new Reveal("D1", 1, [])).Details);
        p.Refused("M1", RefusalName.GridsMissing, new Reveal("D1", 1, ["M1"]));
        p.Refused("M1", RefusalName.GridsMissing, new Reveal("D1", 1, ["M1", "M2", "M3"]));
        p.Do("M1", new Reveal("D1", 1, ["M2", "M1"]));
        var round = p.View<MemberView>("M3").Work.Revealed.Single().Rounds.Single();
        Assert.Equal((80m, 2), (round.Score, round.Counted));
        Assert.Equal(["Présidente", "Suppléante"], round.WithoutGrid);
        Assert.Empty(round.Abstaining); // they said nothing
        p.Refused("M1", RefusalName.AlreadyRevealed, new Reveal("D1", 1, []));
        p.Refused("M3", RefusalName.AlreadyRevealed, new TakeBackGrid("D1", 1));
        p.Refused("M2", RefusalName.AlreadyRevealed, new SubmitGrid("D1", 1));
    }

    [Fact]
    public void A_dossier_revealed_without_any_grid_has_no_score_and_never_a_zero()
    {
        var p = Play.Marking(Small.Call());
        p.Do("M3", new Abstain("D1", 1));
        p.Do("M1", new Reveal("D1", 1, ["M1", "M2", "M4"]));
        var round = p.View<MemberView>("M3").Work.Revealed.Single().Rounds.Single();
        Assert.Equal((null, 0), (round.Score, round.Counted));
        Assert.All(round.Criteria, c => Assert.Null(c.Mean));
        var result = p.View<SecretaryView>("SEC").Results.Single();
        Assert.Null(result.Score);
        Assert.All(result.Criteria, c => Assert.Null(c.Mean));
    }

    [Theory]
    [InlineData(false, "", "")]
    [InlineData(true, "Quatrième", "Troisième")]
    public void Dots_are_ordered_by_their_value_with_names_only_if_the_rules_say_so(bool names, string low, string high)
    {
        var p = Play.Marking(Small.Call(r => r with { NamesOnDots = names }));
        p.Submit("M3", "D1", 5);
        p.Submit("M4", "D1", 1);
        p.Do("M1", new Reveal("D1", 1, ["M1", "M2"]));
        Assert.Equal([new Dot(20m, false, low), new Dot(100m, true, high)], p.View<MemberView>("M3").Work.Revealed[0].Rounds[0].Dots);
        Assert.Equal([new Dot(20m, true, low), new Dot(100m, false, high)], p.View<MemberView>("M4").Work.Revealed[0].Rounds[0].Dots);
        Assert.Equal([0, 1, 0, 0, 0, 1], p.View<MemberView>("M4").Work.Revealed[0].Rounds[0].Criteria[0].Counts);
        Assert.Equal(60m, p.View<SecretaryView>("SEC").Results.Single().Score);
        Assert.Null(p.View<AuthorityView>("AUT").Board);
    }

    [Fact]
    public void A_member_without_a_deliberative_voice_sees_no_distribution()
    {
        var call = Small.Call();
        var p = Play.Marking(call with { Seats = [.. call.Seats.Select(s => s.Id == "M4" ? s with { Votes = false } : s)] });
        p.SubmitAll("D1");
        p.Do("M1", new Reveal("D1", 1, []));
        Assert.Empty(p.View<MemberView>("M4").Work.Revealed);
        Assert.Empty(p.View<MemberView>("M4").Work.Grids);
        Assert.Single(p.View<MemberView>("M3").Work.Revealed);
        p.Refused("M4", RefusalName.NotYourRole, new KeepDraft("D2", 1, "A1", 3, "", null));
    }

    [Fact]
    public void A_grid_may_be_submitted_in_a_later_closed_room_until_its_reveal()
    {
        var p = Play.Marking(Small.Call());
        p.Draft("M3", "D1", _ => 3);
        p.Do("M1", new FinishHearing("U1"));
        p.BringIn("U2");
        p.Refused("M3", RefusalName.RoomNotClosed, new SubmitGrid("D1", 1));
        p.PresentAll("U2");
        p.Leave("U2");
        p.Do("M3", new SubmitGrid("D1", 1));
    }

    [Fact]
    public void With_the_reveal_at_the_final_deliberation_nothing_is_revealed_before()
    {
        var p = Play.AtTheHearings(Small.Call(r => r with { Reveal = RevealMoment.AtFinalDeliberation }));
        foreach (var university in new[] { "U1", "U2", "U3" })
        {
            p.Hear(university);
            foreach (var dossier in p.Judged(university))
            {
                p.SubmitAll(dossier);
                p.Refused("M1", RefusalName.WrongPhase, new Reveal(dossier, 1, []));
            }

            p.Do("M1", new FinishHearing(university));
        }

        p.Do("M1", new StartFinalDeliberation());
        p.Do("M1", new Reveal("D1", 1, []));
        Assert.Single(p.View<ChairView>("M1").Board!.Rows);
    }

    [Fact]
    public void A_second_round_keeps_the_first_and_a_changed_mark_needs_its_reason()
    {
        var p = Play.Marking(Small.Call());
        p.Refused("M1", RefusalName.NotRevealed, new OpenSecondRound("D1", "Discussion."));
        p.SubmitAll("D1", (_, _, _) => 2);
        p.Do("M1", new Reveal("D1", 1, []));
        p.Refused("M1", RefusalName.ReasonMissing, new OpenSecondRound("D1", ""));
        Assert.Equal(("", 0), (Grid(p, "M3").SecondReason, At(p).Carried));
        p.Do("M1", new OpenSecondRound("D1", "Discussion."));
        Assert.Equal((MyGridStanding.Submitted, 2), (Grid(p, "M3").Standing, Grid(p, "M3").Marks[0].FirstRound!.Value));
        Assert.Equal(("Discussion.", At(p).SubmittedCount), (Grid(p, "M3").SecondReason, At(p).Carried));
        p.Refused("M3", RefusalName.Stale, new TakeBackGrid("D1", 1));
        p.Do("M3", new TakeBackGrid("D1", 2));
        p.Do("M3", new KeepDraft("D1", 2, "A1", 5, "", null));
        var refusal = p.Refused(Actor.Seat("M3"), new SubmitGrid("D1", 2));
        Assert.Equal((RefusalName.ChangeReasonMissing, "A1"), (refusal.Name, refusal.Details.Single()));
        p.Do("M3", new KeepDraft("D1", 2, "A1", 5, "", ChangeReason.HeardAtHearing));
        p.Do("M3", new SubmitGrid("D1", 2));
        Assert.Equal(At(p).SubmittedCount - 1, At(p).Carried);
        p.Do("M1", new Reveal("D1", 2, []));
        Assert.Equal([40m, 46m], p.View<MemberView>("M4").Work.Revealed.Single().Rounds.Select(r => r.Score));
        p.Refused("M1", RefusalName.Stale, new OpenSecondRound("D1", "Encore."));

        static Submissions At(Play p) => p.View<MemberView>("M4").Work.Submissions.Single(s => s.Dossier == "D1");
    }

    [Fact]
    public void Who_had_not_submitted_goes_on_from_their_draft_in_the_second_round()
    {
        var p = Play.Marking(Small.Call());
        p.Do("M3", new KeepDraft("D1", 1, "A1", 4, "À relire.", null));
        foreach (var seat in p.Jurors.Where(s => s != "M3"))
        {
            p.Submit(seat, "D1", 2, 1);
        }

        p.Do("M1", new Reveal("D1", 1, ["M3"]));
        p.Do("M1", new OpenSecondRound("D1", "Une voix manque."));
        var mark = Grid(p, "M3").Marks.Single(m => m.Criterion == "A1");
        Assert.Equal((4, "À relire."), (mark.Mark, mark.Comment));
        Assert.Equal(2, Grid(p, "M4").Marks[0].FirstRound);
    }

    [Fact]
    public void A_closed_dossier_has_no_further_round_before_the_final_deliberation()
    {
        var p = Play.Marking(Small.Call());
        p.Refused("M1", RefusalName.NotRevealed, new CloseDossier("D1"));
        p.MarkAll("U1");
        p.Refused("M1", RefusalName.Stale, new CloseDossier("D1"));
        p.Refused("M1", RefusalName.DossierClosed, new OpenSecondRound("D1", "Discussion."));
        Assert.Equal(HearingStep.Done, p.Inside.Hearings["U1"].Step);
    }

    [Fact]
    public void Notes_and_drafts_end_with_the_sitting_and_their_keys_are_to_be_destroyed()
    {
        var p = Phases.To(Phase.FinalDeliberation);
        p.Do("M3", new KeepNote("D1", "Une note privée."));
        Assert.Empty(p.State.EndedKeys);
        p.Do("M1", new BreakTie(p.View<ChairView>("M1").Board!.OpenTies.Single(), "Le plus avancé d'abord."));
        p.OpineAllAndFix();
        p.Do("M1", new CloseSitting());
        Assert.Contains("draft/M3", p.State.EndedKeys);
        Assert.DoesNotContain("Une note privée", p.Json("M3"), StringComparison.Ordinal);
        var views = p.AllViews();
        Array.ForEach(p.State.EndedKeys, p.Keys.Destroy);
        var again = p.Lines.Aggregate(CallState.Empty(p.Keys.Open), (state, line) => state.Apply(line));
        Assert.Equal(views, Play.AllViews(again));
    }

    private static MyGrid Grid(Play p, string seat) => p.View<MemberView>(seat).Work.Grids.Single(g => g.Dossier == "D1");
}
