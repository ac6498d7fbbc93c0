using AumgJury.Web.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace AumgJury.Web.Tests.Hosting;

/// <summary>What comes to stay is put away a few at a time, and never more often than twice a second: everybody waits for it.</summary>
public sealed class SettlingTests
{
    private readonly FakeTimeProvider _time = new();
    private int _putAway;

    [Fact]
    public void A_few_who_come_are_left_to_the_collector()
    {
        var settling = Made();
        Come(settling, 15);
        _time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(0, _putAway);
    }

    [Fact]
    public void Sixteen_are_put_away_once_their_pages_are_made()
    {
        var settling = Made();
        Come(settling, 16);
        _time.Advance(TimeSpan.FromSeconds(0.4));
        Assert.Equal(0, _putAway);
        _time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(1, _putAway);
        _time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(1, _putAway);
    }

    [Fact]
    public void Who_comes_while_the_others_are_about_to_be_put_away_is_put_away_after_them()
    {
        var settling = Made();
        Come(settling, 16);
        _time.Advance(TimeSpan.FromSeconds(0.45));
        Come(settling, 80);
        _time.Advance(TimeSpan.FromSeconds(0.05));
        Assert.Equal(1, _putAway);
        _time.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Equal(2, _putAway);
    }

    [Fact]
    public void However_many_come_at_once_nobody_waits_more_than_twice_a_second()
    {
        var settling = Made();
        for (var tenth = 0; tenth < 100; tenth++)
        {
            Come(settling, 40);
            _time.Advance(TimeSpan.FromSeconds(0.1));
        }

        Assert.InRange(_putAway, 15, 20);
    }

    private Settling Made() => new(_time, () => _putAway++);

    private static void Come(Settling settling, int many)
    {
        for (var one = 0; one < many; one++)
        {
            settling.Came();
        }
    }
}
