using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Core.Tests.Kit;
using AumgJury.Core.Views;

namespace AumgJury.Core.Tests.Rules;

/// <summary>A juror's second device that has grid and dossiers only (docs/decisions/0010).</summary>
public sealed class MarksDeviceTests
{
    private static readonly string Link = new('a', 64);
    private static readonly string Late = new('f', 64);
    private static readonly string Main = new('1', 64);
    private static readonly string Laptop = new('2', 64);
    private static readonly string Other = new('3', 64);

    [Theory]
    [InlineData("M3", "M3")]
    [InlineData("M3", "M1")]
    [InlineData("M1", "M1")]
    [InlineData("M1", "M2")]
    public void It_waits_for_the_seats_own_device_or_for_who_admits_a_second_one_and_takes_nothing_over(string seat, string by)
    {
        var p = Seated(seat);
        p.Do(Actor.Access, Ask(seat, Laptop));
        Assert.True(p.State.Access(seat) is { Session: var s, PendingSession: var w, MarksWaits: true, MarksSession: null } && s == Main && w == Laptop);
        p.Refused("SEC", RefusalName.NotYourRole, p.Readmit(seat));
        p.Refused("M4", RefusalName.NotYourRole, p.Readmit(seat));
        Assert.True(Admits(p, by, seat) is { MarksOnly: true, Code.Length: 4 });
        Assert.NotNull(p.State.SessionFault(seat, Laptop, new KeepNote("D1", "")));
        p.Do(by, by == seat ? new AdmitMyDevice(Laptop[..8]) : p.Readmit(seat));
        Assert.True(p.State.Access(seat).IsHeldBy(Main) && p.State.Access(seat).IsMarksDevice(Laptop) && !p.State.Access(seat).IsHeldBy(Laptop));
        Assert.Equal(Laptop[..8], OtherOf(p, seat)!.Device);
        Assert.Null(OtherOf(p, "M2" == seat ? "M3" : "M2"));
    }

    [Fact]
    public void Before_the_roll_call_it_waits_too_since_nobody_would_notice_a_reader_who_displaces_nobody()
    {
        var p = new Play(Small.Call());
        p.Do(Actor.Setup, new IssueLink("M3", Link));
        p.Refused(Actor.Access, RefusalName.Stale, Ask("M3", Laptop));
        p.Do(Actor.Access, new OpenSession("M3", Main, false));
        Assert.False(p.State.Access("M3").TakeOverWaits);
        p.Do(Actor.Access, Ask("M3", Laptop));
        Assert.Null(p.State.Access("M3").MarksSession);
        p.Do("M3", new AdmitMyDevice(Laptop[..8]));
        Assert.Equal(Laptop, p.State.Access("M3").MarksSession);
    }

    [Theory]
    [InlineData("SEC")]
    [InlineData("P1")]
    [InlineData("AUT")]
    public void Only_jurors_have_one(string seat)
    {
        var p = Seated(seat);
        Assert.False(p.State.Access(seat).MayMark);
        p.Refused(Actor.Access, RefusalName.NotYourRole, Ask(seat, Laptop));
        Assert.Throws<KeyNotFoundException>(() => p.State.MarksView(seat));
        if (seat != "P1")
        {
            p.Refused(seat, RefusalName.NotYourRole, new CloseMarksDevice(Laptop[..8]));
        }
    }

    [Fact]
    public void A_second_one_waits_as_the_first_did_and_takes_its_place_only_once_admitted()
    {
        var p = WithLaptop("M3");
        p.Do(Actor.Access, Ask("M3", Other));
        Assert.True(p.State.Access("M3").IsMarksDevice(Laptop));
        p.Do("M3", new TurnAway("M3", Other[..8]));
        Assert.True(p.State.Access("M3").IsMarksDevice(Laptop));
        p.Do(Actor.Access, Ask("M3", Other));
        p.Do("M3", new AdmitMyDevice(Other[..8]));
        Assert.True(p.State.Access("M3").IsMarksDevice(Other) && !p.State.Access("M3").IsMarksDevice(Laptop));
        Assert.Equal(RefusalName.SessionEnded, p.State.SessionFault("M3", Laptop, new KeepNote("D1", ""))!.Name);
    }

