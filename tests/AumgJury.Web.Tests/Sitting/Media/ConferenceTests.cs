using AumgJury.Web.Sitting.Media;
using AumgJury.Web.Tests.Room;
using Bunit;

namespace AumgJury.Web.Tests.Sitting.Media;

/// <summary>The words and buttons that the page's script shows by the state of the moment.</summary>
public sealed class ConferenceTests : RoomContext
{
    [Fact]
    public void Until_the_script_knows_better_no_button_of_the_conference_is_shown()
    {
        var bar = Render<ConferenceBar>();

        Assert.Equal(4, bar.FindAll("button").Count);
        Assert.All(bar.FindAll("button"), button => Assert.True(button.HasAttribute("hidden")));
    }

    [Theory]
    [InlineData("on", "Micro actif")]
    [InlineData("off", "Micro coupé")]
    [InlineData("held", "Vous parlez")]
    [InlineData("muted", "Micro coupé par la présidence")]
    [InlineData("refused", "Micro refusé")]
    [InlineData("interrupted", "Micro interrompu")]
    public void The_microphone_has_words_for_each_of_its_states(string state, string words) =>
        Assert.Equal(words, Render<ConferenceBar>().Find($"[data-media=microphone] [data-says={state}]").TextContent);

    [Fact]
    public void A_microphone_that_is_off_while_the_jury_marks_was_muted_by_nobody()
    {
        var bar = Render<ConferenceBar>(p => p.Add(x => x.Marking, true));
        var host = Render<ConferenceHost>(p => p.Add(x => x.Seat, "M4").Add(x => x.Number, "c-4").Add(x => x.Marking, false));
        host.Render(p => p.Add(x => x.Marking, true));

        Assert.Equal("Micro coupé (notation)", bar.Find("[data-media=microphone] [data-says=muted]").TextContent);
        Assert.StartsWith("Micros coupés pendant la notation", host.Find("[data-spoken=muted]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_button_that_is_on_says_so_to_a_screen_reader_in_the_states_it_names()
    {
        var bar = Render<ConferenceBar>();

        Assert.Equal("on held", bar.Find("[data-media=microphone]").GetAttribute("data-pressed-when"));
        Assert.Equal("on", bar.Find("[data-media=camera]").GetAttribute("data-pressed-when"));
        Assert.Equal("no", bar.Find("[data-media=share]").GetAttribute("data-gone-when"));
    }

    [Fact]
    public void The_host_wants_media_only_while_the_person_is_in_the_room()
    {
        var host = Render<ConferenceHost>(p => p.Add(x => x.Seat, "M4").Add(x => x.Number, "c-4").Add(x => x.Wanted, false));
        Assert.Equal("false", host.Find(".conference").GetAttribute("data-wanted"));
        host.Render(p => p.Add(x => x.Wanted, true));

        Assert.Equal("true", host.Find(".conference").GetAttribute("data-wanted"));
        Assert.Equal("M4", host.Find(".conference").GetAttribute("data-seat"));
    }

    [Fact]
    public void What_came_between_is_said_in_words_and_each_has_its_one_button()
    {
        var host = Render<ConferenceHost>(p => p.Add(x => x.Seat, "M4").Add(x => x.Number, "c-4"));

        Assert.Equal("Activer le son", host.Find("[data-media-act=sound]").TextContent.Trim());
        Assert.Equal("Reprendre le son", host.Find("[data-media-act=resume]").TextContent.Trim());
        Assert.Equal("Pas encore", host.Find("[data-media-act=not-yet]").TextContent.Trim());
        Assert.Equal("Revenir dans la salle", host.Find("dialog [data-media-act=back]").TextContent.Trim());
        Assert.Contains("Safari, Chrome ou Firefox", host.Find("[data-media=capture] [data-says=unsupported]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_three_layouts_are_chosen_in_the_settings()
    {
        var settings = Render<ConferenceSettings>();

        Assert.Equal(["Dossier", "Orateur", "Galerie"], settings.FindAll("[data-media-act=layout]").Select(b => b.TextContent.Trim()));
        Assert.Equal(["audioinput", "videoinput", "audiooutput"], settings.FindAll("select").Select(s => s.GetAttribute("data-media-devices")));
        Assert.All(settings.FindAll("select"), s => Assert.NotNull(settings.Find($"label[for={s.Id}]")));
    }
}
