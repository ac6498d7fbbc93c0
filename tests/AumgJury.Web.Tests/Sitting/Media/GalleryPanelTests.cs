using AumgJury.Core.Views;
using AumgJury.Web.Sitting.Media;
using AumgJury.Web.Tests.Room;
using AumgJury.Web.Tests.Sitting.Chair;
using Bunit;

namespace AumgJury.Web.Tests.Sitting.Media;

public sealed class GalleryPanelTests : RoomContext
{
    private IRenderedComponent<GalleryPanel> Show(PersonLine[] people, string me = "M4") =>
        Render<GalleryPanel>(p => p.Add(x => x.People, TilePerson.Of(people, me)));

    [Fact]
    public void Only_those_in_the_room_have_a_tile_in_an_order_that_stays()
    {
        var panel = Show(Scenes.People(PersonStanding.Lost));

        Assert.Equal(["M1", "M4", "SEC"], panel.FindAll("[data-tile]").Select(t => t.GetAttribute("data-tile")));
        Assert.DoesNotContain("Abitbol", panel.Find(".tiles").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tile_names_the_person_and_their_capacity_and_has_an_empty_place_for_the_picture()
    {
        var tile = Show(Scenes.People()).Find("[data-tile=M1]");

        Assert.Equal("H. Vauquelin-Roche", tile.QuerySelector(".name")!.TextContent);
        Assert.Equal("FNCS", tile.QuerySelector(".capacity")!.TextContent);
        Assert.Equal("chair", tile.GetAttribute("data-role"));
        Assert.Empty(tile.QuerySelector("[data-picture]")!.InnerHtml);
    }

    [Fact]
    public void One_s_own_tile_says_so_and_how_many_others_see_and_hear_is_said()
    {
        var panel = Show(Scenes.People());

        Assert.Equal("FNCS (vous)", panel.Find("[data-tile=M4] .capacity").TextContent);
        Assert.Equal("3 personnes vous voient et vous entendent.", panel.Find(".hears").TextContent);
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("unavailable")]
    [InlineData("taken")]
    [InlineData("outside")]
    public void How_many_see_and_hear_is_not_said_once_the_pictures_are_gone(string link)
    {
        var line = Show(Scenes.People()).Find(".hears");

        Assert.Equal("link", line.GetAttribute("data-media"));
        Assert.Contains(link, line.GetAttribute("data-gone-when")!.Split(' '));
        Assert.DoesNotContain("on", line.GetAttribute("data-gone-when")!.Split(' '));
    }

    [Fact]
    public void Every_quality_of_a_link_has_a_shape_and_a_word()
    {
        var tile = Show(Scenes.People()).Find("[data-tile=M1]");

        Assert.Equal(["liaison faible", "liaison moyenne", "bonne liaison"], tile.QuerySelectorAll(".quality").Select(q => q.TextContent.Trim()));
        Assert.Equal([1, 2, 3], tile.QuerySelectorAll(".quality").Select(q => q.QuerySelectorAll("rect[fill=currentColor]").Length));
    }

    [Fact]
    public void Rendering_again_after_a_change_keeps_the_tiles_and_their_places()
    {
        var panel = Show(Scenes.People());
        panel.Render(p => p.Add(x => x.People, TilePerson.Of([.. Scenes.People(), Scenes.Person("M7", "Dr T. Rasoamanana")], "M4")));

        Assert.Equal(["M1", "M4", "M6", "SEC", "M7"], panel.FindAll("[data-tile]").Select(t => t.GetAttribute("data-tile")));
    }
}
