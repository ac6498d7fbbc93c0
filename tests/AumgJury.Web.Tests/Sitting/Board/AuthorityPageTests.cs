using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Pages;
using AumgJury.Web.Room;
using AumgJury.Web.Sitting.Authority;
using Bunit;

namespace AumgJury.Web.Tests.Sitting.Board;

/// <summary>The authority's page, before the ranking, while deciding and after the release.</summary>
public sealed class AuthorityPageTests : BoardContext
{
    [Fact]
    public async Task Before_the_ranking_is_fixed_it_waits_and_shows_nothing_of_the_sitting()
    {
        var page = Page(await At("ready"));
        Assert.Empty(page.FindAll("ol, button.main, [data-primary-act], .motive"));
        Assert.DoesNotContain("D06", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_opinion_is_followed_in_one_press()
    {
        var call = await At("fixed");
        var page = Page(call);
        Assert.Equal(10, page.FindAll("ol li").Count);
        page.FindAll("ol li")[8].QuerySelector("button.main")!.Click();
        Assert.Equal(new DecideDossier("D10", DecisionOutcome.ReserveList, ""), Assert.Single(Done));
    }

    [Fact]
    public async Task Following_all_that_are_left_asks_once_and_names_how_many()
    {
        var call = await At("decided");
        var page = Page(call);
        Assert.Contains("6", page.Find("[data-primary-act]").TextContent, StringComparison.Ordinal);
        page.Find("[data-primary-act]").Click();
        Assert.Empty(Done);
        page.FindAll("dialog button")[1].Click();
        Assert.Equal(6, Done.OfType<DecideDossier>().Count());
        Show(page, call);
        Assert.Contains("360000", page.Find("[role=meter]").GetAttribute("aria-valuenow"), StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-primary-act]"));
    }

    [Fact]
    public async Task Departing_needs_an_outcome_and_a_reason()
    {
        var call = await At("fixed");
        var page = Page(call);
        page.FindAll("ol li")[0].QuerySelector("button.plain")!.Click();
        page.Find("fieldset button.main").Click();
        Assert.NotEqual("", page.Find("fieldset .fault").TextContent);
        page.FindAll("fieldset input[type=radio]")[^1].Change(true);
        page.Find("fieldset textarea").Input("Non");
        page.Find("fieldset button.main").Click();
        Assert.Empty(Done);
        page.Find("fieldset textarea").Input("Le poste est déjà financé par une autre voie.");
        page.Find("fieldset button.main").Click();
        Assert.Equal(new DecideDossier("D09", DecisionOutcome.NotSelected, "Le poste est déjà financé par une autre voie."), Assert.Single(Done));
        Show(page, call);
        Assert.Empty(page.FindAll("fieldset"));
        Assert.Contains("autre voie", page.FindAll("ol li")[0].QuerySelector(".decided")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_beyond_posts_and_envelope_is_said_at_the_field_and_asked_once_with_its_reason()
    {
        var call = await At("decided");
        var page = Page(call);
        page.Find("[data-primary-act]").Click();
        page.FindAll("dialog button")[1].Click();
        Show(page, call);
        Done.Clear();

        var last = page.FindAll("ol li")[9];
        last.QuerySelector("button.plain")!.Click();
        page.FindAll("fieldset input[type=radio]")[0].Change(true);
        Assert.Contains("9 dossiers seraient retenus pour 8 postes", Plain(page.Find("fieldset .over").TextContent), StringComparison.Ordinal);
        page.Find("fieldset textarea").Input("Zone sans aucun autre terrain de stage.");
        page.Find("fieldset button.main").Click();
        Assert.Empty(Done);
        page.FindAll("dialog[open] button, dialog button").Last(b => Plain(b.TextContent) == "Enregistrer cette décision").Click();

        Assert.Equal(DecisionOutcome.Selected, Assert.IsType<DecideDossier>(Assert.Single(Done)).Outcome);
        Show(page, call);
        Assert.Contains("dépassée de", Plain(page.Find(".meter .figures").TextContent), StringComparison.Ordinal);
        Assert.Equal("Retenus : 9 pour 8 postes, dépassement", Plain(page.Find(".posts").TextContent));
    }

    [Fact]
    public async Task Following_all_leaves_aside_those_that_would_exceed_the_posts()
    {
        var call = await At("fixed");
        var desk = Desk(call, "AUT");
        await desk.Do(new DecideDossier("D12", DecisionOutcome.Selected, "Zone sans aucun autre terrain de stage."));
        var page = Page(call);
        page.Find("[data-primary-act]").Click();
        Assert.Contains("de l'enveloppe : D06.", Plain(page.Find("dialog").TextContent), StringComparison.Ordinal);
        page.FindAll("dialog button")[1].Click();
        Show(page, call);

        Assert.DoesNotContain(call.View<AuthorityView>("AUT").Decisions, d => d.Dossier == "D06");
        page.FindAll("ol li")[7].QuerySelector("button.main")!.Click();
        Assert.Contains("9 dossiers seraient retenus", Plain(page.Find("fieldset .over").TextContent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_leaves_the_reader_at_its_dossier()
    {
        var call = await At("fixed");
        var page = Page(call);
        page.FindAll("ol li")[8].QuerySelector("button.main")!.Click();

        JSInterop.VerifyFocusAsyncInvoke();
    }

    [Fact]
    public async Task A_form_that_opens_takes_the_focus_and_a_second_one_leaves_the_first_as_it_was()
    {
        var call = await At("fixed");
        var page = Page(call);
        page.FindAll("ol li")[8].QuerySelector("button.plain")!.Click();
        JSInterop.VerifyFocusAsyncInvoke(1);
        page.Find("fieldset textarea").Input("Une raison à moitié");
        page.FindAll("ol li")[9].QuerySelector("button.plain")!.Click();
        JSInterop.VerifyFocusAsyncInvoke(2);
        page.FindAll("ol li")[0].QuerySelector("button.main")!.Click(); // a third dossier's opinion is followed
        Show(page, call);

        Assert.Equal(2, page.FindAll("fieldset[data-focus-first]").Count);
        Assert.Equal("Une raison à moitié", page.FindAll("ol li")[8].QuerySelector("textarea")!.GetAttribute("value"));
    }

    [Fact]
    public async Task After_the_release_it_is_read_only()
    {
        var page = Page(await At("released"));
        Assert.Equal(10, page.FindAll(".decided").Count);
        Assert.Empty(page.FindAll("ol button, [data-primary-act]"));
    }

    private IRenderedComponent<AuthorityPage> Page(RehearsedCall call) =>
        Render<AuthorityPage>(p => p.AddCascadingValue(Desk(call, "AUT")).AddCascadingValue(new SittingClock(call.Now, Time.GetUtcNow(), 0)).Add(a => a.View, call.View<AuthorityView>("AUT")));

    private static void Show(IRenderedComponent<AuthorityPage> page, RehearsedCall call) => page.Render(p => p.Add(a => a.View, call.View<AuthorityView>("AUT")));
}
