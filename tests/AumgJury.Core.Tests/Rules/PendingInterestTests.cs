using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Core.Tests.Kit;
using AumgJury.Core.Views;

namespace AumgJury.Core.Tests.Rules;

/// <summary>A link that is declared once the hearings have begun is ruled on before what it may bar its member from.</summary>
public sealed class PendingInterestTests
{
    [Fact]
    public void A_university_is_not_called_while_a_link_with_one_of_its_dossiers_awaits_a_ruling()
    {
        var p = Play.AtTheHearings(Small.Call());
        p.Do("M3", new DeclareInterest("D2", "Ancien associé."));
        var refusal = p.Refused(Actor.Seat("M1"), new CallUniversity("U1"));
        Assert.Equal((RefusalName.RecusalsPending, "Troisième (D2)"), (refusal.Name, Assert.Single(refusal.Details)));
        Assert.True(p.View<ChairView>("M1").Console.Expected is { Act: ActName.RuleRecusal, Dossier: "D2", Seat: "M3" });

        // Another University is not concerned.
        p.Do("M1", new CallUniversity("U2"));
        p.Do("M1", new CancelCall("U2"));
        p.Do("M1", new RuleRecusal("M3", RecusalScope.University, "U1", true, "Associés jusqu'en 2019."));
        Assert.Equal(ActName.CallUniversity, p.View<ChairView>("M1").Console.Expected.Act);
        p.Do("M1", new CallUniversity("U1"));
    }

    [Fact]
    public void A_link_declared_during_the_hearing_stops_the_reveal_of_that_dossier_alone_until_it_is_ruled_on()
    {
        var p = Play.Hearing(Small.Call());
        p.PresentAll("U1");
        p.Do("M3", new DeclareInterest("D2", "Je reconnais le projet."));
        p.Leave("U1");
        p.SubmitAll("D1");
        p.SubmitAll("D2");
        p.Do("M1", new Reveal("D1", 1, []));
        p.Do("M1", new CloseDossier("D1"));
        Assert.True(p.View<ChairView>("M1").Console.Expected is { Act: ActName.RuleRecusal, Dossier: "D2" });
        p.Refused("M1", RefusalName.RecusalsPending, new Reveal("D2", 1, []));
        p.Do("M1", new RuleRecusal("M3", RecusalScope.Dossier, "D2", false, "Lien trop ancien."));
        p.Do("M1", new Reveal("D2", 1, []));
        Assert.Contains("M3", p.Inside.Dossiers["D2"].Rounds[^1].Sheets.Keys);
    }

    [Fact]
    public void A_ruling_that_bars_the_member_moves_them_out_before_the_reveal_and_their_grid_does_not_count()
    {
        var p = Play.Marking(Small.Call());
        p.SubmitAll("D1");
        p.Do("M3", new DeclareInterest("D1", "Lien."));
        p.Refused("M1", RefusalName.RecusalsPending, new Reveal("D1", 1, []));
        p.Do("M1", new RuleRecusal("M3", RecusalScope.Dossier, "D1", true, "Lien."));
        p.Refused("M1", RefusalName.RecusedInside, new Reveal("D1", 1, []));
        p.Pass(30);
        p.Do("M1", new Reveal("D1", 1, []));
        Assert.Equal(["M1", "M2", "M4"], Core.Scoring.Score.Counted(p.Inside, p.Inside.Dossiers["D1"]).Select(x => x.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_second_link_on_a_dossier_that_bars_the_member_already_asks_for_nothing()
    {
        var p = Play.AtTheHearings(Small.Call());
        p.Do("M1", new RuleRecusal("M3", RecusalScope.Sitting, "", true, "Lien."));
        p.Pass(30);
        p.Do("M3", new DeclareInterest("D1", "Encore un lien."));
        Assert.True(Assert.Single(p.View<ChairView>("M1").Console.Interests).Ruled);
        p.Do("M1", new CallUniversity("U1"));
    }

    [Fact]
    public void In_the_final_deliberation_a_link_is_ruled_on_before_discussion_opinion_tie_and_ranking()
    {
        var p = Play.Deliberating(Small.Call(r => r with { TieBreakers = [] }), (_, dossier, _) => dossier is "D1" or "D2" ? 4 : 2);
        p.Do("M4", new DeclareInterest("D1", "Lien découvert à la lecture."));
        p.Refused("M1", RefusalName.RecusalsPending, new Discuss("D1"));
        p.Refused("M1", RefusalName.RecusalsPending, new RecordOpinion("D1", Opinion.Favourable, "Projet solide et utile.", ""));
        p.Refused("M1", RefusalName.RecusalsPending, new BreakTie(["D2", "D1"], "Zone plus fragile."));
        p.Refused("M1", RefusalName.RecusalsPending, new FixRanking());
        Assert.True(p.View<ChairView>("M1").Console.Expected is { Act: ActName.RuleRecusal, Dossier: "D1", Seat: "M4" });
        p.Do("M1", new Discuss("D3"));
        p.Do("M1", new RuleRecusal("M4", RecusalScope.Dossier, "D1", false, "Lien sans portée."));
        p.Do("M1", new BreakTie(["D2", "D1"], "Zone plus fragile."));
    }

    [Fact]
    public void A_call_back_waits_for_the_ruling_too()
    {
        var p = Play.Marking(Small.Call());
        p.Do("M3", new DeclareInterest("D1", "Lien."));
        p.Refused("M1", RefusalName.RecusalsPending, new Recall("U1", "Une précision."));
        p.Do("M1", new RuleRecusal("M3", RecusalScope.Dossier, "D1", false, "Sans portée."));
        p.Do("M1", new Recall("U1", "Une précision."));
    }
}
