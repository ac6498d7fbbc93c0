using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Core.Tests.Kit;
using AumgJury.Core.Views;

namespace AumgJury.Core.Tests.Rules;

public sealed class ChairTests
{
    [Fact]
    public void A_chair_lost_for_60_seconds_suspends_the_sitting_and_the_deputy_takes_over_in_one_press()
    {
        var p = Play.Hearing(Small.Call());
        p.Do("M1", new StartPresentation("D1"));
        p.Pass(30);
        Assert.Null(p.View<MemberView>("M2").ChairFallsAt);
        p.Do(Actor.Presence, new LoseSeat("M1"));
        var falls = p.View<MemberView>("M2").ChairFallsAt;
        Assert.NotNull(falls);
        Assert.Null(p.View<MemberView>("M3").ChairFallsAt); // the deputy's alone
        p.Pass(59);
        Assert.Equal(falls, p.View<MemberView>("M2").ChairFallsAt);
        p.Refused(Actor.Presence, RefusalName.Stale, new DeclareChairLost("M1"));
        Assert.False(p.View<MemberView>("M2").MayTakeChair);
        p.Refused("M2", RefusalName.Stale, new TakeChair());
        p.Pass(1);
        Assert.Equal(SuspensionCause.ChairLost, p.View<MemberView>("M2").Sitting.Suspension!.Cause);
        Assert.Null(p.View<MemberView>("M2").ChairFallsAt);
        Assert.True(p.View<MemberView>("M2").MayTakeChair);
        Assert.False(p.View<MemberView>("M3").MayTakeChair);
        p.Refused("M3", RefusalName.Stale, new TakeChair());
        p.Do("M2", new TakeChair());
        Assert.Null(p.View<ChairView>("M2").Sitting.Suspension);
        p.Chair = "M2";
        p.Do("M2", new StartQuestions("D1"));
    }

    [Fact]
    public void A_chair_back_within_60_seconds_stays_the_chair()
    {
        var p = Play.Hearing(Small.Call());
        p.Do(Actor.Presence, new LoseSeat("M1"));
        p.Pass(50);
        p.Do(Actor.Presence, new RegainSeat("M1"));
        p.Pass(50);
        Assert.Equal("M1", p.Inside.ActingChair);
        Assert.Empty(p.State.Duties());
    }

    [Fact]
    public void The_chair_hands_over_and_takes_back()
    {
        var p = Play.Marking(Small.Call());
        p.Do("M1", new HandOver());
        Assert.Equal(SuspensionCause.HandedOver, p.Inside.Suspension!.Cause);
        p.Refused("M1", RefusalName.NotYourRole, new Resume());
        p.Do("M2", new TakeChair());
        Assert.IsType<ChairView>(p.State.View("M2"));
        Assert.True(p.View<MemberView>("M1").MayTakeChair);
        p.Do("M1", new TakeChair());
        Assert.IsType<MemberView>(p.State.View("M2"));
        p.Refused("M2", RefusalName.NotYourRole, new HandOver());
    }

    [Fact]
    public void A_recused_chair_is_suspended_by_itself_and_the_deputy_hears_that_university()
    {
        var p = Play.AtTheHearings(Small.Call());
        p.Do("M1", new RuleRecusal("M1", RecusalScope.University, "U1", true, "Lien de la présidente."));
        p.Do("M1", new CallUniversity("U1"));
        p.Do("P1", new EnterRoom("U1"));
        p.Pass(30);
        Assert.Equal(SuspensionCause.ChairRecused, p.Inside.Suspension!.Cause);
        Assert.IsType<OutsideView>(p.State.View("M1"));
        p.Refused("M1", RefusalName.Stale, new TakeChair());
        p.Pass(60);
        Assert.NotEqual(RoomSign.Open, p.Inside.Room.Sign);
        p.Do("M2", new TakeChair());
        p.Chair = "M2";
        p.Pass(1);
        Assert.Equal(RoomSign.Open, p.Inside.Room.Sign);
        p.Do("M2", new ConfirmPresenter("U1"));
        p.PresentAll("U1");
        p.Leave("U1");
        p.MarkAll("U1");
        p.Pass(5);
        p.Do("M1", new TakeChair());
        Assert.Equal("M1", p.Inside.ActingChair);
    }

    [Fact]
    public void The_secretary_presses_for_the_chair_when_let_and_it_is_journaled_as_such()
    {
        var p = Play.AtTheHearings(Small.Call());
        p.Refused("SEC", RefusalName.NotYourRole, new CallUniversity("U1"));
        p.Do("M1", new LetSecretaryConduct(true));
        p.Refused("M1", RefusalName.Stale, new LetSecretaryConduct(true));
        Assert.NotNull(p.View<SecretaryView>("SEC").Conduct);
        p.Do("SEC", new CallUniversity("U1"));
        Assert.Contains("\"actor\":\"seat:SEC\"", System.Text.Encoding.UTF8.GetString(p.Lines[^1]), StringComparison.Ordinal);
        p.Refused("SEC", RefusalName.NotYourRole, new HandOver());
        p.Do("M1", new HandOver());
        Assert.Null(p.View<SecretaryView>("SEC").Conduct);
        p.Do("M2", new TakeChair());
        p.Refused("SEC", RefusalName.NotYourRole, new CancelCall("U1"));
    }

    [Fact]
    public void A_chair_who_stepped_out_conducts_nothing_until_back()
    {
        var p = Play.AtTheHearings(Small.Call());
        p.Do("M1", new StepOut());
        p.Refused("M1", RefusalName.NotYourRole, new CallUniversity("U1"));
        p.Do("M1", new StepBack());
        p.Do("M1", new CallUniversity("U1"));
    }

