using AumgJury.Bench.Report;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;

namespace AumgJury.Bench.Cameras;

/// <summary>The same University moved out and called back again and again, before a whole jury with pictures: when did the last packet come?</summary>
internal sealed class Removals(BenchOptions options)
{
    private const string University = "U1";
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(5);

    public async Task MeasureAsync(Table table)
    {
        var jury = options.Quick ? 5 : 11;
        await using var peers = Peers.Start(options.Peers);
        await using var room = await CameraRoom.OpenAsync(options, peers, jury);
        await room.BeginHearingsAsync();
        var presenter = await room.SitAsync(peers, "P1", [.. room.People.Select(p => p.Seat)]);
        await room.Chair.DoAsync(new CallUniversity(University));
        await EntersAsync(room, peers, presenter, jury);
        await room.Chair.DoAsync(new ConfirmPresenter(University));
        foreach (var dossier in new[] { "D01", "D02" })
        {
            await room.Chair.DoAsync(new StartPresentation(dossier));
        }

        var (last, proven, late) = (new List<double>(), new List<double>(), 0L);
        for (var n = options.Quick ? 2 : 10; n > 0; n--)
        {
            await CameraRoom.ReceivesAsync(peers, presenter.Seat, jury);
            var act = Now();
            await room.Chair.DoAsync(new OrderExit(University));
            await room.Chair.UntilAsync(v => v is ChairView { Sitting.Room: { Sign: RoomSign.ClosedVerified, Means: ProofMeans.Media } }, "the proof");
            proven.Add(Now() - act);
            var atProof = await peers.CountAsync(presenter.Seat);
            await Task.Delay(Window);
            var after = await peers.CountAsync(presenter.Seat);
            late += after.All - atProof.All;
            last.Add(after.Last - act);
            if (n > 1)
            {
                await room.Chair.DoAsync(new LiftAllMutes());
                await room.Chair.DoAsync(new Recall(University, "Une précision."));
                await EntersAsync(room, peers, presenter, jury);
            }
        }

        // The peers send on one tick of 20 ms: when the removal is over before the next tick, the last packet is older than the act, and the
        // delay counts as none. No figure here is finer than that tick.
        var delays = last.ConvertAll(ms => Math.Max(0, ms));
        var most = delays.Quantile(1);
        table.Add($"moved out before a jury of {jury}: the chair's act to the last packet", $"median {delays.Median().Ms()}, most {most.Ms()} of {last.Count}; {last.Count(ms => ms < 0)} had their last packet before the act (peers send every 20 ms)", goal: "most <= 100 ms", met: most <= 100);
        table.Add("    packets in the 5 s after the proof; act to proof", $"{late}; median {proven.Median().Ms()}, most {proven.Quantile(1).Ms()}", goal: "0", met: late == 0);
    }

    private static async Task EntersAsync(CameraRoom room, Peers peers, Participant presenter, int jury)
    {
        await presenter.DoAsync(new EnterRoom(University));
        await room.Chair.UntilAsync(v => v is ChairView { Sitting.Room.Sign: RoomSign.Open }, "the open room");
        await CameraRoom.ReceivesAsync(peers, presenter.Seat, jury);
    }

    private static double Now() => (DateTimeOffset.UtcNow - DateTimeOffset.UnixEpoch).TotalMilliseconds;
}
