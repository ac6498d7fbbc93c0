using AumgJury.Core.Sittings;
using AumgJury.Core.Tests.Kit;
using AumgJury.Core.Views;

namespace AumgJury.Core.Tests.Rules;

public sealed class HearingTests
{
    [Fact]
    public void A_call_does_not_open_the_room_and_the_entry_counts_five_seconds()
    {
        var p = Play.AtTheHearings(Small.Call());
        p.Do("M1", new CallUniversity("U1"));
        Assert.Equal(RoomSign.ClosedVerified, p.Inside.Room.Sign);
        Assert.Equal(PresenterStanding.Called, p.View<PresenterView>("P1").Standing);
        p.Pass(40);
        p.Do("P1", new EnterRoom("U1"));
        Assert.Equal("Représentante un", p.View<MemberView>("M3").Sitting.Room.Enters);
        Assert.Equal(p.Machine.AddSeconds(5), p.View<PresenterView>("P1").OpensAt);
        p.Pass(4);
        Assert.False(p.View<PresenterView>("P1").ServesRoom);
        p.Pass(1);
        Assert.True(p.View<PresenterView>("P1").ServesRoom);
        Assert.Equal("Représentante un", p.View<MemberView>("M3").Sitting.Room.Hears);
    }

    [Fact]
    public void An_unanswered_call_lapses_after_60_seconds_and_may_be_repeated()
    {
        var p = Play.AtTheHearings(Small.Call());
        p.Do("M1", new CallUniversity("U1"));
        p.Pass(59);
        p.Refused(Actor.Room, RefusalName.Stale, new LapseCall("U1", 1));
        p.Pass(1);
        Assert.True(p.View<ChairView>("M1").Console.Order[0].LastCallLapsed);
        p.Refused("P1", RefusalName.Stale, new EnterRoom("U1"));
        p.Do("M1", new CallUniversity("U1"));
        p.Pass(30);
        p.Refused(Actor.Room, RefusalName.Stale, new LapseCall("U1", 1));
        p.Do("P1", new EnterRoom("U1"));
    }

    [Fact]
    public void The_chair_takes_a_call_back_until_the_room_is_open()
    {
        var p = Play.AtTheHearings(Small.Call());
        p.Do("M1", new CallUniversity("U1"));
        p.Do("M1", new CancelCall("U1"));
        p.Do("M1", new CallUniversity("U1"));
        p.Do("P1", new EnterRoom("U1"));
        p.Do("M1", new CancelCall("U1"));
        p.Pass(10);
        Assert.Equal((PresenterStanding.Waiting, RoomSign.ClosedVerified), (p.View<PresenterView>("P1").Standing, p.Inside.Room.Sign));
        p.Refused(Actor.Room, RefusalName.Stale, new OpenRoom("U1", 2));
        p.LetIn("U1");
        p.Refused("M1", RefusalName.Stale, new CancelCall("U1"));
    }

    [Fact]
    public void One_university_at_a_time_and_only_its_own_presenter_enters()
    {
        var p = Play.AtTheHearings(Small.Call());
        p.Do("M1", new CallUniversity("U1"));
        p.Refused("M1", RefusalName.HearingInProgress, new CallUniversity("U2"));
        p.Refused("P2", RefusalName.Stale, new EnterRoom("U1"));
        p.Refused("P2", RefusalName.Stale, new EnterRoom("U2"));
        p.Refused("M1", RefusalName.Stale, new ConfirmPresenter("U1"));
        p.Refused("M1", RefusalName.UnknownUniversity, new CallUniversity("U7"));
    }

    [Fact]
    public void A_presenter_who_has_not_confirmed_does_not_enter()
    {
        var p = Play.AtTheDoors(Small.Call());
        p.EveryoneConfirms("P1");
        p.Do("M1", new OpenSitting());
        p.RollCall();
        p.Do("M1", new AdoptRules());
        p.Do("M1", new StartHearings());
        p.Do("M1", new CallUniversity("U1"));
        p.Refused("P1", RefusalName.NotConfirmed, new EnterRoom("U1"));
    }

    [Fact]
    public void The_room_opens_only_after_it_was_closed()
    {
        var p = Play.AtTheHearings(Small.Call());
        p.Proves = false;
        p.Do(Actor.Room, new DoubtRoom("Un flux inconnu."));
        p.Refused("M1", RefusalName.RoomNotClosed, new CallUniversity("U1"));
        Assert.Equal(RefusalName.RoomNotClosed, p.View<ChairView>("M1").Console.Expected.Blocked);
    }

    [Fact]
    public void No_dossier_is_presented_before_the_presenter_is_confirmed_by_name()
    {
        var p = Play.AtTheHearings(Small.Call());
        p.LetIn("U1");
        p.Refused("M1", RefusalName.NotConfirmed, new StartPresentation("D1"));
        p.Do("M1", new ConfirmPresenter("U1"));
        p.Refused("M1", RefusalName.Stale, new ConfirmPresenter("U1"));
        p.Do("M1", new StartPresentation("D1"));
        p.Refused("M1", RefusalName.Stale, new StartPresentation("D3"));
        p.Refused("M1", RefusalName.UnknownDossier, new StartPresentation("D99"));
    }

    [Fact]
    public void Presentation_and_questions_run_their_own_clocks_and_everyone_inside_sees_them()
    {
        var p = Play.Hearing(Small.Call());
        p.Do("M1", new StartPresentation("D1"));
        var clock = p.View<PresenterView>("P1").Inside!.Clock;
        Assert.Equal((420, 0d, (DateTimeOffset?)p.Sitting), (clock!.AllottedSeconds, clock.UsedSeconds, clock.RunningSince));
        Assert.Equal(clock, p.View<MemberView>("M3").Hearing!.Clock);
        Assert.Equal(clock, p.View<SecretaryView>("SEC").Hearing!.Clock);
        p.Pass(100);
        p.Refused("M1", RefusalName.Stale, new StartQuestions("D2"));
        p.Do("M1", new StartQuestions("D1"));
        Assert.Equal(480, p.View<MemberView>("M3").Hearing!.Clock!.AllottedSeconds);
        Assert.Equal("D1", p.View<PresenterView>("P1").Inside!.Dossier);
    }

