using AumgJury.Core.Calls;
using AumgJury.Core.Room;
using AumgJury.Core.Sittings;
using AumgJury.Core.Tests.Generated;
using AumgJury.Core.Tests.Kit;
using AumgJury.Core.Views;
using CsCheck;

namespace AumgJury.Core.Tests.Room;

/// <summary>Wall 5: who may send, hear and see, from the state alone.</summary>
public sealed class MediaRightsTests
{
    private static readonly Gen<uint[]> Choices = Gen.UInt.Array[50, 260];

    [Fact]
    public void Before_the_doors_and_after_the_closing_there_is_no_media_room()
    {
        Assert.Empty(Phases.To(Phase.Convened).State.Media().Inside);
        Assert.Empty(Phases.To(Phase.Closed).State.Media().Inside);
    }

    [Fact]
    public void The_jury_and_its_secretary_hear_and_see_each_other_once_they_have_confirmed()
    {
        var p = Play.AtTheDoors(Small.Call());
        Assert.Empty(p.State.Media().Inside);
        p.Do(Actor.Presence, new RegainSeat("M3"));
        p.Do("M3", new ConfirmPresence());
        Assert.Equal(["M3"], Inside(p));
        p.EveryoneConfirms("M3");
        Assert.Equal(["M1", "M2", "M3", "M4", "SEC"], Inside(p));
        Assert.Equal(["M1", "M2", "M4", "SEC"], Of(p, "M3").Hears);
        Assert.Equal((MediaPermit.Allowed, MediaPermit.Allowed, MediaPermit.Allowed), Sends(p, "M3"));
        Assert.Equal((MediaPermit.Allowed, MediaPermit.Allowed, MediaPermit.No), Sends(p, "SEC"));
    }

    [Fact]
    public void A_presenter_is_in_from_the_opening_of_the_room_to_the_order_to_leave_and_not_a_moment_more()
    {
        var p = Play.AtTheHearings(Small.Call());
        p.Do("M1", new CallUniversity("U1"));
        Assert.DoesNotContain("P1", Inside(p));
        p.Do("P1", new EnterRoom("U1"));
        Assert.DoesNotContain("P1", Inside(p));
        p.Pass(5);
        Assert.Contains("P1", Inside(p));
        Assert.Contains("P1", Of(p, "M1").Hears);
        Assert.True(Of(p, "P1").Outsider);
        p.Do("M1", new ConfirmPresenter("U1"));
        p.PresentAll("U1");
        p.Do("M1", new Conclude("U1"));
        p.Proves = false;
        p.Do("M1", new OrderExit("U1"));
        Assert.DoesNotContain("P1", Inside(p));
        Assert.All(p.State.Media().Inside, x => Assert.DoesNotContain("P1", x.Hears.Concat(x.Sees)));
        Assert.Equal(RoomSign.Closing, p.Inside.Room.Sign);
        Assert.Equal(["M1", "M2", "M4", "SEC"], Of(p, "M3").Hears);
    }

    [Fact]
    public void A_room_in_doubt_carries_nothing_to_anybody()
    {
        var p = Play.Marking(Small.Call());
        p.Proves = false;
        p.Do(Actor.Room, new DoubtRoom(""));
        Assert.All(p.State.Media().Inside, x => Assert.True(x is { Hears: [], Sees: [], Microphone: MediaPermit.Muted, Camera: MediaPermit.No, Share: MediaPermit.No }, x.Seat));
        p.Do("M1", new AttestRoom(p.Inside.Room.Number, "Nous ne sommes que nous."));
        Assert.NotEmpty(Of(p, "M3").Hears);
    }

    [Fact]
    public void While_the_sitting_is_suspended_nobody_sends()
    {
        var p = Play.Hearing(Small.Call());
        p.Do("M1", new Suspend(null, "Pause."));
        Assert.All(p.State.Media().Inside, x => Assert.Equal((MediaPermit.Muted, MediaPermit.No, MediaPermit.No), (x.Microphone, x.Camera, x.Share)));
        p.Do("M1", new Resume());
        Assert.All(p.State.Media().Inside, x => Assert.Equal(MediaPermit.Allowed, x.Microphone));
    }

