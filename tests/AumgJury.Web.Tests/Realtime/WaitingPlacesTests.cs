using System.Net;
using AumgJury.Core.Sittings;
using AumgJury.Web.Realtime;
using Microsoft.Extensions.Time.Testing;

namespace AumgJury.Web.Tests.Realtime;

/// <summary>The one place in which a device waits for a seat, and how often a valid link may ask.</summary>
public sealed class WaitingPlacesTests
{
    private static readonly TimeSpan Short = WaitingPlaces.Grace - TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider _machine = new();

    [Fact]
    public void It_is_kept_for_a_moment_from_the_asking_to_the_connection_and_after_the_connection_went()
    {
        var places = new WaitingPlaces(_machine);
        places.Asked("M4", "first");
        _machine.Advance(Short);
        Assert.False(places.IsGone("M4", "first"));
        var connected = places.Arrive("M4", "first");
        _machine.Advance(TimeSpan.FromHours(1));
        Assert.False(places.IsGone("M4", "first"));
        connected.Dispose();
        connected.Dispose();
        _machine.Advance(Short);
        Assert.False(places.IsGone("M4", "first"));
        _machine.Advance(TimeSpan.FromSeconds(1));
        Assert.True(places.IsGone("M4", "first"));
    }

    [Fact]
    public void One_that_never_connected_is_gone_after_it_and_after_a_start_it_has_that_time_anew()
    {
        var places = new WaitingPlaces(_machine);
        places.Asked("M4", "first");
        _machine.Advance(WaitingPlaces.Grace);
        Assert.True(places.IsGone("M4", "first"));
        Assert.False(places.IsGone("M5", "before the start"));
        _machine.Advance(WaitingPlaces.Grace);
        Assert.True(places.IsGone("M5", "before the start"));
    }

    [Fact]
    public async Task The_next_comer_does_not_take_it_before_the_first_could_connect()
    {
        using var house = new TestHouse();
        await using var phone = await (await house.Enter("M4")).Watch();
        await using var laptop = await house.Enter("M4", marks: true);
        var (_, next) = await house.Door(new CookieContainer(), house.SecretOf("M4"), marks: true);
        Assert.Equal("/entrer?refus=occupe", next.Headers.Location?.ToString());
        await laptop.Watch();
        await laptop.Until(f => f.Kind == "waiting");

        // The same browser that presses again stands in its own place.
        var (_, again) = await house.Door(laptop.Cookies, house.SecretOf("M4"), marks: true);
        Assert.EndsWith("/salle", again.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_browser_that_holds_the_seat_is_not_made_to_wait_beside_itself()
    {
        using var house = new TestHouse();
        await using var phone = await (await house.Enter("M4")).Watch();
        var (_, answer) = await house.Door(phone.Cookies, house.SecretOf("M4"), marks: true);
        Assert.Equal("/entrer?refus=change", answer.Headers.Location?.ToString());
        Assert.True(house.Call.Live.Kept.Access("M4") is { PendingSession: null });
        await phone.Do(new KeepNote("D01", "toujours là"));
    }

    [Fact]
    public async Task A_valid_link_is_paced_and_writes_no_line_for_what_comes_too_fast()
    {
        using var house = new TestHouse();
        List<string?> answers = [];
        for (var i = 0; i < 16; i++)
        {
            var (_, answer) = await house.Door(new CookieContainer(), house.SecretOf("P3"), takeOver: true);
            answers.Add(answer.Headers.Location?.ToString());
        }

        Assert.Contains("/entrer?refus=attente", answers);
        Assert.Equal(answers.Count(a => a!.EndsWith("/salle", StringComparison.Ordinal)), (await house.JournalLines()).Count(line => line.Contains("\"session-opened.v1\",\"seat\":\"P3\"", StringComparison.Ordinal)));
        var (_, other) = await house.Door(new CookieContainer(), house.SecretOf("M4"));
        Assert.EndsWith("/salle", other.Headers.Location?.ToString(), StringComparison.Ordinal);
    }
}
