using AumgJury.Core.Views;
using AumgJury.Web.Room;
using AumgJury.Web.Sitting;
using AumgJury.Web.Tests.Sitting.Lobby;
using Bunit;

namespace AumgJury.Web.Tests.Sitting.Heard;

public sealed class TimeLeftTests : LobbyContext
{
    private const string TwoMinutes = "Plus que 2 minutes.";
    private const string TimeUp = "Temps écoulé.";
    private readonly SittingClock _clock;
    private IRenderedComponent<TimeLeft>? _left;

    public TimeLeftTests() => _clock = Clock;

    private DateTimeOffset Now => Time.GetUtcNow();

    private string[] Heard => [.. Said.Select(s => Plain(s.Words))];

    [Fact]
    public void Two_minutes_before_the_end_and_at_the_end_it_is_said_once_each_politely()
    {
        Shown(new ClockLine(420, 0, Now));

        Pass(299);
        Assert.Empty(Heard);
        Pass(2);
        Assert.Equal([TwoMinutes], Heard);
        Pass(118);
        Assert.Equal([TwoMinutes], Heard);
        Pass(2);
        Pass(600);
        Assert.Equal([TwoMinutes, TimeUp], Heard);
        Assert.All(Said, s => Assert.False(s.Assertive));
    }

    [Fact]
    public void Paused_time_does_not_count()
    {
        Shown(new ClockLine(420, 0, Now));
        Pass(200);
        Shown(new ClockLine(420, 200, null));
        Pass(900);
        Assert.Empty(Heard);

        Shown(new ClockLine(420, 200, Now));
        Pass(99);
        Assert.Empty(Heard);
        Pass(2);
        Assert.Equal([TwoMinutes], Heard);
    }

    [Fact]
    public void A_pause_after_the_warning_does_not_repeat_it()
    {
        Shown(new ClockLine(420, 0, Now));
        Pass(310);
        Shown(new ClockLine(420, 310, null));
        Pass(60);
        Shown(new ClockLine(420, 310, Now));
        Pass(60);

        Assert.Equal([TwoMinutes], Heard);
    }

    [Fact]
    public void A_prolonged_clock_is_told_anew()
    {
        Shown(new ClockLine(420, 0, Now));
        Pass(421);
        Shown(new ClockLine(720, 421, Now));
        Pass(180);

        Assert.Equal([TwoMinutes, TimeUp, TwoMinutes], Heard);
    }

    [Fact]
    public void Whoever_comes_when_the_moment_has_passed_is_told_nothing_of_it()
    {
        Shown(new ClockLine(420, 350, Now));
        Pass(60);
        Assert.Empty(Heard);
        Pass(11);
        Assert.Equal([TimeUp], Heard);
    }

    [Fact]
    public void A_clock_that_jumps_over_both_says_the_end_alone()
    {
        Shown(new ClockLine(420, 0, Now));
        Shown(new ClockLine(420, 430, Now));

        Assert.Equal([TimeUp], Heard);
    }

    [Fact]
    public void The_next_questions_are_another_clock()
    {
        Shown(new ClockLine(420, 0, Now));
        Pass(320);
        Shown(new ClockLine(480, 0, Now), "D01/Questions");
        Pass(361);

        Assert.Equal([TwoMinutes, TwoMinutes], Heard);
    }

    private void Shown(ClockLine at, string of = "D01/Presentation")
    {
        if (_left is null)
        {
            _left = Render<TimeLeft>(p => p.AddCascadingValue(Desk).AddCascadingValue(_clock).Add(t => t.At, at).Add(t => t.Of, of));
        }
        else
        {
            _left.Render(p => p.Add(t => t.At, at).Add(t => t.Of, of));
        }
    }

    private void Pass(int seconds)
    {
        for (var i = 0; i < seconds; i++)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
        }
    }
}
