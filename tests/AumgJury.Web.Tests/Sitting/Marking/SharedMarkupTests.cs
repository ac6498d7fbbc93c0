using System.Collections;
using System.Globalization;
using System.Resources;
using AumgJury.Core.Calls;
using AumgJury.Core.Views;
using AumgJury.Web.Sitting.Marking;
using AumgJury.Web.Sitting.Media;
using AumgJury.Web.Texts;
using Bunit;

namespace AumgJury.Web.Tests.Sitting.Marking;

/// <summary>What many pages say alike is one text in memory (docs/decisions/0014), and what one juror gave or wrote is in none of it.</summary>
public sealed class SharedMarkupTests : MemberContext
{
    private const string Written = "Projet solide, encadrement à préciser.";
    private static readonly Criterion Criterion = new("A1", "A", "Encadrement", 10, ["aucun", "faible", "moyen", "bon", "très bon", "excellent"], "s");

    [Fact]
    public void Jurors_who_are_as_far_share_what_is_said_of_each_dossier_and_others_do_not()
    {
        At("11:20:00");
        var (first, second) = (Said("M4"), Said("M6"));

        Assert.Equal(Member("M6").Work.Files.Length + Member("M6").Work.Barred.Length, second.Length);
        var (alike, unlike) = (first.Zip(second).Where(p => p.First == p.Second).ToArray(), first.Zip(second).Where(p => p.First != p.Second).ToArray());
        Assert.NotEmpty(alike);
        Assert.NotEmpty(unlike);
        Assert.All(alike, p => Assert.Same(p.First, p.Second));
    }

    /// <summary>What is shared of a dossier is found by its sign's word: two signs that say the same would show each other's shape.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("en")]
    public void No_two_signs_of_a_dossier_say_the_same(string language)
    {
        var texts = new ResourceManager(typeof(MarkingTexts)).GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)!;
        string[] words = [.. texts.Cast<DictionaryEntry>().Where(t => ((string)t.Key).StartsWith("Sign_", StringComparison.Ordinal)).Select(t => (string)t.Value!)];

        Assert.InRange(words.Length, 10, 20);
        Assert.Distinct(words);
    }

    [Fact]
    public void A_row_in_which_nothing_is_yet_given_is_shared_as_a_whole()
    {
        var (first, second) = (Row(new("A1", null, "", null, null)), Row(new("A1", null, "", null, null)));

        Assert.Equal(6, first.FindAll("input[type=radio]").Count);
        Assert.Empty(first.FindAll("input[checked]"));
        Assert.Equal("", first.Find("textarea").TextContent);
        var markup = HeldFrames.Markup(Renderer, c => c is CriterionRow).Where(m => m.Contains('<')).ToArray();
        Assert.Equal(first.Markup, second.Markup);
        Assert.Equal(0, markup.Length % 2);
        Assert.Equal(2, markup.Count(m => Enumerable.Range(0, 6).All(mark => m.Contains($"value=\"{mark}\"", StringComparison.Ordinal))));
        Assert.Equal(2, markup.Count(m => m.Contains("<textarea", StringComparison.Ordinal)));
        Assert.All(markup[..(markup.Length / 2)].Zip(markup[(markup.Length / 2)..]), p => Assert.Same(p.First, p.Second));
    }

    [Fact]
    public void What_a_juror_gave_and_wrote_is_in_that_juror_s_row_alone_and_looks_as_in_the_others()
    {
        var (mine, other) = (Row(new("A1", 3, Written, null, null)), Row(new("A1", null, "", null, null)));

        Assert.Equal("3", Assert.Single(mine.FindAll("input[checked]")).GetAttribute("value"));
        Assert.Equal(Written, mine.Find("textarea").TextContent);
        Assert.DoesNotContain("checked", other.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(Written, other.Markup, StringComparison.Ordinal);
        Assert.Equal(Shape(other), Shape(mine));
    }

    [Fact]
    public void What_the_conference_may_say_is_one_text_for_every_page()
    {
        var (first, second) = (Render<ConferenceHost>(p => p.Add(h => h.Seat, "M4").Add(h => h.Number, "4")), Render<ConferenceHost>(p => p.Add(h => h.Seat, "M6").Add(h => h.Number, "6")));
        var over = HeldFrames.Markup(Renderer, c => c is ConferenceHost).Where(m => m.Contains("data-curtain", StringComparison.Ordinal)).ToArray();

        Assert.Equal(2, over.Length);
        Assert.Same(over[0], over[1]);
        Assert.Single(first.FindAll("[data-spoken=muted]"));
        Assert.Single(second.FindAll("[data-spoken=held]"));
    }

    private string[] Said(string seat)
    {
        var choice = Show<DossierChoice>(p => p.Add(c => c.Work, Member(seat).Work), seat);
        return [.. HeldFrames.Markup(Renderer, c => c == choice.Instance).Where(m => m.Contains("data-sign", StringComparison.Ordinal))];
    }

    private IRenderedComponent<CriterionRow> Row(MyMark mark) =>
        Render<CriterionRow>(p => p.Add(r => r.Dossier, "D01").Add(r => r.Round, 1).Add(r => r.Place, 0).Add(r => r.Criterion, Criterion).Add(r => r.Mark, mark));

    /// <summary>Its elements with their attributes, but for what is given and what is on disk.</summary>
    private static string[] Shape(IRenderedComponent<CriterionRow> row) =>
        [.. row.FindAll("*").Select(e => string.Join(' ', e.Attributes.Where(a => a.Name != "checked" && !a.Name.StartsWith("data-kept", StringComparison.Ordinal) && !a.Name.StartsWith("b-", StringComparison.Ordinal)).Select(a => $"{a.Name}={a.Value}").Prepend(e.TagName)))];
}
