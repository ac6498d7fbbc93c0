using AumgJury.Core.Sittings;
using AumgJury.Core.Tests.Kit;
using AumgJury.Core.Views;

namespace AumgJury.Core.Tests.Rules;

public sealed class LobbyTests
{
    [Fact]
    public void One_presenter_does_not_bury_the_secretary_in_messages()
    {
        var p = Play.AtTheDoors(Small.Call());
        for (var i = 1; i <= Decide.MostLines; i++)
        {
            p.Do("P1", new SendLine("SEC", null, $"message {i}"));
        }

        var refusal = p.Refused(Actor.Seat("P1"), new SendLine("SEC", null, "encore"));
        Assert.Equal((RefusalName.TooMany, "text"), (refusal.Name, refusal.Field));
        p.Do("P2", new SendLine("SEC", null, "Bonjour."));
        p.Do("SEC", new ConfirmPresence());
        p.Do("SEC", new SendLine("P1", null, "Appelez-moi."));
        var thread = p.View<SecretaryView>("SEC").Threads.Single(t => t.With == "P1");
        Assert.Equal((Lines.ShownMessages, Decide.MostLines), (thread.Messages.Length, thread.Heard));
        Assert.Equal("Appelez-moi.", thread.Messages[^1].Text);
        Assert.Equal($"message {Decide.MostLines}", thread.Messages[^2].Text);
    }

    [Theory]
    [InlineData("pas-une-adresse", RefusalName.BadAddress, "email")]
    [InlineData("a@localhost", RefusalName.BadAddress, "email")]
    [InlineData("a@b@c.fr, d@e.fr", RefusalName.BadAddress, "email")]
    [InlineData("a@exemple.fr\r\nBcc: b@exemple.fr", RefusalName.BadCharacter, "email")]
    public void An_address_is_checked_where_it_is_typed(string email, RefusalName name, string field)
    {
        var p = Play.AtTheDoors(Small.Call());
        p.Do("SEC", new ConfirmPresence());
        var refusal = p.Refused(Actor.Seat("SEC"), new ReplacePresenter("P1", "P9", "Autre", "", email, "", "Empêchée."));
        Assert.Equal((name, field), (refusal.Name, refusal.Field));
    }

    [Theory]
    [InlineData("Anne\r\nBcc: x", RefusalName.BadCharacter)]
    [InlineData("Anne\0", RefusalName.BadCharacter)]
    [InlineData("enn\u202eA", RefusalName.BadCharacter)]
    [InlineData("\u200b", RefusalName.TextMissing)]
    public void A_name_is_one_line_of_what_can_be_seen(string typed, RefusalName name)
    {
        var p = Play.AtTheDoors(Small.Call());
        p.Do("SEC", new ConfirmPresence());
        var refusal = p.Refused(Actor.Seat("SEC"), new ReplacePresenter("P1", "P9", typed, "", "", "", "Empêchée."));
        Assert.Equal((name, "name"), (refusal.Name, refusal.Field));
    }

    [Fact]
    public void Before_the_doors_open_nobody_enters_and_jurors_may_already_draft()
    {
        var p = new Play(Small.Call());
        p.Refused("M3", RefusalName.WrongPhase, new ConfirmPresence());
        p.Do("M3", new KeepDraft("D1", 1, "A1", 4, "", null));
        Assert.Equal(PresenterStanding.Convened, p.View<PresenterView>("P1").Standing);
    }

    [Fact]
    public void Each_person_stands_at_the_door_until_they_confirm()
    {
        var p = Play.AtTheDoors(Small.Call());
        Assert.All(new[] { "M1", "M3", "SEC" }, seat => Assert.False(p.View<DoorView>(seat).ServesRoom));
        p.Do("M3", new ConfirmPresence());
        Assert.True(p.View<MemberView>("M3").ServesRoom);
        p.Refused("M3", RefusalName.Stale, new ConfirmPresence());
    }

