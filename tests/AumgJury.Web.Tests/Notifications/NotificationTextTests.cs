using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Notifications;
using AumgJury.Web.Tests.Seeds;
using AumgJury.Web.Texts;

namespace AumgJury.Web.Tests.Notifications;

public sealed class NotificationTextTests
{
    private static readonly Archive Demo = DemoMoments.Ended().Archive();
    private static readonly Say Say = new(HouseCulture.French);

    public static TheoryData<string> Universities => [.. Demo.Dossiers.Select(d => d.University).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Universities))]
    public void A_university_reads_of_its_own_dossiers_and_of_no_other(string university)
    {
        var all = All(Of(university));

        foreach (var dossier in Demo.Dossiers)
        {
            var words = new[] { dossier.Id, dossier.Nominee, dossier.Structure, dossier.UniversityName };
            Assert.All(words, word => Assert.Equal(dossier.University == university, Plain(all).Contains(Plain(word), StringComparison.Ordinal)));
        }
    }

    [Theory]
    [MemberData(nameof(Universities))]
    public void No_score_is_written_in_either_way(string university)
    {
        var all = Plain(All(Of(university)));

        foreach (var score in Demo.Dossiers.Where(d => d.Score is not null).Select(d => d.Score!.Value))
        {
            Assert.DoesNotContain(Plain(Say.Score(score)), all, StringComparison.Ordinal);
            Assert.DoesNotContain(score.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture), all, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_text_of_a_dossier_does_not_depend_on_its_score_or_rank()
    {
        var other = Demo with { Dossiers = [.. Demo.Dossiers.Select(d => d with { Score = 12.3m, Rank = 99 })] };

        Assert.Equal(Of("U6"), new NotificationText(new("", null)).Of(other, "U6"));
    }

    [Theory]
    [InlineData("U5", "24 000 €", "48 000 €", "2 000 €", "dossier retenu", "1er novembre 2021")]
    [InlineData("U6", "liste complémentaire", "n'ouvre pas droit à un financement")]
    [InlineData("U7", "dossier retenu", "dossier non retenu", "défavorable")]
    [InlineData("U2", "dossier irrecevable", "Il n'a pas été soumis au jury")]
    [InlineData("U4", "retiré par l'Université", "n'appelle aucune décision")]
    [InlineData("U1", "Une convention entre l'ARS Île-de-France et l'Université", "aumg-idf@ars-demo.invalid")]
    public void Each_outcome_is_said_with_what_follows(string university, params string[] words)
    {
        var mail = Of(university);
        Assert.All(words, word => Assert.Contains(Plain(word), Plain(mail.Text), StringComparison.Ordinal));
        Assert.All(words, word => Assert.Contains(Plain(word), Plain(System.Net.WebUtility.HtmlDecode(mail.Html)), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Universities))]
    public void Every_motive_and_every_way_of_appeal_is_stated(string university)
    {
        var text = Plain(Of(university).Text);

        Assert.All(Demo.Dossiers.Where(d => d.University == university && d.Motive.Length > 0), d => Assert.Contains(Plain(d.Motive), text, StringComparison.Ordinal));
        Assert.All(["deux mois", "recours gracieux", "recours contentieux", "L. 411-2", "R. 421-1", "R. 421-5"], word => Assert.Contains(word, text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_court_and_the_start_of_duty_are_settings()
    {
        var text = Plain(new NotificationText(new("le tribunal administratif de Montreuil", new DateOnly(2022, 5, 2))).Of(Demo, "U1").Text);

        Assert.Contains("devant le tribunal administratif de Montreuil", text, StringComparison.Ordinal);
        Assert.Contains("lundi 2 mai 2022", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_that_departs_from_the_opinion_gives_its_reason()
    {
        var departing = With("D12", d => d with { Outcome = DecisionOutcome.Selected, Follows = false, Reason = "Besoin de soins documenté" });

        var text = Plain(new NotificationText(new("", null)).Of(departing, "U7").Text);

        Assert.Contains(Plain("s'écarte de cet avis, pour la raison suivante : Besoin de soins documenté."), text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_condition_of_admissibility_is_repeated()
    {
        var conditional = With("D03", d => d with { Admissibility = Admissibility.AdmissibleSubjectTo, AdmissibilityReason = "inscription à l'Ordre en cours" });

        Assert.Contains(Plain("sous condition : inscription à l'Ordre en cours."), Plain(new NotificationText(new("", null)).Of(conditional, "U2").Text), StringComparison.Ordinal);
    }

    [Fact]
    public void Markup_in_a_motive_stays_text()
    {
        var hostile = With("D10", d => d with { Motive = "<img src=x onerror=alert(1)> & suite" });

        var html = new NotificationText(new("", null)).Of(hostile, "U6").Html;

        Assert.Contains("&lt;img src=x onerror=alert(1)&gt; &amp; suite", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Before_the_decision_the_preview_says_so_and_promises_nothing()
    {
        var undecided = With("D03", d => d with { Outcome = null, Follows = null });

        var text = Plain(new NotificationText(new("", null)).Of(undecided, "U2").Text);

        Assert.Contains("La décision n'est pas encore rendue.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("€", text, StringComparison.Ordinal);
    }

    private static Archive With(string dossier, Func<ArchivedDossier, ArchivedDossier> change) =>
        Demo with { Dossiers = [.. Demo.Dossiers.Select(d => d.Id == dossier ? change(d) : d)] };

    private static NotificationMail Of(string university) => new NotificationText(new("", null)).Of(Demo, university);

    private static string All(NotificationMail mail) => mail.Subject + "\n" + mail.Text + "\n" + System.Net.WebUtility.HtmlDecode(mail.Html);

    // One kind of space and apostrophe, lines joined: typography and wrapping are other tests' matter.
    private static string Plain(string text) =>
        string.Join(' ', text.Replace('’', '\'').Split([' ', '\n', FrenchTypography.Narrow, FrenchTypography.NoBreak], StringSplitOptions.RemoveEmptyEntries));
}
