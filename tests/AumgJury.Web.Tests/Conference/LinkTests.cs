using AumgJury.Web.Conference;

namespace AumgJury.Web.Tests.Conference;

/// <summary>Bitrates and sound alone: what a browser's reports decide.</summary>
public sealed class LinkTests
{
    private static readonly StatsSignal Fine = new(1, 40, 0, 0, 400, 900);
    private static readonly StatsSignal Bad = new(1, 900, 0.2, 0.4, 60, 80);

    [Theory]
    [InlineData(0, 90, 100)]
    [InlineData(90, 90, 100)]
    [InlineData(200, 270, 350)]
    [InlineData(720, 720, 1600)]
    [InlineData(4000, 1080, 2500)]
    public void The_tallest_tile_asks_for_just_its_lines(int height, int lines, int kbps)
    {
        var limits = Bitrates.For([90, height], [10_000]);
        Assert.Equal((height == 0 ? 90 : lines, kbps), (limits.Height, limits.Kbps));
    }

    [Fact]
    public void The_weakest_link_that_must_see_it_bounds_the_picture() =>
        Assert.Equal((360, 550), (Bitrates.For([720], [2500, 600]).Height, Bitrates.For([720], [2500, 600]).Kbps));

    [Fact]
    public void No_viewer_takes_a_picture_under_the_floor_and_a_senders_own_link_under_its_least()
    {
        Assert.Equal((180, Bitrates.Floor), (Bitrates.For([720], [1]).Height, Bitrates.For([720], [1]).Kbps));
        Assert.Equal((90, Bitrates.Least), (Bitrates.For([720], [2500], own: 1).Height, Bitrates.For([720], [2500], own: 1).Kbps));
        Assert.Equal((90, 100), (Bitrates.For([90], [1]).Height, Bitrates.For([90], [1]).Kbps));
    }

    [Fact]
    public void A_report_that_changes_nothing_asks_for_no_work()
    {
        var at = DateTimeOffset.UnixEpoch;
        var person = new Person(new MediaStream("M4", "session", "connection"));
        bool Reports(StatsSignal stats) => person.Report(stats, at += TimeSpan.FromSeconds(3));
        Assert.True(Reports(Fine));
        Assert.All(Enumerable.Range(0, 30), _ => Assert.False(Reports(Fine)));
        Assert.True(Reports(Bad));
        Assert.False(person.Report(Fine, at));
        Assert.True(Reports(Fine));
    }

    [Fact]
    public void A_poor_link_keeps_the_sound_alone_after_three_reports_and_the_pictures_come_back_after_ten_good_ones()
    {
        var link = new Link().With(Fine);
        Assert.Equal((LinkQuality.Good, false), (link.Quality, link.AudioOnly));
        link = link.With(Bad).With(Bad);
        Assert.Equal((LinkQuality.Poor, false), (link.Quality, link.AudioOnly));
        link = link.With(Bad);
        Assert.True(link.AudioOnly);
        for (var i = 0; i < 9; i++)
        {
            link = link.With(Fine);
            Assert.True(link.AudioOnly);
        }

        Assert.False(link.With(Fine).AudioOnly);
    }

    [Fact]
    public void Lost_packets_leave_less_at_once_and_none_lost_gives_it_back_slowly()
    {
        var less = new Link().With(Fine with { LossDown = 0.2, KbpsDown = 1000 });
        Assert.Equal(700, less.Down);
        Assert.InRange(less.With(Fine).Down, 750, 850);
    }

    [Theory]
    [InlineData(double.NaN, double.PositiveInfinity, -5)]
    [InlineData(1e300, -1e300, double.NaN)]
    public void What_a_browser_says_stays_within_bounds(double loss, double kbps, double wait)
    {
        var link = new Link();
        for (var i = 0; i < 20; i++)
        {
            link = link.With(new StatsSignal(1, wait, loss, loss, kbps, kbps));
        }

        Assert.InRange(link.Down, Bitrates.Least, 4 * Bitrates.Most);
        Assert.InRange(link.Up, Bitrates.Least, Bitrates.Most);
    }

    [Fact]
    public void What_janus_counts_as_lost_for_five_seconds_in_a_row_leaves_the_sound_alone_whatever_the_browser_says()
    {
        var at = DateTimeOffset.UnixEpoch;
        var link = new Link().With(Fine);
        for (var i = 1; i <= 5; i++)
        {
            Assert.False(link.AudioOnly);

            // Two media lose in the same second: one second.
            link = link.Slowed(30, at.AddSeconds(i)).Slowed(30, at.AddSeconds(i).AddMilliseconds(20)).With(Fine);
        }

        Assert.True(link.AudioOnly);
    }

    [Fact]
    public void A_second_of_loss_now_and_then_and_a_little_loss_take_no_picture_away()
    {
        var at = DateTimeOffset.UnixEpoch;
        var link = Enumerable.Range(0, 20).Aggregate(new Link().With(Fine), (l, i) => l.Slowed(30, at.AddSeconds(10 * i)).Slowed(5, at.AddSeconds((10 * i) + 1)));
        Assert.Equal((LinkQuality.Poor, false), (link.Quality, link.AudioOnly));
        Assert.Equal(LinkQuality.Fair, new Link().With(Fine).Slowed(5, at).Quality);
    }
}