    [Fact]
    public void A_waiting_presenter_sees_their_own_state_and_nothing_of_the_others()
    {
        var p = Phases.To(Phase.DoorsOpen);
        var view = p.View<PresenterView>("P2");
        Assert.Equal((PresenterStanding.Waiting, "Deux", Demo.At(10, 0)), (view.Standing, view.UniversityName, view.Estimate!.Value));
        Assert.Equal(["D3"], view.Dossiers.Select(d => d.Id));
        Assert.All(new[] { "\"Un\"", "\"Trois\"", "Représentante un", "Dr Un", "Présidente" }, other => Assert.DoesNotContain(other, p.Json("P2"), StringComparison.Ordinal));
    }

    [Fact]
    public void Two_lines_exist_and_no_third()
    {
        var p = Phases.To(Phase.DoorsOpen);
        p.Do("SEC", new SendLine("M1", null, "Tout le monde est là."));
        p.Do("M1", new SendLine("SEC", null, "Merci."));
        p.Do("SEC", new SendLine("P2", null, "Bonjour."));
        p.Do("P2", new SendLine("SEC", null, "Bonjour à vous."));
        p.Refused("P2", RefusalName.LineClosed, new SendLine("M1", null, "Madame la présidente"));
        p.Refused("P2", RefusalName.LineClosed, new SendLine("P1", null, "Collègue"));
        p.Refused("SEC", RefusalName.LineClosed, new SendLine("M3", null, "Aparté"));
        p.Refused("M1", RefusalName.LineClosed, new SendLine("P1", null, "Aparté"));
        p.Refused("M3", RefusalName.NotYourRole, new SendLine("SEC", null, "Aparté"));
        p.Refused("SEC", RefusalName.UnknownSeat, new SendLine("M99", null, "Qui ?"));
        Assert.Equal(["Bonjour.", "Bonjour à vous."], p.View<PresenterView>("P2").Messages.Select(m => m.Text));
        Assert.Empty(p.View<PresenterView>("P1").Messages);
        Assert.Equal(["Tout le monde est là.", "Merci."], p.View<ChairView>("M1").Console.Messages.Select(m => m.Text));
    }

    [Fact]
    public void While_the_room_is_closed_waiting_universities_get_ready_answers_only_and_the_one_moved_out_nothing()
    {
        var p = Play.Marking(Small.Call());
        p.Refused("SEC", RefusalName.ReadyAnswersOnly, new SendLine("P2", null, "Le jury a aimé D1."));
        p.Do("SEC", new SendLine("P2", "Patientez", "ignored"));
        Assert.Equal(("Patientez", ""), p.View<PresenterView>("P2").Messages.Select(m => (m.Ready!, m.Text)).Single());
        p.Refused("SEC", RefusalName.Malformed, new SendLine("P2", "le jury a aimé D1", ""));
        p.Refused("SEC", RefusalName.Malformed, new SendLine("P2", "D1-a-plu", ""));
        p.Refused("SEC", RefusalName.Malformed, new SendLine("P2", "Absent", ""));
        p.Refused("SEC", RefusalName.LineClosed, new SendLine("P1", "Patientez", ""));
        var before = p.Json("P1");
        p.Do("P1", new SendLine("SEC", null, "J'ai oublié mes lunettes."));
        Assert.Equal(before, p.Json("P1"));
        Assert.Contains(p.View<SecretaryView>("SEC").Threads.Single(t => t.With == "P1").Messages, m => m.Text.StartsWith("J'ai oublié", StringComparison.Ordinal));
        Assert.Equal(RefusalName.LineClosed, p.View<SecretaryView>("SEC").Threads.Single(t => t.With == "P1").FreeText);
    }

    [Fact]
    public void After_the_release_the_line_is_open_again_and_seen()
    {
        var p = Play.Marking(Small.Call());
        p.Do("M1", new ReleaseUniversity("U1"));
        p.Do("SEC", new SendLine("P1", "Merci", ""));
        Assert.Equal((PresenterStanding.Released, "Merci"), (p.View<PresenterView>("P1").Standing, p.View<PresenterView>("P1").Messages.Single().Ready!));
    }

