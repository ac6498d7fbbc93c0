using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Core.Tests.Kit;
using AumgJury.Core.Views;

namespace AumgJury.Core.Tests.Rules;

public sealed class OpeningTests
{
    [Fact]
    public void The_roll_call_names_who_is_left()
    {
        var p = Play.AtTheRollCall(Small.Call());
        p.RollCall(but: "M4");
        p.Do("M1", new AdoptRules());
        var refusal = p.Refused(Actor.Seat("M1"), new StartHearings());
        Assert.Equal((RefusalName.RollCallIncomplete, "Quatrième"), (refusal.Name, Assert.Single(refusal.Details)));
    }

    [Fact]
    public void Without_quorum_the_sitting_does_not_open_and_says_how_many()
    {
        var p = Play.AtTheDoors(Small.Call(r => r with { Quorum = 3 }));
        p.EveryoneConfirms();
        p.Do("M1", new OpenSitting());
        p.RollCall(but: ["M3", "M4"]);
        p.Do("M1", new RecordAttendance("M3", AttendanceStatus.Excused, IdentityMeans.OnSite, ""));
        p.Do("M1", new RecordAttendance("M4", AttendanceStatus.Excused, IdentityMeans.OnSite, ""));
        p.Do("M1", new AdoptRules());
        var refusal = p.Refused(Actor.Seat("M1"), new StartHearings());
        Assert.Equal((RefusalName.NoQuorum, "2/3"), (refusal.Name, string.Join('/', refusal.Details)));
        Assert.Equal(RefusalName.NoQuorum, p.View<ChairView>("M1").Console.Expected.Blocked);
        p.Do("M1", new RecordAttendance("M3", AttendanceStatus.Substitute, IdentityMeans.CardShown, "Dr Suppléant"));
        p.Do("M1", new StartHearings());
        Assert.Equal("Dr Suppléant", p.View<MemberView>("M3").Me.Name);
    }

    [Fact]
    public void Rules_are_adopted_once_and_before_the_first_hearing()
    {
        var p = Play.AtTheRollCall(Small.Call());
        p.RollCall();
        p.Refused("M1", RefusalName.RulesNotAdopted, new StartHearings());
        p.Do("M1", new AdoptRules());
        p.Refused("M1", RefusalName.Stale, new AdoptRules());
    }

    [Fact]
    public void A_declared_link_is_ruled_on_before_the_first_hearing()
    {
        var p = Play.AtTheRollCall(Small.Call());
        p.RollCall();
        p.Do("M1", new AdoptRules());
        p.Do("M3", new DeclareInterest("D3", "Thèse dirigée."));
        p.Refused("M3", RefusalName.TextMissing, new DeclareInterest("D3", " "));
        p.Refused("M3", RefusalName.UnknownDossier, new DeclareInterest("D99", "Lien"));
        var refusal = p.Refused(Actor.Seat("M1"), new StartHearings());
        Assert.Equal((RefusalName.RecusalsPending, "Troisième (D3)"), (refusal.Name, Assert.Single(refusal.Details)));
        p.Do("M1", new RuleRecusal("M3", RecusalScope.Dossier, "D3", false, "Lien ancien et connu de tous."));
        p.Do("M1", new StartHearings());
        Assert.Contains("M3", p.Voters("D3"));
    }

    [Theory]
    [InlineData(RecusalScope.Dossier, "D1", "D2 D3 D4")]
    [InlineData(RecusalScope.University, "U1", "D3 D4")]
    [InlineData(RecusalScope.Sitting, "", "")]
    public void A_recusal_reaches_as_far_as_its_scope(RecusalScope scope, string target, string votes)
    {
        var p = Play.AtTheRollCall(Small.Call());
        p.RollCall();
        p.Do("M3", new DeclareInterest("D1", "Lien."));
        p.Do("M1", new RuleRecusal("M3", scope, target, true, "Lien."));
        Assert.Equal(votes, string.Join(' ', Small.Dossiers.Where(d => p.Voters(d).Contains("M3"))));
        p.Refused("M1", RefusalName.Stale, new RuleRecusal("M3", scope, target, true, "Encore."));
        Assert.Equal(votes, string.Join(' ', p.View<MemberView>("M3").Work.Grids.Select(g => g.Dossier)));
    }

    [Fact]
    public void A_recusal_has_a_known_target_and_a_reason()
    {
        var p = Play.AtTheRollCall(Small.Call());
        p.Refused("M1", RefusalName.ReasonMissing, new RuleRecusal("M3", RecusalScope.Dossier, "D1", true, ""));
        p.Refused("M1", RefusalName.UnknownDossier, new RuleRecusal("M3", RecusalScope.Dossier, "U1", true, "Lien."));
        p.Refused("M1", RefusalName.UnknownUniversity, new RuleRecusal("M3", RecusalScope.University, "D1", true, "Lien."));
        p.Refused("M1", RefusalName.UnknownSeat, new RuleRecusal("SEC", RecusalScope.Dossier, "D1", true, "Lien."));
    }

