using AumgJury.Core.Room;
using AumgJury.Web.Conference;

namespace AumgJury.Web.Tests.Conference;

/// <summary>Whose link decides about whose picture.</summary>
public sealed class SceneTests
{
    private static readonly string[] Jury = ["M1", "M4", "M5"];
    private readonly Person _m1 = Of("M1");
    private readonly Person _m4 = Of("M4");
    private readonly Person _m5 = Of("M5");
    private readonly Person _p5 = Of("P5");
    private DateTimeOffset _at = DateTimeOffset.UnixEpoch;

    [Fact]
    public void A_presenter_lowers_no_jurors_picture_and_goes_without_what_their_link_does_not_bear()
    {
        _m4.Tiles = [Camera("M1", 720)];
        _p5.Tiles = [.. Jury.Select(s => Camera(s, 90))];
        Bad(_p5, 12);
        var scene = Settled();
        Assert.Equal((720, 1600), (_m1.Limits.Height, _m1.Limits.Kbps));
        Assert.Contains(scene.PeopleFor(_p5), l => l is { Seat: "M1", Withheld: true });
        Assert.Contains(scene.PeopleFor(_m4), l => l is { Seat: "M1", Withheld: false });

        // Good reports bring it back, the link having grown again.
        for (var i = 0; i < 60; i++)
        {
            Report(_p5, new StatsSignal(1, 40, 0, 0, 400, 400));
        }

        Assert.All(Settled().PeopleFor(_p5), l => Assert.False(l.Withheld));
    }

    [Fact]
    public void Tiles_without_end_and_of_whom_one_may_not_see_take_nothing_from_anybody()
    {
        _m4.Tiles = [Camera("M1", 720)];
        _p5.Tiles = [.. Enumerable.Repeat(Camera("M1", 90), 32), .. Enumerable.Range(0, 32).Select(i => Camera($"X{i}", 90))];
        _m5.Tiles = [.. _p5.Tiles, Camera("P5", 90)];
        Settled();
        Assert.Equal((720, 1600), (_m1.Limits.Height, _m1.Limits.Kbps));
    }

    [Fact]
    public void The_weakest_juror_bounds_the_picture_down_to_the_floor_and_beneath_it_goes_without()
    {
        _m4.Tiles = [Camera("M1", 720)];
        _m5.Tiles = [Camera("M1", 360)];
        Report(_m5, new StatsSignal(1, 400, 0, 0.12, 1000, 400));
        var scene = Settled();
        Assert.Equal((180, 200), (_m1.Limits.Height, _m1.Limits.Kbps));
        Assert.All(scene.PeopleFor(_m5), l => Assert.False(l.Withheld));
        Bad(_m5, 4);
        scene = Settled();
        Assert.Contains(scene.PeopleFor(_m5), l => l is { Seat: "M1", Withheld: true });
        Assert.Equal((720, 1600), (_m1.Limits.Height, _m1.Limits.Kbps));
    }

    [Fact]
    public void The_largest_pictures_stay_and_they_do_not_come_and_go_with_every_report()
    {
        _m5.Tiles = [Camera("M1", 90), Camera("M4", 360)];
        Report(_m5, new StatsSignal(1, 400, 0, 0.12, 1000, 250));
        Assert.Equal([("M1", true), ("M4", false)], Withheld());
        for (var i = 0; i < 9; i++)
        {
            Report(_m5, new StatsSignal(1, 40, 0, 0, 1000, 400));
            Assert.Equal([("M1", true), ("M4", false)], Withheld());
        }

        Report(_m5, new StatsSignal(1, 40, 0, 0, 1000, 400));
        Assert.Equal([("M1", false), ("M4", false)], Withheld());
    }

    private static Person Of(string seat) => new(new MediaStream(seat, "", seat));

    private static Tile Camera(string seat, int height) => new(seat, MediaSource.Camera, height);

    private void Bad(Person person, int times)
    {
        for (var i = 0; i < times; i++)
        {
            Report(person, new StatsSignal(1, 1, 0, 0.12, 1000, 1));
        }
    }

    private void Report(Person person, StatsSignal stats) => person.Report(stats, _at += TimeSpan.FromSeconds(3));

    private (string, bool)[] Withheld() => [.. Settled().PeopleFor(_m5).Where(l => l.Seat is "M1" or "M4").Select(l => (l.Seat, l.Withheld))];

    /// <summary>One pass, as the room makes it.</summary>
    private Scene Settled()
    {
        Person[] people = [_m1, _m4, _m5, _p5];
        MediaSeat Seat(Person p, bool outsider) => new(
            p.Stream.Seat, outsider, MediaPermit.Allowed, MediaPermit.Allowed, MediaPermit.Allowed, [.. Others(p)], [.. Others(p)], false);
        IEnumerable<string> Others(Person p) => people.Where(o => o != p).Select(o => o.Stream.Seat);
        var scene = new Scene(new MediaPlan([.. people.Select(p => Seat(p, p == _p5))]), people);
        foreach (var person in people)
        {
            person.Limit(scene.LimitsOf(person));
        }

        return scene;
    }
}
