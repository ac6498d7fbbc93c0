using AumgJury.Web.Room;
using Bunit;

namespace AumgJury.Web.Tests.Room;

public sealed class ClockTests : RoomContext
{
    [Fact]
    public void The_sittings_clock_runs_at_its_own_rate()
    {
        var start = Time.GetUtcNow();
        var clock = new SittingClock(start.AddYears(1), start, Rate: 60);

        Assert.Equal(start.AddYears(1).AddMinutes(2), clock.Now(start.AddSeconds(2)));
    }

    [Fact]
    public void The_hour_is_that_of_Paris_and_the_clock_is_a_silent_timer()
    {
        var clock = Render<TickingClock>(c => c.Add(p => p.Clock, SittingClock.RealTime(Time.GetUtcNow())).Add(p => p.Label, "Heure"));

        Assert.Equal("9\u202fh\u202f10", clock.Find("[role=timer]").TextContent.Trim());
        Assert.False(clock.Find("[role=timer]").HasAttribute("aria-live"));
    }

    [Fact]
    public void Time_that_goes_by_renders_nothing_on_the_server()
    {
        var now = SittingClock.RealTime(Time.GetUtcNow());
        var clock = Render<TickingClock>(c => c.Add(p => p.Clock, now).Add(p => p.Face, ClockFace.Elapsed).Add(p => p.From, now.At).Add(p => p.Label, "Présentation"));
        var renders = clock.RenderCount;

        Time.Advance(TimeSpan.FromMinutes(3));
        clock.Render(c => c.Add(p => p.Clock, now).Add(p => p.Face, ClockFace.Elapsed).Add(p => p.From, now.At).Add(p => p.Label, "Présentation"));

        Assert.Equal(renders, clock.RenderCount);
    }

    [Fact]
    public void Time_beyond_the_length_has_a_plus_sign()
    {
        var now = Time.GetUtcNow();
        var clock = Render<TickingClock>(c => c.Add(p => p.Clock, SittingClock.RealTime(now)).Add(p => p.Face, ClockFace.Remaining)
            .Add(p => p.From, now.AddMinutes(-8)).Add(p => p.Length, TimeSpan.FromMinutes(7)).Add(p => p.Label, "Présentation"));

        Assert.Equal("+1\u00a0min\u00a000", clock.Find("[data-figures]").TextContent);
    }

    [Fact]
    public void A_paused_clock_shows_what_had_been_used()
    {
        var now = Time.GetUtcNow();
        var clock = Render<TickingClock>(c => c.Add(p => p.Clock, SittingClock.RealTime(now)).Add(p => p.Face, ClockFace.Elapsed)
            .Add(p => p.From, now.AddMinutes(-8)).Add(p => p.StoppedAt, TimeSpan.FromSeconds(134)).Add(p => p.Label, "Présentation"));

        Assert.Equal("2\u00a0min\u00a014", clock.Find("[data-figures]").TextContent);
    }
}
