using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Accounts;
using AumgJury.Web.Realtime;
using AumgJury.Web.Room;
using AumgJury.Web.Sitting.Messages;
using AumgJury.Web.Sitting.Secretary;
using AumgJury.Web.Tests.Seeds;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AumgJury.Web.Tests.Sitting.Lobby;

public sealed class SecretaryRoomTests : LobbyContext
{
    [Fact]
    public void Before_the_sitting_the_one_large_button_opens_the_doors()
    {
        var page = Show(At("08:55:30"));

        Assert.Equal("Ouvrir les portes", page.Find("[data-primary-act]").TextContent.Trim());
        page.Find("[data-primary-act]").Click();
        Assert.Equal([new OpenDoors()], Done);
    }

    [Fact]
    public void Everybody_is_listed_with_whether_they_are_here()
    {
        var view = At("09:00:00");
        var rows = Show(view).FindAll("li[data-seat]");

        Assert.Equal(view.Seats.Select(s => s.Seat).Order(StringComparer.Ordinal), rows.Select(r => r.GetAttribute("data-seat")!).Where(s => view.Seats.Any(x => x.Seat == s)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Contains("en ligne · a confirmé", Plain(Row(rows, "P6")), StringComparison.Ordinal);
        Assert.Contains("sans lien", Plain(Row(rows, "P7")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_renewed_link_asks_once_is_shown_once_and_goes_when_it_was_passed_on()
    {
        var page = Show(At("09:00:00"), links: true);

        Button(page, "Renouveler le lien").Click();
        Assert.Empty(Done);
        Confirm(page, "Renouveler le lien");

        var issued = Assert.IsType<IssueLink>(Assert.Single(Done));
        var address = page.Find("input[readonly]").GetAttribute("value")!;
        Assert.StartsWith("https://jury.example/entrer#", address, StringComparison.Ordinal);
        Assert.DoesNotContain(issued.Sha256, address, StringComparison.Ordinal);
        Button(page, "J'ai transmis le lien").Click();
        Assert.DoesNotContain(address, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Revoking_a_link_asks_first()
    {
        var view = At("09:00:00");
        var page = Show(view with { Seats = [.. view.Seats.Select(s => s with { HasLink = true })] }, links: true);

        Button(page, "Révoquer le lien").Click();
        Assert.Empty(Done);
        Confirm(page, "Révoquer le lien");
        Assert.IsType<RevokeLink>(Assert.Single(Done));
    }

    [Fact]
    public void Another_representative_gets_a_seat_of_their_own_and_a_link_shown_once()
    {
        var page = Show(At("09:00:00"), links: true);

        ReplaceButton(page).Click();
        page.FindAll(".panel[data-tone=form] input")[0].Change("Dr N. Remplaçante");
        page.FindAll(".panel[data-tone=form] input")[2].Change("n.remplacante@yvelines.invalid");
        page.Find(".panel[data-tone=form] textarea").Change("Empêchement");
        page.Find(".panel[data-tone=form] form").Submit();

        Assert.Equal(new ReplacePresenter("P6", "P6-2", "Dr N. Remplaçante", "", "n.remplacante@yvelines.invalid", "", "Empêchement"), Done[0]);
        Assert.Equal("P6-2", Assert.IsType<IssueLink>(Done[1]).Seat);
        Assert.NotNull(page.Find("input[readonly]").GetAttribute("value"));
    }

    [Fact]
    public void A_replacement_without_a_name_or_a_reason_is_not_sent()
    {
        var page = Show(At("09:00:00"), links: true);

        ReplaceButton(page).Click();
        page.Find(".panel[data-tone=form] form").Submit();

        Assert.Empty(Done);
        Assert.True(page.Find(".panel[data-tone=form] form").HasAttribute("novalidate"));
        foreach (var (field, words) in new[] { ("Name", "Indiquez le prénom et le nom."), ("Email", "Indiquez un courriel : le lien et la décision y partent."), ("Reason", "Indiquez le motif : il est noté au journal de la séance.") })
        {
            var input = page.Find($"[id$='-{field}']");
            Assert.Equal("true", input.GetAttribute("aria-invalid"));
            Assert.Equal(words, Plain(page.Find($"#{input.GetAttribute("aria-describedby")}").TextContent));
        }
    }

    [Fact]
    public void In_the_closed_room_the_large_button_tells_the_next_university_to_keep_ready()
    {
        var view = At("09:52:00");
        var next = view.Order.First(line => line is { Step: HearingStep.Waiting, Dossiers.Length: > 0 });
        var page = Show(view with { Order = [.. view.Order.Select(line => line == next ? line with { Connected = true, Confirmed = true } : line)] });

        Assert.Equal($"Prévenir {next.Name}", Plain(page.Find("[data-primary-act]").TextContent));
        page.Find("[data-primary-act]").Click();

        Assert.Equal([new SendLine(next.PresenterSeat, "RestezPret", "")], Done);
    }

    [Fact]
    public void A_university_that_said_it_will_be_late_is_shown_above_every_tab_and_is_not_told_to_keep_ready()
    {
        var view = At("09:52:00");
        var next = view.Order.First(line => line is { Step: HearingStep.Waiting, Dossiers.Length: > 0 });
        var page = Show(view with { Order = [.. view.Order.Select(line => line == next ? line with { Connected = true, Confirmed = true, SaidLate = true, LateMinutes = 15 } : line)] });

        Assert.Contains("Sera en retard d'environ 15 min", Plain(page.Find($".calls [data-late={next.University}]").TextContent), StringComparison.Ordinal);
        Assert.Equal("Ordre · 1 en retard", Plain(page.Find("#tab-order").TextContent));
        Assert.Equal("Noter un incident", Plain(page.Find("[data-primary-act]").TextContent));
    }

    [Fact]
    public void While_a_university_is_heard_the_large_button_opens_the_form_of_an_incident()
    {
        var page = Show(At("09:30:00"));

        Assert.Equal("Noter un incident", Plain(page.Find("[data-primary-act]").TextContent));
        page.Find("[data-primary-act]").Click();

        Assert.Equal("true", page.Find("#tab-sitting").GetAttribute("aria-selected"));
        Assert.NotNull(page.Find("form.reason textarea"));
    }

    [Fact]
    public void In_a_closed_room_only_ready_answers_reach_a_waiting_university_and_nothing_the_one_moved_out()
    {
        var page = Show(At("09:52:00"));

        var outside = page.Find("details[data-with=P1]");
        Assert.Empty(outside.QuerySelectorAll("textarea, .ready button"));
        Assert.Contains("rien ne lui est envoyé", Plain(outside.TextContent), StringComparison.Ordinal);

        var waiting = page.Find("details[data-with=P6]");
        Assert.Null(waiting.QuerySelector("textarea"));
        Assert.Contains("seules les réponses prêtes", Plain(waiting.TextContent), StringComparison.Ordinal);
        waiting.QuerySelector(".ready button")!.Click();
        Assert.Equal([new SendLine("P6", "BienRecu", "")], Done);
    }

    [Fact]
    public void A_ready_answer_pressed_twice_within_a_moment_leaves_once()
    {
        var page = Show(At("09:52:00"));
        page.Find("details[data-with=P6] .ready button").Click();
        page.FindAll("details[data-with=P6] .ready button")[1].Click();
        Assert.Single(Done);

        Time.Advance(ActPlace.Settling);
        page.FindAll("details[data-with=P6] .ready button")[1].Click();
        Assert.Equal(2, Done.Count);
    }

    [Fact]
    public void A_sentence_just_sent_rests_and_that_is_said_the_others_do_not()
    {
        var page = Show(At("09:52:00"));
        page.Find("details[data-with=P6] .ready button").Click();
        Time.Advance(ActPlace.Settling);
        page.Find("details[data-with=P6] .ready button").Click();

        Assert.Single(Done);
        Assert.Contains("La même phrase attend", page.Find("details[data-with=P6] .rests").TextContent, StringComparison.Ordinal);
        Assert.Equal("true", page.Find("details[data-with=P6] .ready button").GetAttribute("aria-disabled"));
        Time.Advance(MessageThread.Repeat);
        page.Find("details[data-with=P6] .ready button").Click();
        Assert.Equal(2, Done.Count);
    }

    [Fact]
    public void A_new_message_is_counted_announced_by_its_author_alone_and_read_when_it_is_opened()
    {
        var view = At("09:00:00");
        var page = Show(view);
        Assert.Equal("Messages", Tab(page));

        var line = new MessageLine(false, "Pr G. Peltier", "P6", null, "Je suis dans un tunnel", default);
        page.Render(p => p.Add(x => x.View, view with { Threads = [.. view.Threads.Select(t => t.With == "P6" ? t with { Messages = [line], Heard = 1 } : t)] }));

        Assert.Equal("Messages (1)", Tab(page));
        Assert.Equal([("Nouveau message de Pr G. Peltier, Yvelines-Ouest", false)], Said);
        page.Find("#tab-messages").Click();
        page.Find("details[data-with=P6] summary").Click();
        Assert.Equal("Messages", Tab(page));
    }

    [Fact]
    public void What_is_being_written_survives_a_look_at_another_tab()
    {
        var page = Show(At("09:00:00"));
        page.Find("#tab-messages").Click();
        page.Find("details[data-with=M1] textarea").Input("U2 est là");

        page.Find("#tab-order").Click();
        page.Find("#tab-messages").Click();

        page.Find("details[data-with=M1] form").Submit();
        Assert.Equal([new SendLine("M1", null, "U2 est là")], Done);
    }

    [Fact]
    public void After_a_reveal_the_secretary_reads_means_and_counts()
    {
        var rows = Show(At("10:01:00")).FindAll("table")[0].QuerySelectorAll("tbody tr");

        Assert.Equal(["D01", "D02"], rows.Select(r => r.QuerySelector("th")!.TextContent));
        Assert.Contains("83,4", rows[0].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_waiting_device_is_readmitted_in_one_press_whatever_the_tab()
    {
        var page = Show(At("10:01:00") with { WaitingDevices = [new WaitingDevice("M4", "Dr M. Orsoni", Device: "cccccccc", Code: "EEEE")] });
        page.Find("#tab-order").Click();

        Button(page, "Réadmettre Dr M. Orsoni").Click();

        Assert.Equal([new Readmit("M4", "cccccccc")], Done);
    }

    [Fact]
    public void Who_waits_behind_a_link_made_in_the_sitting_is_not_the_secretarys_to_admit()
    {
        var others = Show(At("10:01:00") with { WaitingDevices = [new WaitingDevice("M4", "Dr M. Orsoni", ByNewLink: true, MayAdmit: false)] });
        Assert.DoesNotContain(others.FindAll("button"), button => button.TextContent.Contains("Dr M. Orsoni", StringComparison.Ordinal));
        Assert.Contains("l'accord revient à la présidence", Plain(others.Markup), StringComparison.Ordinal);
    }

    [Fact]
    public void The_chairs_console_appears_only_when_she_lets_the_secretary_press_and_says_for_whom()
    {
        var view = At("10:01:00");
        Assert.Empty(Show(view).FindAll("#tab-conduct"));

        var page = Show(view with { Conduct = ((ChairView)DemoMoments.At("10:01:00").View("M1")).Console });
        page.Find("#tab-conduct").Click();

        Assert.Contains("Vous agissez au nom de la présidence", Plain(page.Markup), StringComparison.Ordinal);
        Assert.Single(page.FindAll("[data-primary-act]"));
    }

    [Fact]
    public void From_any_tab_the_expected_act_leads_to_the_notifications()
    {
        var state = DemoMoments.Decided();
        var page = Show((SecretaryView)state.View("SEC"), archive: state.Archive);
        page.Find("#tab-people").Click();

        Assert.Equal("Relire les notifications", page.Find("[data-primary-act]").TextContent.Trim());
        Time.Advance(ActPlace.Settling);
        page.Find("[data-primary-act]").Click();
        Assert.Equal("true", page.Find("#tab-decisions").GetAttribute("aria-selected"));
        Assert.Empty(Done);
    }

    [Fact]
    public void Notifications_leave_after_a_preview_and_one_question()
    {
        var state = DemoMoments.Decided();
        var page = Show((SecretaryView)state.View("SEC"), archive: state.Archive);

        page.Find("[data-primary-act]").Click();
        Assert.Contains("Lisez d'abord au moins un aperçu.", Plain(page.Markup), StringComparison.Ordinal);
        page.Find("details[data-university=U6] summary").Click();
        Assert.Contains("inscription sur la liste complémentaire", Plain(page.Find(".mail").TextContent), StringComparison.Ordinal);

        page.Find("[data-primary-act]").Click();
        Assert.Empty(Done);
        Confirm(page, "Envoyer les notifications");
        Assert.Equal([new ReleaseNotifications()], Done);
    }

    [Fact]
    public void While_decisions_are_missing_the_button_cannot_be_taken_and_the_page_says_how_many()
    {
        var state = DemoMoments.At("14:33:00");
        var page = Show((SecretaryView)state.View("SEC"), archive: state.Archive);

        Assert.Equal("true", page.Find("[data-primary-act]").GetAttribute("aria-disabled"));
        Assert.Contains("5 décisions sont encore attendues.", Plain(page.Markup), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DeliveryLine.Attempted, "", "on ne sait pas s'il est arrivé", true)]
    [InlineData(DeliveryLine.Failed, "smtp 550 5.1.1", "le serveur de courriel a répondu 550 5.1.1", true)]
    [InlineData(DeliveryLine.Failed, "unreachable", "le serveur de courriel ne répond pas", true)]
    [InlineData(DeliveryLine.Accepted, "smtp 250", "envoyé à", false)]
    [InlineData(DeliveryLine.Waiting, "", "en attente", false)]
    [InlineData(DeliveryLine.Written, "", "à remettre", false)]
    [InlineData(DeliveryLine.HandedOver, "", "remis à", false)]
    public void The_outbox_says_what_became_of_each_mail_and_lets_only_the_uncertain_be_sent_again(DeliveryLine delivery, string detail, string words, bool again)
    {
        var page = Outbox(delivery, detail);
        var row = page.Find("li[data-delivery]");

        Assert.Contains(words, Plain(row.TextContent), StringComparison.Ordinal);
        Assert.Equal(again, row.QuerySelector("button") is not null);
        if (again)
        {
            row.QuerySelector("button")!.Click();
            Assert.Empty(Done);
            Confirm(page, "Renvoyer");
            Assert.Equal([new ResendNotification("U1")], Done);
        }
    }

    [Fact]
    public void A_mail_in_a_file_is_opened_from_the_page() =>
        Assert.Equal("courriers/U1", Outbox(DeliveryLine.Written, "").Find("li[data-delivery] a").GetAttribute("href"));

    [Fact]
    public void Without_a_mail_server_the_button_says_that_letters_are_written_and_not_that_they_are_sent()
    {
        Services.AddSingleton(Notifications.Mailroom.ToFiles);
        var state = DemoMoments.Decided();
        var page = Show((SecretaryView)state.View("SEC"), archive: state.Archive);

        Assert.Equal("Écrire les notifications", Plain(page.Find("[data-primary-act]").TextContent).Trim());
    }

    [Fact]
    public void Written_mails_are_declared_handed_over_once_asked_and_by_name()
    {
        var page = Outbox(DeliveryLine.Written, "");

        Assert.Equal("Courriers remis", Plain(page.Find("[data-primary-act]").TextContent).Trim());
        page.Find("[data-primary-act]").Click();
        Assert.Empty(Done);
        Confirm(page, "Courriers remis");

        Assert.Equal(["U1"], Assert.IsType<DeclareHandedOver>(Assert.Single(Done)).Universities);
    }

    private static SecretaryView At(string hour) => (SecretaryView)DemoMoments.At(hour).View("SEC");

    private static string Row(IEnumerable<AngleSharp.Dom.IElement> rows, string seat) => rows.First(r => r.GetAttribute("data-seat") == seat && r.QuerySelector(".who") is not null).TextContent;

    private static string Tab(IRenderedComponent<SecretaryRoom> page) => page.Find("#tab-messages").TextContent.Trim();

    private static AngleSharp.Dom.IElement ReplaceButton(IRenderedComponent<SecretaryRoom> page) =>
        page.FindAll("li[data-seat=P6] button").Last(b => Plain(b.TextContent) == "Remplacer");

    private static void Confirm(IRenderedComponent<SecretaryRoom> page, string words) =>
        page.FindAll("dialog button").Last(b => Plain(b.TextContent) == words).Click();

    private IRenderedComponent<SecretaryRoom> Outbox(DeliveryLine delivery, string detail)
    {
        var ended = DemoMoments.Ended();
        var view = (SecretaryView)ended.View("SEC");
        var first = view.Notifications.Single(n => n.University == "U1");
        return Show(view with { Expected = view.Expected with { Act = delivery is DeliveryLine.Written ? ActName.DeclareHandedOver : ActName.Leave }, Notifications = [first with { Delivery = delivery, Detail = detail }] }, archive: ended.Archive);
    }

    private IRenderedComponent<SecretaryRoom> Show(SecretaryView view, bool links = false, Func<Archive>? archive = null) => Render<SecretaryRoom>(p =>
    {
        p.Add(x => x.View, view).AddCascadingValue(Desk).AddCascadingValue(Clock);
        if (links)
        {
            Desk.Links = new LinkDesk(command =>
            {
                Done.Add(command);
                return Task.FromResult(new Sent(new Answer(default), null));
            }, "https://jury.example");
        }

        Desk.ArchiveNow = archive;
    });
}
