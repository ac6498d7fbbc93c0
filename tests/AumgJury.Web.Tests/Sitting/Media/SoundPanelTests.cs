using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Sitting.Chair;
using AumgJury.Web.Sitting.Secretary;
using AumgJury.Web.Tests.Sitting.Chair;
using AumgJury.Web.Tests.Sitting.Lobby;
using Bunit;

namespace AumgJury.Web.Tests.Sitting.Media;

/// <summary>What whoever conducts may do with others' microphones and screens, and what the secretary reads of their tests.</summary>
public sealed class SoundPanelTests : LobbyContext
{
    private static ConductScene Scene(params PersonLine[] people) =>
        new(Scenes.Sitting(Scenes.Room(RoomSign.Open, "Pr A. Lefranc")), Scenes.Me(), people, null, null!, [], [], []);

    private IRenderedComponent<SoundPanel> Show(params PersonLine[] people) =>
        Render<SoundPanel>(p => p.AddCascadingValue(Desk).Add(x => x.Scene, Scene(people)));

    [Fact]
    public void One_person_or_all_are_muted_in_one_press()
    {
        var panel = Show(Scenes.People());
        panel.Find("[data-mute=M4]").Click();
        panel.Find("[data-mute-all]").Click();

        Assert.Equal([new MuteSeat("M4"), new MuteAll()], Done);
        Assert.Empty(panel.FindAll("[data-mute=M1]")); // not oneself
        Assert.Empty(panel.FindAll("[data-lift-all]"));
    }

    [Fact]
    public void A_mute_is_said_and_lifted_here_alone()
    {
        var panel = Show(Scenes.Person("M4", "Dr M. Orsoni", muted: true));
        Assert.Contains("micro coupé par la présidence", panel.Find("[data-heard=M4]").TextContent, StringComparison.Ordinal);
        panel.Find("[data-lift=M4]").Click();
        panel.Find("[data-lift-all]").Click();

        Assert.Equal([new LiftMute("M4"), new LiftAllMutes()], Done);
    }

    [Fact]
    public void A_mute_by_the_rules_is_nobody_s_act_and_is_lifted_at_the_head_of_what_is_conducted()
    {
        var marking = Scenes.Person("M4", "Dr M. Orsoni", muted: true) with { MutedWhileMarking = true };
        Assert.Contains("micro coupé pendant la notation", Show(marking).Find("[data-heard=M4]").TextContent, StringComparison.Ordinal);
        var notice = Render<MarkingMutes>(p => p.AddCascadingValue(Desk).Add(x => x.Scene, Scene(marking)));
        notice.Find("button").Click();

        Assert.Equal(new LiftAllMutes(), Assert.Single(Done));
        Assert.Empty(notice.FindAll("[data-lift-mine]"));

        // Whoever conducts may speak to all who still mark, and give nobody else the microphone.
        var muted = Scene(marking);
        notice.Render(p => p.Add(x => x.Scene, muted with { Me = muted.Me with { MutedWhileMarking = true } }));
        notice.Find("[data-lift-mine]").Click();
        Assert.Equal(new LiftMute(muted.Me.Seat), Done[^1]);
        notice.Render(p => p.Add(x => x.Scene, Scene(Scenes.Person("M4", "Dr M. Orsoni", muted: true))));
        Assert.Empty(notice.FindAll("[data-marking-mutes]"));
    }

    [Fact]
    public void A_screen_is_stopped_by_its_person_s_row()
    {
        var panel = Show(Scenes.People());
        panel.Find("[data-stop-share=M4]").Click();

        Assert.Equal(new StopShare("M4"), Assert.Single(Done));
        Assert.Equal("Arrêter le partage d’écran de Dr M. Orsoni", panel.Find("[data-stop-share=M4]").GetAttribute("aria-label"));
    }

    [Fact]
    public void A_presenter_held_out_comes_back_by_the_chair_s_word_only()
    {
        var scene = Scene() with { Hearing = Scenes.Hearing(HearingStep.Presentation, "D01", held: true) };
        var notice = Render<HeldNotice>(p => p.AddCascadingValue(Desk).Add(x => x.Scene, scene));
        notice.Find("[data-admit-again]").Click();

        Assert.Contains("Pr A. Lefranc ne vous voit plus", notice.Markup, StringComparison.Ordinal);
        Assert.Equal(new AdmitAgain("U1"), Assert.Single(Done));
    }

    [Theory]
    [InlineData(CheckVerdict.Works, CheckVerdict.Works, "works", "Matériel et réseau bons")]
    [InlineData(CheckVerdict.Fails, CheckVerdict.Works, "works", "réseau par le relais")]
    [InlineData(CheckVerdict.Fails, CheckVerdict.Fails, "fails", "à revoir : réseau")]
    [InlineData(CheckVerdict.NotTested, CheckVerdict.NotTested, "works", "réseau non testé")]
    public void The_secretary_reads_how_each_test_came_out(CheckVerdict direct, CheckVerdict relay, string state, string words)
    {
        var line = Line(new CheckLine(CheckVerdict.Works, CheckVerdict.Works, CheckVerdict.Works, direct, relay, Scenes.Nine));
        var row = Render<SeatRow>(p => p.Add(x => x.Seat, line)).Find($"[data-check={state}]");

        Assert.Contains(words, Plain(row.TextContent), StringComparison.Ordinal);
    }

    [Fact]
    public void The_secretary_reads_who_has_not_tested() =>
        Assert.Contains("Matériel non testé", Render<SeatRow>(p => p.Add(x => x.Seat, Line(null))).Find("[data-check=none]").TextContent, StringComparison.Ordinal);

    private static SeatLine Line(CheckLine? check) => new("M4", "Dr M. Orsoni", "FNCS", Role.Member, null, true, false, false, false, false, "", "", check);
}
