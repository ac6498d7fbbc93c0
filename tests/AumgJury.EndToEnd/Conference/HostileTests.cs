using System.Text.Json;
using AumgJury.Core.Sittings;
using AumgJury.Web.Conference;
using AumgJury.Web.Realtime;
using Microsoft.AspNetCore.SignalR.Client;

namespace AumgJury.EndToEnd.Conference;

/// <summary>A presenter who does what no page of ours does: refused by name, and in Janus there is nothing of them.</summary>
public sealed class HostileTests(MediaBrowser browser) : IClassFixture<MediaBrowser>
{
    private const int Races = 200;
    private const int Flood = 200;

    [Fact]
    public async Task Whoever_is_out_is_refused_by_name_whatever_they_send()
    {
        await using var sitting = await MediaSitting.AtTheHearingsAsync(browser);
        var chair = await sitting.WithMediaAsync("M1", "P1");
        var presenter = await sitting.WithMediaAsync("P1", "M1");
        await presenter.Until<OutFrame>();
        var offer = await presenter.Page!.EvaluateAsync<string>("() => peer.publish({})");

        // Before being let in: guessed epochs, seats and numbers.
        foreach (var signal in Everything(chair.Room!.Epoch, offer))
        {
            Assert.Equal(RefusalName.NotInMedia, await AnsweredAsync(presenter, signal));
        }

        await sitting.BringInAsync();
        var room = await presenter.Until<RoomFrame>();
        await presenter.Grows((was, now) => now.Received > was.Received + 20, "the chair's sound and picture");
        var lastOffer = presenter.Frames.OfType<OfferFrame>().Last();
        await sitting.PresentAsync("D01", "D02");

        // In: another tab's signals, an old epoch, an old offer, a shape that is none.
        await using (var secondTab = await new Web.Tests.Realtime.JuryClient(sitting.House.Address, presenter.Hub.Number, presenter.Hub.Cookies).Watch())
        {
            var signal = JsonSerializer.SerializeToElement<MediaSignal>(new PublishSignal(room.Epoch, MediaSource.Camera, offer), WireJson.Options);
            var elsewhere = await secondTab.Hub.InvokeAsync<Signalled>("Signal", signal, TestContext.Current.CancellationToken);
            Assert.Equal(RefusalName.MediaElsewhere, elsewhere.Refusal?.Name);
        }

        Assert.Equal(RefusalName.Stale, (await presenter.Signal(new PublishSignal(room.Epoch - 1, MediaSource.Camera, offer))).Refusal?.Name);
        Assert.Equal(RefusalName.Stale, (await presenter.Signal(new AnswerSignal(room.Epoch, lastOffer.Number, lastOffer.Sdp))).Refusal?.Name);
        Assert.Equal(RefusalName.Malformed, (await presenter.Raw(JsonDocument.Parse("""{"type":"subscribe","feed":"1234"}""").RootElement)).Refusal?.Name);
        Assert.Equal(RefusalName.Malformed, (await presenter.Signal(new PublishSignal(room.Epoch, MediaSource.Microphone, offer))).Refusal?.Name);
        Assert.Equal(RefusalName.TooLarge, (await presenter.Signal(new PublishSignal(room.Epoch, MediaSource.Camera, "v=0" + new string('x', 70_000)))).Refusal?.Name);

        // Out again, with every connection kept and every old word said again.
        presenter.Hostile = true;
        await sitting.Do("M1", new OrderExit("U1"));
        await sitting.UntilAsync(v => v.Sitting.Room is { Sign: RoomSign.ClosedVerified, Means: ProofMeans.Media });
        var before = await presenter.Settled();
        foreach (var signal in Everything(room.Epoch, offer).Append(new AnswerSignal(room.Epoch, lastOffer.Number, offer)))
        {
            Assert.Equal(RefusalName.NotInMedia, await AnsweredAsync(presenter, signal));
        }

        // The old link in a second stream: still out.
        var again = MediaClient.Sit(presenter.Hub, null, []);
        await again.Until<OutFrame>();
        await presenter.Until<EndedFrame>(f => f.Why == EndedWhy.Taken);
        await Task.Delay(5000, TestContext.Current.CancellationToken);
        Assert.Equal(before.Received, (await presenter.Stats()).Received);
        Assert.DoesNotContain(again.Frames, f => f is OfferFrame or RoomFrame);
        await again.DisposeAsync();
    }

