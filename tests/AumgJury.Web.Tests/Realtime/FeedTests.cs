using System.Runtime.CompilerServices;
using System.Text.Json;
using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Realtime;

namespace AumgJury.Web.Tests.Realtime;

/// <summary>What a seat's readers are given, and what stays behind of it: nothing but a sum.</summary>
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
    public async Task Only_a_reader_that_asked_for_bytes_gets_them_and_they_are_those_of_the_view()
    {
        using var house = new TestHouse();
        using var page = house.Call.Live.Views.Subscribe("M4", session: null);
        using var wire = house.Call.Live.Views.Subscribe("M4", session: null, written: true);
        page.Take();
        wire.Take();

        Assert.Null((await house.Call.Live.Send(Actor.Seat("SEC"), "1", new OpenDoors())).Refusal);

        var shown = await NextAsync(page);
        var written = await NextAsync(wire);
        Assert.True(shown.Json.IsEmpty);
        Assert.True(written.Json.Span.SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(written.View, WireJson.Options)));
    }

    [Fact]
    public void A_frame_travels_once_and_holds_nothing_afterwards()
    {
        using var house = new TestHouse();
        using var wire = house.Call.Live.Views.Subscribe("M4", session: null, written: true);
        var frame = Frame.Of(wire.Take()!);

        var read = JsonSerializer.Deserialize<Frame>(JsonSerializer.SerializeToUtf8Bytes(frame, WireJson.Options), WireJson.Options);

        Assert.IsType<MemberView>(read?.View);
        Assert.Throws<InvalidOperationException>(() => JsonSerializer.SerializeToUtf8Bytes(frame, WireJson.Options));
    }

    [Fact]
    public void Of_a_view_that_was_taken_nothing_is_kept()
    {
        using var house = new TestHouse();
        using var reader = house.Call.Live.Views.Subscribe("M4", session: null, written: true);

        var taken = TakeAndForget(reader);
        GC.Collect();

        Assert.False(taken.IsAlive);
    }

    [Fact]
    public async Task A_page_and_a_client_of_the_same_seat_are_both_shown_what_changes_and_nothing_else()
    {
        using var house = new TestHouse();
        using var page = house.Call.Live.Views.Subscribe("M4", session: null);
        page.Take();
        using (var wire = house.Call.Live.Views.Subscribe("M4", session: null, written: true))
        {
            Assert.False(Assert.IsType<Served.Shown>(wire.Take()).Json.IsEmpty);
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

    // Apart, so that no local of the test holds it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference TakeAndForget(Subscription reader) => new(((Served.Shown)reader.Take()!).View);

    private static async Task<Served.Shown> NextAsync(Subscription reader)
    {
        Assert.True(await reader.ComesAsync(TestContext.Current.CancellationToken));
        return Assert.IsType<Served.Shown>(reader.Take());
    }
}
