using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Core.Tests.Kit;
using AumgJury.Core.Views;

namespace AumgJury.Core.Tests.Rules;

/// <summary>A recusal on a dossier whose marks were seen (docs/decisions/0009).</summary>
public sealed class LateRecusalTests
{
    private static readonly RuleRecusal OfM3 = new("M3", RecusalScope.Dossier, "D1", true, "Lien découvert.") { ChangesResultOf = ["D1"] };

    [Fact]
    public void After_a_reveal_the_acting_chair_alone_rules_a_recusal()
    {
        var p = Revealed(Small.Call(r => r with { RecusalRuledBy = RecusalRuler.Member }));
        p.Do("M1", new LetSecretaryConduct(true));
        p.Refused("SEC", RefusalName.ChairAlone, OfM3);
        p.Refused("M3", RefusalName.ChairAlone, OfM3);
        p.Do("SEC", new RuleRecusal("M3", RecusalScope.Dossier, "D2", true, "Pas encore dévoilé."));
        p.Do("M1", OfM3);
        Assert.True(p.Inside.IsRecused("M3", "D1"));
    }

    [Theory]
    [InlineData(RecusalScope.Dossier, "D1")]
    [InlineData(RecusalScope.University, "U1")]
    [InlineData(RecusalScope.Sitting, "")]
    public void It_names_the_results_that_it_changes_and_no_others(RecusalScope scope, string target)
    {
        var p = Revealed();
        var ruling = new RuleRecusal("M3", scope, target, true, "Lien découvert.");
        Assert.Equal(["D1"], p.Refused(Actor.Seat("M1"), ruling).Details);
        p.Refused("M1", RefusalName.ChangesResult, ruling with { ChangesResultOf = ["D1", "D2"] });
        p.Refused("M1", RefusalName.ChangesResult, new RuleRecusal("M3", RecusalScope.University, "U2", true, "Ailleurs.") { ChangesResultOf = ["D1"] });
        Assert.Equal(["D1"], p.View<ChairView>("M1").Console.Revealed);
        p.Do("M1", ruling with { ChangesResultOf = ["D1"] });
    }

    [Fact]
    public void That_a_link_does_not_bar_changes_nothing_and_stays_anybodys_who_conducts()
    {
        var p = Revealed();
        p.Do("M3", new DeclareInterest("D1", "Ancien collègue."));
        p.Do("M1", new LetSecretaryConduct(true));
        p.Do("SEC", new RuleRecusal("M3", RecusalScope.Dossier, "D1", false, "Trop ancien."));
        Assert.Null(Latest(p, "M4").PutAway);
        Assert.DoesNotContain(p.View<ChairView>("M1").Console.Incidents, i => i.Kind == "recused-after-reveal");
    }

    [Fact]
    public void The_minutes_say_the_score_before_and_after_and_the_picture_is_put_away()
    {
        var p = Revealed();
        Assert.Equal((4, 60m), (Latest(p, "M4").Dots.Length, Latest(p, "M4").Score));
        p.Do("M1", OfM3);
        var incident = p.View<ChairView>("M1").Console.Incidents.Single(i => i.Kind == "recused-after-reveal");
        Assert.Equal(("60.0 → 46.7", "D1", "Troisième"), (incident.Text, incident.Dossier, incident.SeatName));
        foreach (var seat in (string[])["M2", "M4"])
        {
            var round = Latest(p, seat);
            Assert.Equal((PutAway.Afterwards, 46.7m, 3), (round.PutAway, round.Score, round.Counted));
            Assert.Empty(round.Dots);
            Assert.All(round.Criteria, c => Assert.True(c is { Counts: [], Mean: null, Mine: not null }));
        }

        Assert.All(p.View<SecretaryView>("SEC").Results.Single(r => r.Dossier == "D1").Criteria, c => Assert.Null(c.Mean));
    }

    [Fact]
    public void A_recusal_before_the_reveal_puts_nothing_away_and_is_no_incident()
    {
        var p = Play.Marking(Small.Call());
        p.SubmitAll("D1");
        p.Do("M1", new RuleRecusal("M3", RecusalScope.Dossier, "D1", true, "Lien."));
        p.Pass(31);
        p.Do("M1", new Reveal("D1", 1, []));
        Assert.Equal((null, 3), (Latest(p, "M4").PutAway, Latest(p, "M4").Dots.Length));
        Assert.Empty(p.View<ChairView>("M1").Console.Incidents);
    }

    [Fact]
    public void A_second_round_after_it_is_shown_when_two_others_changed()
    {
        foreach (var (changed, shown) in ((string[], bool)[])[([], false), (["M4"], false), (["M2", "M4"], true)])
        {
            var p = Revealed();
            p.Do("M1", OfM3);
            p.Pass(31);
            p.Do("M1", new OpenSecondRound("D1", "Une voix de moins."));
            foreach (var seat in changed)
            {
                p.Do(seat, new TakeBackGrid("D1", 2));
                p.Draft(seat, "D1", _ => 4, 2, ChangeReason.Harmonising);
                p.Do(seat, new SubmitGrid("D1", 2));
            }

            p.Do("M1", new Reveal("D1", 2, []));
            var round = p.View<ChairView>("M1").Work.Revealed.Single(r => r.Dossier == "D1").Rounds[^1];
            Assert.Equal(shown ? null : PutAway.SecondRound, round.PutAway);
            Assert.Equal(shown ? 3 : 0, round.Dots.Length);
        }
    }

    /// <summary>D1 revealed: M3 gave 100, M1 60, M2 and M4 40.</summary>
    private static Play Revealed(CallDefinition? call = null)
    {
        var p = Play.Marking(call ?? Small.Call());
        p.SubmitAll("D1", (seat, _, _) => seat switch { "M3" => 5, "M1" => 3, _ => 2 });
        p.Do("M1", new Reveal("D1", 1, []));
        return p;
    }

    private static RevealedRoundLine Latest(Play p, string seat) => p.View<MemberView>(seat).Work.Revealed.Single(r => r.Dossier == "D1").Rounds[^1];
}
