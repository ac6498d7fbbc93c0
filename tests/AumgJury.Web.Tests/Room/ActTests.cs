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
