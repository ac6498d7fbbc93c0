using System.Text.Json;
using AumgJury.Core.Room;
using AumgJury.Core.Sittings;
using AumgJury.Core.Tests.Generated;
using AumgJury.Core.Tests.Kit;
using AumgJury.Core.Views;

namespace AumgJury.Core.Tests.Walls;

/// <summary>Views share parts that were made before: a part that outlived what it is made of would show what is no more, or what is not this reader's.</summary>
public sealed class MemoryTests
{
    [Fact]
    public void A_view_of_remembered_parts_is_the_view_made_anew_through_whole_sittings()
    {
        var seen = 0;
        FullHistory.Of(p =>
        {
            var anew = p.State.State with { Memory = new() };
            SameForTheMachine(anew, p.State);
            foreach (var seat in p.State.Seats)
            {
                Assert.Equal(Play.Json(View.For(anew, anew.Seats[seat])), p.Json(seat));
                if (Play.IsJuror(p.State, seat))
                {
                    Assert.Equal(Play.Json(MarksViews.Of(anew, anew.Seats[seat])), Play.Json(p.State.MarksView(seat)));
                }

                seen++;
            }
        });
        Assert.True(seen > 500, $"Only {seen} views were compared.");
    }

    [Fact]
    public void So_it_is_through_acts_at_random_with_older_states_looked_at_in_between()
    {
        var seen = 0;
        for (var seed = 1; seed <= 8; seed++)
        {
            var random = new Random(seed);
            var walk = new Walk(Small.Call(), rough: seed % 2 == 0)
            {
                Seen = (before, now, _) =>
                {
                    foreach (var state in ReferenceEquals(before, now) ? [] : new[] { now, before, now }.Where(s => s.IsOpen))
                    {
                        var seat = state.Seats[random.Next(state.Seats.Length)];
                        var anew = state.State with { Memory = new() };
                        Assert.Equal(Play.Json(View.For(anew, anew.Seats[seat])), Play.Json(state.View(seat)));
                        SameForTheMachine(anew, state);
                        seen++;
                    }
                },
            };
            for (var i = 0; i < 300; i++)
            {
                walk.Step((uint)random.NextInt64(uint.MaxValue));
            }
        }

        Assert.True(seen > 1000, $"Only {seen} views were compared.");
    }

    [Fact]
    public void A_raised_hand_makes_neither_grids_nor_dossiers_nor_the_others_lines_again()
    {
        var p = Play.Marking(Small.Call());
        var before = (MemberView)p.State.View("M2");
        p.Do("M3", new RaiseHand());
        var after = (MemberView)p.State.View("M2");

        Assert.Same(before.Work, after.Work);
        AllTheSame(before.Work.Files, after.Work.Files);
        AllTheSame(before.Work.Grids, after.Work.Grids);
        AllTheSame(before.Work.Submissions, after.Work.Submissions);
        Assert.Same(before.Sitting, after.Sitting);
        Assert.Equal(["M3"], after.People.Where((line, i) => !ReferenceEquals(line, before.People[i])).Select(line => line.Seat));
    }

    [Fact]
    public void Those_whom_nothing_bars_share_their_lists_and_each_has_grids_of_their_own()
    {
        var p = Play.Marking(Small.Call());
        var (two, three) = ((MemberView)p.State.View("M2"), (MemberView)p.State.View("M3"));
        Assert.Same(two.Work.Files, three.Work.Files);
        Assert.Same(two.Work.Submissions, three.Work.Submissions);
        Assert.Same(two.People, three.People);
        Assert.NotSame(two.Work.Grids, three.Work.Grids);
    }

    [Fact]
    public void A_grid_is_its_readers_own_though_two_have_the_same_marks()
    {
        var p = Play.Marking(Small.Call());
        p.Do("M2", new KeepDraft("D1", 1, "A1", 3, "", null));
        p.Do("M3", new KeepDraft("D1", 1, "A1", 3, "", null));

        Assert.NotSame(((MemberView)p.State.View("M2")).Work.Grids[0], ((MemberView)p.State.View("M3")).Work.Grids[0]);
    }

    [Fact]
    public void Each_phase_begins_without_what_was_remembered()
    {
        (Phase Phase, Memory Memory)? before = null;
        Play? seen = null;
        var phases = 0;
        FullHistory.Of(p =>
        {
            var now = (p.State.State.Phase, p.State.State.Memory);
            if (seen == p && before is { } was)
            {
                Assert.Equal(was.Phase == now.Phase, ReferenceEquals(was.Memory, now.Memory));
                phases += was.Phase == now.Phase ? 0 : 1;
            }

            (seen, before) = (p, now);
        });
        Assert.True(phases > 5, $"Only {phases} phases began.");
    }

    [Fact]
    public void A_raised_hand_makes_neither_the_public_record_nor_the_media_plan_nor_the_consoles_lists_again()
    {
        var p = Play.Marking(Small.Call());
        var (record, plan, console) = (p.State.Archive(), p.State.Media(), p.View<ChairView>("M1").Console);
        p.Do("M3", new RaiseHand());

        Assert.Same(record, p.State.Archive());
        Assert.Same(plan, p.State.Media());
        Assert.Same(console.RollCall, p.View<ChairView>("M1").Console.RollCall);
    }

    /// <summary>What leaves Core beside views: the public record and who may be in the media room.</summary>
    private static void SameForTheMachine(State anew, CallState state)
    {
        Assert.Equal(JsonSerializer.Serialize(Archive.Of(anew)), JsonSerializer.Serialize(state.Archive()));
        Assert.Equal(JsonSerializer.Serialize(MediaRights.Of(anew)), JsonSerializer.Serialize(state.Media()));
    }

    private static void AllTheSame<T>(T[] before, T[] after)
        where T : class
    {
        Assert.NotEmpty(before);
        Assert.Equal(before.Length, after.Length);
        Assert.All(before.Zip(after), pair => Assert.Same(pair.First, pair.Second));
    }
}
