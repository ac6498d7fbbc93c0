using AumgJury.Core.Sittings;
using AumgJury.Core.Tests.Kit;
using AumgJury.Core.Views;

namespace AumgJury.Core.Tests.Rules;

public sealed class AccessTests
{
    private static readonly string Late = new('f', 64);
    private static readonly string Link = new('a', 64);
    private static readonly string First = new('1', 64);
    private static readonly string Second = new('2', 64);

    [Fact]
    public void A_seat_without_a_link_opens_no_session_and_a_forged_seat_does_nothing()
    {
        var p = new Play(Small.Call());
        p.Refused(Actor.Access, RefusalName.LinkEnded, new OpenSession("M3", First, false));
        p.Refused(Actor.Access, RefusalName.UnknownSeat, new OpenSession("M99", First, false));
        p.Refused("M99", RefusalName.UnknownSeat, new OpenDoors());
        p.Refused("SEC", RefusalName.Malformed, new IssueLink("M3", "ABC"));
        p.Refused("SEC", RefusalName.UnknownSeat, new IssueLink("M99", Link));
    }

    [Fact]
    public void A_seat_that_nobody_entered_gets_a_new_link_from_the_secretary_which_opens_it_at_once()
    {
        var p = Play.AtTheDoors(Small.Call());
        p.Do(Actor.Setup, new IssueLink("M3", Link));
        p.Do("SEC", new IssueLink("M3", Late));
        p.Refused(Actor.Access, RefusalName.LinkEnded, new OpenSession("M3", First, false, Link));
        p.Do(Actor.Access, new OpenSession("M3", First, false, Late));
        Assert.Equal(First, p.State.Access("M3").Session);
        Assert.Empty(p.Inside.Incidents);
    }

