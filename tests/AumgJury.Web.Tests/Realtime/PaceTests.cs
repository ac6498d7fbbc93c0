using System.Text.Json;
using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Conference;
using AumgJury.Web.Realtime;
using AumgJury.Web.Security;
using Microsoft.AspNetCore.SignalR.Client;

namespace AumgJury.Web.Tests.Realtime;

public sealed class PaceTests
{
    [Fact]
    public void A_seat_that_sends_without_end_is_stopped_alone()
    {
        using var pace = new SeatPace();
        while (pace.Takes("P1", Role.Presenter))
        {
        }

        Assert.True(pace.Takes("P2", Role.Presenter));
        Assert.True(pace.Takes("M1", Role.Chair));
    }

    [Fact]
    public void Each_may_do_so_much_at_once_and_who_is_served_again_was_refused_before()
    {
        using var pace = new Pace<string>(5, 1, TimeSpan.FromDays(1));
        Assert.Equal(5, Enumerable.Range(0, 50).Count(_ => pace.Takes("P1")));
        Assert.True(pace.Takes("P2"));
        using var quick = new Pace<string>(1, 1, TimeSpan.FromMilliseconds(20));
        while (quick.Takes("P1"))
        {
        }

        Assert.True(SpinWait.SpinUntil(() => quick.Takes("P1"), TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void Many_who_came_once_are_forgotten_and_who_came_too_often_is_not()
    {
        using var pace = new Pace<int>(2, 1, TimeSpan.FromMilliseconds(1));
        using var slow = new Pace<int>(2, 1, TimeSpan.FromDays(1));
        while (slow.Takes(-1))
        {
        }

        var most = 0;
        for (var who = 0; who < 100_000; who++)
        {
            Assert.True(pace.Takes(who));
            most = Math.Max(most, pace.Kept);
            if (who < 2_000)
            {
                Assert.True(slow.Takes(who));
            }
        }

        Assert.InRange(most, 64, 50_000);
        Assert.False(slow.Takes(-1));
        Assert.Equal(2_001, slow.Kept);
    }

    [Fact]
    public async Task A_presenter_who_floods_the_secretary_is_refused_by_name_and_served_again_after_a_while()
    {
        using var house = new TestHouse();
        await using var presenter = await (await house.Enter("P1")).Watch();
        var kept = 0;
        Sent sent;
        while ((sent = await presenter.Send(new SendLine("SEC", null, $"message {kept}"))).Refusal is null)
        {
            kept++;
        }

        Assert.Equal((RefusalName.TooMany, null), (sent.Refusal!.Name, sent.Refusal.Field));
        await using var member = await (await house.Enter("M4")).Watch();
        await member.Do(new KeepDraft("D01", 1, "A1", 4, "", null));
        while ((await presenter.Send(new SendLine("SEC", null, "après un moment"))).Refusal is not null)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_seat_that_begins_to_watch_over_and_over_is_refused_and_another_is_not()
    {
        using var house = new TestHouse();
        await using var member = await house.Enter("M4");
        await member.Hub.StartAsync(TestContext.Current.CancellationToken);
        var (begun, refused) = (0, 0);

        // One that has just ended may still count as the connection's one stream: only refusals that go on are the pace's.
        while (refused < 5)
        {
            Assert.InRange(begun, 0, 500);
            using var enough = new CancellationTokenSource();
            var frames = await member.Hub.StreamAsChannelAsync<Web.Realtime.Frame>("Watch", enough.Token);
            var frame = await frames.ReadAsync(TestContext.Current.CancellationToken);
            (begun, refused) = frame.Why == RefusalName.TooMany ? (begun, refused + 1) : (begun + 1, 0);
            await enough.CancelAsync();

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.InRange(begun, 20, 500);
        await using var other = await (await house.Enter("M3")).Watch();
        await other.Until<MemberView>(_ => true);
    }

    [Fact]
    public async Task Who_is_out_of_the_media_room_is_not_answered_without_end()
    {
        using var house = new TestHouse();
        await using var presenter = await (await house.Enter("P1")).Watch();
        var signal = JsonSerializer.SerializeToElement<MediaSignal>(new ShowSignal(1, []), WireJson.Options);
        Signalled answer;
        while ((answer = await presenter.Hub.InvokeAsync<Signalled>("Signal", signal, TestContext.Current.CancellationToken)).Refusal?.Name == RefusalName.NotInMedia)
        {
        }

        Assert.Equal(RefusalName.TooMany, answer.Refusal?.Name);
    }
}
