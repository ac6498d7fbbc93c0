using AumgJury.Core.Sittings;

namespace AumgJury.Core.Tests.Rules;

/// <summary>The same id is the same act for a whole sitting, however long, and in every state of it.</summary>
public sealed class AcceptedActsTests
{
    private static readonly DateTimeOffset Start = new(2021, 3, 22, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void None_is_forgotten_and_nothing_else_is_found()
    {
        var states = new List<AcceptedActs> { AcceptedActs.None };
        for (var n = 0; n < 3500; n++)
        {
            states.Add(states[^1].With(Actor(n), Id(n), Act(n)));
        }

        foreach (var count in new[] { 0, 1, 31, 32, 33, 63, 64, 1023, 1024, 1025, 2048, 3499, 3500 })
        {
            for (var n = 0; n < 3500; n++)
            {
                Assert.Equal(n < count ? Act(n) : (AcceptedAct?)null, states[count].Find(Actor(n), Id(n)));
            }

            Assert.Null(states[count].Find("another", Id(0)));
            Assert.Equal(count, states[count].All.Distinct().Count());
        }
    }

    [Fact]
    public void Of_two_states_that_follow_one_each_has_its_own()
    {
        var before = Enumerable.Range(0, 31).Aggregate(AcceptedActs.None, (acts, n) => acts.With(Actor(n), Id(n), Act(n)));
        var (one, other) = (before.With("one", "x", Act(1)), before.With("other", "x", Act(2)));
        Assert.Equal(((AcceptedAct?)Act(1), (AcceptedAct?)null), (one.Find("one", "x"), one.Find("other", "x")));
        Assert.Equal(((AcceptedAct?)null, (AcceptedAct?)Act(2)), (other.Find("one", "x"), other.Find("other", "x")));
        Assert.Null(before.Find("one", "x"));
    }

    [Fact]
    public void An_id_that_a_journal_names_twice_does_no_harm()
    {
        var twice = Enumerable.Range(0, 200).Aggregate(AcceptedActs.None, (acts, n) => acts.With("seat", $"id-{n % 20}", Act(n)));
        Assert.Equal(20, twice.All.Distinct().Count());
        Assert.NotNull(twice.Find("seat", "id-7"));
    }

    // Eight ids, so that many actors have the same one.
    private static string Actor(int n) => $"M{n / 8}";

    private static string Id(int n) => $"id-{n % 8}";

    private static AcceptedAct Act(int n) => new(Start.AddSeconds(n), n % 3 == 0 ? null : (ulong)n);
}