    [Fact]
    public void A_revoked_link_ends_the_session_and_the_administrators_new_one_too()
    {
        var p = WithSession("M3");
        p.Do(Actor.Access, new IssueLink("M3", Late));
        Assert.Null(p.State.Access("M3").Session);
        p.Do(Actor.Access, new OpenSession("M3", First, false));
        p.Do("SEC", new RevokeLink("M3"));
        Assert.True(p.State.Access("M3") is { Link: null, Session: null });
        p.Refused(Actor.Access, RefusalName.LinkEnded, new OpenSession("M3", First, true));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_secretary_does_not_read_a_members_notes_by_a_link_of_her_making_before_the_roll_call(bool revokes)
    {
        var p = WithSession("M3");
        p.Do("M3", new KeepNote("D1", "à moi seul"));
        if (revokes)
        {
            p.Do("SEC", new RevokeLink("M3"));
        }

        p.Do("SEC", new IssueLink("M3", Late));
        Assert.Equal(revokes ? null : First, p.State.Access("M3").Session);
        Assert.Equal(revokes ? ["link-revoked", "new-link"] : ["new-link"], p.Inside.Incidents.Select(i => i.Kind));
        p.Do(Actor.Access, new OpenSession("M3", Second, true, Late));
        Assert.Equal(Second, p.State.Access("M3").PendingSession);
        p.Refused("SEC", RefusalName.NotYourRole, p.Readmit("M3"));
        p.EveryoneConfirms();
        Assert.Equal(p.View<SecretaryView>("SEC").Me.Name, Assert.Single(p.View<MemberView>("M3").NewLinks).Issuer);
        p.Do("M1", p.Readmit("M3"));
        Assert.Empty(p.View<MemberView>("M3").NewLinks);
    }

    [Fact]
    public void Before_the_roll_call_a_second_device_waits_too_where_it_would_read_drafts_and_notes()
    {
        var p = WithSession("M3");
        Assert.False(p.State.Access("M3").TakeOverWaits);
        p.Do("M3", new KeepNote("D1", "à moi seul"));
        Assert.True(p.State.Access("M3").TakeOverWaits);
        p.Do(Actor.Access, new OpenSession("M3", Second, true));
        Assert.Equal((First, Second), (p.State.Access("M3").Session, p.State.Access("M3").PendingSession));
        p.Do("M3", new AdmitMyDevice(Second[..8]));
        Assert.Equal(Second, p.State.Access("M3").Session);
        p.Do(Actor.Access, new CloseSession("M3", Second));
        p.Do(Actor.Access, new OpenSession("M3", First, false));
        Assert.Equal(First, p.State.Access("M3").Session);
    }

    [Fact]
    public void Before_the_roll_call_a_second_device_needs_only_a_confirmation()
    {
        var p = WithSession("M3");
        p.Refused(Actor.Access, RefusalName.TakeOverUnconfirmed, new OpenSession("M3", Second, false));
        Assert.Equal(First, p.State.Access("M3").Session);
        p.Do(Actor.Access, new OpenSession("M3", Second, true));
        Assert.Equal(Second, p.State.Access("M3").Session);
        p.Refused(Actor.Access, RefusalName.Stale, new CloseSession("M3", First));
    }

    [Fact]
    public void After_the_roll_call_the_chair_or_the_device_that_holds_the_seat_lets_another_in_and_the_secretary_alone_does_not()
    {
        foreach (var by in new[] { "M1", "M3" })
        {
            var p = AtTheRollCall("M3");
            p.Refused("M1", RefusalName.Stale, p.Readmit("M3"));
            p.Refused("M3", RefusalName.Stale, new AdmitMyDevice(Second[..8]));
            p.Do(Actor.Access, new OpenSession("M3", Second, true));
            Assert.True(p.State.Access("M3") is { Session: var s, PendingSession: var waiting } && s == First && waiting == Second);
            p.Refused("SEC", RefusalName.NotYourRole, p.Readmit("M3"));
            p.Refused("M4", RefusalName.NotYourRole, p.Readmit("M3"));
            Assert.False(Assert.Single(p.View<SecretaryView>("SEC").WaitingDevices).MayAdmit);
            Assert.True(Assert.Single(p.View<MemberView>("M3").Admits) is { Mine: true, Device: "22222222" });
            Assert.Empty(p.View<MemberView>("M4").Admits);
            p.Do(by, by == "M3" ? new AdmitMyDevice("22222222") : new Readmit("M3", "22222222"));
            Assert.True(p.State.Access("M3") is { Session: var now, PendingSession: null } && now == Second);
        }
    }

    [Fact]
    public void A_second_waiting_device_is_refused_while_the_first_is_connected_and_never_admitted_in_its_place()
    {
        var third = new string('3', 64);
        var p = AtTheRollCall("M3");
        p.Do(Actor.Access, new OpenSession("M3", Second, true));
        var code = Assert.Single(p.View<MemberView>("M3").Admits).Code;
        Assert.Equal((4, code), (code.Length, p.State.Access("M3").WaitingCode));
        Assert.Equal(code, Assert.Single(p.View<ChairView>("M1").Console.WaitingDevices).Code);
        var refused = p.Refused(Actor.Access, new OpenSession("M3", third, true));
        Assert.Equal((RefusalName.DeviceWaits, code), (refused.Name, Assert.Single(refused.Details)));

        // The first went away: what was read of it admits nobody else.
        p.Do(Actor.Access, new OpenSession("M3", third, true, WaiterGone: true));
        foreach (var (by, act) in new (string, Command)[] { ("M3", new AdmitMyDevice(Second[..8])), ("M1", new Readmit("M3", Second[..8])), ("M1", new TurnAway("M3", Second[..8])) })
        {
            var other = p.Refused(Actor.Seat(by), act);
            Assert.Equal((RefusalName.AnotherDevice, p.State.Access("M3").WaitingCode), (other.Name, Assert.Single(other.Details)));
        }

        Assert.NotEqual(code, p.State.Access("M3").WaitingCode);
        Assert.Equal(First, p.State.Access("M3").Session);
    }

    [Theory]
    [InlineData("M3")]
    [InlineData("M1")]
    public void A_strangers_device_is_turned_away_by_who_holds_the_seat_or_who_may_admit_and_it_is_in_the_minutes(string by)
    {
        var p = AtTheRollCall("M3");
        p.Do(Actor.Access, new OpenSession("M3", Second, true));
        p.Refused("SEC", RefusalName.NotYourRole, new TurnAway("M3", Second[..8]));
        p.Refused("M4", RefusalName.NotYourRole, new TurnAway("M3", Second[..8]));
        p.Do(by, new TurnAway("M3", Second[..8]));
        Assert.Equal((First, null), (p.State.Access("M3").Session, p.State.Access("M3").PendingSession));
        Assert.Equal("M3", Assert.Single(p.Inside.Incidents, i => i.Kind == "turned-away").Seat);
        p.Refused(by, RefusalName.Stale, new TurnAway("M3", Second[..8]));
    }

    [Fact]
    public void The_device_that_holds_the_seat_is_told_who_made_the_link_that_was_opened()
    {
        var p = AtTheRollCall("M3");
        p.Do(Actor.Access, new OpenSession("M3", Second, true));
        Assert.Equal("", Assert.Single(p.View<MemberView>("M3").Admits).LinkMaker);
        p.Do("SEC", new IssueLink("M3", Late));
        p.Do(Actor.Access, new OpenSession("M3", Second, true, Late));
        var secretary = p.View<SecretaryView>("SEC").Me.Name;
        Assert.Equal(secretary, Assert.Single(p.View<MemberView>("M3").Admits).LinkMaker);
        Assert.Equal(secretary, Assert.Single(p.View<ChairView>("M1").Console.WaitingDevices).LinkMaker);
    }

    [Theory]
    [InlineData("M3")]
    [InlineData("AUT")]
    public void Once_somebody_has_entered_by_a_link_a_copy_of_it_opens_no_empty_seat_after_the_roll_call(string seat)
    {
        var p = AtTheRollCall(seat);
        p.Do(Actor.Access, new CloseSession(seat, First));
        p.Do(Actor.Access, new OpenSession(seat, Second, false));
        Assert.Equal((null, Second), (p.State.Access(seat).Session, p.State.Access(seat).PendingSession));
        p.Refused("SEC", RefusalName.NotYourRole, p.Readmit(seat));
        p.Do("M1", p.Readmit(seat));
        Assert.Equal(Second, p.State.Access(seat).Session);
    }

    [Fact]
    public void A_link_that_the_secretary_made_before_the_roll_call_opens_no_empty_seat_after_it_either_but_the_setups_does()
    {
        var p = AtTheRollCall("M3", before => before.Do("SEC", new IssueLink("M4", Link)), before => before.Do(Actor.Setup, new IssueLink("AUT", Link)));
        p.Do(Actor.Access, new OpenSession("AUT", First, false));
        Assert.Equal(First, p.State.Access("AUT").Session);
        p.Do(Actor.Access, new OpenSession("M4", Second, false));
        Assert.Null(p.State.Access("M4").Session);
        p.Refused("SEC", RefusalName.NotYourRole, p.Readmit("M4"));
        p.Do("M1", p.Readmit("M4"));
    }

    [Fact]
    public void A_presenter_comes_back_by_an_older_link_without_anybody_and_on_a_second_device_by_the_secretary()
    {
        var p = AtTheRollCall("P2", before => before.Do("SEC", new IssueLink("P1", Link)));
        p.Do(Actor.Access, new OpenSession("P1", First, false));
        Assert.Equal(First, p.State.Access("P1").Session);
        p.Do(Actor.Access, new OpenSession("P2", Second, true));
        p.Do("SEC", p.Readmit("P2"));
        Assert.Equal(Second, p.State.Access("P2").Session);
        p.Do(Actor.Access, new CloseSession("P2", Second));
        p.Do(Actor.Access, new OpenSession("P2", First, false));
        Assert.Equal(First, p.State.Access("P2").Session);
    }

    [Fact]
    public void The_secretary_never_lets_anybody_into_the_authoritys_seat()
    {
        var p = AtTheRollCall("AUT");
        p.Do(Actor.Presence, new LoseSeat("M2"));
        p.Do(Actor.Access, new OpenSession("AUT", Second, true));
        p.Do("M1", new HandOver());
        p.Do("M1", new StepOut());
        p.Refused("SEC", RefusalName.NotYourRole, p.Readmit("AUT"));
        Assert.True(Assert.Single(p.View<AuthorityView>("AUT").Admits).Mine);
        p.Do("AUT", new AdmitMyDevice(Second[..8]));
        Assert.Equal(Second, p.State.Access("AUT").Session);
    }

    [Fact]
    public void The_same_session_that_was_lost_needs_nobody()
    {
        var p = AtTheRollCall("M3");
        p.Do(Actor.Presence, new LoseSeat("M3"));
        p.Do(Actor.Presence, new RegainSeat("M3"));
        Assert.True(p.State.Access("M3").IsHeldBy(First));
        p.Do(Actor.Access, new OpenSession("M3", First, false));
        Assert.Null(p.State.Access("M3").PendingSession);
    }

    [Fact]
    public void A_link_that_the_secretary_makes_after_the_roll_call_began_opens_nothing_until_the_chair_admits()
    {
        var p = AtTheRollCall("M3");
        p.Do("SEC", new IssueLink("M3", Late));
        Assert.Equal(First, p.State.Access("M3").Session);
        Assert.Equal("new-link", Assert.Single(p.View<ChairView>("M1").Console.Incidents).Kind);
        Assert.Equal("M3", Assert.Single(p.View<ChairView>("M1").Console.NewLinks).Seat);
        p.Refused(Actor.Access, RefusalName.TakeOverUnconfirmed, new OpenSession("M3", Second, false, Late));
        p.Refused(Actor.Access, RefusalName.LinkEnded, new OpenSession("M3", Second, true, Link));
        p.Do(Actor.Access, new OpenSession("M3", Second, true, Late));
        Assert.Equal((First, Second), (p.State.Access("M3").Session, p.State.Access("M3").PendingSession));
        p.Refused("SEC", RefusalName.NotYourRole, p.Readmit("M3"));
        p.Refused("M2", RefusalName.NotYourRole, p.Readmit("M3"));
        Assert.Empty(p.View<MemberView>("M2").Admits);
        Assert.False(Assert.Single(p.View<SecretaryView>("SEC").WaitingDevices).MayAdmit);
        p.Do("M1", p.Readmit("M3"));
        Assert.Equal(Second, p.State.Access("M3").Session);
        Assert.Empty(p.View<ChairView>("M1").Console.NewLinks);

        // The secretary was shown the secret: whoever comes by it again waits again.
        p.Do(Actor.Access, new CloseSession("M3", Second));
        p.Do(Actor.Access, new OpenSession("M3", First, false, Late));
        Assert.Null(p.State.Access("M3").Session);
        p.Refused("SEC", RefusalName.NotYourRole, p.Readmit("M3"));
    }

    [Theory]
    [InlineData("AUT")]
    [InlineData("P1")]
    [InlineData("SEC")]
    [InlineData("M4")]
    public void A_seat_that_nobody_held_waits_for_the_chair_too(string seat)
    {
        var p = AtTheRollCall("M3");
        p.Do("SEC", new IssueLink(seat, Late));
        p.Do(Actor.Access, new OpenSession(seat, Second, false, Late));
        Assert.Null(p.State.Access(seat).Session);
        p.Refused("SEC", RefusalName.NotYourRole, p.Readmit(seat));
        p.Do("M1", p.Readmit(seat));
        Assert.Equal(Second, p.State.Access(seat).Session);
    }

    [Fact]
    public void The_chairs_own_seat_is_admitted_by_the_deputy_and_never_by_the_secretary_whoever_is_gone()
    {
        var p = AtTheRollCall("M1");
        p.Do("SEC", new IssueLink("M1", Late));
        p.Do(Actor.Access, new OpenSession("M1", Second, true, Late));
        p.Refused("M1", RefusalName.NotYourRole, p.Readmit("M1"));
        p.Refused("M3", RefusalName.NotYourRole, p.Readmit("M1"));
        p.Refused("SEC", RefusalName.NotYourRole, p.Readmit("M1"));
        p.Do(Actor.Presence, new LoseSeat("M2"));
        p.Refused("SEC", RefusalName.NotYourRole, p.Readmit("M1"));
        Assert.False(Assert.Single(p.View<SecretaryView>("SEC").WaitingDevices).MayAdmit);
        p.Do(Actor.Presence, new RegainSeat("M2"));
        Assert.Equal("M1", Assert.Single(p.View<MemberView>("M2").Admits).Seat);
        p.Do("M2", p.Readmit("M1"));
        Assert.Equal(Second, p.State.Access("M1").Session);
    }

    [Fact]
    public void With_chair_and_deputy_gone_the_first_voting_member_who_is_there_admits_once_the_chair_is_empty()
    {
        var p = AtTheRollCall("M1");
        p.Do(Actor.Presence, new LoseSeat("M1"));
        p.Do(Actor.Presence, new LoseSeat("M2"));
        p.Do(Actor.Access, new OpenSession("M1", Second, true));
        p.Refused("M3", RefusalName.NotYourRole, p.Readmit("M1"));
        p.Pass(60);
        p.Refused("SEC", RefusalName.NotYourRole, p.Readmit("M1"));
        p.Refused("M4", RefusalName.NotYourRole, p.Readmit("M1"));
        Assert.Equal("M1", Assert.Single(p.View<MemberView>("M3").Admits).Seat);
        p.Do("M3", p.Readmit("M1"));
        Assert.Equal(Second, p.State.Access("M1").Session);
    }

    [Fact]
    public void The_secretary_does_not_become_the_chair_by_revoking_the_deputy_and_making_a_link_for_the_chair()
    {
        var p = AtTheRollCall("M1", before => before.Do(Actor.Setup, new IssueLink("M2", Link)));
        p.Refused("SEC", RefusalName.NotYourRole, new RevokeLink("M2"));
        p.Do("SEC", new IssueLink("M1", Late));
        p.Do(Actor.Access, new OpenSession("M1", Second, true, Late));
        p.Do(Actor.Presence, new LoseSeat("M2"));
        p.Refused("SEC", RefusalName.NotYourRole, p.Readmit("M1"));
        p.Do("M1", new StepOut());
        p.Pass(61);
        p.Refused("SEC", RefusalName.NotYourRole, p.Readmit("M1"));
        Assert.Equal(First, p.State.Access("M1").Session);
        Assert.All(["M1", "M3", "AUT"], seat => p.Refused("SEC", RefusalName.NotYourRole, new RevokeLink(seat)));
    }

    [Fact]
    public void After_the_roll_call_the_chair_revokes_and_the_secretary_only_a_presenters_link_or_her_own_each_an_incident()
    {
        var p = AtTheRollCall("M3", before => before.Do(Actor.Setup, new IssueLink("P1", Link)));
        p.Refused("M2", RefusalName.NotYourRole, new RevokeLink("M3"));
        p.Do("M1", new LetSecretaryConduct(true));
        Assert.Equal(["M3", "P1"], p.View<ChairView>("M1").Console.Links.Select(l => l.Seat).Where(s => s is "M1" or "M3" or "P1"));
        Assert.Equal(["P1"], p.View<SecretaryView>("SEC").Conduct!.Links.Select(l => l.Seat));
        p.Do("M1", new RevokeLink("M3"));
        p.Do("SEC", new RevokeLink("P1"));
        p.Do("SEC", new RevokeLink("SEC"));
        Assert.DoesNotContain(p.View<ChairView>("M1").Console.Links, l => l.Seat is "M3" or "P1" or "SEC");
        Assert.Equal(["M3", "P1", "SEC"], p.Inside.Incidents.Where(i => i.Kind == "link-revoked").Select(i => i.Seat));
        Assert.Null(p.State.Access("M3").Session);
    }

    [Fact]
    public void Nobody_admits_by_a_link_that_they_made_the_secretary_not_even_a_presenter()
    {
        var p = AtTheRollCall("P1", before => before.Do("SEC", new IssueLink("P1", Late)), before => before.Do(Actor.Access, new OpenSession("P1", First, false)));
        p.Do(Actor.Access, new OpenSession("P1", Second, true));
        p.Refused("SEC", RefusalName.NotYourRole, p.Readmit("P1"));
        p.Do("M1", p.Readmit("P1"));
        Assert.Equal(Second, p.State.Access("P1").Session);
    }

    [Fact]
    public void A_chair_who_stepped_out_does_not_act_as_the_chair()
    {
        var p = AtTheRollCall("M3");
        p.Do(Actor.Access, new OpenSession("M3", Second, true));
        p.Do("M1", new StepOut());
        foreach (var act in new Command[] { p.Readmit("M3"), new RevokeLink("M3"), new LetSecretaryConduct(true), new AttestRoom(1, "Pont."), new HandOver(), new SendLine("SEC", null, "Ici.") })
        {
            p.Refused("M1", RefusalName.NotYourRole, act);
        }

        p.Do("M1", new StepBack());
        p.Do("M1", p.Readmit("M3"));
    }

    [Fact]
    public void A_revoked_late_link_ends_both_the_session_and_who_waits()
    {
        var p = AtTheRollCall("M3");
        p.Do("SEC", new IssueLink("M3", Late));
        p.Do(Actor.Access, new OpenSession("M3", Second, true, Late));
        p.Do("M1", new RevokeLink("M3"));
        Assert.True(p.State.Access("M3") is { Link: null, Session: null, PendingSession: null });
    }

    [Fact]
    public void Members_and_presenters_enter_no_more_after_the_closing_the_secretary_does_until_the_mails_left()
    {
        var p = Phases.To(Phase.Closed);
        foreach (var seat in new[] { "M3", "P1", "M1", "SEC", "AUT" })
        {
            p.Do(Actor.Setup, new IssueLink(seat, Link));
        }

        p.Refused(Actor.Access, RefusalName.LinkEnded, new OpenSession("M3", First, false));
        p.Refused(Actor.Access, RefusalName.LinkEnded, new OpenSession("P1", First, false));
        p.Do(Actor.Access, new OpenSession("M1", First, false));
        p.Do("SEC", new ReleaseNotifications());
        p.Do(Actor.Access, new OpenSession("SEC", First, false));
        foreach (var university in new[] { "U1", "U2", "U3" })
        {
            p.Do(Actor.Outbox, new ReportAttempt(university, "<1>"));
            p.Do(Actor.Outbox, new ReportDelivery(university, "<1>", true, ""));
        }

        p.Refused(Actor.Access, RefusalName.LinkEnded, new OpenSession("AUT", First, false));
    }

    [Fact]
    public void The_closing_ends_the_sessions_of_members_and_presenters_and_of_nobody_else()
    {
        var p = Phases.To(Phase.RankingFixed);
        var seats = new[] { "M1", "M3", "P1", "SEC", "AUT" };
        foreach (var seat in seats)
        {
            p.Do(Actor.Setup, new IssueLink(seat, Link));
            p.Do(Actor.Access, new OpenSession(seat, First, false));
        }

        Assert.All(seats, seat => Assert.True(p.State.Access(seat).IsHeldBy(First)));
        p.CloseAndDecide();
        Assert.Equal(["M1", "SEC", "AUT"], seats.Where(seat => p.State.Access(seat).IsHeldBy(First)));
        Assert.All(["M3", "P1"], seat => Assert.True(p.State.Access(seat).SittingOver));
    }

    [Fact]
    public void The_same_id_with_another_command_is_refused_and_a_journal_read_again_forgets_the_command_alone()
    {
        var p = Phases.To(Phase.RollCall);
        var member = Actor.Seat("M3");
        Assert.IsType<Outcome.Accepted>(p.Try(member, new KeepNote("D1", "a"), "same"));
        Assert.IsType<Outcome.Repeated>(p.Try(member, new KeepNote("D1", "a"), "same"));
        foreach (var other in new Command[] { new KeepNote("D1", "b"), new RaiseHand() })
        {
            var refused = Assert.IsType<Outcome.Refused>(p.Try(member, other, "same"));
            Assert.Equal((RefusalName.Malformed, "id"), (refused.Refusal.Name, refused.Refusal.Field));
        }

        // No trace of the command is in the journal: with it the six marks of a draft could be tried out.
        var again = p.Lines.Aggregate(CallState.Empty(p.Keys.Open), (state, line) => state.Apply(line));
        Assert.True(again.HasAnswered(member, "same"));
        Assert.Equal(["at", "actor", "id", "events"], System.Text.Json.Nodes.JsonNode.Parse(p.Lines[^1])!.AsObject().Select(m => m.Key));
    }

    [Fact]
    public void A_suspension_is_announced_for_the_same_day()
    {
        var p = Play.AtTheHearings(Small.Call());
        p.Refused("M1", RefusalName.OutOfRange, new Suspend(DateTimeOffset.MaxValue, ""));
    }

    [Fact]
    public void A_second_device_that_waits_is_not_readmitted_once_the_links_have_ended()
    {
        var p = Phases.To(Phase.RankingFixed);
        p.Do(Actor.Setup, new IssueLink("M3", Link));
        p.Do(Actor.Access, new OpenSession("M3", First, false));
        p.Do(Actor.Access, new OpenSession("M3", Second, true));
        p.Do("M1", new CloseSitting());
        p.Refused("M1", RefusalName.LinkEnded, p.Readmit("M3"));
    }

    [Fact]
    public void Links_of_those_who_have_still_to_hand_mails_over_do_not_end_because_files_were_written()
    {
        var p = Phases.To(Phase.Closed);
        foreach (var seat in new[] { "SEC", "M1", "AUT" })
        {
            p.Do(Actor.Setup, new IssueLink(seat, Link));
        }

        p.Do("SEC", new ReleaseNotifications());
        string[] universities = ["U1", "U2", "U3"];
        foreach (var university in universities)
        {
            p.Do(Actor.Outbox, new ReportAttempt(university, "<1>"));
            p.Do(Actor.Outbox, new ReportWritten(university, "<1>"));
        }

        p.Do(Actor.Access, new OpenSession("SEC", First, false));
        Assert.False(p.State.Access("SEC").Ended);
        Assert.True(p.State.Access("M3").Ended);
        p.Do("SEC", new DeclareHandedOver(universities));
        Assert.True(p.State.Access("SEC").Ended);
        p.Refused(Actor.Access, RefusalName.LinkEnded, new OpenSession("M1", First, false));
        p.Refused(Actor.Access, RefusalName.LinkEnded, new OpenSession("AUT", First, false));
    }

    [Fact]
    public void Documents_open_to_whom_the_dossier_does_not_bar()
    {
        var p = Play.AtTheHearings(Small.Call());
        p.Do("M1", new RuleRecusal("M3", Calls.RecusalScope.Dossier, "D1", true, "Lien."));
        Assert.NotNull(p.State.Document("M4", "D1", "D1-cv"));
        Assert.Null(p.State.Document("M3", "D1", "D1-cv"));
        Assert.NotNull(p.State.Document("M3", "D2", "D2-cv"));
        Assert.NotNull(p.State.Document("P1", "D1", "D1-cv"));
        Assert.Null(p.State.Document("P1", "D3", "D3-cv"));
        Assert.Null(p.State.Document("AUT", "D1", "D1-cv"));
        Assert.NotNull(p.State.Document("SEC", "D1", "D1-cv"));
        Assert.Null(p.State.Document("SEC", "D1", "../etc/passwd"));
        Assert.Null(p.State.Document("nobody", "D1", "D1-cv"));
        Assert.NotNull(Phases.To(Phase.RankingFixed).State.Document("AUT", "D1", "D1-cv"));
    }

    [Fact]
    public void Presence_is_kept_as_intervals_and_a_repeat_is_stale()
    {
        var p = Phases.To(Phase.DoorsOpen);
        p.Refused(Actor.Presence, RefusalName.Stale, new RegainSeat("M3"));
        p.Do(Actor.Presence, new LoseSeat("M3"));
        p.Refused(Actor.Presence, RefusalName.Stale, new LoseSeat("M3"));
        p.Refused("M3", RefusalName.NotYourRole, new RegainSeat("M3"));
        p.Do(Actor.Presence, new RegainSeat("M3"));
    }

    private static Play AtTheRollCall(string seat, params Action<Play>[] before)
    {
        var p = WithSession(seat);
        Array.ForEach(before, act => act(p));
        p.EveryoneConfirms();
        p.Do("M1", new OpenSitting());
        return p;
    }

    private static Play WithSession(string seat)
    {
        var p = Play.AtTheDoors(Small.Call());
        p.Do(Actor.Setup, new IssueLink(seat, Link));
        p.Do(Actor.Access, new OpenSession(seat, First, false));
        return p;
    }
}