    [Fact]
    public void Whoever_steps_out_or_is_recused_is_out()
    {
        var p = Play.Hearing(Small.Call());
        p.Do("M2", new StepOut());
        Assert.DoesNotContain("M2", Inside(p));
        p.Do("M1", new RuleRecusal("M3", RecusalScope.University, "U1", true, "Lien découvert."));
        Assert.DoesNotContain("M3", Inside(p));
        Assert.Equal(["M4", "SEC", "P1"], Of(p, "M1").Hears);
        p.Do("M2", new StepBack());
        Assert.Contains("M2", Inside(p));
    }

    [Fact]
    public void A_mute_holds_until_it_is_lifted_and_the_floor_lifts_it()
    {
        var p = Play.Hearing(Small.Call());
        p.Do("M1", new MuteSeat("P1"));
        p.Refused("M1", RefusalName.Stale, new MuteSeat("P1"));
        Assert.Equal(MediaPermit.Muted, Of(p, "P1").Microphone);
        Assert.True(p.View<Core.Views.PresenterView>("P1").Inside!.MutedByChair);
        p.Do("M1", new StartPresentation("D1"));
        p.Do(Actor.Presence, new LoseSeat("P1"));
        p.Do(Actor.Presence, new RegainSeat("P1"));
        Assert.Equal(MediaPermit.Muted, Of(p, "P1").Microphone);
        p.Do("M1", new MuteAll());
        Assert.Equal(["M2", "M3", "M4", "SEC", "P1"], Muted(p));
        p.Refused("M1", RefusalName.Stale, new MuteAll());
        p.Do("M1", new GiveFloor("M3"));
        Assert.Equal(["M2", "M4", "SEC", "P1"], Muted(p));
        p.Do("M1", new LiftAllMutes());
        Assert.Equal(["P1"], Muted(p));
        p.Do("M1", new LiftMute("P1"));
        Assert.Empty(Muted(p));
        p.Refused("M1", RefusalName.Stale, new LiftAllMutes());
        p.Refused("M1", RefusalName.Stale, new LiftMute("P1"));
        p.Refused("M1", RefusalName.UnknownSeat, new MuteSeat("P2"));
        p.Refused("M1", RefusalName.UnknownSeat, new MuteSeat("X9"));
    }

    [Fact]
    public void Microphones_are_muted_when_marking_opens_and_come_back_with_one_press_or_when_it_ends()
    {
        var p = Play.Marking(Small.Call());
        Assert.Equal(["M1", "M2", "M3", "M4", "SEC"], Muted(p));
        Assert.Equal(["M1", "M2", "M3", "M4", "SEC"], p.View<ChairView>("M1").People.Where(x => x.MutedWhileMarking).Select(x => x.Seat));
        p.Do("M1", new LiftAllMutes());
        Assert.Empty(Muted(p));
        p.Do("M1", new MuteSeat("M4"));
        p.Do("M1", new Recall("U1", "Une précision."));
        p.Do("P1", new EnterRoom("U1"));
        p.Pass(5);
        p.Do("M1", new OrderExit("U1"));
        Assert.Equal(["M1", "M2", "M3", "M4", "SEC"], Muted(p));
        p.MarkAll("U1");
        Assert.Equal(HearingStep.Done, p.Inside.Hearings["U1"].Step);
        Assert.Equal(["M4"], Muted(p));
    }

    [Fact]
    public void The_rules_may_leave_the_microphones_open_for_marking() =>
        Assert.Empty(Muted(Play.Marking(Small.Call(r => r with { MuteAtMarking = false }))));

