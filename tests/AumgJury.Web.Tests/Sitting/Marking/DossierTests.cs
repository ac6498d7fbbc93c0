using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Sitting.Marking;
using Bunit;

namespace AumgJury.Web.Tests.Sitting.Marking;

public sealed class DossierTests : MemberContext
{
    private IRenderedComponent<DossierPanel> Panel(string? dossier, string seat = "M4", Action<string>? chosen = null)
    {
        var work = Member(seat).Work;
        return Show<DossierPanel>(p => p.Add(x => x.Files, work.Files).Add(x => x.Barred, work.Barred).Add(x => x.Dossier, dossier).Add(x => x.DossierChanged, chosen ?? (_ => { })), seat);
    }

    [Fact]
    public void The_dossier_heard_is_shown_until_another_is_chosen()
    {
        At("11:20:00");
        var view = Member();

        Assert.Equal("D08", DossierAtHand.Of(view.Work, view.Hearing, null));
        Assert.Equal("D01", DossierAtHand.Of(view.Work, view.Hearing, "D01"));
    }

    [Fact]
    public void A_begun_draft_is_not_taken_away_when_the_next_dossier_is_heard()
    {
        At("11:30:00");
        var view = Member();

        Assert.Equal("D09", view.Hearing!.Dossier);
        Assert.Equal("D08", DossierAtHand.Follow(view.Work, "D08", view.Hearing, "D08"));
        Assert.Equal("D09", DossierAtHand.Follow(view.Work, "D08", view.Hearing, "D01"));
    }

    [Fact]
    public void In_the_closed_room_every_page_is_on_the_dossier_to_be_marked_and_says_so_in_the_same_words()
    {
        At("11:46:00");
        var (member, chair, secretary) = (Member(), (ChairView)Play.State.View("M1"), (SecretaryView)Play.State.View("SEC"));

        Assert.Equal("D08", member.Hearing!.AtHand);
        Assert.Equal("D08", DossierAtHand.Follow(member.Work, "D09", member.Hearing, "D09"));
        Assert.All([member.Hearing, chair.Hearing, secretary.Hearing], h => Assert.Equal("D08", h!.AtHand));
    }

    [Fact]
    public void The_call_of_a_university_brings_its_first_dossier_unless_a_draft_is_begun()
    {
        At("11:46:00");
        var view = Member();
        var called = view.Hearing! with { Step = HearingStep.Called, AtHand = null, Dossier = null };

        Assert.Equal("D08", DossierAtHand.Follow(view.Work, null, called, "D01"));
        Assert.Equal("D08", DossierAtHand.At(called));
        Assert.Null(DossierAtHand.At(called with { Step = HearingStep.Conclusion }));
    }

    [Fact]
    public void Whoever_reloads_while_the_university_goes_out_is_where_everybody_stayed()
    {
        At("11:46:00");
        var view = Member();
        var concluding = view.Hearing! with { Step = HearingStep.Conclusion, AtHand = null, Dossier = null };

        Assert.Equal("D09", DossierAtHand.Of(view.Work, concluding, null));
        Assert.Equal("D09", DossierAtHand.Of(view.Work, concluding with { Step = HearingStep.ExitOrdered }, null));
        Assert.Equal("D08", DossierAtHand.Of(view.Work, concluding, "D08"));
    }

    [Fact]
    public void The_sheet_tells_the_post_the_conditions_and_the_documents()
    {
        At("11:20:00");
        var panel = Panel("D08");

        Assert.Contains("CMS Rosa-Parks (94), Val-de-Bièvre", panel.Markup, StringComparison.Ordinal);
        Assert.Contains("Inscription à l’Ordre au", panel.Markup, StringComparison.Ordinal);
        Assert.Equal(["D08-cv", "D08-letter", "D08-university-agreement", "D08-structure-agreement"], panel.FindAll("[data-document]").Select(b => b.GetAttribute("data-document")));
    }

    [Fact]
    public void A_document_opens_in_the_viewer_at_its_address_and_each_dossier_keeps_what_was_open()
    {
        At("11:20:00");
        var panel = Panel("D08");
        panel.Find("[data-document=D08-letter]").Click();
        Assert.Equal("documents/D08/D08-letter", panel.FindComponent<PdfViewer>().Instance.Address);

        panel.Render(p => p.Add(x => x.Dossier, "D09"));
        Assert.Empty(panel.FindComponents<PdfViewer>());
        panel.Render(p => p.Add(x => x.Dossier, "D08"));
        Assert.Single(panel.FindComponents<PdfViewer>());
    }

    [Fact]
    public void A_barred_dossier_is_named_and_not_shown()
    {
        At("12:00:00");
        var panel = Panel("D08", "M3");

        Assert.Contains("Déport sur D08", panel.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Rosa-Parks", panel.Markup, StringComparison.Ordinal);
        Assert.Empty(panel.FindAll("[data-document]"));
    }

    [Fact]
    public void An_inadmissible_dossier_says_why()
    {
        At("11:20:00");

        Assert.Contains("Irrecevable", Panel("D04").Find(".aside").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Choosing_in_the_list_tells_the_page()
    {
        At("11:20:00");
        string? chosen = null;
        Panel("D08", chosen: id => chosen = id).Find("select").Change("D02");

        Assert.Equal("D02", chosen);
    }
}
