using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Replay;
using AumgJury.Web.Tests.Realtime;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AumgJury.Web.Tests.Replay;

public sealed class LiveReplayTests
{
    [Fact]
    public async Task An_act_done_by_hand_pauses_the_replay_in_words_and_drops_nobody()
    {
        using var house = new TestHouse(null, host => host.UseSetting("replay", "true"));
        var progress = house.Services.GetRequiredService<ReplayProgress>();
        var paused = new TaskCompletionSource();
        progress.Changed += () =>
        {
            if (progress.Paused is not null)
            {
                paused.TrySetResult();
            }
        };

        // A viewer presses what the script would press later.
        while ((await house.Call.Live.Send(Actor.Seat("M1"), new OpenSitting())).Refusal is not null)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        await paused.Task.WaitAsync(TimeSpan.FromSeconds(90), TestContext.Current.CancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(8), TestContext.Current.CancellationToken);

        Assert.IsType<ReplayFault.Refused>(progress.Paused);
        var view = (SecretaryView)house.Call.Live.Kept.View("SEC");
        Assert.DoesNotContain(view.People, p => p.Standing == PersonStanding.Lost);
        Assert.True(view.Sitting.HasChair);
    }
}