    [Fact]
    public void It_asks_for_marking_and_for_nothing_else_whatever_its_seat_may()
    {
        var p = Marking("M1");
        Type[] marking = [typeof(KeepDraft), typeof(KeepNote), typeof(SubmitGrid), typeof(Abstain), typeof(TakeBackGrid)];
        foreach (var type in Commands.Types)
        {
            for (var n = 0; n < 4; n++)
            {
                var command = Commands.Plausible(type, n);
                Assert.Null(p.State.SessionFault("M1", Main, command));
                Assert.Equal(marking.Contains(type) ? null : RefusalName.MarksOnly, p.State.SessionFault("M1", Laptop, command)?.Name);
                Assert.Equal(RefusalName.SessionEnded, p.State.SessionFault("M1", Other, command)!.Name);
                Assert.Equal(RefusalName.SessionEnded, p.State.SessionFault("M3", Laptop, command)!.Name);
            }
        }
    }

    [Fact]
    public void It_shows_its_own_persons_grids_and_the_board_of_the_room_and_no_console()
    {
        var p = Marking("M3");
        p.Do("M3", new KeepDraft("D1", 1, "A1", 4, "Bien.", null));
        p.Do("M2", new KeepDraft("D1", 1, "A1", 1, "À revoir.", null));
        var (seen, own) = (Beside(p, "M3"), p.View<MemberView>("M3"));
        Assert.Equal(Play.Json(own with { Work = seen.Work }), Play.Json(own));
        Assert.DoesNotContain("À revoir.", Play.Json(seen), StringComparison.Ordinal);
        Assert.True(seen is { ServesRoom: true, IsPerson: false, PersonThere: true });
        Assert.IsType<MarksView>(p.State.MarksView("M1"));
        Assert.NotNull(Beside(Phases.To(Phase.FinalDeliberation), "M3").Board);
    }

    [Fact]
    public void Without_the_main_device_the_seat_is_lost_and_grids_are_kept_but_not_submitted()
    {
        var p = Marking("M3");
        p.Draft("M3", "D1", _ => 4);
        Assert.True(Grid(p).MaySubmit);
        p.Do(Actor.Presence, new LoseSeat("M3"));
        Assert.Equal(PersonStanding.Lost, p.View<MemberView>("M2").People.Single(x => x.Seat == "M3").Standing);
        Assert.Equal((false, RefusalName.MainDeviceLost), (Grid(p).MaySubmit, Grid(p).WhyNot));
        Assert.False(Beside(p, "M3").PersonThere);
        Assert.All(new Command[] { new SubmitGrid("D1", 1), new Abstain("D1", 1), new TakeBackGrid("D1", 1) }, c => Assert.Equal(RefusalName.MainDeviceLost, p.State.SessionFault("M3", Laptop, c)!.Name));
        Assert.Null(p.State.SessionFault("M3", Laptop, new KeepDraft("D1", 1, "A1", 2, "", null)));
        p.Do(Actor.Presence, new RegainSeat("M3"));
        Assert.Null(p.State.SessionFault("M3", Laptop, new SubmitGrid("D1", 1)));

        MyGrid Grid(Play play) => Beside(play, "M3").Work.Grids.Single(g => g.Dossier == "D1");
    }

    [Fact]
    public void While_its_person_is_out_of_the_room_it_shows_a_calm_page_without_a_dossier()
    {
        var p = Marking("M3");
        p.Do("M3", new StepOut());
        Assert.Equal(OutsideReason.SteppedOut, Aside(p).Reason);
        p.Do("M3", new StepBack());
        Assert.IsType<MarksView>(p.State.MarksView("M3"));
        p.Do("M1", new RuleRecusal("M3", RecusalScope.University, "U1", true, "Même service."));
        p.Pass(60);
        Assert.True(Aside(p) is { Reason: OutsideReason.Recused, Universities: ["Un"], ServesRoom: false, IsPerson: false });
    }

    [Fact]
    public void Before_the_person_has_confirmed_at_the_door_it_waits_with_them()
    {
        var p = Play.AtTheDoors(Small.Call());
        Assert.Null(Aside(p).Reason);
        p.Do("M3", new ConfirmPresence());
        Assert.IsType<MarksView>(p.State.MarksView("M3"));
    }

