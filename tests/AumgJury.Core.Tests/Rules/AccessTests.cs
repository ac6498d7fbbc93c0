using AumgJury.Core.Sittings;
using AumgJury.Core.Tests.Kit;

namespace AumgJury.Core.Tests.Rules;

public sealed class AccessTests
{
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
    public void A_new_or_revoked_link_ends_the_session_of_the_old_one()
    {
        var p = WithSession("M3");
        p.Do("SEC", new IssueLink("M3", new string('b', 64)));
        Assert.Null(p.State.Access("M3").Session);
        p.Do(Actor.Access, new OpenSession("M3", First, false));
        p.Do("SEC", new RevokeLink("M3"));
        Assert.True(p.State.Access("M3") is { Link: null, Session: null });
        p.Refused(Actor.Access, RefusalName.LinkEnded, new OpenSession("M3", First, true));
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
    public void After_the_roll_call_the_chair_or_the_secretary_readmits()
    {
        foreach (var by in new[] { "M1", "SEC" })
        {
            var p = WithSession("M3");
            p.EveryoneConfirms();
            p.Do("M1", new OpenSitting());
            p.Refused(by, RefusalName.Stale, new Readmit("M3"));
            p.Do(Actor.Access, new OpenSession("M3", Second, true));
            Assert.True(p.State.Access("M3") is { Session: var s, PendingSession: var waiting } && s == First && waiting == Second);
            p.Refused("M4", RefusalName.NotYourRole, new Readmit("M3"));
            p.Do(by, new Readmit("M3"));
            Assert.True(p.State.Access("M3") is { Session: var now, PendingSession: null } && now == Second);
        }
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
    public void A_second_device_that_waits_is_not_readmitted_once_the_links_have_ended()
    {
        var p = Phases.To(Phase.RankingFixed);
        p.Do(Actor.Setup, new IssueLink("M3", Link));
        p.Do(Actor.Access, new OpenSession("M3", First, false));
        p.Do(Actor.Access, new OpenSession("M3", Second, true));
        p.Do("M1", new CloseSitting());
        p.Refused("SEC", RefusalName.LinkEnded, new Readmit("M3"));
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

    private static Play WithSession(string seat)
    {
        var p = Play.AtTheDoors(Small.Call());
        p.Do(Actor.Setup, new IssueLink(seat, Link));
        p.Do(Actor.Access, new OpenSession(seat, First, false));
        return p;
    }
}