    [Theory]
    [InlineData(RecusalRuler.Chair, false)]
    [InlineData(RecusalRuler.Jury, false)]
    [InlineData(RecusalRuler.Member, true)]
    public void Who_rules_on_a_link_is_a_setting(RecusalRuler ruler, bool member)
    {
        var p = Play.AtTheRollCall(Small.Call(r => r with { RecusalRuledBy = ruler }));
        p.Refused("M3", RefusalName.NotYourRole, new RuleRecusal("M4", RecusalScope.Dossier, "D1", true, "Lien."));
        var own = new RuleRecusal("M3", RecusalScope.Dossier, "D1", true, "Lien.");
        if (member)
        {
            p.Do("M3", own);
        }
        else
        {
            p.Refused("M3", RefusalName.NotYourRole, own);
            p.Do("M1", own);
        }
    }

    [Theory]
    [InlineData(false, 3)]
    [InlineData(true, 4)]
    public void Whether_recused_members_count_for_the_quorum_is_a_setting(bool counted, int voters)
    {
        var p = Play.AtTheHearings(Small.Call(r => r with { RecusedCountForQuorum = counted }));
        p.Do("M1", new RuleRecusal("M3", RecusalScope.University, "U1", true, "Lien."));
        p.LetIn("U1");
        Assert.Equal(voters, p.View<ChairView>("M1").Sitting.Voters);
    }

    [Fact]
    public void A_substitute_needs_a_name()
    {
        var p = Play.AtTheRollCall(Small.Call());
        p.Refused("M1", RefusalName.NameMissing, new RecordAttendance("M3", AttendanceStatus.Substitute, IdentityMeans.CardShown, ""));
        p.Refused("M1", RefusalName.TextTooLong, new RecordAttendance("M3", AttendanceStatus.Substitute, IdentityMeans.CardShown, new string('x', 201)));
        p.Refused("M1", RefusalName.UnknownSeat, new RecordAttendance("P1", AttendanceStatus.Present, IdentityMeans.CardShown, ""));
    }

    [Fact]
    public void A_latecomer_is_admitted_by_the_chair_and_votes_from_the_next_university()
    {
        var p = Play.AtTheRollCall(Small.Call());
        p.RollCall(but: "M4");
        p.Do("M1", new RecordAttendance("M4", AttendanceStatus.Late, IdentityMeans.CardShown, ""));
        p.Do("M1", new AdoptRules());
        p.Do("M1", new StartHearings());
        Assert.Equal(OutsideReason.Late, p.View<OutsideView>("M4").Reason);
        p.BringIn("U1");
        p.Refused("M1", RefusalName.OutsiderInside, new AdmitLatecomer("M4", IdentityMeans.CardShown));
        p.PresentAll("U1");
        p.Leave("U1");
        p.Do("M1", new AdmitLatecomer("M4", IdentityMeans.CardShown));
        p.Refused("M1", RefusalName.Stale, new AdmitLatecomer("M4", IdentityMeans.CardShown));
        p.Refused("M4", RefusalName.VoteMissed, new KeepDraft("D1", 1, "A1", 3, "", null));
        Assert.Equal(["M1", "M2", "M3"], p.Voters("D2"));
        Assert.Equal(["M1", "M2", "M3", "M4"], p.Voters("D3"));
        Assert.Equal(MyGridStanding.Missed, p.View<MemberView>("M4").Work.Grids[0].Standing);
    }

    [Fact]
    public void An_excused_juror_never_enters_nor_sees_a_result()
    {
        var p = Play.AtTheRollCall(Small.Call());
        p.RollCall(but: "M4");
        p.Do("M1", new RecordAttendance("M4", AttendanceStatus.Excused, IdentityMeans.OfficialMail, ""));
        p.Do("M1", new AdoptRules());
        p.Do("M1", new StartHearings());
        Assert.Equal(OutsideReason.Excused, p.View<OutsideView>("M4").Reason);
        Assert.DoesNotContain("M4", p.Voters("D1"));
        foreach (var university in new[] { "U1", "U2", "U3" })
        {
            p.Hear(university);
            p.MarkAll(university, (_, dossier, _) => dossier[^1] - '0');
        }

        p.Do("M1", new StartFinalDeliberation());
        p.OpineAllAndFix();
        p.Do("M1", new CloseSitting());
        Assert.Equal(OutsideReason.Excused, p.View<OutsideView>("M4").Reason);
    }
}
