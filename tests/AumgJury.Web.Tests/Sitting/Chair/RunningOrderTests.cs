using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Sitting.Order;
using AumgJury.Web.Texts;
using Bunit;
using Microsoft.AspNetCore.Components.Web;

namespace AumgJury.Web.Tests.Sitting.Chair;

public sealed class RunningOrderTests : ChairContext
{
    [Fact]
    public void A_move_goes_to_the_named_place_and_is_announced()
    {
        var room = Room("between");
        Press(room, "Ordre");

        Press(room, "Monter Yvelines-Ouest");

        Assert.Equal(new MoveUniversity("U6", 4), Assert.Single(Sent));
        Assert.Contains("Yvelines-Ouest\u00a0: place 5 sur 7", Said);
    }

    [Fact]
    public void Alt_with_an_arrow_moves_too()
    {
        var room = Room("between");
        Press(room, "Ordre");

        room.Find("li[data-university=U6]").KeyDown(new KeyboardEventArgs { Key = "ArrowDown", AltKey = true });
        room.Find("li[data-university=U7]").KeyDown(new KeyboardEventArgs { Key = "ArrowDown" });

        Assert.Equal(new MoveUniversity("U6", 6), Assert.Single(Sent));
    }

    [Fact]
    public void What_was_heard_does_not_move_and_nothing_moves_above_it()
    {
        var room = Room("final");
        Press(room, "Ordre");

        Assert.Empty(room.FindAll("li[data-university=U1] .moves"));
        Assert.True(room.FindAll("li[data-university=U2] .moves button")[0].HasAttribute("disabled"));
        Assert.False(room.FindAll("li[data-university=U2] .moves button")[1].HasAttribute("disabled"));
    }

    [Fact]
    public void A_heard_university_can_be_released_once()
    {
        var room = Room("final");
        Press(room, "Ordre");

        Press(room, "Libérer Paris-Lutèce\u00a0: plus besoin de rester disponible");

        Assert.Equal(new ReleaseUniversity("U1"), Assert.Single(Sent));
        Assert.Contains("libérée", room.Find("li[data-university=U1]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Libérer", room.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_late_is_said_with_the_minutes()
    {
        Room("between");
        Call.Do("P2", new SayLate(12));
        var words = new OrderWords(Texts.French<OrderTexts>(), Texts.Say);

        Assert.Equal("Sera en retard d’environ 12\u00a0min", words.Late(Scene.Console.Order[1]));
        Assert.Null(words.Late(Scene.Console.Order[2]));
    }

    [Fact]
    public void A_proposed_hour_shows_its_answer()
    {
        Room("between");
        Call.Enter("P3");
        Call.Do("M1", new ProposeSwap("U2", "U3"));
        var words = new OrderWords(Texts.French<OrderTexts>(), Texts.Say);
        Assert.EndsWith("réponse attendue", words.Notice(Scene.Console.Order[2]), StringComparison.Ordinal);

        Call.Do("P3", new AnswerHour("U3", Call.View<PresenterView>("P3").Notice!.Hour, false));

        Assert.StartsWith("Échange refusé", words.Notice(Scene.Console.Order[2]), StringComparison.Ordinal);
    }

    [Fact]
    public void Moved_hours_are_announced_only_when_asked()
    {
        Room("doors");
        Assert.False(OrderPlaces.HoursMoved(Scene.Console.Order));
        var late = Scene.Console.Order.Select(l => l.University == "U2" ? l with { Expected = l.Published.AddMinutes(15) } : l).ToArray();
        Assert.True(OrderPlaces.HoursMoved(late));

        var order = Render<RunningOrder>(p => p.AddCascadingValue(Desk).Add(o => o.Order, late).Add(o => o.MayMove, true));
        order.FindAll("button").First(b => b.TextContent.Contains("Annoncer", StringComparison.Ordinal)).Click();

        Assert.IsType<AnnounceHours>(Assert.Single(Sent));
    }
}