    [Fact]
    public async Task Subscribing_at_the_very_moment_of_the_removal_leaves_nothing_in_janus()
    {
        await using var sitting = await MediaSitting.AtTheHearingsAsync(browser);
        var chair = await sitting.WithMediaAsync("M1");
        await sitting.BringInAsync();
        var presenter = await sitting.RawAsync("P1");
        var page = await browser.PageAsync(sitting.House.Address);
        var offer = await page.EvaluateAsync<string>("() => peer.publish({})");
        var latencies = new List<double>();
        long last = 0;
        var paced = 0;
        for (var i = 0; i < Races; i++)
        {
            var room = await presenter.Until<RoomFrame>(f => f.Epoch > last, $"in race {i}");
            last = room.Epoch;
            if (i % 2 == 0)
            {
                await presenter.Until<OfferFrame>(f => f.Epoch == room.Epoch, $"in race {i}");
            }

            var number = presenter.Frames.OfType<OfferFrame>().LastOrDefault(f => f.Epoch == room.Epoch)?.Number ?? 1;
            MediaSignal[] signals =
            [
                new ShowSignal(room.Epoch, [new Tile("M1", MediaSource.Camera, 720)]), new PublishSignal(room.Epoch, MediaSource.Camera, offer),
                new AnswerSignal(room.Epoch, number, offer.Replace("a=sendonly", "a=recvonly", StringComparison.Ordinal)), new ShowSignal(room.Epoch, [new Tile("M4", MediaSource.Screen, 720)]),
            ];
            var raced = signals.Select(async (s, n) =>
            {
                await Task.Delay(n * (i % 5), TestContext.Current.CancellationToken);
                return await presenter.Signal(s);
            }).ToArray();
            await Task.Delay(i % 7, TestContext.Current.CancellationToken);
            var ordered = System.Diagnostics.Stopwatch.StartNew();
            Assert.Null((await sitting.Live.Send(Actor.Room, new HoldOutsiders())).Refusal);
            var answers = await Task.WhenAll(raced);
            paced += answers.Count(a => a.Refusal?.Name == RefusalName.TooMany);
            Assert.All(answers, a => Assert.True(a.Refusal is null or { Name: RefusalName.NotInMedia or RefusalName.Stale or RefusalName.Malformed or RefusalName.TooMany }, $"{a.Refusal?.Name}"));
            Assert.Equal(RefusalName.NotInMedia, await AnsweredAsync(presenter, signals[1]));

            // Janus holds the chair's session and the one that conducts the room, and no other.
            while ((await sitting.Janus.Sessions()).Length != 2)
            {
                Assert.True(ordered.Elapsed < TimeSpan.FromSeconds(30), $"Race {i}: Janus still holds a session of the presenter.");
                await Task.Delay(10, TestContext.Current.CancellationToken);
            }

            latencies.Add(ordered.Elapsed.TotalMilliseconds);
            await sitting.Do("M1", new AdmitAgain("U1"));
        }

        latencies.Sort();
        TestContext.Current.TestOutputHelper!.WriteLine($"From the order to a Janus without the presenter, {Races} races: median {latencies[Races / 2]:0} ms, p99 {latencies[(Races * 99 / 100) - 1]:0} ms, most {latencies[^1]:0} ms; {paced} signals came too fast.");
        Assert.NotNull(chair.Room);
    }

