using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Core.Tests.Kit;
using AumgJury.Core.Views;

namespace AumgJury.Core.Tests.Rules;

/// <summary>Voters who drop or leave, Universities that do not come, members who are recused.</summary>
public sealed class AbsenceTests
{
    [Fact]
    public void A_voter_who_would_leave_and_the_chair_both_see_what_it_costs()
    {
        var p = Play.Hearing(Small.Call());
        p.Do("M1", new StartPresentation("D1"));
        Assert.Equal("D1", p.View<MemberView>("M3").Cost);
        p.Do("M3", new StepOut());
        var lost = Assert.Single(p.View<ChairView>("M1").Console.LostVoters);
        Assert.Equal(("M3", "D1", true), (lost.Seat, lost.Dossier, lost.SteppedOut));
        Assert.Equal(OutsideReason.SteppedOut, p.View<OutsideView>("M3").Reason);
        p.Do("M3", new StepBack());
        Assert.Empty(p.View<ChairView>("M1").Console.LostVoters);
        Assert.Contains("M3", p.Voters("D1"));
    }

    [Fact]
    public void The_chair_suspends_for_a_lost_voter_and_nothing_is_lost()
    {
        var p = Play.Hearing(Small.Call());
        p.Do("M1", new StartPresentation("D1"));
        p.Do(Actor.Presence, new LoseSeat("M3"));
        p.Do("M1", new Suspend(null, ""));
        Assert.Equal(SuspensionCause.VoterLost, p.Inside.Suspension!.Cause);
        p.Do(Actor.Presence, new RegainSeat("M3"));
        p.Do("M1", new Resume());
        p.Do("M1", new StartQuestions("D1"));
        p.Do("M1", new StartPresentation("D2"));
        Assert.Contains("M3", p.Voters("D1"));
    }

    [Fact]
    public void Or_goes_on_without_that_vote_on_this_dossier_only()
    {
        var p = Play.Hearing(Small.Call());
        p.Do("M1", new StartPresentation("D1"));
        p.Refused("M1", RefusalName.Stale, new GoOnWithout("M3", "D1"));
        p.Do(Actor.Presence, new LoseSeat("M3"));
        p.Do("M1", new Suspend(null, ""));
        p.Refused("M1", RefusalName.Stale, new GoOnWithout("M3", "D2"));
        p.Refused("M1", RefusalName.Stale, new GoOnWithout("M3", "D3"));
        p.Refused("M1", RefusalName.UnknownDossier, new GoOnWithout("M3", "D99"));
        p.Do("M1", new GoOnWithout("M3", "D1"));
        Assert.Null(p.Inside.Suspension);
        p.Refused("M1", RefusalName.Stale, new GoOnWithout("M3", "D1"));
        p.Do(Actor.Presence, new RegainSeat("M3"));
        p.Refused("M3", RefusalName.VoteMissed, new KeepDraft("D1", 1, "A1", 1, "", null));
        Assert.DoesNotContain("M3", p.Voters("D1"));
        Assert.Contains("M3", p.Voters("D2"));
    }

    [Fact]
    public void A_voter_still_gone_when_the_dossier_ends_has_missed_it()
    {
        var p = Play.Hearing(Small.Call());
        p.Do("M1", new StartPresentation("D1"));
        p.Do(Actor.Presence, new LoseSeat("M3"));
        p.Do("M1", new StartPresentation("D2"));
        p.Do(Actor.Presence, new RegainSeat("M3"));
        p.Leave("U1");
        Assert.Equal((false, true), (p.Voters("D1").Contains("M3"), p.Voters("D2").Contains("M3")));
    }

    [Fact]
    public void An_absent_university_is_judged_on_its_file_after_the_grace_counted_from_the_later()
    {
        var p = Play.AtTheHearings(Small.Call());
        p.Until(9, 15);
        p.Do("M1", new CallUniversity("U1"));
        p.Pass(60);
        p.Until(9, 29);
        p.Refused("M1", RefusalName.GraceNotOver, new JudgeOnFile("U1"));
        p.Do("M1", new CallUniversity("U2"));
        p.Refused("M1", RefusalName.HearingInProgress, new JudgeOnFile("U1"));
        p.Do("M1", new CancelCall("U2"));
        p.Until(9, 30);
        p.Do("M1", new JudgeOnFile("U1"));
        Assert.Contains(p.View<ChairView>("M1").Console.Incidents, i => i is { Kind: "on-file", UniversityName: "Un" });
        p.Submit("M3", "D1", 3);
        Assert.Equal(PresenterStanding.JuryDeliberates, p.View<PresenterView>("P1").Standing);
    }