    [Fact]
    public void It_ends_by_the_person_on_either_device_with_the_link_and_with_the_call()
    {
        var p = WithLaptop("M3");
        p.Refused("M3", RefusalName.AnotherDevice, new CloseMarksDevice(Other[..8]));
        p.Do("M3", new CloseMarksDevice(Laptop[..8]));
        Assert.True(p.State.Access("M3") is { MarksSession: null, Session: not null });
        p.Refused("M3", RefusalName.Stale, new CloseMarksDevice(Laptop[..8]));

        p = WithLaptop("M3");
        p.Do(Actor.Access, new CloseSession("M3", Laptop));
        Assert.True(p.State.Access("M3") is { MarksSession: null, Session: not null });

        p = WithLaptop("M3");
        p.Do("M1", new RevokeLink("M3"));
        Assert.Null(p.State.Access("M3").MarksSession);

        p = WithLaptop("M3");
        p.Do(Actor.Setup, new IssueLink("M3", Late));
        Assert.Null(p.State.Access("M3").MarksSession);

        p = Seated("M1", Phases.To(Phase.RankingFixed));
        p.Do(Actor.Access, Ask("M1", Laptop));
        p.Do("M1", new AdmitMyDevice(Laptop[..8]));
        p.Do("M1", new CloseSitting());
        Assert.True(p.State.Access("M1") is { MarksSession: null } held && held.IsHeldBy(Main));
        Assert.Null(OtherOf(p, "M1"));
        p.Refused(Actor.Access, RefusalName.LinkEnded, Ask("M1", Other));
    }

    [Fact]
    public void It_ends_with_every_device_that_takes_the_seat_over_or_leaves_it()
    {
        var p = WithLaptop("M3");
        p.Do(Actor.Access, new OpenSession("M3", Other, true));
        p.Do("M3", new AdmitMyDevice(Other[..8]));
        Assert.True(p.State.Access("M3").IsHeldBy(Other));
        IsOver(p);

        p = WithLaptop("M3");
        p.Do(Actor.Access, new CloseSession("M3", Main));
        IsOver(p);
        Assert.Null(p.State.Access("M3").Session);

        p = WithLaptop("M3");
        p.Do("SEC", new IssueLink("M3", Late));
        IsOver(p);
        Assert.True(p.State.Access("M3").IsHeldBy(Main));
    }

    [Fact]
    public void One_that_waits_goes_with_the_device_that_left_since_nobody_is_there_to_mark_beside()
    {
        var p = Seated("M3");
        p.Do(Actor.Access, Ask("M3", Laptop));
        p.Do(Actor.Access, new CloseSession("M3", Main));
        p.Refused("M1", RefusalName.Stale, new Readmit("M3", Laptop[..8]));
        Assert.Null(p.State.Access("M3").PendingSession);
    }

    [Fact]
    public void One_that_was_planted_in_an_empty_seat_before_the_sitting_reads_and_writes_nothing_of_who_comes_after()
    {
        var p = new Play(Small.Call());
        p.Do("SEC", new IssueLink("M3", Link));
        p.Do(Actor.Access, new OpenSession("M3", Main, false));
        p.Do(Actor.Access, Ask("M3", Laptop));
        p.Do("M3", new AdmitMyDevice(Laptop[..8]));
        p.Do(Actor.Access, new OpenSession("M3", Other, true));
        p.Do("M3", new KeepNote("D1", "secret"));
        IsOver(p);
    }

    [Theory]
    [InlineData(AttendanceStatus.Present)]
    [InlineData(AttendanceStatus.Substitute)]
    [InlineData(AttendanceStatus.Late)]
    public void The_finding_of_who_is_there_ends_it_and_the_person_found_opens_it_again(AttendanceStatus found)
    {
        var p = WithLaptop("M3");
        p.Do("M1", new RecordAttendance("M3", found, IdentityMeans.CardShown, found == AttendanceStatus.Substitute ? "Remplaçante" : ""));
        IsOver(p);
        p.Do(Actor.Access, Ask("M3", Laptop));
        p.Do("M3", new AdmitMyDevice(Laptop[..8]));
        Assert.True(p.State.Access("M3").IsMarksDevice(Laptop));
        if (found == AttendanceStatus.Late)
        {
            p.RollCall("M3");
            p.Do("M1", new AdoptRules());
            p.Do("M1", new StartHearings());
            p.Do("M1", new AdmitLatecomer("M3", IdentityMeans.CardShown));
            IsOver(p);
        }
    }

    [Theory]
    [InlineData("M3")]
    [InlineData("M1")]
    public void The_chair_and_the_secretary_are_told_of_each(string seat)
    {
        var p = WithLaptop(seat);
        foreach (var incidents in (IncidentLine[][])[p.View<ChairView>("M1").Console.Incidents, p.View<SecretaryView>("SEC").Incidents])
        {
            Assert.Equal(p.State.Access(seat).Name, Assert.Single(incidents, i => i.Kind == "marks-device").SeatName);
        }
    }