    [Fact]
    public void A_chair_lost_after_the_ranking_is_fixed_does_not_keep_the_sitting_open()
    {
        var p = Phases.To(Phase.RankingFixed);
        p.Do(Actor.Presence, new LoseSeat("M1"));
        p.Pass(60);
        p.Do("M2", new TakeChair());
        p.Do("M2", new CloseSitting());
    }

    [Fact]
    public void The_loss_of_the_quorum_suspends_a_hearing_and_the_final_deliberation()
    {
        foreach (var p in new[] { Play.Hearing(Small.Call()), Play.Deliberating(Small.Call()) })
        {
            p.Do(Actor.Presence, new LoseSeat("M2"));
            p.Do(Actor.Presence, new LoseSeat("M3"));
            Assert.Null(p.Inside.Suspension);
            p.Do(Actor.Presence, new LoseSeat("M4"));
            Assert.Equal(SuspensionCause.Quorum, p.Inside.Suspension!.Cause);
            p.Refused("M1", RefusalName.NoQuorum, new Resume());
            p.Do(Actor.Presence, new RegainSeat("M4"));
            p.Do("M1", new Resume());
        }
    }

    [Fact]
    public void A_chair_who_never_came_in_may_be_replaced_60_seconds_after_the_doors_opened()
    {
        var p = Play.AtTheDoors(Small.Call());
        p.EveryoneConfirms("M1");
        p.Pass(59);
        Assert.False(p.View<MemberView>("M2").MayTakeChair);
        p.Refused(Actor.Presence, RefusalName.Stale, new DeclareChairLost("M1"));
        p.Refused("M2", RefusalName.Stale, new TakeChair());
        p.Pass(1);
        Assert.True(p.View<MemberView>("M2").MayTakeChair);
        Assert.Null(p.Inside.Suspension);
        p.Do("M2", new TakeChair());
        p.Chair = "M2";
        p.Do("M2", new OpenSitting());
        p.Do("M1", new ConfirmPresence());
        Assert.IsType<MemberView>(p.State.View("M1"));
        p.Do("M1", new TakeChair());
        Assert.IsType<ChairView>(p.State.View("M1"));
    }

    [Fact]
    public void A_chair_connected_but_still_at_the_door_is_not_in_the_chair()
    {
        var p = Play.AtTheDoors(Small.Call());
        p.EveryoneConfirms("M1");
        p.Do(Actor.Presence, new RegainSeat("M1"));
        p.Refused("M1", RefusalName.NotConfirmed, new OpenSitting());
        p.Refused("M1", RefusalName.NotConfirmed, new LetSecretaryConduct(true));
        p.Pass(60);
        p.Refused("M1", RefusalName.NotConfirmed, new TakeChair());
        p.Do("M2", new TakeChair());
    }

    [Fact]
    public void A_chair_who_comes_in_before_the_deputy_took_over_finds_the_chair_without_a_press()
    {
        var p = Play.AtTheDoors(Small.Call());
        p.EveryoneConfirms("M1");
        p.Pass(600);
        Assert.Equal("", p.Inside.ActingChair);
        p.Do("M1", new ConfirmPresence());
        Assert.IsType<ChairView>(p.State.View("M1"));
        p.Refused("M2", RefusalName.Stale, new TakeChair());
    }

    [Fact]
    public void Nobody_takes_the_chair_from_the_door_or_from_outside()
    {
        var p = Play.AtTheDoors(Small.Call());
        p.EveryoneConfirms("M1", "M2");
        p.Pass(60);
        p.Refused("M2", RefusalName.NotConfirmed, new TakeChair());
        p.Do("M2", new ConfirmPresence());
        p.Do("M2", new StepOut());
        p.Refused("M2", RefusalName.NotConfirmed, new TakeChair());
        p.Do("M2", new StepBack());
        p.Do("M2", new TakeChair());
    }

    [Fact]
    public void A_chair_who_stays_out_for_60_seconds_is_replaced_like_one_who_is_lost()
    {
        var p = Play.AtTheHearings(Small.Call());
        p.Do("M1", new LetSecretaryConduct(true));
        p.Do("M1", new StepOut());
        p.Refused("SEC", RefusalName.NotYourRole, new CallUniversity("U1"));
        p.Pass(30);
        p.Do(Actor.Presence, new LoseSeat("M1"));
        p.Pass(10);
        p.Do(Actor.Presence, new RegainSeat("M1"));
        p.Pass(19);
        Assert.Null(p.Inside.Suspension);
        p.Pass(1);
        Assert.Equal(SuspensionCause.ChairOut, p.Inside.Suspension!.Cause);
        p.Do("M2", new TakeChair());
        Assert.Null(p.Inside.Suspension);
        p.Do("M1", new StepBack());
        p.Do("M1", new TakeChair());
    }

    [Fact]
    public void Who_chairs_is_recorded_neither_excused_nor_late()
    {
        var p = Play.AtTheRollCall(Small.Call());
        foreach (var status in new[] { AttendanceStatus.Excused, AttendanceStatus.Late })
        {
            var refusal = p.Refused(Actor.Seat("M1"), new RecordAttendance("M1", status, IdentityMeans.CardShown, ""));
            Assert.Equal((RefusalName.ChairMustAttend, "status"), (refusal.Name, refusal.Field));
        }

        p.Do("M1", new RecordAttendance("M2", AttendanceStatus.Excused, IdentityMeans.CardShown, ""));
        p.Do("M1", new HandOver());
        p.Refused("M2", RefusalName.NotConfirmed, new TakeChair());
    }
}
