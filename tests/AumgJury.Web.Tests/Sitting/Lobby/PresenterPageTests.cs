using System.Text.Json;
using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Realtime;
using AumgJury.Web.Sitting;
using AumgJury.Web.Sitting.Presenter;
using AumgJury.Web.Tests.Seeds;
using Bunit;

namespace AumgJury.Web.Tests.Sitting.Lobby;

public sealed class PresenterPageTests : LobbyContext
{
    [Fact]
    public void Before_entering_one_confirms_who_one_is_and_that_nobody_else_hears()
    {
        var page = Show(At("P7", "09:00:00"));

        Assert.Contains("Pr L. Tran-Morvan, Seine-Nord", Plain(page.Markup), StringComparison.Ordinal);
        Assert.DoesNotContain("Passage prévu", Plain(page.Markup), StringComparison.Ordinal);
        page.Find("[data-primary-act]").Click();
        Assert.Equal([new ConfirmPresence()], Done);
    }

    [Fact]
    public void The_waiting_room_gives_the_hour_the_course_and_the_telephone()
    {
        var text = Plain(Show(At("P6", "09:00:00")).Markup);

        Assert.All(["Vous êtes en salle d'attente", "Passage prévu vers 11 h 55", "Le jury ne vous voit pas et ne vous entend pas.", "7 min de présentation, 8 min de questions", "01 99 00 21 06", "1 dossier (D10)"],
            words => Assert.Contains(words, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("08:55:30")]
    [InlineData("09:30:00")]
    [InlineData("11:57:00")]
    [InlineData("12:50:00")]
    [InlineData("13:01:00")]
    [InlineData("15:10:00")]
    public void No_other_university_and_none_of_its_dossiers_is_ever_on_the_page(string hour)
    {
        var state = DemoMoments.At(hour);
        var text = Plain(Show((PresenterView)state.View("P6")).Markup);

        foreach (var other in state.Archive().Dossiers.Where(d => d.University != "U6"))
        {
            Assert.All([other.UniversityName, other.Nominee, other.Structure, other.Id], word => Assert.DoesNotContain(Plain(word), text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_call_is_announced_once_and_is_answered_by_the_one_large_button()
    {
        var page = Show(At("P1", "09:20:00"));
        Assert.Empty(Said);

        var called = At("P1", "09:20:05");
        Assert.Equal(PresenterStanding.Called, called.Standing);
        Next(page, called);
        Next(page, Copy(called));

        Assert.Equal([("Le jury vous attend. Appuyez sur « Entrer dans la salle ».", true)], Said.Select(s => (Plain(s.Words), s.Assertive)));
        page.Find("[data-primary-act]").Click();
        Assert.Equal([new EnterRoom("U1")], Done);
    }

    [Fact]
    public void A_call_that_ends_before_the_entry_is_said_and_what_was_being_written_is_still_there()
    {
        var waiting = At("P1", "09:20:00");
        var page = Show(waiting);
        page.Find(".thread textarea").Input("Ma caméra ne marche pas");
        Next(page, At("P1", "09:20:05"));
        Assert.Empty(page.FindAll(".thread"));
        Said.Clear();

        Next(page, waiting);

        Assert.Equal("Ma caméra ne marche pas", page.Find(".thread textarea").GetAttribute("value"));
        Assert.Contains("L'appel a pris fin avant votre entrée", Plain(page.Find("[data-call-ended]").TextContent), StringComparison.Ordinal);
        Assert.Single(Said);
    }

    [Fact]
    public void A_call_to_somebody_who_has_not_confirmed_asks_for_it_in_the_same_press()
    {
        var page = Show(At("P1", "09:20:05") with { Confirmed = false });

        Assert.Contains("Personne d'autre ne me voit ni ne m'entend.", Plain(page.Markup), StringComparison.Ordinal);
        page.Find("[data-primary-act]").Click();
        Assert.Equal([new ConfirmPresence(), new EnterRoom("U1")], Done);
    }

    [Fact]
    public void A_confirmation_that_is_refused_does_not_enter()
    {
        var page = Show(At("P1", "09:20:05") with { Confirmed = false });
        Refuses = RefusalName.Suspended;

        page.Find("[data-primary-act]").Click();

        Assert.Equal([new ConfirmPresence()], Done);
    }

    [Fact]
    public void In_the_room_everybody_who_sees_and_hears_is_named_with_the_clock()
    {
        var view = At("P1", "09:24:00");
        var page = Show(view);
        var text = Plain(page.Markup);

        Assert.All(view.Inside!.Jury, person => Assert.Contains(Plain(person.Name), text, StringComparison.Ordinal));
        Assert.Contains($"{view.Inside!.Jury.Length} personnes vous voient et vous entendent", text, StringComparison.Ordinal);
        Assert.Contains("Dossier 1 sur 2", text, StringComparison.Ordinal);

        // In the band too, with the hour: the column below scrolls.
        Assert.Equal(2, page.Find(".clock").QuerySelectorAll("[role=timer]").Length);
        Assert.Contains("Temps restant", page.Find(".clock").TextContent, StringComparison.Ordinal);
        Assert.Single(page.Find(".presenter").QuerySelectorAll("[role=timer]"));
        Assert.DoesNotContain("arrêté", page.Find(".clock").TextContent, StringComparison.Ordinal);
        var stopped = view with { Inside = view.Inside with { Clock = view.Inside.Clock! with { RunningSince = null } } };
        Assert.Contains("(arrêté)", Show(stopped).Find(".clock").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_presents_without_a_microphone_can_be_told_so_and_open_it_unless_the_chair_muted_it()
    {
        var view = At("P1", "09:24:00");
        var told = Show(view).Find("[data-media=voice]");

        Assert.Contains("le jury ne vous entend pas", Plain(told.TextContent), StringComparison.Ordinal);
        Assert.NotNull(told.QuerySelector("[data-media-act=microphone]"));
        Assert.DoesNotContain("off", told.GetAttribute("data-gone-when")!.Split(' '));
        Assert.Empty(Show(view with { Inside = view.Inside! with { MutedByChair = true } }).FindAll("[data-media=voice]"));
        Assert.Empty(Show(view with { Inside = view.Inside! with { Suspended = true } }).FindAll("[data-media=voice]"));
    }

    [Fact]
    public async Task A_second_press_on_an_answer_that_is_under_way_sends_nothing()
    {
        var sent = new List<Command>();
        var answer = new TaskCompletionSource<Sent>();
        var desk = new SeatDesk("7", new Grid("", 0, []), (_, command) =>
        {
            sent.Add(command);
            return answer.Task;
        });
        var notice = Render<HourNotice>(p => p.Add(x => x.Notice, new HourLine(DateTimeOffset.UnixEpoch, true, null)).Add(x => x.University, "U7").AddCascadingValue(desk));
        var agree = notice.FindAll("button")[0];
        Task[] presses = [agree.ClickAsync(new()), agree.ClickAsync(new()), notice.FindAll("button")[1].ClickAsync(new())];
        answer.SetResult(new Sent(new Answer(default), null));
        await Task.WhenAll(presses);

        Assert.True(Assert.IsType<AnswerHour>(Assert.Single(sent)).Agreed);
    }

    [Fact]
    public void After_the_exit_the_page_says_the_agreed_words_and_shows_no_clock_and_no_act()
    {
        var view = At("P6", "13:01:00") with { OwnPhone = "06 00 00 00 06" };
        Assert.Equal(PresenterStanding.JuryDeliberates, view.Standing);
        var page = Show(view);

        Assert.Contains("Merci, votre audition est terminée. Le jury délibère. Vous pouvez fermer cette page ; nous vous appellerons au 06 00 00 00 06 si besoin.", Plain(page.Markup), StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[role=timer]"));
        Assert.Empty(page.FindAll("[data-primary-act]"));
    }

    [Fact]
    public void A_view_that_did_not_change_renders_nothing()
    {
        var view = At("P6", "13:01:00");
        var page = Show(view);
        var renders = page.RenderCount;

        Next(page, Copy(view));
        Next(page, Copy(view));

        Assert.Equal(renders, page.RenderCount);
    }

    [Fact]
    public void What_is_written_after_the_exit_is_said_to_be_sent_and_not_shown_again()
    {
        var page = Show(At("P6", "13:01:00"));

        page.Find("textarea").Input("J'ai oublié ma lettre");
        page.Find("form").Submit();

        Assert.Equal([new SendLine("SEC", null, "J'ai oublié ma lettre")], Done);
        Assert.Equal("Envoyé.", Plain(page.Find("[role=status]").TextContent));
        Assert.DoesNotContain("oublié", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_that_was_refused_is_kept_and_says_what_to_do()
    {
        var page = Show(At("P6", "13:01:00"));
        Refuses = RefusalName.DiskFull;

        page.Find("textarea").Input("J'ai oublié ma lettre");
        page.Find("form").Submit();

        Assert.Contains("Il est gardé ici.", Plain(page.Find("[role=status]").TextContent), StringComparison.Ordinal);
        Assert.Equal("J'ai oublié ma lettre", page.Find("textarea").GetAttribute("value"));
    }

    [Theory]
    [InlineData("", null, true)]
    [InlineData("45", 45, true)]
    [InlineData("0", null, false)]
    [InlineData("121", null, false)]
    [InlineData("dix", null, false)]
    public void Being_late_is_said_with_or_without_minutes_from_1_to_120(string typed, int? minutes, bool sent)
    {
        var page = Show(At("P6", "09:00:00"));

        Button(page, "Je serai en retard").Click();
        page.Find(".late input").Input(typed);
        page.Find(".late form").Submit();

        Assert.Equal(sent ? [new SayLate(minutes)] : Array.Empty<Command>(), Done);
        Assert.Equal(sent ? 0 : 1, page.FindAll(".late [role=alert]").Count);
    }

    [Fact]
    public void What_the_secretary_was_told_of_a_delay_takes_the_focus_in_place_of_the_form()
    {
        var view = At("P7", "11:57:00") with { Confirmed = true, SaidLate = false };
        var page = Show(view);
        Button(page, "Je serai en retard").Click();
        page.Find(".late input").Input("15");
        page.Find(".late form").Submit();
        JSInterop.VerifyFocusAsyncInvoke();

        page.Render(p => p.Add(x => x.View, view with { SaidLate = true, LateMinutes = 15 }));

        var told = page.Find(".late [role=status]");
        JSInterop.VerifyFocusAsyncInvoke(2)[1].Arguments[0].ShouldBeElementReferenceTo(told);
    }

    [Fact]
    public void A_swap_is_worded_as_a_proposal()
    {
        var view = At("P7", "11:57:00");
        Assert.True(view.Notice!.Swap);
        var page = Show(view with { Confirmed = true });

        Assert.Contains("Nous vous proposons de passer vers", Plain(page.Find(".notice").TextContent), StringComparison.Ordinal);
        Button(page, "D'accord").Click();
        Assert.Equal([new AnswerHour("U7", view.Notice.Hour, true)], Done);
    }

    [Fact]
    public void A_moved_hour_is_told_as_done_and_may_be_difficult()
    {
        var view = At("P6", "11:58:30");
        var page = Show(view);

        Assert.Contains("Votre passage est déplacé vers 12 h 35.", Plain(page.Find(".notice").TextContent), StringComparison.Ordinal);
        Button(page, "J'ai une difficulté").Click();
        Assert.Equal([new AnswerHour("U6", view.Notice!.Hour, false)], Done);
    }

    private static PresenterView At(string seat, string hour) => (PresenterView)DemoMoments.At(hour).View(seat);

    private static PresenterView Copy(PresenterView view) => JsonSerializer.Deserialize<PresenterView>(JsonSerializer.Serialize(view))!;

    private static void Next(IRenderedComponent<PresenterPage> page, PresenterView view) => page.Render(p => p.Add(x => x.View, view));

    private IRenderedComponent<PresenterPage> Show(PresenterView view) =>
        Render<PresenterPage>(p => p.Add(x => x.View, view).AddCascadingValue(Desk).AddCascadingValue(Clock));
}
