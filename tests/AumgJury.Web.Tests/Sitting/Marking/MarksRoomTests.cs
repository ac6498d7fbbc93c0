using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Sitting;
using AumgJury.Web.Sitting.Member;
using Bunit;

namespace AumgJury.Web.Tests.Sitting.Marking;

/// <summary>What a juror's second device shows, and what it has no button for.</summary>
public sealed class MarksRoomTests : MemberContext
{
    private IRenderedComponent<MarksRoom> Room(string seat = "M4") => Show<MarksRoom>(p => p.Add(x => x.View, (MarksView)Play.State.MarksView(seat)), seat);

    [Fact]
    public void It_has_the_grid_the_dossier_and_the_way_to_close_it_and_no_act_of_the_room()
    {
        At("11:20:00");
        foreach (var seat in new[] { "M4", "M1" })
        {
            var room = Room(seat);
            Assert.NotEmpty(room.FindAll("[data-grid]"));
            Assert.NotEmpty(room.FindAll("#dossier"));
            Assert.Equal("Fermer ici", room.Find("[data-leave]").TextContent.Trim());
            Assert.Empty(room.FindAll("[data-hand], [data-step-out], [data-link], [data-media], .people, .pictures"));
        }
    }

    [Fact]
    public void It_does_not_know_who_is_there_and_says_nothing_of_the_floor()
    {
        At("11:20:00");

        Assert.Empty(Room().FindAll(".heard .floor"));
    }

    [Fact]
    public void In_the_closed_room_it_submits_and_without_its_person_it_says_why_not()
    {
        At("11:45:10");
        var submit = Room().Find("[data-primary-act]");
        Assert.Equal(("Transmettre ma grille", "false"), (submit.TextContent.Trim(), submit.GetAttribute("aria-disabled") ?? "false"));
        Play.Do(Actor.Presence, new LoseSeat("M4"));

        var room = Room();
        Assert.Contains("Votre autre appareil a perdu la connexion", room.Find("[role=alert].lost").TextContent, StringComparison.Ordinal);
        Assert.Equal("true", room.Find("[data-primary-act]").GetAttribute("aria-disabled"));
    }

    [Fact]
    public void After_a_reveal_it_leads_to_the_next_dossier_as_the_first_device_does()
    {
        At("11:45:10");
        var view = (MarksView)Play.State.MarksView("M4");
        var due = view.Work.Grids.First(g => g.MaySubmit).Dossier;
        var heard = view.Hearing!.Dossiers.First(d => d != due);
        JurorWork Revealed(JurorWork work) => work with { Grids = [.. work.Grids.Select(g => g.Dossier == heard ? g with { Standing = MyGridStanding.Revealed, MaySubmit = false, WhyNot = null } : g)] };
        var room = Show<MarksRoom>(p => p.Add(x => x.View, view with { Hearing = view.Hearing with { AtHand = heard }, Work = Revealed(view.Work) }));

        Assert.Equal($"Noter {due}", room.Find("[data-primary-act]").TextContent.Trim());
        room.Find("[data-primary-act]").Click();

        Assert.Equal("Transmettre ma grille", room.Find("[data-primary-act]").TextContent.Trim());
    }

    [Fact]
    public void The_first_device_says_that_it_is_open_and_closes_it_in_one_press()
    {
        At("11:45:10");
        Play.Try(Actor.Access, new IssueLink("M4", new string('a', 64)));
        Play.Try(Actor.Access, new OpenSession("M4", new string('b', 64), false));
        Play.Try(Actor.Access, new OpenSession("M4", new string('c', 64), false, MarksOnly: true));
        Play.Do(Actor.Seat("M4"), new AdmitMyDevice("cccccccc"));

        var notice = Show<OtherDeviceNotice>(p => p.Add(x => x.Other, Member("M4").Other), "M4");
        Assert.Contains("ouverte aussi sur un autre appareil", notice.Find("[data-other-device]").TextContent, StringComparison.Ordinal);
        notice.Find("button").Click();

        Assert.Equal(new CloseMarksDevice("cccccccc"), Assert.Single(Sent));
        Assert.Null(Member("M4").Other);
    }
}