    [Fact]
    public void A_university_leaves_after_its_last_dossier_and_not_before()
    {
        var p = Play.Hearing(Small.Call());
        Assert.Equal(["D1", "D2"], p.Refused(Actor.Seat("M1"), new OrderExit("U1")).Details);
        p.Do("M1", new StartPresentation("D1"));
        var refusal = p.Refused(Actor.Seat("M1"), new Conclude("U1"));
        Assert.Equal((RefusalName.DossiersLeft, "D2"), (refusal.Name, refusal.Details.Single()));
        p.Refused("M1", RefusalName.DossiersLeft, new OrderExit("U1"));
        p.Do("M1", new StartPresentation("D2"));
        p.Do("M1", new OrderExit("U1"));
        p.Refused("M1", RefusalName.Stale, new OrderExit("U1"));
    }

    [Fact]
    public void Presenting_the_last_dossier_first_does_not_hide_the_other()
    {
        var p = Play.Hearing(Small.Call());
        p.Do("M1", new StartPresentation("D2"));
        Assert.Equal("D1", p.Refused(Actor.Seat("M1"), new OrderExit("U1")).Details.Single());
        Assert.Equal("D1", p.Refused(Actor.Seat("M1"), new Conclude("U1")).Details.Single());
    }

    [Fact]
    public void Moving_out_is_immediate_and_the_page_outside_stays_the_same_until_the_release()
    {
        var p = Play.Hearing(Small.Call());
        p.PresentAll("U1");
        p.Proves = false;
        p.Do("M1", new Conclude("U1"));
        p.Do("M1", new OrderExit("U1"));
        Assert.Equal(PresenterStanding.JuryDeliberates, p.View<PresenterView>("P1").Standing);
        var page = p.Json("P1");
        Assert.DoesNotContain("Présidente", page, StringComparison.Ordinal);
        p.Refused("M3", RefusalName.RoomNotClosed, new Abstain("D1", 1));
        p.Proves = true;
        p.Pass(1);
        p.MarkAll("U1");
        p.Hear("U2");
        p.MarkAll("U2");
        p.Do(Actor.Room, new DoubtRoom("Doute."));
        Assert.Equal(page, p.Json("P1"));
        p.Refused("SEC", RefusalName.NotYourRole, new ReleaseUniversity("U1"));
        p.Do("M1", new ReleaseUniversity("U1"));
        Assert.Equal(PresenterStanding.Released, p.View<PresenterView>("P1").Standing);
        p.Refused("M1", RefusalName.Stale, new ReleaseUniversity("U1"));
    }

    [Fact]
    public void Members_raise_a_hand_and_get_the_floor_in_order()
    {
        var p = Play.Hearing(Small.Call());
        p.Do("M3", new RaiseHand());
        p.Do("M2", new RaiseHand());
        p.Refused("M2", RefusalName.Stale, new RaiseHand());
        Assert.Equal((1, 2), (p.View<MemberView>("M3").Me.HandPlace, p.View<MemberView>("M2").Me.HandPlace));
        p.Do("M1", new GiveFloor("M3"));
        Assert.True(p.View<MemberView>("M3").Me.HasFloor);
        Assert.Equal((0, 1), (p.View<MemberView>("M3").Me.HandPlace, p.View<MemberView>("M2").Me.HandPlace));
        p.Refused("M3", RefusalName.Stale, new RaiseHand());
        p.Do("M1", new GiveFloor("P1"));
        p.Do("M3", new RaiseHand());
        p.Do("M3", new LowerHand());
        Assert.True(p.View<PresenterView>("P1").Inside!.HasFloor);
        p.Refused("M1", RefusalName.UnknownSeat, new GiveFloor("P2"));
        p.Do("M1", new GiveFloor(null));
        p.Refused("M1", RefusalName.Stale, new GiveFloor(null));
        p.Do("M2", new LowerHand());
        p.Refused("M2", RefusalName.Stale, new LowerHand());
        p.Refused("P1", RefusalName.NotYourRole, new RaiseHand());
    }

    [Fact]
    public void Who_has_the_floor_gives_it_back_and_nobody_gives_back_another_s()
    {
        var p = Play.Hearing(Small.Call());
        p.Do("M1", new GiveFloor("M3"));
        p.Refused("M2", RefusalName.Stale, new LowerHand());
        Assert.True(p.View<MemberView>("M3").Me.HasFloor);
        p.Do("M3", new LowerHand());
        Assert.False(p.View<MemberView>("M3").Me.HasFloor);
        p.Refused("M3", RefusalName.Stale, new LowerHand());
        p.Do("M3", new RaiseHand());
    }

    [Fact]
    public void A_university_without_an_admissible_dossier_is_not_called()
    {
        var call = Small.Call();
        call = call with { Dossiers = [.. call.Dossiers.Select(d => d.Id == "D4" ? d with { Admissibility = Calls.Admissibility.Inadmissible } : d)] };
        var p = Play.AtTheHearings(call);
        p.Refused("M1", RefusalName.NotHeard, new CallUniversity("U3"));
        p.Hear("U1");
        p.MarkAll("U1");
        p.Hear("U2");
        p.MarkAll("U2");
        p.Do("M1", new StartFinalDeliberation());
    }
}
