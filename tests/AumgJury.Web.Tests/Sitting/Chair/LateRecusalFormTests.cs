using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Web.Sitting.Chair;
using Bunit;

namespace AumgJury.Web.Tests.Sitting.Chair;

public sealed class LateRecusalFormTests : ChairContext
{
    [Fact]
    public void A_recusal_that_reaches_a_revealed_dossier_says_what_it_changes_before_it_is_ruled()
    {
        Room("revealed");
        var form = Form();
        Assert.Contains("D01 est dévoilé.", form.Find("[data-changes]").TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        form.Find("#recusal-seat").Change("M3");
        form.Find("form.reason textarea").Input("Lien découvert.");

        form.Find("form.reason").Submit();

        Assert.Equal(["D01"], Assert.IsType<RuleRecusal>(Assert.Single(Sent)).ChangesResultOf);
        Assert.Contains(View.Console.Incidents, i => i.Kind == "recused-after-reveal");
    }

    [Fact]
    public void One_that_reaches_none_says_nothing_of_results()
    {
        Room("revealed");
        var form = Form();
        form.Find("#recusal-target").Change("U2");

        Assert.Empty(form.FindAll("[data-changes]"));
    }

    [Fact]
    public void Its_incident_tells_the_scores_in_the_readers_figures()
    {
        Room("revealed");
        Call.Do("M1", new RuleRecusal("M3", RecusalScope.Dossier, "D01", true, "Lien découvert.") { ChangesResultOf = ["D01"] });
        var list = Render<IncidentList>(p => p.Add(x => x.Incidents, View.Console.Incidents));

        Assert.Matches(@"\d+,\d → \d+,\d", list.Find("li").TextContent);
    }

    private IRenderedComponent<RulingForm> Form() => Render<RulingForm>(p => p.AddCascadingValue(Desk).AddCascadingValue(new Conducting()).Add(x => x.Scene, Scene));
}
