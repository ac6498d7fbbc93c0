using AumgJury.Web.Pages;
using AumgJury.Web.Room;
using AumgJury.Web.Tests.Seeds;
using Microsoft.AspNetCore.Components;

namespace AumgJury.Web.Tests.Room;

public sealed class SameValuesTests
{
    private sealed record Inner(string Name, int? Count);

    private sealed record Outer(string Name, Inner[] Items, IReadOnlyList<Inner> More, DateTimeOffset At);

    private record Inherited
    {
        public int[] Base { get; init; } = [];
    }

    private sealed record Derived(int Own) : Inherited;

    private sealed class Unknown;

    private static Outer One(string last = "c", int? count = 2) => new("a", [new("b", 1), new(last, count)], [new("d", null)], DateTimeOffset.UnixEpoch);

    [Fact]
    public void Records_and_lists_are_the_same_by_what_is_in_them()
    {
        Assert.NotEqual(One(), One());
        Assert.True(SameValues.Are(One(), One()));
        Assert.False(SameValues.Are(One(), One("x")));
        Assert.False(SameValues.Are(One(), One(count: null)));
        Assert.False(SameValues.Are(One(), One() with { More = [] }));
        Assert.False(SameValues.Are(One(), One() with { At = DateTimeOffset.MaxValue }));
        Assert.False(SameValues.Are(One().Items, One().Items[..1]));
        Assert.True(SameValues.Are(new List<Inner> { new("b", 1) }, new List<Inner> { new("b", 1) }));
    }

    [Fact]
    public void What_is_not_known_is_never_the_same()
    {
        var unknown = new Unknown();
        Assert.True(SameValues.Are(unknown, unknown));
        Assert.False(SameValues.Are(unknown, new Unknown()));
        Assert.False(SameValues.Are(new Dictionary<string, int>(), new Dictionary<string, int>()));
        Assert.False(SameValues.Are(One(), null));
        Assert.False(SameValues.Are("1", 1));

        // Both come from the same line: what they would show may differ all the same.
        RenderFragment[] fragments = [Shows(1), Shows(2)];
        Assert.False(SameValues.Are(fragments[0], fragments[1]));
        Assert.False(SameValues.Are(new Action(Nothing), new Action(Nothing)));
    }

    [Fact]
    public void Of_a_record_that_inherits_all_counts()
    {
        var one = new Derived(3) { Base = [1, 2] };
        Assert.True(SameValues.Are(one, new Derived(3) { Base = [1, 2] }));
        Assert.False(SameValues.Are(one, new Derived(4) { Base = [1, 2] }));
        Assert.False(SameValues.Are(one, new Derived(3) { Base = [1, 3] }));
    }

    [Theory]
    [InlineData("09:20:00")]
    [InlineData("11:46:00")]
    [InlineData("14:20:00")]
    public async Task Every_seats_view_made_twice_is_the_same(string hour)
    {
        var play = await DemoRehearsal.At(DemoRehearsal.Script(SeedCopy.Original), hour);
        foreach (var seat in play.Definition.Seats)
        {
            Assert.True(SameValues.Are(play.State.View(seat.Id), play.State.View(seat.Id)), seat.Id);
        }
    }

    private static RenderFragment Shows(int number) => b => b.AddContent(0, number);

    private static void Nothing()
    {
    }
}
