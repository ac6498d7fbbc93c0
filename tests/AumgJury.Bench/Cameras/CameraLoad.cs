using AumgJury.Bench.Processes;
using AumgJury.Bench.Report;

namespace AumgJury.Bench.Cameras;

/// <summary>What a person with a camera of 320x180 costs Janus and the application, against another Janus driven by hand; removals; and how long until a voice is heard.</summary>
internal sealed class CameraLoad(BenchOptions options)
{
    private static readonly int[] Sizes = [4, 8, 12];

    /// <param name="Total">Processor milliseconds a second, of everything that serves.</param>
    /// <param name="Packets">What each receives in a second.</param>
    private sealed record Cost(double Total, double Janus, double Application, double Packets);

    public async Task<Table> MeasureAsync()
    {
        var table = new Table("A camera", "Everybody sends a voice and 320x180 and receives everybody's. The peers are real WebRTC connections that code and decode nothing. The floor is another Janus with the fewest requests that connect as many peers, in the same minute: what a packet costs differs by a fifth from one minute to the next. Processor time is for each participant, in milliseconds a second.");
        foreach (var size in options.Participants > 0 ? [options.Participants] : options.Quick ? Sizes[..1] : Sizes)
        {
            var (here, floor, warm, busy) = await BesideAsync(size);
            table.Add(
                $"{size} participants: Janus + application{(warm ? "" : " (not warm)")}",
                $"{here.Total / size:0.0} ms/s (Janus {here.Janus / size:0.0}, application {here.Application / size:0.0})",
                $"{floor.Total / size:0.0} ms/s",
                here.Total / floor.Total,
                "<= 1.1x",
                Alike(here, floor) ? null : false);
            table.Add($"    packets that each receives in a second; machine busy with both", $"{here.Packets:0}; {busy.Percent()}", $"{floor.Packets:0}{(Alike(here, floor) ? "" : " (not the same work)")}");
        }

        await new Removals(options).MeasureAsync(table);
        await new HeardVoice(options).MeasureAsync(table);
        return table;
    }

    /// <summary>A room of the application and one that is driven by hand, both full, measured over the same minute.</summary>
    private async Task<(Cost Here, Cost Floor, bool Warm, double Busy)> BesideAsync(int size)
    {
        var folder = Bounds.NewFolder();
        try
        {
            string[] ids = [.. Enumerable.Range(1, size).Select(i => $"H{i}")];
            await using var byHand = Peers.Start(options.Peers);
            await using var janus = await JanusByHand.StartAsync(folder);
            await janus.SeatAsync(byHand, ids);
            await Task.WhenAll(ids.Select(id => CameraRoom.ReceivesAsync(byHand, id, size - 1)));

            await using var peers = Peers.Start(options.Peers);
            await using var room = await CameraRoom.OpenAsync(options, peers, size);
            string[] seats = [.. room.People.Select(p => p.Seat)];
            var warm = await room.WarmAsync(options.For(300));

            // Those of before may have lost somebody while the others came and warmed.
            await Task.WhenAll(seats.Select(seat => CameraRoom.ReceivesAsync(peers, seat, size - 1)).Concat(ids.Select(id => CameraRoom.ReceivesAsync(byHand, id, size - 1))));
            var busy = ProcessClock.Busy();
            var both = new[] { OverAsync(peers, seats, () => room.Cpu), OverAsync(byHand, ids, () => (0, ProcessClock.CpuSeconds(janus.Id))) };
            var costs = await Task.WhenAll(both);
            return (costs[0], costs[1], warm, busy());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<Cost> OverAsync(Peers peers, string[] ids, Func<(double Application, double Janus)> cpu)
    {
        var (packets, before) = (await AllAsync(peers, ids), cpu());
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await Task.Delay(options.For(60));
        var after = cpu();
        var seconds = watch.Elapsed.TotalSeconds;
        var (janus, application) = ((after.Janus - before.Janus) / seconds * 1000, (after.Application - before.Application) / seconds * 1000);
        return new Cost(janus + application, janus, application, (await AllAsync(peers, ids) - packets) / seconds / ids.Length);
    }

    /// <summary>Both carried the same: else the ratio says nothing.</summary>
    private static bool Alike(Cost here, Cost floor) => Math.Abs(here.Packets - floor.Packets) <= 0.02 * floor.Packets;

    private static async Task<double> AllAsync(Peers peers, string[] ids)
    {
        var all = 0.0;
        foreach (var id in ids)
        {
            all += (await peers.CountAsync(id)).All;
        }

        return all;
    }
}
