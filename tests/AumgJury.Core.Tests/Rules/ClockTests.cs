using AumgJury.Core.Sittings;
using AumgJury.Core.Tests.Kit;
using AumgJury.Core.Views;

namespace AumgJury.Core.Tests.Rules;

public sealed class ClockTests
{
    [Fact]
    public void A_pause_stops_the_clock_and_nothing_is_lost()
    {
        var p = Presenting();
        p.Pass(100);
        p.Do("M1", new PauseClock("D1"));
        p.Refused("M1", RefusalName.Stale, new PauseClock("D1"));
        p.Pass(50);
        p.Do("M1", new ResumeClock("D1"));
        p.Refused("M1", RefusalName.Stale, new ResumeClock("D1"));
        p.Pass(20);
        p.Do("M1", new PauseClock("D1"));
        Assert.Equal((120d, (DateTimeOffset?)null), (Clock(p).UsedSeconds, Clock(p).RunningSince));
    }

    [Fact]
    public void A_prolongation_adds_minutes_and_an_incident()
    {
        var p = Presenting();
        p.Refused("M1", RefusalName.OutOfRange, new Prolong("D1", 0, "Son."));
        p.Refused("M1", RefusalName.OutOfRange, new Prolong("D1", 31, "Son."));
        p.Refused("M1", RefusalName.TextMissing, new Prolong("D1", 3, " "));
        p.Refused("M1", RefusalName.Stale, new Prolong("D2", 3, "Son."));
        p.Do("M1", new Prolong("D1", 3, "Coupure du son."));
        Assert.Equal(600, Clock(p).AllottedSeconds);
        Assert.Contains(p.View<SecretaryView>("SEC").Incidents, i => i is { Kind: "prolonged", Text: "Coupure du son.", Dossier: "D1" });
    }

    [Fact]
    public void A_suspension_gives_the_time_back_and_says_when_it_resumes()
    {
        var p = Presenting();
        p.Pass(100);
        p.Refused("M1", RefusalName.OutOfRange, new Suspend(p.Sitting, "Pause."));
        p.Do("M1", new Suspend(Demo.At(10, 0), "Pause."));
        Assert.Equal(Demo.At(10, 0), p.View<PresenterView>("P1").Inside!.SuspendedUntil);
        p.Refused("M1", RefusalName.Stale, new Suspend(null, "Encore."));
        p.Pass(300);
        p.Do("M1", new Resume());
        p.Refused("M1", RefusalName.Stale, new Resume());
        p.Pass(10);
        p.Do("M1", new PauseClock("D1"));
        Assert.Equal(110, Clock(p).UsedSeconds);
        Assert.Equal(300, p.View<ChairView>("M1").Hearing!.InterruptedSeconds);
    }

    [Fact]
    public void A_clock_paused_before_a_suspension_stays_paused_after_it()
    {
        var p = Presenting();
        p.Do("M1", new PauseClock("D1"));
        p.Do("M1", new Suspend(null, "Pause."));
        p.Do("M1", new Resume());
        Assert.Null(Clock(p).RunningSince);
        p.Do("M1", new ResumeClock("D1"));
    }

    [Fact]
    public void A_presenters_lost_connection_stops_their_clock_by_itself()
    {
        var p = Presenting();
        p.Pass(60);
        p.Do(Actor.Presence, new LoseSeat("P1"));
        p.Pass(200);
        Assert.Equal((60d, (DateTimeOffset?)null), (Clock(p).UsedSeconds, Clock(p).RunningSince));
        Assert.False(p.View<ChairView>("M1").Hearing!.PresenterConnected);
        p.Do(Actor.Presence, new RegainSeat("P1"));
        p.Do("M1", new ResumeClock("D1"));
        Assert.Equal(p.Sitting, Clock(p).RunningSince);
    }

    [Fact]
    public void A_dossier_restarted_has_its_whole_time_and_its_first_attempt_is_disregarded()
    {
        var p = Presenting();
        p.Pass(400);
        p.Do(Actor.Presence, new LoseSeat("M4"));
        p.Do("M1", new GoOnWithout("M4", "D1"));
        p.Do(Actor.Presence, new RegainSeat("M4"));
        p.Refused("M1", RefusalName.ReasonMissing, new RestartDossier("D1", ""));
        p.Do("M1", new RestartDossier("D1", "Interruption de plus de la moitié."));
        Assert.Equal((420, 0d), (Clock(p).AllottedSeconds, Clock(p).UsedSeconds));
        Assert.Contains("M4", p.Voters("D1"));
    }

    [Fact]
    public void The_hours_that_follow_count_what_was_lost()
    {
        var p = Play.AtTheHearings(Small.Call());
        p.Until(9, 20);
        p.BringIn("U1");
        p.Do("M1", new StartPresentation("D1"));
        p.Do("M1", new Prolong("D1", 10, "Panne."));
        p.Do("M1", new Suspend(null, "Pause."));
        p.Pass(600);
        p.Do("M1", new Resume());

        // 9:20:05 and 40 minutes of slot, 20 minutes lost, 2 of transition.
        Assert.Equal(Demo.At(10, 22, 5), p.View<SecretaryView>("SEC").Order.Single(o => o.University == "U2").Expected);
    }

    [Fact]
    public void A_pause_counts_in_the_hours_that_follow_and_a_lost_presenter_is_an_interruption()
    {
        var p = Play.AtTheHearings(Small.Call());
        p.Until(9, 20);
        p.BringIn("U1");
        p.Do("M1", new StartPresentation("D1"));
        p.Do(Actor.Presence, new LoseSeat("P1"));
        p.Pass(120);
        p.Do(Actor.Presence, new RegainSeat("P1"));
        p.Do("M1", new ResumeClock("D1"));
        Assert.Equal(120, p.View<ChairView>("M1").Hearing!.InterruptedSeconds);
        p.Do("M1", new PauseClock("D1"));
        p.Pass(60);
        p.Do("M1", new Suspend(null, "Pause."));
        p.Pass(60);
        p.Do("M1", new Resume());
        p.Pass(60);
        p.Do("M1", new StartQuestions("D1"));

        // 9:20:05 and 40 minutes of slot, 2 of transition, 2 of a lost presenter and 3 of a pause, of which one suspended.
        Assert.Equal(Demo.At(10, 7, 5), p.View<SecretaryView>("SEC").Order.Single(o => o.University == "U2").Expected);
    }

    [Fact]
    public void Nothing_is_heard_nor_submitted_while_suspended()
    {
        var p = Play.Marking(Small.Call());
        p.Draft("M3", "D1", _ => 3);
        p.Do("M1", new Suspend(null, "Pause."));
        p.Refused("M3", RefusalName.Suspended, new SubmitGrid("D1", 1));
        p.Refused("M1", RefusalName.Suspended, new CallUniversity("U2"));
        p.Do("M3", new KeepDraft("D1", 1, "A1", 4, "", null));
        p.Do("M1", new Resume());
        p.Do("M3", new SubmitGrid("D1", 1));
    }

    private static Play Presenting()
    {
        var p = Play.Hearing(Small.Call());
        p.Do("M1", new StartPresentation("D1"));
        return p;
    }

    private static ClockLine Clock(Play p) => p.View<ChairView>("M1").Hearing!.Clock!;
}