    [Fact]
    public void A_presenter_who_will_be_late_says_so_and_chair_and_secretary_see_it()
    {
        var p = Play.AtTheHearings(Small.Call());
        p.Refused("P2", RefusalName.OutOfRange, new SayLate(0));
        p.Refused("P2", RefusalName.OutOfRange, new SayLate(121));
        p.Do("P2", new SayLate(20));
        Assert.True(p.View<PresenterView>("P2").SaidLate);
        Assert.Equal(20, p.View<ChairView>("M1").Console.Order.Single(o => o.University == "U2").LateMinutes);
        Assert.Equal(20, p.View<SecretaryView>("SEC").Order.Single(o => o.University == "U2").LateMinutes);
    }

    [Fact]
    public void An_estimate_changes_only_when_somebody_publishes_it()
    {
        var p = Play.Hearing(Small.Call());
        p.Until(10, 30);
        p.PresentAll("U1");
        Assert.True(p.View<SecretaryView>("SEC").Order.Single(o => o.University == "U2").Expected > Demo.At(9, 30));
        Assert.Equal(Demo.At(10, 0), p.View<PresenterView>("P2").Estimate);
        p.Leave("U1");
        p.Do("M1", new FinishHearing("U1"));
        Assert.Equal(Demo.At(10, 0), p.View<PresenterView>("P2").Estimate);
        p.Do("SEC", new AnnounceHours());
        var estimate = p.View<PresenterView>("P2").Estimate!.Value;
        Assert.Equal(Demo.At(11, 0), estimate);
        Assert.Equal(0, estimate.Minute % 5);
    }

    [Fact]
    public void A_university_moved_in_the_order_is_told_its_new_hour_and_answers_it()
    {
        var p = Play.AtTheHearings(Small.Call());
        p.Do("SEC", new MoveUniversity("U3", 0));
        Assert.Equal(["U3", "U1", "U2"], p.Inside.Order);
        var notice = p.View<PresenterView>("P3").Notice!;
        Assert.Equal((Demo.At(9, 20), false, (bool?)null), (notice.Hour, notice.Swap, notice.Agreed));
        p.Refused("P3", RefusalName.Stale, new AnswerHour("U1", notice.Hour, true));
        p.Answer("U3", true);
        p.Refused("P3", RefusalName.Stale, new AnswerHour("U3", notice.Hour, false));
        Assert.True(p.View<SecretaryView>("SEC").Order[0].Notice!.Agreed);
        p.Refused("SEC", RefusalName.OutOfRange, new MoveUniversity("U3", 3));
        p.Refused("SEC", RefusalName.OutOfRange, new MoveUniversity("U3", -1));
        p.Refused("SEC", RefusalName.UnknownUniversity, new MoveUniversity("U9", 0));
    }

    [Fact]
    public void A_university_already_heard_does_not_move()
    {
        var p = Play.Marking(Small.Call());
        p.Refused("SEC", RefusalName.Stale, new MoveUniversity("U1", 2));
        p.Refused("SEC", RefusalName.OutOfRange, new MoveUniversity("U3", 0));
        p.Do("SEC", new MoveUniversity("U3", 1));
        Assert.Equal(["U1", "U3", "U2"], p.Inside.Order);
    }

    [Fact]
    public void A_swap_is_proposed_and_changes_the_order_only_when_accepted()
    {
        var p = Play.AtTheHearings(Small.Call());
        p.Do("SEC", new ProposeSwap("U1", "U3"));
        Assert.True(p.View<PresenterView>("P3").Notice!.Swap);
        Assert.Null(p.View<PresenterView>("P1").Notice);
        p.Answer("U3", false);
        Assert.Equal(["U1", "U2", "U3"], p.Inside.Order);
        p.Do("SEC", new ProposeSwap("U1", "U3"));
        p.Answer("U3", true);
        Assert.Equal(["U3", "U2", "U1"], p.Inside.Order);
        Assert.NotNull(p.View<PresenterView>("P1").Notice);
        p.Refused("SEC", RefusalName.Stale, new ProposeSwap("U1", "U1"));
    }

