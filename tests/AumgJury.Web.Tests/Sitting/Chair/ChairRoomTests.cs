using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Pages;
using AumgJury.Web.Sitting.Chair;
using AumgJury.Web.Texts;
using Bunit;

namespace AumgJury.Web.Tests.Sitting.Chair;

public sealed class ChairRoomTests : ChairContext
{
    private static string Spaced(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');

    public static TheoryData<string> Moments => [.. ChairRehearsal.Moments];

    [Theory]
    [MemberData(nameof(Moments))]
    public void No_screen_has_two_primary_acts(string moment) =>
        Assert.InRange(Room(moment).FindAll("[data-primary-act]").Count, 0, 1);

    [Theory]
    [InlineData("convened", "Ouvrir les portes")]
    [InlineData("doors", "Ouvrir la séance")]
    [InlineData("rollcall", "Constater l’identité de Pr A. Castellane")]
    [InlineData("interest", "Statuer sur le lien déclaré par Pr I. Belhadj-Morel")]
    [InlineData("rules", "Adopter le règlement intérieur")]
    [InlineData("between", "Appeler Paris-Lutèce")]
    [InlineData("welcome", "Confirmer l’identité de Pr A. Lefranc")]
    [InlineData("presentation", "Passer aux questions")]
    [InlineData("conclusion", "Faire sortir Pr A. Lefranc")]
    [InlineData("missing", "Dévoiler D01")]
    [InlineData("revealed", "Clore D01")]
    [InlineData("suspended", "Reprendre la séance")]
    [InlineData("final", "Appeler Paris-Ourcq")]
    public void Each_moment_names_the_act_expected(string moment, string words) => Assert.Equal(words, Primary(Room(moment)));

    [Theory]
    [InlineData("called", "Annuler l’appel")]
    [InlineData("entering", "Annuler l’entrée")]
    [InlineData("closing", "Déclarer le huis clos…")]
    public void While_something_is_awaited_only_the_way_back_is_offered(string moment, string words)
    {
        var room = Room(moment);

        Assert.Empty(Primary(room));
        Assert.Contains(room.FindAll(".awaited button"), b => b.TextContent.Trim() == words);
    }

    [Fact]
    public void A_link_made_in_the_sitting_is_said_to_the_chair_who_alone_admits_by_it()
    {
        var room = Room("between");
        Assert.Null(Call.Try(Actor.Seat("SEC"), new IssueLink("M4", new string('a', 64))));
        room.Render(p => p.Add(r => r.View, View));
        Assert.Contains(Said, words => words.Contains("Un nouveau lien a été créé pour", StringComparison.Ordinal));
        Assert.Contains("Créé par", room.Markup, StringComparison.Ordinal);

        Assert.Null(Call.Try(Actor.Access, new OpenSession("M4", new string('b', 64), true)));
        room.Render(p => p.Add(r => r.View, View));
        Assert.Equal(View.Console.WaitingDevices[0].Code, room.Find("[data-code]").TextContent);
        Assert.Contains("par un lien créé par", room.Markup, StringComparison.Ordinal);
        Press(room, $"Admettre {View.Console.WaitingDevices[0].Name}");

        Assert.Equal(new Readmit("M4", "bbbbbbbb"), Assert.Single(Sent));
        Assert.Empty(View.Console.WaitingDevices);
    }

    [Fact]
    public void A_jurors_or_the_authoritys_link_is_revoked_after_one_question_that_names_the_person_and_what_follows()
    {
        var room = Room("between");
        Assert.All(["M4", "AUT", "P1"], seat => Assert.Null(Call.Try(Actor.Setup, new IssueLink(seat, Sum(seat)))));
        room.Render(p => p.Add(r => r.View, View));
        Assert.Equal(["AUT", "M4", "P1"], room.FindAll("[data-revoke]").Select(b => b.GetAttribute("data-revoke")).Order(StringComparer.Ordinal));
        var name = View.Console.Links.Single(l => l.Seat == "AUT").Name;

        Press(room, $"Révoquer le lien de {name}");
        Assert.Empty(Sent);
        Assert.Equal($"Révoquer le lien de {name}\u202f?", room.Find("dialog.ask h2").TextContent);
        Assert.Contains("sort aussitôt", room.Find("dialog.ask p").TextContent, StringComparison.Ordinal);
        room.Find("dialog.ask button:not([data-safe])").Click();

        Assert.Equal(new RevokeLink("AUT"), Assert.Single(Sent));
        Assert.Empty(room.FindAll("[data-revoke=AUT]"));
    }

    [Fact]
    public void Revoking_the_link_of_a_voter_without_whom_quorum_is_lost_says_so()
    {
        var room = Room("between");
        Assert.Null(Call.Try(Actor.Setup, new IssueLink("M4", Sum("M4"))));
        room.Render(p => p.Add(r => r.View, View with { Sitting = View.Sitting with { Quorum = View.Sitting.Voters } }));
        var name = View.Console.Links.Single(l => l.Seat == "M4").Name;

        Press(room, $"Révoquer le lien de {name}");

        Assert.StartsWith("Le quorum ne sera plus atteint", room.Find("dialog.ask p").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Calling_asks_once_and_says_how_many_will_be_seen()
    {
        var room = Room("between");

        Press(room, "Appeler Paris-Lutèce");

        Assert.Empty(Sent);
        Assert.Contains("La salle s’ouvre à son entrée. Pr A. Lefranc verra et entendra 9 personnes.", room.Find("dialog.ask p").TextContent, StringComparison.Ordinal);
        Press(room, "Appeler");
        Assert.Equal(new CallUniversity("U1"), Assert.Single(Sent));
    }

    [Fact]
    public void Calling_says_that_the_university_announced_a_delay()
    {
        var room = Room("between");
        Assert.Null(Call.Try(Actor.Seat("P1"), new SayLate(15)));
        room.Render(p => p.Add(r => r.View, View));

        Press(room, "Appeler Paris-Lutèce");

        Assert.StartsWith("Paris-Lutèce. Sera en retard d’environ 15 min.", Spaced(room.Find("dialog.ask p").TextContent), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("conduct")]
    [InlineData("mark")]
    [InlineData("order")]
    public void A_latecomer_at_the_door_is_shown_in_every_tab_and_by_the_question_that_calls(string tab)
    {
        var room = Room("between");
        var late = View with { Console = View.Console with { RollCall = [.. View.Console.RollCall.Select(a => a.Seat == "M4" ? a with { Status = AttendanceStatus.Late, Admitted = false, Confirmed = true, Connected = true, Declared = false } : a)] } };
        room.Render(p => p.Add(r => r.View, late));
        room.Find($"#tab-{tab}").Click();

        Assert.NotNull(room.Find("[data-latecomer=M4] button"));
        Assert.NotNull(room.Find("[data-links-unsaid]"));
        Press(room, "Appeler Paris-Lutèce");
        Assert.Contains($"En attente de votre accord pour siéger : {late.Console.RollCall.Single(a => a.Seat == "M4").Name}", Spaced(room.Find("dialog.ask p").TextContent), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_was_admitted_late_and_has_not_said_their_links_is_named_until_they_have()
    {
        var room = Room("between");
        ChairView With(bool declared) => View with { Console = View.Console with { RollCall = [.. View.Console.RollCall.Select(a => a.Seat == "M4" ? a with { Status = AttendanceStatus.Late, Admitted = true, Connected = true, Declared = declared } : a)] } };

        room.Render(p => p.Add(r => r.View, With(false)));
        Assert.NotNull(room.Find("[data-links-awaited=M4]"));
        room.Render(p => p.Add(r => r.View, With(true)));
        Assert.Empty(room.FindAll("[data-links-awaited]"));
    }

    [Fact]
    public void The_rules_are_adopted_after_one_question_because_they_hold_for_the_whole_sitting()
    {
        var room = Room("rules");

        Press(room, "Adopter le règlement intérieur");
        Assert.Empty(Sent);
        Assert.Contains("ne change plus", room.FindAll("dialog.ask p").Single(p => p.TextContent.Length > 0).TextContent, StringComparison.Ordinal);
        Press(room, "Adopter");

        Assert.Equal(new AdoptRules(), Assert.Single(Sent));
    }

    [Fact]
    public void Staying_closed_calls_nobody()
    {
        var room = Room("between");
        Press(room, "Appeler Paris-Lutèce");

        Press(room, "Rester à huis clos");

        Assert.Empty(Sent);
        Assert.Equal("Appeler Paris-Lutèce", Primary(room));
    }

    [Fact]
    public void An_exit_takes_one_press_and_no_question()
    {
        var room = Room("conclusion");

        Press(room, "Faire sortir Pr A. Lefranc");

        Assert.Equal(new OrderExit("U1"), Assert.Single(Sent));
        Assert.Empty(room.FindAll("dialog.ask h2"));
    }

    [Fact]
    public void The_second_dossier_is_announced_with_its_number()
    {
        var room = Room("presentation");
        Press(room, "Passer aux questions");

        Assert.Equal("Passer au dossier 2 sur 2\u00a0: D02", Primary(room));
    }

    [Fact]
    public void Missing_grids_keep_the_reveal_back_and_are_named()
    {
        var room = Room("missing");

        Press(room, "Dévoiler D01");

        Assert.Empty(Sent);
        Assert.Equal("Grilles ou abstentions transmises\u00a0: 7 sur 8. En attente\u00a0: Dr\u00a0Y.\u00a0Kerdoncuff.", room.Find(".primary .why").TextContent);
    }

    [Fact]
    public void Whoever_conducts_reads_vous_for_their_own_grid()
    {
        var room = Room("missing");
        room.Render(p => p.Add(r => r.View, View with { Console = View.Console with { Expected = View.Console.Expected with { Details = [View.Me.Name, .. View.Console.Expected.Details] } } }));

        Assert.EndsWith("En attente\u00a0: Dr\u00a0Y.\u00a0Kerdoncuff et vous.", room.Find(".primary .why").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Revealing_without_waiting_asks_once_and_counts_the_missing_as_abstaining()
    {
        var room = Room("missing");
        Press(room, "Dévoiler sans attendre…");
        Assert.Contains("compte Dr\u00a0Y.\u00a0Kerdoncuff en abstention", room.Find("dialog.ask p").TextContent, StringComparison.Ordinal);

        Press(room, "Dévoiler");

        var reveal = Assert.IsType<Reveal>(Assert.Single(Sent));
        Assert.Equal(["M5"], reveal.CountAsAbstaining);
        Assert.Equal("Clore D01", Primary(room));
    }

    [Fact]
    public void Reminding_writes_to_the_secretary_who_can_ring()
    {
        var room = Room("missing");

        Press(room, "Demander au secrétariat de relancer");

        var line = Assert.IsType<SendLine>(Assert.Single(Sent));
        Assert.Equal("SEC", line.With);
        Assert.Contains("Dr\u00a0Y.\u00a0Kerdoncuff", line.Text, StringComparison.Ordinal);
        Assert.Equal("Le secrétariat est prié de relancer.", room.Find("[data-reminded]").TextContent);
    }

    [Fact]
    public void A_double_click_on_the_large_button_plays_one_act()
    {
        var room = Room("presentation");

        Press(room, "Passer aux questions");
        room.Find("[data-primary-act]").Click();

        Assert.IsType<StartQuestions>(Assert.Single(Sent));
    }

    [Fact]
    public void Revealing_without_any_grid_says_that_there_will_be_no_score_and_no_rank()
    {
        var room = Room("marking");

        Press(room, "Dévoiler sans attendre…");
        Assert.Contains("D01 n’aura pas de note et ne pourra pas être classé", room.Find("dialog.ask p").TextContent, StringComparison.Ordinal);
        Press(room, "Dévoiler");

        Assert.Contains("pas de note", room.Find("[data-revealed=D01] .unscored").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("0,0", room.Find("[data-revealed=D01]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_way_back_from_an_exit_is_beside_the_closed_room()
    {
        var room = Room("marking");

        Press(room, "Rappeler Paris-Lutèce");

        Assert.Contains("Rappeler", room.Find(".panel[data-tone=form]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_complete_dossier_still_asks_before_its_reveal()
    {
        var room = Room("complete");

        Press(room, "Dévoiler D01");
        Assert.Empty(Sent);
        Press(room, "Dévoiler");

        Assert.IsType<Reveal>(Assert.Single(Sent));
    }

    [Fact]
    public void A_form_asked_for_from_the_order_opens_where_she_conducts()
    {
        var room = Room("final");
        Press(room, "Ordre");

        Press(room, "Rappeler Paris-Lutèce");

        Assert.Contains("Rappeler Pr A. Lefranc", room.Find("form.reason").ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Equal("true", room.Find("[role=tab]").GetAttribute("aria-selected"));
    }

    [Fact]
    public void Every_act_of_the_chair_has_words_in_both_languages()
    {
        Room("between");
        ActName[] others = [ActName.None, ActName.Confirm, ActName.AwaitAnswer, ActName.AwaitEntry, ActName.AwaitProof, ActName.Listen, ActName.Mark, ActName.Submit, ActName.ReadBoard, ActName.Leave, ActName.Decide, ActName.ReleaseNotifications, ActName.TakeChair, ActName.DeclareHandedOver];
        foreach (var name in Enum.GetValues<ActName>().Except(others))
        {
            var scene = Scene with { Console = Scene.Console with { Expected = new(name, "U1", "D01", "M2", null, []) } };
            Assert.NotEmpty(new ActWords(Texts.French<ChairTexts>(), Texts.French<RoomTexts>(), Texts.French<RefusalTexts>(), Texts.Say).Label(scene));
            Assert.NotEmpty(new ActWords(Texts.English<ChairTexts>(), Texts.English<RoomTexts>(), Texts.English<RefusalTexts>(), Texts.Say).Label(scene));
        }
    }

    private static string Sum(string of) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(of)));
}
