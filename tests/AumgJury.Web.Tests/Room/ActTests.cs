using AumgJury.Web.Room;
using Bunit;

namespace AumgJury.Web.Tests.Room;

public sealed class ActTests : RoomContext
{
    [Fact]
    public void The_act_is_pressed_once_a_press()
    {
        var pressed = 0;
        var act = Render<PrimaryAct>(a => a.Add(p => p.Label, "Transmettre").Add(p => p.OnPress, () => pressed++));

        act.Find("button").Click();

        Assert.Equal(1, pressed);
        Assert.Contains("Transmettre", act.Find("button").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "dialog")]
    [InlineData(false, null)]
    public void An_act_that_asks_first_says_so_to_a_screen_reader(bool asks, string? said) =>
        Assert.Equal(said, Render<PrimaryAct>(a => a.Add(p => p.Label, "Appeler").Add(p => p.Asks, asks)).Find("button").GetAttribute("aria-haspopup"));

    [Fact]
    public void An_act_that_cannot_be_taken_says_why_stays_reachable_and_does_nothing()
    {
        var pressed = 0;
        var act = Render<PrimaryAct>(a => a.Add(p => p.Label, "Transmettre").Add(p => p.WhyNot, "La salle n'est pas close.").Add(p => p.OnPress, () => pressed++));
        var button = act.Find("button");

        button.Click();

        Assert.Equal(0, pressed);
        Assert.Equal("true", button.GetAttribute("aria-disabled"));
        Assert.False(button.HasAttribute("disabled"));
        Assert.Equal("La salle n'est pas close.", act.Find($"#{button.GetAttribute("aria-describedby")}").TextContent);
    }

    [Fact]
    public void An_act_under_way_is_not_taken_twice()
    {
        var pressed = 0;
        var act = Render<PrimaryAct>(a => a.Add(p => p.Label, "Appeler").Add(p => p.Busy, true).Add(p => p.OnPress, () => pressed++));

        act.Find("button").Click();

        Assert.Equal(0, pressed);
        Assert.NotNull(act.Find("[role=status]"));
    }

    [Fact]
    public void A_second_press_within_a_moment_does_not_play_the_act_that_has_just_come()
    {
        var pressed = new List<string>();
        IRenderedComponent<PrimaryAct> act = null!;
        void Press(string words)
        {
            pressed.Add(words);
            act.Render(a => a.Add(p => p.Label, "Faire sortir"));
        }

        act = Render<PrimaryAct>(a => a.Add(p => p.Label, "Conclure").Add(p => p.OnPress, () => Press("Conclure")));
        act.Find("button").Click();
        Time.Advance(TimeSpan.FromMilliseconds(220));
        act.Find("button").Click();

        Assert.Equal(["Conclure"], pressed);
        Assert.Equal(("Faire sortir", "true"), (act.Find("button").TextContent.Trim(), act.Find("button").GetAttribute("aria-disabled")));

        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(act.Find("button").GetAttribute("aria-disabled"));
        act.Find("button").Click();
        Assert.Equal(2, pressed.Count);
    }

    [Fact]
    public void Words_that_change_because_somebody_else_acted_are_not_pressed_by_who_meant_those_before()
    {
        var pressed = 0;
        var act = Render<PrimaryAct>(a => a.Add(p => p.Label, "Dévoiler D01").Add(p => p.OnPress, () => pressed++));
        act.Render(a => a.Add(p => p.Label, "Clore D01"));

        act.Find("button").Click();
        Assert.Equal(0, pressed);

        Time.Advance(TimeSpan.FromSeconds(1));
        act.Find("button").Click();
        Assert.Equal(1, pressed);
    }

    [Fact]
    public async Task From_the_press_to_the_answer_the_words_stay()
    {
        var answer = new TaskCompletionSource();
        var act = Render<PrimaryAct>(a => a.Add(p => p.Label, "Conclure").Add(p => p.OnPress, () => answer.Task));

        var press = act.Find("button").ClickAsync();
        act.Render(a => a.Add(p => p.Label, "Faire sortir"));
        Assert.StartsWith("Conclure", act.Find("button").TextContent.Trim(), StringComparison.Ordinal);

        answer.SetResult();
        await press;
        Assert.Equal("Faire sortir", act.Find("button").TextContent.Trim());
    }

    [Fact]
    public void A_button_that_replaces_another_at_the_same_place_is_not_pressed_at_once_either()
    {
        var (pressed, place) = (0, new ActPlace());
        Render<PrimaryAct>(a => a.AddCascadingValue(place).Add(p => p.Label, "Transmettre ma grille"));
        var next = Render<PrimaryAct>(a => a.AddCascadingValue(place).Add(p => p.Label, "Noter D02").Add(p => p.OnPress, () => pressed++));

        next.Find("button").Click();

        Assert.Equal(0, pressed);
    }

    [Fact]
    public void A_question_names_what_will_happen_and_offers_the_safe_choice_first()
    {
        var answer = string.Empty;
        var ask = Render<AskOnce>(a => a.Add(p => p.Open, true).Add(p => p.Question, "Arrêter ?").Add(p => p.Consequence, "Les notes ne changeront plus.")
            .Add(p => p.Confirm, "Arrêter le classement").Add(p => p.OnConfirm, () => answer = "yes").Add(p => p.OnRefuse, () => answer = "no"));
        var buttons = ask.FindAll("button");

        Assert.Contains("Les notes ne changeront plus.", ask.Markup, StringComparison.Ordinal);
        Assert.True(buttons[0].HasAttribute("data-safe"));
        buttons[0].Click();
        Assert.Equal("no", answer);
        ask.FindAll("button")[1].Click();
        Assert.Equal("yes", answer);
    }

    [Fact]
    public void A_question_that_is_not_asked_shows_nothing()
    {
        var ask = Render<AskOnce>(a => a.Add(p => p.Question, "Arrêter ?").Add(p => p.Confirm, "Arrêter"));

        Assert.Equal(string.Empty, ask.Find("dialog").TextContent.Trim());
    }
}
