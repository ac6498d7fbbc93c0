using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Room;
using AumgJury.Web.Sitting.Member;
using Bunit;

namespace AumgJury.Web.Tests.Sitting.Marking;

public sealed class MemberRoomTests : MemberContext
{
    private IRenderedComponent<MemberRoom> Room(string seat = "M4") => Show<MemberRoom>(p => p.Add(x => x.View, Member(seat)), seat);

    [Fact]
    public void A_member_who_would_leave_a_hearing_reads_what_it_costs_and_may_stay()
    {
        At("11:20:00");
        var room = Room();
        room.Find("[data-step-out]").Click();

        Assert.Contains("vous ne pourrez pas noter D08", room.FindAll("dialog").Single(d => d.TextContent.Contains("D08", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        Assert.Empty(Sent);
    }

    [Fact]
    public void A_voter_without_whom_the_quorum_is_lost_is_asked_before_stepping_out_and_another_is_not()
    {
        At("11:46:00");
        var view = Member() with { Cost = null };
        var room = Show<MemberRoom>(p => p.Add(x => x.View, view with { Me = view.Me with { BreaksQuorum = true } }));
        room.Find("[data-step-out]").Click();

        Assert.Contains("la séance sera suspendue", room.FindAll("dialog").Single(d => d.ChildElementCount > 0).TextContent, StringComparison.Ordinal);
        Assert.Empty(Sent);

        room = Show<MemberRoom>(p => p.Add(x => x.View, view));
        room.Find("[data-step-out]").Click();
        Assert.IsType<StepOut>(Assert.Single(Sent));
    }

    [Fact]
    public void Who_has_the_floor_gives_it_back_with_the_button_that_asked_for_it()
    {
        At("11:20:00");
        var view = Member();
        view = view with { Expected = view.Expected with { Act = ActName.Listen } };
        IRenderedComponent<MemberRoom> With(bool floor, int hand) => Show<MemberRoom>(p => p.Add(x => x.View, view with { Me = view.Me with { HasFloor = floor, HandPlace = hand } }));

        With(floor: false, hand: 0).Find("[data-hand]").Click();
        With(floor: false, hand: 2).Find("[data-hand]").Click();
        var speaks = With(floor: true, hand: 0);
        Assert.Equal("Rendre la parole", speaks.Find("[data-hand]").TextContent.Trim());
        Assert.Equal("Rendre la parole", speaks.Find("[data-primary-act]").TextContent.Trim());
        Assert.Contains("Vous avez la parole", speaks.Find("#action").TextContent, StringComparison.Ordinal);
        speaks.Find("[data-hand]").Click();
        speaks.Find("[data-primary-act]").Click();
        Assert.Equal([new RaiseHand(), new LowerHand(), new LowerHand(), new LowerHand()], Sent);
    }

    [Fact]
    public void A_press_that_was_meant_for_the_words_before_does_not_do_the_opposite()
    {
        At("11:20:00");
        var view = Member();
        MemberView With(bool floor) => view with { Me = view.Me with { HasFloor = floor } };
        var room = Show<MemberRoom>(p => p.Add(x => x.View, With(floor: true)));

        room.Render(p => p.Add(x => x.View, With(floor: false)));
        room.Find("[data-hand]").Click();
        Assert.Empty(Sent);
        Time.Advance(ActPlace.Settling);
        room.Find("[data-hand]").Click();
        Assert.Equal([new RaiseHand()], Sent);
    }

    [Fact]
    public void Who_has_not_said_their_links_is_asked_first_until_they_answer()
    {
        At("11:20:00");
        var view = Member();
        var room = Show<MemberRoom>(p => p.Add(x => x.View, view with { Me = view.Me with { DeclaredNoInterest = false } }));
        room.Find(".calls [data-no-link]").Click();

        Assert.Equal(new DeclareInterest(null, ""), Assert.Single(Sent));
        room.Render(p => p.Add(x => x.View, Member()));
        Assert.Empty(room.FindAll(".calls [data-no-link]"));
        Assert.Single(room.FindAll(".interest"));
    }

    [Fact]
    public void Who_is_heard_is_named_large_with_the_dossier_and_its_clock()
    {
        At("11:20:00");
        var stage = Room().Find(".heard");

        Assert.Equal("Pr N. Caradec (Val-de-Bièvre)", stage.QuerySelector(".who")!.TextContent);
        Assert.Contains("Dossier 1 sur 2\u00a0: D08", stage.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(stage.QuerySelectorAll("[role=timer]"));
        Assert.Equal("La parole est à Pr N. Caradec", stage.QuerySelector(".floor")!.TextContent.Trim());
    }

    [Fact]
    public void The_floor_is_a_representative_s_only_while_the_jury_can_hear_them()
    {
        At("11:20:00");
        var view = Member();
        string? Floor(MemberView shown) => Show<MemberRoom>(p => p.Add(x => x.View, shown)).Find(".heard").QuerySelector(".floor")?.TextContent.Trim();
        PersonLine[] Muted() => [.. view.People.Select(p => p.Seat == view.Hearing!.PresenterSeat ? p with { MutedByChair = true } : p)];

        Assert.Equal("La parole n’est à personne.", Floor(view with { Hearing = view.Hearing! with { Held = true } }));
        Assert.Equal("La parole n’est à personne.", Floor(view with { Hearing = view.Hearing with { PresenterConnected = false } }));
        Assert.Equal("La parole n’est à personne.", Floor(view with { People = Muted() }));
        Assert.Null(Floor(view with { Sitting = view.Sitting with { Suspension = new(SuspensionCause.Chair, Play.Now, null, "") } }));
    }

    [Fact]
    public void Asking_for_the_floor_is_the_act_while_somebody_is_heard()
    {
        At("11:20:00");
        Room().Find("[data-primary-act]").Click();

        Assert.IsType<RaiseHand>(Assert.Single(Sent));
    }

    [Fact]
    public void The_empty_chair_that_falls_to_a_member_is_one_act_with_a_way_to_leave_it_to_the_next()
    {
        At("11:45:10");
        Play.Do(Actor.Seat("M1"), new HandOver());
        Play.Do(Actor.Seat("M1"), new StepOut());
        Play.Do(Actor.Presence, new LoseSeat("M2"));

        // M3 is recused on the University at hand.
        Assert.True(Member("M4") is { MayTakeChair: true, MayPassChair: true });
        var room = Room("M4");

        Assert.Contains("Dans l'ordre de la liste du jury, c'est à vous de présider", room.Find("[data-chair]").TextContent.Replace('’', '\''), StringComparison.Ordinal);
        room.Find("[data-pass]").Click();
        Assert.False(Member("M4").MayTakeChair);
        Room("M5").Find("[data-chair] button").Click();
        Assert.IsType<ChairView>(Play.State.View("M5"));
    }

    [Fact]
    public void Another_device_of_ones_own_is_let_in_here_in_one_press()
    {
        At("11:45:10");
        Play.Try(Actor.Access, new IssueLink("M4", new string('a', 64)));
        Play.Try(Actor.Access, new OpenSession("M4", new string('b', 64), false));
        Play.Try(Actor.Access, new OpenSession("M4", new string('c', 64), true));

        var button = Room().FindAll("button").Single(b => b.TextContent.Contains("C'est moi", StringComparison.Ordinal) || b.TextContent.Contains("C’est moi", StringComparison.Ordinal));
        button.Click();

        Assert.Equal(new AdmitMyDevice("cccccccc"), Assert.Single(Sent));
        Assert.Empty(Member().Admits);
        Assert.Equal(new string('c', 64), Play.State.Access("M4").Session);
    }

    [Fact]
    public void In_the_closed_room_the_act_is_to_submit()
    {
        At("11:45:10");

        Assert.Contains("Transmettre ma grille", Room().Find("[data-primary-act]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_round_is_said_in_the_heading_with_how_many_grids_are_its_own()
    {
        var play = At("11:48:00");
        Assert.Null(play.Send(Actor.Seat("M1"), new OpenSecondRound("D08", "Un point a été mal lu.")).Refusal);
        var room = Room();

        Assert.Equal("Second tour D08", room.Find(".heard .what").TextContent);
        Assert.Equal("Second tour\u00a0: 0 grille transmise de nouveau, 7 gardées du premier tour", room.Find(".heard .about").TextContent);
    }

    [Fact]
    public void In_the_final_deliberation_the_board_is_read_beside_one_s_own_marks()
    {
        At("13:09:30");
        var room = Room();

        Assert.NotEmpty(room.FindAll(".board"));
        Assert.NotEmpty(room.FindAll("[data-board-detail]"));
        room.Find("#tab-mark").Click();
        Assert.NotEmpty(room.FindAll(".board"));
        Assert.Empty(room.FindAll("[data-board-detail]"));
        Assert.NotEmpty(room.FindAll("[data-revealed]"));
        Assert.Contains("Lire le tableau", room.Find("[data-primary-act]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void At_the_roll_call_a_member_says_that_there_is_no_link()
    {
        At("09:04:30");
        var room = Room();
        room.Find("[data-no-link]").Click();

        Assert.Equal(new DeclareInterest(null, ""), Assert.Single(Sent));
        Assert.True(Member().Me.DeclaredNoInterest);
    }

    [Fact]
    public void What_was_said_of_ones_links_is_answered_where_it_was_said()
    {
        At("09:04:30");
        var room = Room();
        room.Find("[data-no-link]").Click();
        room.Render(p => p.Add(x => x.View, Member()));

        Assert.Empty(room.FindAll("[data-no-link]"));
        Assert.Contains("vous n’avez déclaré aucun lien", Assert.Single(room.FindAll(".interest [role=status]")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_deputy_of_a_chair_who_is_gone_reads_when_they_may_preside()
    {
        At("09:04:30");
        var notices = Show<MemberNotices>(p => p.Add(x => x.View, Member() with { ChairFallsAt = Time.GetUtcNow().AddSeconds(42) }));
        Assert.Contains("vous pourrez présider dans", notices.Find("[data-chair-falls]").TextContent, StringComparison.Ordinal);

        notices.Render(p => p.Add(x => x.View, Member()));
        Assert.Empty(notices.FindAll("[data-chair-falls]"));
    }

    [Fact]
    public void A_ruling_answers_the_link_that_was_declared()
    {
        At("09:04:30");
        var files = Member().Work.Files;
        var form = Show<InterestForm>(p => p.Add(x => x.Files, files).Add(x => x.Dossier, "D03").Add(x => x.Declared, true));
        form.Find("[data-link]").Click();
        form.Find("textarea").Input("Direction de thèse.");
        form.Find("form").Submit();
        Assert.Contains("Votre lien est déclaré pour D03", form.Find("[role=status]").TextContent, StringComparison.Ordinal);

        form.Render(p => p.Add(x => x.Barred, [new BarredDossier("D03", "Paris-Ourcq", "Dr X")]));
        Assert.Equal("", form.Find("[role=status]").TextContent);
        Assert.StartsWith("Déport pour D03", form.Find("[data-ruled]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recused_member_is_warned_with_the_time_left_and_may_leave_at_once()
    {
        At("11:14:20");
        var room = Room("M3");
        room.Find("[data-leaves] button").Click();

        Assert.IsType<StepOut>(Assert.Single(Sent));
        Assert.Equal(OutsideReason.Recused, Assert.IsType<OutsideView>(Play.State.View("M3")).Reason);
    }

    [Fact]
    public void Outside_a_recused_member_reads_the_University_and_nothing_of_where_the_sitting_is()
    {
        At("11:20:00");
        var page = Show<OutsidePage>(p => p.Add(x => x.View, (OutsideView)Play.State.View("M3")), "M3");

        Assert.Contains("Val-de-Bièvre", page.Find(".seal").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Ce qui se passe", "Ce que vous pouvez faire", "Votre retour"], page.FindAll("h2").Select(h => h.TextContent));
        Assert.DoesNotContain("D08", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Caradec", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-primary-act]"));
    }

    [Fact]
    public void At_the_door_one_confirms_name_and_solitude()
    {
        At("08:56:20");
        var page = Show<DoorPage>(p => p.Add(x => x.View, (DoorView)Play.State.View("M4")));
        Assert.Equal("Dr M. Orsoni, FNCS, centres de santé", page.Find(".ask").TextContent);
        page.Find("[data-primary-act]").Click();

        Assert.IsType<ConfirmPresence>(Assert.Single(Sent));
    }

    [Fact]
    public void Leaving_the_device_is_asked_once_and_posted_with_a_token()
    {
        At("14:00:00");
        var room = Room();
        var form = room.Find("form[action=quitter]");

        Assert.Equal("post", form.GetAttribute("method"));
        room.Find("[data-primary-act]").Click();
        Assert.Contains("rien de vous ne reste ici", room.Markup, StringComparison.Ordinal);
        Assert.Empty(Sent);
    }
}