    [Fact]
    public void A_stopped_screen_stays_stopped_until_the_chair_allows_it_or_gives_the_floor()
    {
        var p = Play.Hearing(Small.Call());
        p.Do("M1", new StopShare("P1"));
        Assert.Equal(MediaPermit.No, Of(p, "P1").Share);
        p.Refused("M1", RefusalName.Stale, new StopShare("P1"));
        p.Do("M1", new AllowShare("P1"));
        Assert.Equal(MediaPermit.Allowed, Of(p, "P1").Share);
        p.Refused("M1", RefusalName.Stale, new AllowShare("P1"));
        p.Do("M1", new StopShare("P1"));
        p.Do("M1", new GiveFloor("P1"));
        Assert.Equal(MediaPermit.Allowed, Of(p, "P1").Share);
    }

    [Fact]
    public void A_presenter_held_after_a_failure_is_out_until_the_chair_admits_them_again()
    {
        var p = Play.Hearing(Small.Call());
        p.Do("M1", new StartPresentation("D1"));
        p.Do(Actor.Room, new HoldOutsiders());
        Assert.DoesNotContain("P1", Inside(p));
        Assert.True(p.View<Core.Views.PresenterView>("P1").Inside!.Held);
        Assert.True(p.View<Core.Views.ChairView>("M1").Hearing is { Held: true, Clock.RunningSince: null });
        Assert.Contains(p.View<Core.Views.ChairView>("M1").Console.Incidents, i => i.Kind == "outsiders-held");
        p.Refused(Actor.Room, RefusalName.Stale, new HoldOutsiders());
        p.Do("M1", new AdmitAgain("U1"));
        Assert.Contains("P1", Inside(p));
        p.Refused("M1", RefusalName.Stale, new AdmitAgain("U1"));
        p.Refused("M1", RefusalName.UnknownUniversity, new AdmitAgain("U9"));
    }

    [Fact]
    public void Sound_alone_on_a_poor_link_is_an_incident_of_the_minutes_and_the_pre_check_is_the_secretarys()
    {
        var p = Play.Hearing(Small.Call());
        var others = p.Json("M3");
        p.Do("P1", new ReportCheck(CheckVerdict.Works, CheckVerdict.Fails, CheckVerdict.NotTested, CheckVerdict.Works, CheckVerdict.Fails));
        Assert.Equal(others, p.Json("M3"));
        Assert.True(p.View<Core.Views.SecretaryView>("SEC").Seats.Single(s => s.Seat == "P1").Check is { Camera: CheckVerdict.Works, Microphone: CheckVerdict.Fails });
        p.Do(Actor.Room, new NoteAudioOnly("P1", true));
        Assert.Contains(p.View<Core.Views.ChairView>("M1").Console.Incidents, i => i.Kind == "audio-only" && i.SeatName == "Représentante un");
        Assert.True(Of(p, "P1") is { Sees: [], Camera: MediaPermit.No, Microphone: MediaPermit.Allowed, AudioOnly: true, Hears.Length: 5 });
        p.Refused(Actor.Room, RefusalName.Stale, new NoteAudioOnly("P1", true));
        p.Do(Actor.Room, new NoteAudioOnly("P1", false));

        // A link that comes and goes is told once in a hearing.
        for (var i = 0; i < 5; i++)
        {
            p.Do(Actor.Room, new NoteAudioOnly("P1", true));
            Assert.True(Of(p, "P1").AudioOnly);
            p.Do(Actor.Room, new NoteAudioOnly("P1", false));
        }

        Assert.Equal(["audio-only", "audio-only-over"], p.View<Core.Views.ChairView>("M1").Console.Incidents.Select(i => i.Kind).Where(k => k.StartsWith("audio", StringComparison.Ordinal)).Order());
        p.Do(Actor.Room, new NoteAudioOnly("M3", true));
        Assert.Equal(3, p.View<Core.Views.ChairView>("M1").Console.Incidents.Count(i => i.Kind.StartsWith("audio", StringComparison.Ordinal)));
    }

