using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Room;
using AumgJury.Web.Sitting.Chair;
using Bunit;

namespace AumgJury.Web.Tests.Sitting.Chair;

/// <summary>Latecomers are admitted one by one, each with an identity that somebody established.</summary>
public sealed class WaitingPeopleTests : ChairContext
{
    private IRenderedComponent<WaitingPeople> Waiting(params string[] seats)
    {
        Room("presentation");
        return Render<WaitingPeople>(p => p.AddCascadingValue(Desk).Add(x => x.Scene, With(seats)));
    }

    private ConductScene With(params string[] seats) => Scene with
    {
        Hearing = null,
        Console = View.Console with { RollCall = [.. seats.Select(s => new AttendanceLine(s, $"Dr {s}", "FNCS", AttendanceStatus.Late, null, true, true, false, false, 0))] },
    };

    [Fact]
    public void Nobody_is_admitted_before_it_is_said_how_the_identity_was_established()
    {
        var waiting = Waiting("M6");
        Time.Advance(ActPlace.Settling);
        waiting.Find("button").Click();

        Assert.Empty(Sent);
        Assert.Contains("l’identité de Dr M6", waiting.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("true", waiting.Find("select").GetAttribute("aria-invalid"));

        waiting.Find("select").Change("CardShown");
        waiting.Find("button").Click();
        Assert.Equal(new AdmitLatecomer("M6", IdentityMeans.CardShown), Assert.Single(Sent));
    }

    [Fact]
    public void The_card_that_slides_under_the_pointer_rests_and_proposes_no_identity()
    {
        var waiting = Waiting("M6", "M7");
        Time.Advance(ActPlace.Settling);
        waiting.FindAll("select")[1].Change("OnSite");
        waiting.Render(p => p.Add(x => x.Scene, With("M7"))); // M6 was admitted
        waiting.Find("button").Click();
        Assert.Empty(Sent);

        Time.Advance(ActPlace.Settling);
        waiting.Find("button").Click();
        Assert.Equal(new AdmitLatecomer("M7", IdentityMeans.OnSite), Assert.Single(Sent));
    }

    [Fact]
    public void The_card_that_came_with_the_page_or_the_tab_takes_a_press_at_once()
    {
        var waiting = Waiting("M6");
        waiting.Find("select").Change("KnownByTheChair");
        waiting.Find("button").Click();

        Assert.Equal(new AdmitLatecomer("M6", IdentityMeans.KnownByTheChair), Assert.Single(Sent));
    }
}