    [Fact]
    public void A_late_link_by_which_it_came_in_has_been_used()
    {
        var p = Seated("M3");
        p.Do("SEC", new IssueLink("M3", Late));
        p.Do(Actor.Access, new OpenSession("M3", Laptop, false, Late, MarksOnly: true));
        p.Refused("SEC", RefusalName.NotYourRole, p.Readmit("M3"));
        p.Do("M1", p.Readmit("M3"));
        Assert.Empty(p.View<ChairView>("M1").Console.NewLinks);
        Assert.True(p.State.Access("M3").IsHeldBy(Main) && p.State.Access("M3").IsMarksDevice(Laptop));
    }

    [Fact]
    public void What_two_devices_change_in_one_criterion_is_kept_field_by_field()
    {
        var p = Marking("M3");
        p.Do("M3", new KeepDraft("D1", 1, "A1", 2, "Avant.", null));
        p.Do("M3", new KeepDraft("D1", 1, "A1", 5, "Avant.", null) { Fields = [DraftField.Mark] });
        p.Do("M3", new KeepDraft("D1", 1, "A1", 2, "Après.", null) { Fields = [DraftField.Comment] });
        Assert.Equal((5, "Après."), Kept());
        p.Do("M3", new KeepDraft("D1", 1, "A1", null, "Ni l'une", ChangeReason.Other) { Fields = [DraftField.Reason] });
        Assert.Equal((5, "Après."), Kept());
        p.Do("M3", new KeepDraft("D1", 1, "A1", null, "", null));
        Assert.Equal((null, ""), Kept());
        p.Refused("M3", RefusalName.Malformed, new KeepDraft("D1", 1, "A1", 1, "", null) { Fields = [(DraftField)9] });

        (int?, string) Kept() => Beside(p, "M3").Work.Grids.Single(g => g.Dossier == "D1").Marks.Where(m => m.Criterion == "A1").Select(m => (m.Mark, m.Comment)).Single();
    }

    [Fact]
    public void A_journal_that_tells_of_it_is_read_as_it_was_written()
    {
        var p = WithLaptop("M3");
        p.Do(Actor.Access, Ask("M3", Other));
        var again = p.Lines.Aggregate(CallState.Empty(p.Keys.Open), (state, line) => state.Apply(line));
        Assert.Equal(p.State.Access("M3"), again.Access("M3"));
        Assert.Equal(p.AllViews(), Play.AllViews(again));
    }

    private static void IsOver(Play p)
    {
        Assert.Null(p.State.Access("M3").MarksSession);
        Assert.Null(OtherOf(p, "M3"));
        Assert.Equal(RefusalName.SessionEnded, p.State.SessionFault("M3", Laptop, new KeepNote("D1", ""))!.Name);
    }

    private static OpenSession Ask(string seat, string session) => new(seat, session, false, MarksOnly: true);

    private static Play Seated(string seat, Play? play = null)
    {
        var p = play ?? Play.AtTheRollCall(Small.Call());
        p.Do(Actor.Setup, new IssueLink(seat, Link));
        p.Do(Actor.Access, new OpenSession(seat, Main, false));
        return p;
    }

    private static Play WithLaptop(string seat, Play? play = null)
    {
        var p = Seated(seat, play);
        p.Do(Actor.Access, Ask(seat, Laptop));
        p.Do(seat, new AdmitMyDevice(Laptop[..8]));
        return p;
    }

    private static Play Marking(string seat) => WithLaptop(seat, Play.Marking(Small.Call()));

    private static MarksView Beside(Play p, string seat) => Assert.IsType<MarksView>(p.State.MarksView(seat));

    private static MarksAsideView Aside(Play p) => Assert.IsType<MarksAsideView>(p.State.MarksView("M3"));

    private static WaitingDevice Admits(Play p, string by, string seat) => Assert.Single(p.State.View(by) switch
    {
        ChairView v => v.Console.WaitingDevices,
        MemberView v => v.Admits,
        var v => throw new InvalidOperationException($"{v.GetType().Name} admits nobody."),
    }, d => d.Seat == seat && d.MayAdmit);

    private static OtherDevice? OtherOf(Play p, string seat) => p.State.View(seat) switch
    {
        ChairView v => v.Other,
        MemberView v => v.Other,
        _ => null,
    };
}
