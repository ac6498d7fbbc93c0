using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Realtime;
using AumgJury.Web.Room;
using AumgJury.Web.Sitting.Chair;
using Bunit;

namespace AumgJury.Web.Tests.Sitting.Chair;

public sealed class ConductTests : ChairContext
{
    [Fact]
    public void A_lost_voter_is_named_and_the_hearing_suspended_in_one_press()
    {
        var room = Room("lost");
        Assert.Contains("Dr S. Abitbol-Ferrand est hors ligne depuis", room.Find("[data-tone=doubt]").TextContent, StringComparison.Ordinal);

        Press(room, "Suspendre l’audition");

        Assert.IsType<Suspend>(Assert.Single(Sent));
        Assert.Equal(SuspensionCause.VoterLost, View.Sitting.Suspension!.Cause);
    }

    [Fact]
    public void Going_on_without_a_vote_names_what_it_costs_first()
    {
        var room = Room("lost");
        Press(room, "Poursuivre sans sa voix sur D01");
        Assert.Empty(Sent);

        Press(room, "Poursuivre");

        Assert.Equal(new GoOnWithout("M6", "D01"), Assert.Single(Sent));
        Assert.Empty(room.FindAll("[data-tone=doubt]"));
    }

    [Fact]
    public void The_floor_is_given_in_the_order_of_the_hands()
    {
        var room = Room("presentation");
        Assert.Equal(["Dr\u00a0M.\u00a0Orsoni", "Dr\u00a0Y.\u00a0Kerdoncuff"], room.FindAll("ol li .name").Select(n => n.TextContent));

        Press(room, "Donner la parole à Dr M. Orsoni");

        Assert.Equal(new GiveFloor("M4"), Assert.Single(Sent));
    }

