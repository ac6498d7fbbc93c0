using System.Runtime.CompilerServices;
using System.Text.Json;
using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Realtime;
using AumgJury.Web.Room;
using AumgJury.Web.Tests.Seeds;

namespace AumgJury.Web.Tests.Realtime;

/// <summary>What a seat's readers are given, and what stays behind of it.</summary>
public sealed class FeedTests
{
    [Fact]
    public void Whoever_comes_later_gets_the_present_view_though_nothing_has_changed_since_another_took_it()
    {
        using var house = new TestHouse();
        using var first = house.Call.Live.Views.Subscribe("M4", session: null);
        Assert.IsType<Served.Shown>(first.Take());

        using var second = house.Call.Live.Views.Subscribe("M4", session: null);

        Assert.IsType<MemberView>(Assert.IsType<Served.Shown>(second.Take()).View);
    }

    [Fact]
    public async Task What_nobody_reads_any_more_is_not_kept()
    {
        using var house = new TestHouse();
        var view = TakeAndGo(house);

        Assert.Null((await house.Call.Live.Send(Actor.Seat("SEC"), "1", new OpenDoors())).Refusal);
        house.Call.Live.Views.Show();
        GC.Collect();

        Assert.False(view.IsAlive);
    }

    [Fact]
    public async Task A_page_and_a_client_of_the_same_seat_are_both_shown_what_changes_and_nothing_else()
    {
        using var house = new TestHouse();
        using var page = house.Call.Live.Views.Subscribe("M4", session: null);
        page.Take();
        using (var wire = house.Call.Live.Views.Subscribe("M4", session: null))
        {
            Assert.IsType<Served.Shown>(wire.Take());
            Assert.Null((await house.Call.Live.Send(Actor.Seat("SEC"), "1", new OpenDoors())).Refusal);
            var (shown, written) = (await NextAsync(page), await NextAsync(wire));
            Assert.Same(shown.View, written.View);

            // Who stands at the door is not shown who else has come.
            Assert.Null((await house.Call.Live.Send(Actor.Presence, new RegainSeat("SEC"))).Refusal);
            house.Call.Live.Views.Show();
            Assert.Null(page.Take());
            Assert.Null(wire.Take());
        }

        using var again = house.Call.Live.Views.Subscribe("M4", session: null);
        Assert.IsType<DoorView>(Assert.IsType<Served.Shown>(again.Take()).View);
        Assert.Null(page.Take());
    }

    [Fact]
    public async Task A_reader_that_is_ended_waits_no_longer_and_takes_nothing_more()
    {
        using var house = new TestHouse();
        using var waits = house.Call.Live.Views.Subscribe("M4", session: null);
        using var pending = house.Call.Live.Views.Subscribe("M4", session: null);
        waits.Take();
        var comes = waits.ComesAsync().AsTask();
        Assert.False(comes.IsCompleted);

        waits.End();
        pending.End();

        Assert.False(await comes.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
        Assert.Null(pending.Take());
    }

    [Fact]
    public void A_reader_of_no_seat_keeps_nobody_from_being_shown_anything()
    {
        using var house = new TestHouse();
        Assert.Throws<KeyNotFoundException>(() => house.Call.Live.Views.Subscribe("NOBODY", session: null));

        house.Call.Live.Views.Show();
    }

    [Fact]
    public void Readers_that_come_and_go_are_shown_what_is_and_never_the_same_twice()
    {
        List<CallState> states = [];
        DemoMoments.All((state, _) => states.Add(state));
        var (at, random, now) = (0, new Random(5), DateTimeOffset.UnixEpoch);
        var feeds = new SeatFeeds(() => states[at], new SittingTime(TimeProvider.System, new SittingClock(now, now, 1)));
        var readers = new List<(Subscription Reader, string? Json)>();
        var pushed = 0;
        for (; at < states.Count; at += 1 + random.Next(3))
        {
            if (readers.Count > 8)
            {
                var gone = random.Next(readers.Count);
                readers[gone].Reader.Dispose();
                readers.RemoveAt(gone);
            }

            readers.Add((feeds.Subscribe(states[0].Seats[random.Next(6)], session: null), null));
            feeds.Show();
            for (var i = 0; i < readers.Count; i++)
            {
                var (reader, before) = readers[i];
                var wanted = JsonSerializer.Serialize(states[at].View(reader.Seat), WireJson.Options);
                if (reader.Take() is Served.Shown shown)
                {
                    pushed++;
                    Assert.NotEqual(before, wanted);
                    Assert.Equal(wanted, JsonSerializer.Serialize(shown.View, WireJson.Options));
                }
                else
                {
                    Assert.Equal(before, wanted);
                }

                readers[i] = (reader, wanted);
            }
        }

        Assert.True(pushed > 300, $"Only {pushed} views were pushed.");
    }

    // Apart, so that no local of the test holds it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference TakeAndGo(TestHouse house)
    {
        using var reader = house.Call.Live.Views.Subscribe("M4", session: null);
        return new(((Served.Shown)reader.Take()!).View);
    }

    private static async Task<Served.Shown> NextAsync(Subscription reader)
    {
        Assert.True(await reader.ComesAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
        return Assert.IsType<Served.Shown>(reader.Take());
    }
}