    [Fact]
    public void The_first_call_counts_when_it_is_later_than_the_hour()
    {
        var p = Play.AtTheHearings(Small.Call());
        p.Until(9, 25);
        p.Do("M1", new CallUniversity("U1"));
        p.Pass(60);
        p.Until(9, 34);
        Assert.Equal(Demo.At(9, 35).ToString("O"), p.Refused(Actor.Seat("M1"), new JudgeOnFile("U1")).Details.Single());
        p.Until(9, 35);
        p.Do("M1", new JudgeOnFile("U1"));
        p.Refused("M1", RefusalName.Stale, new JudgeOnFile("U1"));
    }

    [Fact]
    public void Judging_on_the_file_is_undone_until_the_first_reveal()
    {
        var p = OnFile();
        p.Submit("M3", "D1", 3);
        p.Do("M1", new ReleaseUniversity("U1"));
        p.Refused("M1", RefusalName.ReasonMissing, new UndoJudgeOnFile("U1", ""));
        p.Do("M1", new UndoJudgeOnFile("U1", "La représentante est arrivée."));
        Assert.Equal(PresenterStanding.Waiting, p.View<PresenterView>("P1").Standing);
        Assert.Equal(MyGridStanding.Draft, p.View<MemberView>("M3").Work.Grids[0].Standing);
        p.Refused("M3", RefusalName.NotHeard, new SubmitGrid("D1", 1));
        p.Hear("U1");

        var revealed = OnFile();
        revealed.SubmitAll("D1");
        revealed.Do("M1", new Reveal("D1", 1, []));
        revealed.Refused("M1", RefusalName.AlreadyRevealed, new UndoJudgeOnFile("U1", "Trop tard."));
    }

    [Fact]
    public void A_university_judged_on_its_file_is_released_like_the_others()
    {
        var p = OnFile();
        p.MarkAll("U1");
        p.Do("M1", new ReleaseUniversity("U1"));
        Assert.Equal(PresenterStanding.Released, p.View<PresenterView>("P1").Standing);
    }

    [Fact]
    public void A_recused_member_is_out_before_the_presenter_enters_even_when_ruled_during_the_countdown()
    {
        var p = Play.AtTheHearings(Small.Call());
        p.Do("M1", new CallUniversity("U1"));
        p.Do("P1", new EnterRoom("U1"));
        p.Do("M1", new RuleRecusal("M3", RecusalScope.University, "U1", true, "Lien découvert."));
        p.Pass(29);
        Assert.Equal(HearingStep.Entering, p.Inside.Current!.Step);
        p.Refused(Actor.Room, RefusalName.RecusedInside, new OpenRoom("U1", 1));
        p.Pass(1);
        Assert.IsType<OutsideView>(p.State.View("M3"));
        Assert.Equal(RoomSign.Open, p.Inside.Room.Sign);
    }

    [Fact]
    public void The_room_does_not_open_before_it_is_proven_that_the_recused_member_is_out()
    {
        var p = Play.AtTheHearings(Small.Call());
        p.Do("M1", new RuleRecusal("M3", RecusalScope.University, "U1", true, "Lien."));
        p.Do("M1", new CallUniversity("U1"));
        p.Do("P1", new EnterRoom("U1"));
        p.Proves = false;
        p.Pass(90);
        Assert.Equal((RoomSign.Closing, HearingStep.Entering), (p.Inside.Room.Sign, p.Inside.Current!.Step));
        p.Refused(Actor.Room, RefusalName.RoomNotClosed, new OpenRoom("U1", 1));
        Assert.Empty(p.State.Duties());
        p.Proves = true;
        p.Pass(1);
        Assert.Equal(RoomSign.Open, p.Inside.Room.Sign);
    }

    [Theory]
    [InlineData(AttendanceStatus.Late)]
    [InlineData(AttendanceStatus.Excused)]
    public void A_recused_member_who_is_not_in_the_room_delays_nobodys_entry(AttendanceStatus status)
    {
        var p = Play.AtTheRollCall(Small.Call());
        p.RollCall("M3");
        p.Do("M1", new RecordAttendance("M3", status, IdentityMeans.KnownByTheChair, ""));
        p.Do("M1", new RuleRecusal("M3", RecusalScope.University, "U1", true, "Lien."));
        p.Do("M1", new AdoptRules());
        p.Do("M1", new StartHearings());
        p.Do("M1", new CallUniversity("U1"));
        p.Do("P1", new EnterRoom("U1"));
        p.Pass(p.Definition.Rules.EntrySeconds);
        Assert.Equal(RoomSign.Open, p.Inside.Room.Sign);
    }

    [Fact]
    public void A_recusal_ruled_while_the_presenter_speaks_takes_the_member_out_at_once()
    {
        var p = Play.Hearing(Small.Call());
        p.Do("M1", new RuleRecusal("M3", RecusalScope.University, "U1", true, "Lien découvert."));
        Assert.IsType<OutsideView>(p.State.View("M3"));
    }

