using System.Text.Json;
using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Web.Conference;
using AumgJury.Web.Realtime;
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
