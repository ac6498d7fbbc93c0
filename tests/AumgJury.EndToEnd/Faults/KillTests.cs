using System.Globalization;
using AumgJury.Core.Views;
using AumgJury.EndToEnd.Browsing;
using AumgJury.EndToEnd.Sittings;
using AumgJury.Web.Tests;
using AumgJury.Web.Tests.Realtime;

namespace AumgJury.EndToEnd.Faults;

/// <summary>
/// The application is killed while eight members mark as fast as they can. <c>AUMG_KILLS</c> is how often (6; 200 by hand).
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const string Submitted = "D01";
    private static readonly string[] Jury = ["M1", "M2", "M3", "M4", "M5", "M6", "M7", "M8"];

    [Fact]
    public async Task Killed_while_eight_members_mark_nothing_acknowledged_is_missing_and_every_seat_is_back()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("AUMG_KILLS") ?? "6", CultureInfo.InvariantCulture);
        var folder = Directory.CreateTempSubdirectory("aumg-kill-").FullName;
        await PlayedHouse.PlayAsync(Prelude.Act("submit-grid"), folder);
        var random = new Random(20210506);
        var hands = Jury.Select(seat => new MarkingHand(seat, Submitted)).ToArray();
        var starts = new List<TimeSpan>();
        var cookies = new Dictionary<string, JuryClient>(StringComparer.Ordinal);
        for (var round = 0; round <= kills; round++)
        {
            using var house = await HouseProcess.StartAsync(folder);
            starts.Add(house.StartedIn);
            var clients = new List<JuryClient>();
            foreach (var hand in hands)
            {
                // The same browser, still signed in: a new device would wait for the chair.
                var client = cookies.TryGetValue(hand.Seat, out var before)
                    ? new JuryClient(house.Address, before.Number, before.Cookies)
                    : cookies[hand.Seat] = await house.EnterAsync(hand.Seat);
                clients.Add(await client.Watch());
                var work = await MarkingHand.WorkAsync(client);
                Assert.Empty(hand.Missing(work));
                hand.Settle(work);
            }

            if (round < kills)
            {
                await KillWhileMarking(house, hands, clients, random.Next(1, 400));
            }

            foreach (var client in clients)
            {
                await client.DisposeAsync();
            }
        }

        Assert.Equal(0, await HouseProcess.VerifyAsync(folder));
        starts.Sort();
        output.WriteLine($"{kills} kills, {hands.Sum(h => h.Acknowledged)} acts acknowledged, none missing; start to listening: median {starts[starts.Count / 2].TotalMilliseconds:0} ms, most {starts[^1].TotalMilliseconds:0} ms.");
        Assert.All(hands, hand => Assert.True(hand.Acknowledged > 0, hand.Seat));
        TemporaryFolder.Remove(folder);
    }

    private static async Task KillWhileMarking(HouseProcess house, MarkingHand[] hands, List<JuryClient> clients, int after)
    {
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var count = 0;
        var marking = hands.Zip(clients, (hand, client) => Task.Run(() => hand.MarkAsync(client, () =>
        {
            if (Interlocked.Increment(ref count) == after)
            {
                enough.TrySetResult();
            }
        }))).ToArray();
        await Task.WhenAny(enough.Task, Task.WhenAll(marking));
        house.Kill();
        await Task.WhenAll(marking);
        Assert.True(enough.Task.IsCompleted, "The members stopped marking before the house was killed.");
    }

}
