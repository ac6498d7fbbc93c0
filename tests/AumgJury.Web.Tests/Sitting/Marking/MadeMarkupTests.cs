using AumgJury.Core.Views;
using AumgJury.Web.Room;
using AumgJury.Web.Sitting.Marking;
using AumgJury.Web.Sitting.Media;
using AumgJury.Web.Texts;
using Bunit;

namespace AumgJury.Web.Tests.Sitting.Marking;

/// <summary>Markup that components make of what was typed by others: it stays words, whatever they typed (docs/decisions/0014).</summary>
public sealed class MadeMarkupTests : MemberContext
{
    private const string Typed = "\"><img src=x onerror=alert(1)><script>alert(2)</script>'&amp;{0}";

    [Fact]
    public void What_people_are_called_stays_words()
    {
        var list = Render<PeopleList>(p => p.Add(l => l.Groups, [new PeopleGroup(Typed, [new(Typed, Typed, Typed, PersonState.Late, IsSelf: true, HandRank: 1)])]));
        var tiles = Render<GalleryPanel>(p => p.Add(g => g.People, [new TilePerson(Typed, Typed, Typed, "member", HasFloor: true, IsSelf: true)]));

        Assert.Empty(list.FindAll("img, script"));
        Assert.Equal(FrenchTypography.Whole(Typed), list.Find(".name").TextContent);
        Assert.Contains(Typed, list.Find(".rest").TextContent, StringComparison.Ordinal);
        Assert.Empty(tiles.FindAll("img, script"));
        Assert.Equal(Typed, tiles.Find(".name").TextContent);
        Assert.Equal($"{Typed} (vous)", tiles.Find(".capacity").TextContent);
    }

    [Fact]
    public void What_dossiers_and_criteria_are_called_stays_words()
    {
        At("11:20:00");
        var work = Member().Work;
        var (id, grid) = (work.Files[0].Id, work.Grids.First(g => g.Marks.Any(m => m.Mark is not null)));
        var choice = Show<DossierChoice>(p => p.Add(c => c.Work, work with { Files = [work.Files[0] with { Nominee = Typed }] }).Add(c => c.Dossier, id));
        var row = Render<CriterionRow>(p => p.Add(r => r.Dossier, Typed).Add(r => r.Round, 1).Add(r => r.Criterion, new(Typed, "A", Typed, 10, [Typed, Typed, Typed, Typed, Typed, Typed], "s")).Add(r => r.Mark, new MyMark(Typed, 3, "", null, null)));

        Assert.Empty(choice.FindAll("img, script"));
        Assert.Equal(Typed, choice.Find("[data-choose] strong + span").TextContent);
        Assert.Empty(row.FindAll("img, script"));
        Assert.Equal($"{Typed}-1-{Typed}", Assert.Single(row.FindAll("input[type=radio]").Select(i => i.GetAttribute("name")).Distinct(StringComparer.Ordinal)));
        Assert.Equal("3", Assert.Single(row.FindAll("input[checked]")).GetAttribute("value"));
        Assert.Equal(Enumerable.Range(0, 6).Select(mark => $"{mark}{Typed}"), row.FindAll(".marks label").Select(l => l.TextContent.Trim()));
        Assert.True(grid.Points > 0);
    }

    [Fact]
    public void What_is_shown_again_is_the_very_text_and_what_changed_is_another()
    {
        var made = 0;
        var markup = new MadeMarkup<(string Name, int Rank)>(of => $"{of.Name} {of.Rank} {++made}");

        Assert.Equal("A 1 1", markup.Of("a", ("A", 1)).Value);
        Assert.Same(markup.Of("a", ("A", 1)).Value, markup.Of("a", ("A", 1)).Value);
        Assert.Equal("A 2 2", markup.Of("a", ("A", 2)).Value);
        Assert.Equal("A 1 3", markup.Of("b", ("A", 1)).Value);
    }
}