    [Fact]
    public void An_answer_names_the_hour_it_was_given_to()
    {
        var p = Play.AtTheHearings(Small.Call());
        p.Do("SEC", new ProposeSwap("U1", "U3"));
        var first = p.View<PresenterView>("P3").Notice!.Hour;
        p.Do("SEC", new MoveUniversity("U3", 1));
        var second = p.View<PresenterView>("P3").Notice!.Hour;
        Assert.NotEqual(first, second);
        p.Refused("P3", RefusalName.Stale, new AnswerHour("U3", first, true));
        Assert.Equal(["U1", "U3", "U2"], p.Inside.Order);
        p.Do("P3", new AnswerHour("U3", second, true));
    }

    [Fact]
    public void A_swap_is_withdrawn_when_the_other_university_is_called_after_all()
    {
        var p = Play.AtTheHearings(Small.Call());
        p.Do("SEC", new ProposeSwap("U1", "U3"));
        var hour = p.View<PresenterView>("P3").Notice!.Hour;
        p.Do("M1", new CallUniversity("U1"));
        Assert.Null(p.View<PresenterView>("P3").Notice);
        p.Refused("P3", RefusalName.Stale, new AnswerHour("U3", hour, true));
        Assert.Equal(["U1", "U2", "U3"], p.Inside.Order);
    }

    [Fact]
    public void A_presenter_is_replaced_under_a_new_seat_and_the_old_one_is_gone()
    {
        var p = Play.AtTheHearings(Small.Call());
        p.Do("SEC", new IssueLink("P2", new string('a', 64)));
        var replacement = new ReplacePresenter("P2", "P2b", "Dr Remplaçant", "Maître de conférences", "r@example.org", "05", "Malade");
        p.Refused("SEC", RefusalName.IdentifierTaken, replacement with { NewSeat = "M1" });
        p.Refused("SEC", RefusalName.IdentifierTaken, replacement with { NewSeat = "a b" });
        p.Refused("SEC", RefusalName.TextMissing, replacement with { Reason = " " });
        p.Refused("SEC", RefusalName.UnknownSeat, replacement with { Seat = "M3" });
        p.Do("SEC", replacement);
        Assert.IsType<GoneView>(p.State.View("P2"));
        Assert.Contains(p.View<SecretaryView>("SEC").Incidents, i => i is { Kind: "replaced", UniversityName: "Deux", SeatName: "Dr Remplaçant", Text: "Malade" });
        Assert.Null(p.State.Access("P2").Link);
        Assert.False(p.State.Access("P2").Live);
        p.Refused("P2", RefusalName.LinkEnded, new SayLate(5));
        p.Refused("SEC", RefusalName.LinkEnded, new IssueLink("P2", new string('b', 64)));
        Assert.Equal(("Dr Remplaçant", "Deux"), (p.View<PresenterView>("P2b").Name, p.View<PresenterView>("P2b").UniversityName));
    }

    [Fact]
    public void Nobody_is_replaced_in_the_middle_of_a_hearing() =>
        Play.Hearing(Small.Call()).Refused("SEC", RefusalName.HearingInProgress, new ReplacePresenter("P1", "P1b", "Dr R", "", "", "", "Malade"));

    [Fact]
    public void With_a_transition_between_slots_the_hours_follow_one_another()
    {
        var p = Play.AtTheHearings(Small.Call(r => r with { TransitionMinutes = 10 }));
        p.Until(9, 20);
        p.Do("M1", new CallUniversity("U1"));
        Assert.Equal(Demo.At(10, 10), p.View<SecretaryView>("SEC").Order.Single(o => o.University == "U2").Expected);
        Assert.Equal(Demo.At(10, 10), p.View<PresenterView>("P2").Estimate);
        Assert.Equal(Demo.At(10, 40), p.View<PresenterView>("P3").Estimate);
    }
}
