using AumgJury.Bench.Processes;
using AumgJury.Bench.Report;

namespace AumgJury.Bench.Cameras;

/// <summary>What a person with a camera of 320x180 costs Janus and the application, against the same Janus driven by hand; removals; and how long until a voice is heard.</summary>
internal sealed class CameraLoad(BenchOptions options)
{
    private static readonly int[] Sizes = [4, 8, 12];

    /// <param name="Total">Processor milliseconds a second, of everything that serves.</param>
    /// <param name="Packets">What each receives in a second.</param>
    /// <param name="Warm">Whether the application had compiled what it runs.</param>
    private sealed record Cost(double Total, double Janus, double Application, double Packets, double Busy, bool Warm = true);

    public async Task<Table> MeasureAsync()
    {
        var table = new Table("A camera", "Everybody sends a voice and 320x180 and receives everybody's. The peers are real WebRTC connections that code and decode nothing. The floor is the same Janus with the fewest requests that connect the same peers. Processor time is for each participant, in milliseconds a second.");
        foreach (var size in options.Participants > 0 ? [options.Participants] : options.Quick ? Sizes[..1] : Sizes)
        {
            // Before and after: what else the machine does falls on both.
            var first = await ByHandAsync(size);
            var here = await HereAsync(size);
            var second = await ByHandAsync(size);
            var floor = new Cost((first.Total + second.Total) / 2, 0, 0, (first.Packets + second.Packets) / 2, 0);
            table.Add(
                $"{size} participants: Janus + application{(here.Warm ? "" : " (not warm)")}",
                $"{here.Total / size:0.0} ms/s (Janus {here.Janus / size:0.0}, application {here.Application / size:0.0})",
                $"{floor.Total / size:0.0} ms/s ({first.Total / size:0.0} before, {second.Total / size:0.0} after)",
                here.Total / floor.Total,
                "<= 1.1x");
            table.Add($"    packets that each receives in a second; machine busy", $"{here.Packets:0}; {here.Busy.Percent()}", $"{floor.Packets:0}");
        }

        await new Removals(options).MeasureAsync(table);
        await new HeardVoice(options).MeasureAsync(table);
        return table;
    }

    private async Task<Cost> HereAsync(int size)
    {
        await using var peers = Peers.Start(options.Peers);
        await using var room = await CameraRoom.OpenAsync(options, peers, size);
        var warm = await room.WarmAsync(options.For(300));
        return await OverAsync(peers, [.. room.People.Select(p => p.Seat)], () => room.Cpu) with { Warm = warm };
    }

    private async Task<Cost> ByHandAsync(int size)
    {
        var folder = Bounds.NewFolder();
        try
        {
            string[] ids = [.. Enumerable.Range(1, size).Select(i => $"H{i}")];
            await using var peers = Peers.Start(options.Peers);
            await using var janus = await JanusByHand.StartAsync(folder);
            await janus.SeatAsync(peers, ids);
            await Task.WhenAll(ids.Select(id => CameraRoom.ReceivesAsync(peers, id, size - 1)));
            return await OverAsync(peers, ids, () => (0, ProcessClock.CpuSeconds(janus.Id)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<Cost> OverAsync(Peers peers, string[] ids, Func<(double Application, double Janus)> cpu)
    {
        var (length, busy, packets, before) = (options.For(30), ProcessClock.Busy(), await AllAsync(peers, ids), cpu());
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await Task.Delay(length);
        var after = cpu();
        var seconds = watch.Elapsed.TotalSeconds;
        var (janus, application) = ((after.Janus - before.Janus) / seconds * 1000, (after.Application - before.Application) / seconds * 1000);
        return new Cost(janus + application, janus, application, (await AllAsync(peers, ids) - packets) / seconds / ids.Length, busy());
    }

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