    [Fact]
    public void The_floor_is_not_offered_to_somebody_whose_link_is_lost()
    {
        Room("presentation");
        var queue = Render<HandsQueue>(p => p.AddCascadingValue(Desk).Add(x => x.People, [Scenes.Person("M4", "Dr M. Orsoni", PersonStanding.Lost, hand: 1), Scenes.Person("M6", "Dr S. Abitbol-Ferrand", hand: 2)]));

        Assert.Equal("Donner la parole à Dr S. Abitbol-Ferrand", Assert.Single(queue.FindAll("button")).GetAttribute("aria-label"));
        Assert.Contains("n’est pas dans la salle", queue.FindAll("li")[0].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_prolongation_wants_its_incident()
    {
        var room = Room("presentation");
        Press(room, "Prolonger…");
        room.Find("#prolong-minutes").Change("3");
        room.Find("form.reason textarea").Input("Son coupé.");

        room.Find("form.reason").Submit();

        Assert.Equal(new Prolong("D01", 3, "Son coupé."), Assert.Single(Sent));
    }

    [Fact]
    public void A_refusal_is_said_at_the_field_and_what_was_typed_stays()
    {
        var room = Room("presentation");
        Press(room, "Prolonger…");
        room.Find("#prolong-minutes").Change("31");
        room.Find("form.reason textarea").Input("Son coupé.");

        room.Find("form.reason").Submit();

        Assert.Equal("Cette valeur doit être comprise entre 1 et 30. Rien n’a changé. Corrigez-la.", room.Find(".fault").TextContent);
        Assert.Equal("Son coupé.", room.Find("form.reason textarea").GetAttribute("value"));
    }

    [Fact]
    public void The_clock_pauses_and_starts_again()
    {
        var room = Room("presentation");
        Press(room, "Pause");
        Press(room, "Reprendre le temps");

        Assert.Equal([new PauseClock("D01"), new ResumeClock("D01")], Sent);
    }

    [Fact]
    public void Declaring_the_room_closed_wants_a_reason_and_names_this_closing()
    {
        var room = Room("closing");
        Press(room, "Déclarer le huis clos…");
        room.Find("form.reason textarea").Input("Pont téléphonique, chacun s'est nommé.");

        room.Find("form.reason").Submit();

        Assert.Equal(View.Sitting.Room.Number, Assert.IsType<AttestRoom>(Assert.Single(Sent)).Number);
        Assert.Equal(RoomSign.Attested, View.Sitting.Room.Sign);
    }

    [Fact]
    public void A_suspension_names_its_hour_on_the_sitting_s_day()
    {
        var room = Room("between");
        Press(room, "Autres actions");
        Press(room, "Suspendre la séance…");
        room.Find("#suspend-until").Change("11:15:00");

        room.Find("form.reason").Submit();

        Assert.Equal(new DateTimeOffset(2021, 5, 6, 11, 15, 0, TimeSpan.FromHours(2)), Assert.IsType<Suspend>(Assert.Single(Sent)).Until);
    }

    [Fact]
    public void Nobody_is_judged_on_the_file_before_the_grace_is_over()
    {
        var room = Room("absent");
        Assert.Contains("Paris-Lutèce n’est pas là. Délai jusqu’à 9\u202fh\u202f30.", room.Find("[data-tone=attention]").TextContent, StringComparison.Ordinal);

        Press(room, "Juger sur dossier");

        Assert.Empty(Sent);
        Assert.Empty(room.FindAll("dialog.ask h2"));
    }

    [Fact]
    public void Nobody_is_said_to_be_missing_before_the_hour_that_they_were_told()
    {
        Room("absent");
        var line = Scene.Console.Order[0] with { Published = Call.Now.AddMinutes(56), GraceEnds = Call.Now.AddMinutes(66) };
        var panel = Render<AbsencePanel>(p => p.AddCascadingValue(Desk).AddCascadingValue(new SittingClock(Call.Now, Time.GetUtcNow(), 1)).Add(x => x.Line, line).Add(x => x.Order, Scene.Console.Order));
        Assert.Contains($"{line.Name} est attendue à", panel.Markup, StringComparison.Ordinal);
        Assert.Empty(panel.FindAll("[data-tone=attention]"));

        Time.Advance(TimeSpan.FromMinutes(57));
        panel.WaitForAssertion(() => Assert.Contains($"{line.Name} n’est pas là", panel.Find("[data-tone=attention]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void A_swap_is_proposed_to_the_next_university()
    {
        var room = Room("absent");

        Press(room, "Permuter avec Paris-Ourcq");

        Assert.Equal(new ProposeSwap("U1", "U2"), Assert.Single(Sent));
        Assert.Contains("réponse attendue", room.Find("[data-tone=attention]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Handing_over_asks_once()
    {
        var room = Room("between");
        Press(room, "Autres actions");
        Press(room, "Passer la présidence…");
        Assert.Empty(Sent);

        Press(room, "Passer la présidence");

        Assert.IsType<HandOver>(Assert.Single(Sent));
    }

    [Fact]
    public void The_secretary_who_conducts_may_not_hand_over_nor_declare_the_room_closed()
    {
        Room("closing");
        Call.Do("M1", new LetSecretaryConduct(true));
        var scene = ConductScene.Of(Call.View<SecretaryView>("SEC"))!;

        var menu = Render<ChairMenu>(p => p.AddCascadingValue(Desk).AddCascadingValue(new Conducting()).Add(m => m.Scene, scene));
        menu.Find(".toggle").Click();

        Assert.DoesNotContain("présidence", menu.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Déclarer le huis clos", menu.Markup, StringComparison.Ordinal);
        Assert.Contains("Noter un incident", menu.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void The_demo_s_clock_is_in_the_menu_and_moves_on()
    {
        Room("between");
        var time = new SittingTime(Time, SittingClock.RealTime(Time.GetUtcNow()));
        var before = time.Clock.At;
        Desk.Demo = new DemoClock(time);
        var menu = Render<ChairMenu>(p => p.AddCascadingValue(Desk).AddCascadingValue(new Conducting()).Add(m => m.Scene, Scene));
        menu.Find(".toggle").Click();

        menu.FindAll(".demo button").First(b => b.TextContent.Contains('5', StringComparison.Ordinal)).Click();

        Assert.Equal(TimeSpan.FromMinutes(5), time.Clock.At - before);
    }

    [Fact]
    public void Escape_closes_the_menu()
    {
        var room = Room("between");
        Press(room, "Autres actions");
        Assert.Single(room.FindAll(".menu .list"));

        room.Find(".menu").KeyDown("Escape");

        Assert.Empty(room.FindAll(".menu .list"));
    }
}