    [Fact]
    public void A_recused_member_may_leave_early_sees_one_calm_page_and_may_put_the_return_off()
    {
        var p = Play.AtTheHearings(Small.Call());
        p.Do("M1", new RuleRecusal("M3", RecusalScope.University, "U1", true, "Lien."));
        p.Do("M1", new CallUniversity("U1"));
        p.Do("M3", new StepOut());
        var page = p.Json("M3");
        p.Refused("M3", RefusalName.Recused, new StepBack());
        p.Do("P1", new EnterRoom("U1"));
        p.Pass(6);
        p.Do("M1", new ConfirmPresenter("U1"));
        p.PresentAll("U1");
        p.Leave("U1");
        p.MarkAll("U1");
        Assert.NotEqual(page, p.Json("M3"));
        p.Do("M3", new DelayReturn());
        p.Pass(60);
        Assert.True(p.View<OutsideView>("M3").MayReturn);
        p.Do("M3", new StepBack());
        Assert.IsType<MemberView>(p.State.View("M3"));
    }

    [Fact]
    public void No_refusal_tells_who_is_out_whether_the_sitting_is_suspended()
    {
        var p = Play.AtTheHearings(Small.Call());
        p.Do("M1", new RuleRecusal("M3", RecusalScope.University, "U1", true, "Lien."));
        p.Do("M1", new CallUniversity("U1"));
        p.Do("M3", new StepOut());
        p.Do("M2", new StepOut());
        foreach (var suspended in new[] { false, true })
        {
            if (suspended)
            {
                p.Do("M1", new Suspend(null, "pause"));
            }

            foreach (var act in new Command[] { new RaiseHand(), new LowerHand(), new SubmitGrid("D1", 1), new Abstain("D1", 1), new TakeBackGrid("D1", 1), new TakeChair() })
            {
                p.Refused("M3", RefusalName.Stale, act);
                p.Refused("M2", RefusalName.Stale, act);
            }

            p.Refused("M3", RefusalName.Stale, new KeepDraft("D1", 1, "A1", 3, "", null));
        }
    }

    [Fact]
    public void A_member_recused_on_one_dossier_hears_the_other_of_the_same_university()
    {
        var p = Play.AtTheHearings(Small.Call());
        p.Do("M1", new RuleRecusal("M3", RecusalScope.Dossier, "D2", true, "Lien."));
        p.BringIn("U1");
        p.Do("M1", new StartPresentation("D1"));
        Assert.IsType<MemberView>(p.State.View("M3"));
        p.Do("M1", new StartPresentation("D2"));
        Assert.IsType<OutsideView>(p.State.View("M3"));
        p.Leave("U1");
        Assert.IsType<OutsideView>(p.State.View("M3"));
        Assert.Equal((true, false), (p.Voters("D1").Contains("M3"), p.Voters("D2").Contains("M3")));
    }

    [Fact]
    public void Somebody_recused_for_the_whole_sitting_stays_out_of_it()
    {
        var p = Play.AtTheHearings(Small.Call());
        p.Do("M1", new RuleRecusal("M3", RecusalScope.Sitting, "", true, "Lien."));
        p.Pass(30);
        p.Hear("U1");
        p.MarkAll("U1");
        p.Pass(60);
        Assert.IsType<OutsideView>(p.State.View("M3"));
        p.Refused("M3", RefusalName.Stale, new KeepDraft("D1", 1, "A1", 3, "", null));
    }

    [Fact]
    public void A_presenter_who_waits_and_was_never_called_is_not_absent()
    {
        var p = Play.AtTheHearings(Small.Call());
        p.Until(10, 0);
        Assert.Equal("Représentante un", p.Refused(Actor.Seat("M1"), new JudgeOnFile("U1")) is { Name: RefusalName.NotAbsent } r ? r.Details.Single() : "");
        p.Do(Actor.Presence, new LoseSeat("P1"));
        p.Do("M1", new JudgeOnFile("U1"));
    }

    [Fact]
    public void A_latecomer_hears_a_university_whose_judging_on_the_file_was_undone()
    {
        var p = Play.AtTheRollCall(Small.Call());
        p.RollCall(but: "M4");
        p.Do("M1", new RecordAttendance("M4", AttendanceStatus.Late, IdentityMeans.CardShown, ""));
        p.Do("M1", new AdoptRules());
        p.Do("M1", new StartHearings());
        p.Do(Actor.Presence, new LoseSeat("P1"));
        p.Until(9, 30);
        p.Do("M1", new JudgeOnFile("U1"));
        p.Do("M1", new AdmitLatecomer("M4", IdentityMeans.CardShown));
        Assert.DoesNotContain("M4", p.Voters("D1"));
        p.Do("M1", new UndoJudgeOnFile("U1", "La représentante est arrivée."));
        Assert.Contains("M4", p.Voters("D1"));
    }

    private static Play OnFile()
    {
        var p = Play.AtTheHearings(Small.Call());
        p.Do(Actor.Presence, new LoseSeat("P1"));
        p.Until(9, 30);
        p.Do("M1", new JudgeOnFile("U1"));
        return p;
    }
}
