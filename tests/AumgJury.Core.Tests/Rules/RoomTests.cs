using AumgJury.Core.Sittings;
using AumgJury.Core.Tests.Kit;
using AumgJury.Core.Views;

namespace AumgJury.Core.Tests.Rules;

public sealed class RoomTests
{
    [Fact]
    public void Submitting_opens_when_the_exit_is_proven()
    {
        var p = Exiting();
        p.Draft("M3", "D1", _ => 4);
        p.Refused("M3", RefusalName.RoomNotClosed, new SubmitGrid("D1", 1));
        var wanted = p.State.ProofWanted()!;
        Assert.Equal(["AUT", "P1", "P2", "P3"], wanted.Outsiders);
        Assert.Equal(["M1", "M2", "M3", "M4", "SEC"], wanted.Expected);
        string[] jury = wanted.Expected;
        p.Refused(Actor.Room, RefusalName.Stale, new ProveRoom(wanted.Number - 1, ProofMeans.Server, jury, jury));
        p.Refused(Actor.Room, RefusalName.Stale, new ProveRoom(wanted.Number, ProofMeans.Server, jury, [.. jury, "P1"]));
        p.Refused(Actor.Room, RefusalName.Stale, new ProveRoom(wanted.Number, ProofMeans.Server, jury, ["M1", "M2", "M3", "M4", "P1"]));
        p.Refused(Actor.Room, RefusalName.Stale, new ProveRoom(wanted.Number, ProofMeans.Server, ["M1", "M2", "M3", "SEC"], ["M1", "M2", "M3", "SEC"]));
        p.Do(Actor.Room, new ProveRoom(wanted.Number, ProofMeans.Server, jury, jury));
        Assert.Equal((RoomSign.ClosedVerified, ProofMeans.Server, 5), (Sign(p).Sign, Sign(p).Means!.Value, Sign(p).Found));
        Assert.Null(p.State.ProofWanted());
        p.Do("M3", new SubmitGrid("D1", 1));
    }

    [Fact]
    public void A_proven_room_is_proven_again_when_another_sits_in_it_even_with_the_same_number()
    {
        var p = Play.Marking(Small.Call());
        p.Do(Actor.Presence, new LoseSeat("M3"));
        Assert.Equal(4, Sign(p).Found);
        p.Proves = false;
        p.Do(Actor.Presence, new LoseSeat("M4"));
        p.Do(Actor.Presence, new RegainSeat("M3"));
        var wanted = p.State.ProofWanted()!;
        Assert.Equal(["M1", "M2", "M3", "SEC"], wanted.Expected);
        string[] before = ["M1", "M2", "M4", "SEC"];
        p.Refused(Actor.Room, RefusalName.Stale, new ProveRoom(wanted.Number, ProofMeans.Server, before, before));
        p.Do(Actor.Room, new ProveRoom(wanted.Number, ProofMeans.Server, wanted.Expected, wanted.Expected));
        Assert.Null(p.State.ProofWanted());
        Assert.Equal((4, 4), (Sign(p).Expected, Sign(p).Found));
    }

    [Fact]
    public void Or_when_the_chair_attests_it_with_a_reason_which_is_an_incident()
    {
        var p = Exiting();
        p.Draft("M3", "D1", _ => 4);
        p.Refused("M1", RefusalName.ReasonMissing, new AttestRoom(p.Inside.Room.Number, " "));
        p.Refused("M1", RefusalName.Stale, new AttestRoom(p.Inside.Room.Number - 1, "Pont téléphonique."));
        p.Do("M1", new AttestRoom(p.Inside.Room.Number, "Pont téléphonique."));
        Assert.Equal((RoomSign.Attested, "Pont téléphonique."), (Sign(p).Sign, Sign(p).Reason));
        Assert.Contains(p.View<ChairView>("M1").Console.Incidents, i => i is { Kind: "attested", Text: "Pont téléphonique." });
        p.Do("M3", new SubmitGrid("D1", 1));
    }

    [Fact]
    public void After_a_doubt_nobody_submits_until_it_is_proven_again()
    {
        var p = Play.Marking(Small.Call());
        p.Draft("M3", "D1", _ => 4);
        p.Proves = false;
        p.Do(Actor.Room, new DoubtRoom("Un flux inconnu."));
        Assert.Equal((RoomSign.NotSecure, "Un flux inconnu."), (Sign(p).Sign, Sign(p).Reason));
        p.Refused("M3", RefusalName.RoomNotClosed, new SubmitGrid("D1", 1));
        p.Refused("M1", RefusalName.RoomNotClosed, new Reveal("D1", 1, ["M1", "M2", "M3", "M4"]));
        p.Refused(Actor.Room, RefusalName.Stale, new DoubtRoom("Encore."));
        p.Proves = true;
        p.Pass(1);
        p.Do("M3", new SubmitGrid("D1", 1));
    }

    [Fact]
    public void A_recalled_university_finds_every_grid_frozen_and_hidden_until_its_exit_is_proven()
    {
        var p = Play.Marking(Small.Call());
        p.Submit("M3", "D1", 4);
        p.Draft("M4", "D1", _ => 2);
        p.Refused("M1", RefusalName.ReasonMissing, new Recall("U1", ""));
        p.Do("M1", new Recall("U1", "Une précision."));
        Frozen(p);
        p.Do("P1", new EnterRoom("U1"));
        p.Pass(5);
        Assert.Equal(RoomSign.Open, p.Inside.Room.Sign);
        Frozen(p);
        p.Proves = false;
        p.Do("M1", new OrderExit("U1"));
        Frozen(p);
        p.Proves = true;
        p.Pass(1);
        Assert.Equal(MyGridStanding.Submitted, Grid(p, "M3").Standing);
        Assert.Equal(2, Grid(p, "M4").Marks[0].Mark);
        p.Do("M4", new SubmitGrid("D1", 1));
    }

