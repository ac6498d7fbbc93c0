using System.Diagnostics;
using System.Runtime;
using AumgJury.Bench.Processes;
using AumgJury.Bench.Report;
using AumgJury.Web.Storage;

namespace AumgJury.Bench.Acts;

/// <summary>
/// What a durable act costs: (a) a draft mark, from Send to its acknowledgement, while no other seat gets a frame; (b) a raised hand, from
/// Send to the changed view at the other nine seats. Every seat acts once a second. The floors are a bare hub and an append + flush.
/// </summary>
internal sealed class ActLoad(BenchOptions options)
{
    private const double MostBusy = 0.8;

    /// <summary>What the clients may allocate in one run.</summary>
    private const long ClientsBytes = 1L << 30;

    private static readonly int[] Sizes = [1, 10, 50, 100];

    public async Task<Table> MeasureAsync()
    {
        var table = new Table("A durable act on every screen", "Sittings of ten seats, each seat acting once a second, all of them spread evenly over it. \"p99\" is over all acts of a run; \"CPU an act\" is the server's processor time. A run is stopped where the machine is 80 % busy: that is the knee.");
        var flush = Flush();
        table.Add("append + flush of 700 bytes, one by one", flush.Median().Ms() + " median, " + flush.Quantile(0.99).Ms() + " p99");
        await SeriesAsync(table, "(a) draft mark, acknowledged", hand: false, flush.Quantile(0.99));
        await SeriesAsync(table, "(b) raised hand, seen by nine", hand: true, flush.Quantile(0.99));
        return table;
    }

    private async Task SeriesAsync(Table table, string what, bool hand, double flush)
    {
        var costs = new List<(int Sittings, double Cost)>();
        var knee = 0;
        foreach (var sittings in options.Sittings > 0 ? [options.Sittings] : options.Quick ? Sizes[..2] : Sizes)
        {
            var here = await RunAsync(sittings, hand, bareBytes: null);
            var floor = await RunAsync(sittings, hand, hand ? (int)here.FrameBytes : 0);
            table.Add(
                $"{what}; {sittings} sitting{(sittings > 1 ? "s" : "")}, {here.Rate:0} acts/s",
                $"median {here.Times.Median().Ms()}, p99 {here.Times.Quantile(0.99).Ms()}, {here.CpuMicros.Micros()} CPU an act",
                $"median {floor.Times.Median().Ms()}, p99 {floor.Times.Quantile(0.99).Ms()}, {floor.CpuMicros.Micros()} CPU an act",
                here.Times.Quantile(0.99) / (floor.Times.Quantile(0.99) + flush),
                sittings <= 1 || here.Busy < MostBusy / 2 ? "p99 <= 2x (bare hub + flush)" : "");
            table.Add(
                $"    machine busy; clients' CPU an act; other seats' frames",
                $"{here.Busy.Percent()}; {here.ClientMicros.Micros()}; {(hand ? here.FrameBytes.Kb() + " a frame" : here.Stray.ToString(System.Globalization.CultureInfo.InvariantCulture) + " frames")}",
                $"{floor.Busy.Percent()}; {floor.ClientMicros.Micros()}");
            costs.Add((sittings, here.CpuMicros));
            if (here.Missing > 0)
            {
                table.Note($"{what}, {sittings} sittings: {here.Missing} of {here.Times.Count + here.Missing} acts were not answered within 20 s.");
            }

            if (here.Busy >= MostBusy)
            {
                break;
            }

            knee = sittings;
        }

        table.Add($"{what}: last size under 80 % busy", $"{knee} sittings ({knee * 10} acts/s)");
        if (costs.Count > 1)
        {
            table.Add($"{what}: CPU an act, {costs[^1].Sittings} sittings against {costs[0].Sittings}", costs[^1].Cost.Micros(), costs[0].Cost.Micros(), costs[^1].Cost / costs[0].Cost, "flat (1x)");
        }

    }

