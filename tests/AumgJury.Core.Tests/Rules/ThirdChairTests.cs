using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Core.Tests.Kit;
using AumgJury.Core.Views;

namespace AumgJury.Core.Tests.Rules;

/// <summary>Neither chair nor deputy can sit: the next of the jury's list (docs/decisions/0008).</summary>
public sealed class ThirdChairTests
{
    [Fact]
    public void Where_chair_and_deputy_are_recused_on_a_university_the_next_of_the_list_hears_it()
    {
        var p = BothRecused();
        Assert.Equal(SuspensionCause.ChairRecused, p.Inside.Suspension!.Cause);
        Assert.True(p.View<MemberView>("M3") is { MayTakeChair: true, MayPassChair: true });
        Assert.True(p.View<MemberView>("M4") is { MayTakeChair: false, MayPassChair: false });
        p.Refused("M4", RefusalName.Stale, new TakeChair());
        p.Refused("M2", RefusalName.Stale, new TakeChair());
        p.Do("M3", new TakeChair());
        Assert.Null(p.Inside.Suspension);
        Assert.True(Assert.Single(p.View<ChairView>("M3").Console.Incidents, i => i.Kind == "third-chair") is { SeatName: "Troisième", UniversityName: "Un" });
        p.Pass(5);
        p.Chair = "M3";
        p.Do("M3", new ConfirmPresenter("U1"));
        p.PresentAll("U1");
        p.Leave("U1");
        p.MarkAll("U1");
        Assert.All(p.Judged("U1"), d => Assert.Equal(["M3", "M4"], p.Inside.Dossiers[d].Rounds[^1].Sheets.Keys.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void The_chair_comes_back_by_one_press_and_so_does_the_deputy_meanwhile()
    {
        var p = BothRecused();
        p.Do("M3", new TakeChair());
        p.Pass(5);
        p.Chair = "M3";
        p.Do("M3", new ConfirmPresenter("U1"));
        p.PresentAll("U1");
        p.Leave("U1");
        p.MarkAll("U1");
        p.Pass(5);
        Assert.Equal("M3", p.Inside.ActingChair);
        Assert.True(p.View<MemberView>("M2").MayTakeChair);
        p.Do("M2", new TakeChair());
        p.Refused("M3", RefusalName.Stale, new TakeChair());
        Assert.False(p.View<MemberView>("M3").MayTakeChair);
        p.Do("M1", new TakeChair());
        p.Refused("M2", RefusalName.Stale, new TakeChair());
        Assert.Equal("M1", p.Inside.ActingChair);
    }

    [Theory]
    [InlineData("M3", "M4")]
    [InlineData("M2", "M3")]
    public void Who_stands_in_puts_out_members_and_presenters_and_nobody_whom_the_chair_or_the_links_need(string by, string member)
    {
        var p = Play.AtTheHearings(Small.Call());
        foreach (var seat in p.Inside.InOrder.Select(x => x.Id).ToArray())
        {
            p.Do(Actor.Setup, new IssueLink(seat, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(seat)))));
        }

        var (gone, kept) = by == "M2" ? (new[] { "M1" }, new[] { "M1", "M2", "SEC", "AUT" }) : (["M1", "M2"], ["M1", "M2", "M3", "SEC", "AUT"]);
        Assert.All(gone, seat => p.Do(Actor.Presence, new LoseSeat(seat)));
        p.Pass(120);
        p.Do(by, new TakeChair());
        Assert.All(kept, seat => p.Refused(by, RefusalName.NotYourRole, new RevokeLink(seat)));
        Assert.Equal(p.Inside.InOrder.Select(x => x.Id).Except(kept).Order(), p.View<ChairView>(by).Console.Links.Select(l => l.Seat).Order());
        p.Do(by, new RevokeLink(member));
        p.Do(by, new RevokeLink("P1"));
    }

    [Fact]
    public void The_chair_puts_out_everybody_but_herself_and_nobody_while_she_is_out()
    {
        var p = Play.AtTheHearings(Small.Call());
        foreach (var (seat, sum) in new[] { ("M1", '1'), ("M2", '2'), ("SEC", '3'), ("AUT", '4') })
        {
            p.Do(Actor.Setup, new IssueLink(seat, new(sum, 64)));
        }

        p.Refused("M1", RefusalName.NotYourRole, new RevokeLink("M1"));
        p.Do("M1", new StepOut());
        p.Refused("M1", RefusalName.NotYourRole, new RevokeLink("AUT"));
        p.Do("M1", new StepBack());
        Assert.Equal(["AUT", "M2", "SEC"], p.View<ChairView>("M1").Console.Links.Select(l => l.Seat).Order(StringComparer.Ordinal));
        Assert.All(["M2", "SEC", "AUT"], seat => p.Do("M1", new RevokeLink(seat)));
    }

    [Fact]
    public void Who_passes_leaves_it_to_the_next_and_when_all_passed_it_is_with_the_first_again()
    {
        var p = BothRecused();
        p.Refused("M4", RefusalName.Stale, new PassChair());
        p.Do("M3", new PassChair());
        Assert.False(p.View<MemberView>("M3").MayTakeChair);
        p.Refused("M3", RefusalName.Stale, new TakeChair());
        p.Do("M4", new PassChair());
        Assert.True(p.View<MemberView>("M3").MayTakeChair);
        p.Do("M3", new PassChair());
        p.Do("M4", new TakeChair());
        Assert.Equal("M4", p.Inside.ActingChair);
    }

    [Fact]
    public void A_member_who_is_alone_cannot_pass()
    {
        var p = BothRecused();
        p.Do(Actor.Presence, new LoseSeat("M4"));
        Assert.True(p.View<MemberView>("M3") is { MayTakeChair: true, MayPassChair: false });
        p.Refused("M3", RefusalName.Stale, new PassChair());
    }

    [Fact]
    public void Who_is_recused_lost_out_or_without_a_vote_is_passed_over()
    {
        var call = Small.Call(r => r with { Quorum = 1 });
        var p = Play.AtTheHearings(call with { Seats = [.. call.Seats.Select(s => s.Id == "M3" ? s with { Votes = false } : s)] });
        p.Do("M1", new RuleRecusal("M1", RecusalScope.University, "U1", true, "Lien."));
        p.Do("M1", new RuleRecusal("M2", RecusalScope.University, "U1", true, "Lien."));
        Enter(p);
        p.Refused("M3", RefusalName.NotYourRole, new TakeChair());
        p.Do("M4", new StepOut());
        Assert.Null(p.Inside.ThirdInTurn());
        p.Refused("M4", RefusalName.Stale, new TakeChair());
        p.Do("M4", new StepBack());
        p.Do("M4", new TakeChair());

        var q = Play.AtTheHearings(Small.Call(r => r with { Quorum = 1 }));
        foreach (var seat in new[] { "M1", "M2" })
        {
            q.Do("M1", new RuleRecusal(seat, RecusalScope.University, "U1", true, "Lien."));
        }

        // A recusal on another dossier of the same University is enough to be passed over.
        q.Do("M1", new RuleRecusal("M3", RecusalScope.Dossier, "D2", true, "Lien."));
        Enter(q);
        Assert.Equal("M4", q.Inside.ThirdInTurn()!.Id);
    }

    [Fact]
    public void A_deputy_who_is_there_is_asked_before_any_third_and_a_lost_one_is_not_awaited()
    {
        var p = Play.AtTheHearings(Small.Call());
        p.Do("M1", new HandOver());
        Assert.Null(p.Inside.ThirdInTurn());
        p.Do("M1", new StepOut());
        Assert.True(p.View<MemberView>("M2").MayTakeChair);
        Assert.Null(p.Inside.ThirdInTurn());
        p.Do(Actor.Presence, new LoseSeat("M2"));
        p.Do("M3", new TakeChair());
        p.Do(Actor.Presence, new RegainSeat("M2"));
        p.Do("M2", new TakeChair());
        Assert.Equal("M2", p.Inside.ActingChair);
    }

    [Fact]
    public void A_third_chair_who_is_recused_or_lost_in_turn_leaves_it_to_the_next()
    {
        var p = Play.AtTheHearings(Small.Call(r => r with { Quorum = 1 }));
        p.Do("M1", new StepOut());
        p.Do("M2", new StepOut());
        p.Pass(60);
        p.Do("M3", new TakeChair());
        p.Do(Actor.Presence, new LoseSeat("M3"));
        p.Pass(60);
        Assert.Equal(SuspensionCause.ChairLost, p.Inside.Suspension!.Cause);
        p.Do("M4", new TakeChair());
        p.Do("M4", new RuleRecusal("M4", RecusalScope.Sitting, "", true, "Lien."));
        p.Pass(30);
        Assert.Equal("", p.Inside.ActingChair);
        p.Do("M1", new StepBack());
        p.Do("M1", new TakeChair());
    }

    [Fact]
    public void Before_the_hearings_no_third_person_takes_the_chair()
    {
        var p = Play.AtTheRollCall(Small.Call());
        p.Do("M1", new StepOut());
        p.Do("M2", new StepOut());
        p.Pass(60);
        Assert.Equal("", p.Inside.ActingChair);
        p.Refused("M3", RefusalName.Stale, new TakeChair());
        p.Refused("M3", RefusalName.WrongPhase, new PassChair());
    }

    [Fact]
    public void The_casting_vote_of_a_third_person_waits_for_a_chair_or_deputy_who_may_give_it()
    {
        // D1 and D2 of U1 are tied; nobody is barred, the two are only out.
        var p = Tied();
        p.Do("M1", new StepOut());
        p.Do("M2", new StepOut());
        p.Pass(60);
        p.Do("M3", new TakeChair());
        p.Refused("M3", RefusalName.NotAVoter, new BreakTie(["D2", "D1"], "Zone plus fragile."));
        p.Do("M2", new StepBack());
        p.Do("M2", new TakeChair());
        p.Do("M2", new BreakTie(["D2", "D1"], "Zone plus fragile."));
    }

    [Fact]
    public void Where_chair_and_deputy_may_not_vote_the_third_person_has_the_casting_vote_if_entitled()
    {
        var p = Tied();
        foreach (var (seat, dossier) in new[] { ("M1", "D1"), ("M2", "D2") })
        {
            p.Do("M1", new RuleRecusal(seat, RecusalScope.Dossier, dossier, true, "Lien.") { ChangesResultOf = [dossier] });
        }

        p.Refused("M1", RefusalName.NotAVoter, new BreakTie(["D2", "D1"], "Zone plus fragile."));
        p.Do("M2", new StepOut());
        p.Do("M1", new StepOut());
        p.Pass(60);
        p.Do("M3", new TakeChair());
        p.Do("M3", new RuleRecusal("M3", RecusalScope.Dossier, "D1", true, "Lien.") { ChangesResultOf = ["D1"] });
        p.Refused("M3", RefusalName.NotAVoter, new BreakTie(["D2", "D1"], "Zone plus fragile."));
        p.Do("M3", new StepOut());
        p.Pass(60);
        p.Do("M4", new TakeChair());
        p.Do("M4", new BreakTie(["D2", "D1"], "Zone plus fragile."));
    }

    private static Play Tied() => Play.Deliberating(Small.Call(r => r with { TieBreakers = [], Quorum = 1 }), (_, dossier, _) => dossier is "D1" or "D2" ? 4 : 2);

    private static Play BothRecused()
    {
        var p = Play.AtTheHearings(Small.Call());
        p.Do("M1", new RuleRecusal("M1", RecusalScope.University, "U1", true, "Lien de la présidente."));
        p.Do("M1", new RuleRecusal("M2", RecusalScope.University, "U1", true, "Lien de la suppléante."));
        Enter(p);
        return p;
    }

    private static void Enter(Play p)
    {
        p.Do("M1", new CallUniversity("U1"));
        p.Do("P1", new EnterRoom("U1"));
        p.Pass(30);
    }
}