    [Fact]
    public void In_every_history_nobody_of_outside_is_ever_in_and_nobody_hears_who_is_not()
    {
        var met = new System.Collections.Concurrent.ConcurrentDictionary<(HearingStep?, RoomSign, Role), bool>();
        Choices.Sample(
            choices =>
            {
                var walk = new Walk(Small.Call());
                walk.Seen = (_, after, _) => Holds(after, met);
                foreach (var (i, choice) in choices.Index())
                {
                    walk.Step(choice);
                    if (choice % 23 == 0)
                    {
                        _ = walk.Ask(Actor.Room, i % 2 == 0 ? new DoubtRoom("Un flux inconnu.") : new HoldOutsiders());
                    }
                }
            },
            iter: 60);

        // Not a rule that holds because nothing happened: the walks met every role in every situation that decides.
        foreach (var role in Enum.GetValues<Role>())
        {
            foreach (var sign in Enum.GetValues<RoomSign>().Where(x => x is not RoomSign.Attested))
            {
                Assert.Contains(met.Keys, k => k.Item3 == role && k.Item2 == sign);
            }

            Assert.All(Enum.GetValues<HearingStep>().Where(x => x is not (HearingStep.Waiting or HearingStep.Done)), step => Assert.Contains(met.Keys, k => k.Item3 == role && k.Item1 == step));
        }
    }

    /// <summary>Every rule of the table, on one state.</summary>
    private static void Holds(CallState state, System.Collections.Concurrent.ConcurrentDictionary<(HearingStep?, RoomSign, Role), bool> met)
    {
        var s = state.State;
        var plan = state.Media();
        var sign = s.Room.Sign;
        foreach (var p in s.InOrder)
        {
            met[(s.Current?.Step, sign, p.Role)] = true;
            var expected = p.ConfirmedAt is not null && p.ReplacedBy is null && p.Role switch
            {
                Role.Presenter => sign == RoomSign.Open && s.Current is { Held: false, Step: HearingStep.Welcome or HearingStep.Presentation or HearingStep.Questions or HearingStep.Conclusion } h && h.Presenter == p.Id,
                Role.Authority => false,
                _ => sign != RoomSign.None && !p.OutRecused && !p.SteppedOut && (p.Role == Role.Secretary || p.Attendance is null || p.Attends),
            };
            Assert.Equal((p.Id, expected), (p.Id, plan.Of(p.Id) is not null));
        }

        // A proof's outsiders and the media room have nobody in common, whatever the room says.
        if (s.Current is not { PresenterInside: true })
        {
            Assert.Empty(Duties.Outsiders(s).Intersect(plan.Inside.Select(x => x.Seat)));
        }

        foreach (var x in plan.Inside)
        {
            Assert.DoesNotContain(x.Seat, x.Hears);
            Assert.Empty(x.Hears.Union(x.Sees).Except(plan.Inside.Select(y => y.Seat)));
            Assert.Equal(x.Outsider, s.Seats[x.Seat].Role == Role.Presenter);
            Assert.True(sign != RoomSign.NotSecure || x.Hears is [] && x.Sees is []);
            Assert.True((s.Suspension is null && sign != RoomSign.NotSecure && s.Seats[x.Seat].Muted is null) == (x.Microphone == MediaPermit.Allowed));
            Assert.True(s.Suspension is null || x.Camera == MediaPermit.No);
        }
    }

    private static string[] Inside(Play p) => [.. p.State.Media().Inside.Select(x => x.Seat)];

    private static string[] Muted(Play p) => [.. p.State.Media().Inside.Where(x => x.Microphone == MediaPermit.Muted).Select(x => x.Seat)];

    private static MediaSeat Of(Play p, string seat) => MediaRights.Of(p.Inside, seat)!;

    private static (MediaPermit Microphone, MediaPermit Camera, MediaPermit Share) Sends(Play p, string seat) => (Of(p, seat).Microphone, Of(p, seat).Camera, Of(p, seat).Share);
}