    [Fact]
    public async Task A_flood_of_descriptions_before_the_exit_and_during_it_delays_no_proof_and_leaves_nothing_in_janus()
    {
        await using var sitting = await MediaSitting.AtTheHearingsAsync(browser);
        await sitting.WithMediaAsync("M1", "P1");
        var presenter = await sitting.WithMediaAsync("P1", "M1");
        await presenter.Until<OutFrame>();
        await sitting.BringInAsync();
        await presenter.Grows((was, now) => now.Received > was.Received + 20, "the chair's sound and picture");
        await sitting.PresentAsync("D01", "D02");
        var garbage = new PublishSignal(presenter.Room!.Epoch, MediaSource.Camera, "v=0\r\ngarbage");
        var answers = new Dictionary<RefusalName, int>();
        var most = 0;
        using var enough = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        var flooding = Task.Run(async () =>
        {
            for (var i = 0; !enough.IsCancellationRequested; i++)
            {
                var name = Assert.IsType<Refusal>((await presenter.Signal(garbage)).Refusal).Name;
                answers[name] = answers.GetValueOrDefault(name) + 1;
                if (i == Flood)
                {
                    begun.SetResult();
                }
            }
        }, TestContext.Current.CancellationToken);
        do
        {
            Assert.False(flooding.IsCompleted, $"{flooding.Exception}");
            most = Math.Max(most, await HandlesAsync(sitting));
        }
        while (await Task.WhenAny(begun.Task, flooding, Task.Delay(200, TestContext.Current.CancellationToken)) != begun.Task);

        var ordered = System.Diagnostics.Stopwatch.StartNew();
        var removed = await Removed.From(
            presenter,
            () => presenter.Grows((was, now) => now.Received > was.Received + 20, "the chair's sound and picture"),
            () =>
            {
                ordered.Restart();
                return sitting.Do("M1", new OrderExit("U1"));
            },
            async () =>
            {
                await sitting.UntilAsync(v => v.Sitting.Room is { Sign: RoomSign.ClosedVerified, Means: ProofMeans.Media });
                ordered.Stop();
            });
        TestContext.Current.TestOutputHelper!.WriteLine(await Removed.Nothing("In a flood", [removed]));
        await enough.CancelAsync();
        await flooding;
        Assert.InRange(most, 1, 8);
        Assert.Equal(RefusalName.NotInMedia, await AnsweredAsync(presenter, garbage));
        Assert.Equal(2, (await sitting.Janus.Sessions()).Length);
        TestContext.Current.TestOutputHelper!.WriteLine($"From the order to the proof {ordered.Elapsed.TotalMilliseconds:0} ms, at most {most} handles a session; answers: {string.Join(", ", answers.Select(a => $"{a.Key} {a.Value}"))}.");
    }

    /// <summary>What is answered once it is listened to: a quick machine says more in a second than one person may.</summary>
    private static async Task<RefusalName?> AnsweredAsync(MediaClient person, MediaSignal signal)
    {
        for (var waits = 0; ; waits++)
        {
            var name = (await person.Signal(signal)).Refusal?.Name;
            if (name != RefusalName.TooMany || waits == 100)
            {
                return name;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>The most handles that one session in Janus has.</summary>
    private static async Task<int> HandlesAsync(MediaSitting sitting)
    {
        var most = 0;
        foreach (var session in await sitting.Janus.Sessions())
        {
            most = Math.Max(most, (await sitting.Janus.Handles(session))?.Length ?? 0);
        }

        return most;
    }

    private static IEnumerable<MediaSignal> Everything(long epoch, string sdp) =>
        from e in new[] { epoch, epoch + 1, 0L }
        from signal in new MediaSignal[]
        {
            new PublishSignal(e, MediaSource.Camera, sdp), new PublishSignal(e, MediaSource.Screen, sdp), new AnswerSignal(e, 1, sdp), new ShowSignal(e, [new Tile("M1", MediaSource.Camera, 360)]),
            new SendingSignal(e, true, true), new StatsSignal(e, 1, 0, 0, 1, 1), new UnpublishSignal(e, MediaSource.Camera),
        }
        select signal;
}