    private sealed record Run(List<double> Times, int Missing, double Rate, double CpuMicros, double ClientMicros, double Busy, double FrameBytes, long Stray);

    private async Task<Run> RunAsync(int sittings, bool hand, int? bareBytes)
    {
        var folder = Directory.CreateTempSubdirectory("aumg-bench-").FullName;
        try
        {
            var entrance = bareBytes is null ? await Sittings.MakeAsync(folder, sittings) : null;
            await using var server = bareBytes is { } bytes
                ? await MeasuredProcess.FloorAsync("bare-hub", bytes.ToString(System.Globalization.CultureInfo.InvariantCulture))
                : await MeasuredProcess.HouseAsync(options, folder, "--empty");
            var rooms = new List<Room>();
            for (var i = 0; i < sittings; i++)
            {
                var call = Sittings.IdOf(i);
                rooms.Add(await Room.OpenAsync(Sittings.Seats, bareBytes is not null, (double)i / sittings, (seat, before) => entrance is not null
                    ? entrance.WatchAsync(server.Address, call, seat, before)
                    : Wire.ConnectAsync(server.Address, $"/hub/{call}", cookies: null, stream: null, before)));
            }

            // Everybody's return is journaled and shown, and the code is warm, before anything is counted.
            await Task.Delay(2000);
            await server.WarmAsync(
                async () =>
                {
                    using var warm = new CancellationTokenSource(options.For(4));
                    await Task.WhenAll(rooms.SelectMany(r => r.Acting(hand, warm.Token)));
                },
                options.For(30));

            var run = await ActAsync(server, rooms, hand);
            foreach (var room in rooms)
            {
                await room.DisposeAsync();
            }

            return run;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<Run> ActAsync(MeasuredProcess server, List<Room> rooms, bool hand)
    {
        // Few sittings act seldom: their ninety-ninth percentile takes longer to gather.
        var length = options.For(rooms.Count < 10 ? 25 : 10);
        using var until = new CancellationTokenSource(length);
        var frames = rooms.Sum(r => r.Frames);
        var bytes = rooms.Sum(r => r.Bytes);
        var (cpu, mine, busy) = (server.CpuSeconds, ProcessClock.CpuSeconds(Environment.ProcessId), ProcessClock.Busy());
        // The clients' own collections would count as the server's time.
        var quiet = GC.TryStartNoGCRegion(ClientsBytes);
        var watch = Stopwatch.StartNew();
        var results = await Task.WhenAll(rooms.SelectMany(r => r.Acting(hand, until.Token)));
        var seconds = watch.Elapsed.TotalSeconds;
        if (quiet && GCSettings.LatencyMode == GCLatencyMode.NoGCRegion)
        {
            GC.EndNoGCRegion();
        }
        else
        {
            Console.Error.WriteLine("  The clients collected their garbage while they measured.");
        }

        var all = results.SelectMany(r => r).ToArray();
        var good = all.Where(t => !double.IsNaN(t)).ToList();
        var came = rooms.Sum(r => r.Frames) - frames;
        return new Run(
            good,
            all.Length - good.Count,
            all.Length / seconds,
            (server.CpuSeconds - cpu) / all.Length * 1e6,
            (ProcessClock.CpuSeconds(Environment.ProcessId) - mine) / all.Length * 1e6,
            busy(),
            came == 0 ? 0 : (double)(rooms.Sum(r => r.Bytes) - bytes) / came,
            hand ? 0 : rooms.Sum(r => r.Stray));
    }

    private static List<double> Flush()
    {
        var path = Path.GetTempFileName();
        using var file = new LinuxDisk().Open(path);
        var line = new byte[700];
        var times = new List<double>();
        for (var i = 0; i < 2000; i++)
        {
            var began = Stopwatch.GetTimestamp();
            file.Write((long)i * line.Length, line);
            file.Flush();
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        File.Delete(path);
        return times;
    }
}