    [Fact]
    public void What_was_revealed_is_hidden_too_during_a_recall()
    {
        var p = Play.Marking(Small.Call());
        p.MarkAll("U1");
        p.Do("M1", new Recall("U1", "Une précision."));
        Assert.Empty(p.View<MemberView>("M3").Work.Revealed);
        Assert.Empty(p.View<SecretaryView>("SEC").Results);
        p.Do("M1", new CancelCall("U1"));
        Assert.Equal(2, p.View<MemberView>("M3").Work.Revealed.Length);
        Assert.Equal(HearingStep.Done, p.Inside.Hearings["U1"].Step);
    }

    [Fact]
    public void A_university_may_be_called_back_in_the_final_deliberation()
    {
        var p = Play.Deliberating(Small.Call(), (_, d, _) => d[^1] - '0');
        p.Do("M1", new Recall("U1", "Une précision."));
        p.Refused("M1", RefusalName.HearingInProgress, new Discuss("D1"));
        p.Refused("M1", RefusalName.HearingInProgress, new FixRanking());
        p.Pass(60);
        Assert.Null(p.Inside.Current);
        p.Do("M1", new Recall("U1", "Une précision."));
        p.Do("P1", new EnterRoom("U1"));
        p.Pass(5);
        Assert.Equal(ActName.OrderExit, p.View<ChairView>("M1").Console.Expected.Act);
        p.Do("M1", new OrderExit("U1"));
        Assert.Equal(ActName.FinishHearing, p.View<ChairView>("M1").Console.Expected.Act);
        p.Do("M1", new FinishHearing("U1"));
        p.OpineAllAndFix();
    }

    [Fact]
    public void Nobody_reveals_closes_or_opens_a_round_while_a_university_is_called_back()
    {
        var p = Play.Marking(Small.Call());
        p.SubmitAll("D1");
        p.SubmitAll("D2");
        p.Do("M1", new Reveal("D1", 1, []));
        p.Do("M1", new Recall("U1", "Une précision."));
        Assert.True(p.Inside.RoomIsClosed);
        p.Refused("M1", RefusalName.RoomNotClosed, new Reveal("D2", 1, []));
        p.Refused("M1", RefusalName.RoomNotClosed, new OpenSecondRound("D1", "Discussion."));
        p.Refused("M1", RefusalName.RoomNotClosed, new CloseDossier("D1"));
        p.Do("P1", new EnterRoom("U1"));
        p.Pass(5);
        p.Do("M1", new OrderExit("U1"));
        p.Do("M1", new Reveal("D2", 1, []));
    }

    [Fact]
    public void The_board_is_put_aside_until_a_university_that_was_called_back_is_out_again()
    {
        var p = Play.Deliberating(Small.Call());
        p.Do("M1", new Recall("U1", "Une précision."));
        p.Refused("M1", RefusalName.RoomNotClosed, new RecordOpinion("D1", Opinion.Favourable, "Projet solide et détaillé.", ""));
        p.Refused("M1", RefusalName.HearingInProgress, new BreakTie(["D1", "D2", "D3", "D4"], "Zone plus fragile."));
        p.Do("P1", new EnterRoom("U1"));
        p.Pass(5);
        Assert.Null(p.View<ChairView>("M1").Board);
        Assert.Null(p.View<MemberView>("M3").Board);
        Assert.Null(p.View<SecretaryView>("SEC").Board);
        p.Do("M1", new OrderExit("U1"));
        Assert.NotNull(p.View<ChairView>("M1").Board);
        Assert.NotNull(p.View<MemberView>("M3").Board);
        Assert.NotNull(p.View<SecretaryView>("SEC").Board);
    }

    [Fact]
    public void A_released_university_is_not_called_back()
    {
        var p = Play.Marking(Small.Call());
        p.Do("M1", new ReleaseUniversity("U1"));
        p.Refused("M1", RefusalName.Stale, new Recall("U1", "Trop tard."));
        p.Refused("M1", RefusalName.Stale, new Recall("U2", "Pas encore entendue."));
    }

    private static void Frozen(Play p)
    {
        Assert.All(new[] { "M3", "M4" }, seat => Assert.True(Grid(p, seat) is { Standing: MyGridStanding.Frozen, Marks: [], Note: "", KeptAt: null }));
        p.Refused("M3", RefusalName.RoomNotClosed, new TakeBackGrid("D1", 1));
        p.Refused("M4", RefusalName.RoomNotClosed, new KeepDraft("D1", 1, "A1", 5, "", null));
        p.Refused("M4", RefusalName.RoomNotClosed, new SubmitGrid("D1", 1));
    }

    private static MyGrid Grid(Play p, string seat) => p.View<MemberView>(seat).Work.Grids.Single(g => g.Dossier == "D1");

    private static RoomLine Sign(Play p) => p.View<MemberView>("M3").Sitting.Room;

    private static Play Exiting()
    {
        var p = Play.Hearing(Small.Call());
        p.PresentAll("U1");
        p.Proves = false;
        p.Leave("U1");
        return p;
    }
}
