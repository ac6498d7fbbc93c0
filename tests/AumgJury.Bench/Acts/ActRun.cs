using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using AumgJury.Bench.Processes;
using AumgJury.Bench.Report;

namespace AumgJury.Bench.Acts;

/// <summary>What one run of so many sittings gave, in a house or in the bare hub.</summary>
/// <param name="Times">Of each act, in milliseconds.</param>
/// <param name="Planned">Acts a second, had every one been answered before the next.</param>
/// <param name="Rate">Acts a second that were over.</param>
/// <param name="Cpu">The server's processor seconds a second.</param>
/// <param name="Clients">The clients' processor seconds a second.</param>
/// <param name="Busy">Share of all cores, 0 to 1.</param>
/// <param name="Pauses">Collections of garbage in that time, each with everybody waiting, and how long all of them took together, in milliseconds.</param>
/// <param name="FrameBytes">That an act brought, to all connections together.</param>
internal sealed record ActRun(int Sittings, List<double> Times, double Planned, double Rate, double Cpu, double Clients, double Busy, (int Count, double Milliseconds) Pauses, double FrameBytes)
{
    /// <summary>What the clients may allocate in one run.</summary>
    private const long ClientsBytes = 1L << 30;

    public int Unanswered => Times.Count(t => t >= Wire.Patience.TotalMilliseconds);

    public double Median => Times.Median();

    public double P99 => Times.Quantile(0.99);

    /// <summary>Whether the machine is at its end: 80 % busy, or acts come late.</summary>
    public bool IsPastKnee => Busy >= 0.8 || Rate < 0.95 * Planned;

    public string Words => $"median {Median.Ms()}, p99 {P99.Ms()}, most {Times.Max().Ms()}, {(Cpu / Rate * 1e6).Micros()} CPU an act";

    public static async Task<ActRun> HouseAsync(BenchOptions options, int sittings, bool hand, double seconds)
    {
        var folder = Bounds.NewFolder();
        try
        {
            var entrance = await Acts.Sittings.MakeAsync(folder, sittings);
            await using var house = await MeasuredProcess.HouseAsync(options, folder, "--empty");

            // The chairs first: a sitting whose chair does not come for a minute suspends itself.
            var chairs = new List<Wire>();
            for (var i = 0; i < sittings; i++)
            {
                chairs.Add(await entrance.WatchAsync(house.Address, Acts.Sittings.IdOf(i), Acts.Sittings.Seats[0]));
            }

            return await OverAsync(options, house, sittings, hand, seconds, bare: false, async (i, seat, before) =>
            {
                var wire = await entrance.WatchAsync(house.Address, Acts.Sittings.IdOf(i), seat, before);
                if (seat == Acts.Sittings.Seats[0])
                {
                    await chairs[i].DisposeAsync();
                }

                return wire;
            });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The bare hub flushes as many lines and sends the bytes that the house's acts brought, to the same connections.</summary>
    public static async Task<ActRun> FloorAsync(BenchOptions options, ActRun house, bool hand, double seconds)
    {
        var bytes = (int)(house.FrameBytes / (hand ? Acts.Sittings.Seats.Length : 1));
        var folder = Bounds.NewFolder();
        try
        {
            await using var hub = await MeasuredProcess.FloorAsync(options, "bare-hub", bytes.ToString(CultureInfo.InvariantCulture), hand ? "all" : "caller", folder);
            return await OverAsync(options, hub, house.Sittings, hand, seconds, bare: true, (i, _, before) =>
                Wire.ConnectAsync(hub.Address, $"/hub/{Acts.Sittings.IdOf(i)}", cookies: null, stream: null, before));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<ActRun> OverAsync(BenchOptions options, MeasuredProcess server, int sittings, bool hand, double seconds, bool bare, Func<int, string, Action<Wire>, Task<Wire>> connect)
    {
        var rooms = new List<Room>();
        try
        {
            for (var i = 0; i < sittings; i++)
            {
                rooms.Add(await Room.OpenAsync(Acts.Sittings.Seats, bare, (double)i / sittings, (seat, before) => connect(i, seat, before)));
            }

            // Everybody's return is journaled and shown, and the code is warm, before anything is counted.
            await Task.Delay(2000);
            await server.WarmAsync(() => ActingAsync(rooms, hand, options.For(4)), options.For(30));
            return await CountedAsync(server, rooms, hand, options.For(seconds));
        }
        finally
        {
            foreach (var room in rooms)
            {
                await room.DisposeAsync();
            }
        }
    }

    private static async Task<ActRun> CountedAsync(MeasuredProcess server, List<Room> rooms, bool hand, TimeSpan length)
    {
        // The clients' own collections would count as the server's time.
        var quiet = GC.TryStartNoGCRegion(ClientsBytes);
        var pauses = await server.PausesAsync();
        var (done, frames) = (rooms.Sum(r => r.Done), rooms.Sum(r => r.FrameBytes));
        var (cpu, mine, busy, watch) = (server.CpuSeconds, ProcessClock.CpuSeconds(Environment.ProcessId), ProcessClock.Busy(), Stopwatch.StartNew());
        var acting = ActingAsync(rooms, hand, length);
        await Task.Delay(length);

        // Read while they act: what a late act waits for at the end is no rest of the machine.
        var seconds = watch.Elapsed.TotalSeconds;
        var (used, clients, share) = (server.CpuSeconds - cpu, ProcessClock.CpuSeconds(Environment.ProcessId) - mine, busy());
        var rate = (rooms.Sum(r => r.Done) - done) / seconds;
        var times = await acting;
        var paused = await server.PausesAsync();
        if (quiet && GCSettings.LatencyMode == GCLatencyMode.NoGCRegion)
        {
            GC.EndNoGCRegion();
        }
        else
        {
            await Console.Error.WriteLineAsync("  The clients collected their garbage while they measured.");
        }

        return new ActRun(rooms.Count, times, rooms.Count * Acts.Sittings.Jurors, rate, used / seconds, clients / seconds, share, (paused.Count - pauses.Count, paused.Milliseconds - pauses.Milliseconds), (double)(rooms.Sum(r => r.FrameBytes) - frames) / times.Count);
    }

    private static async Task<List<double>> ActingAsync(List<Room> rooms, bool hand, TimeSpan length)
    {
        using var until = new CancellationTokenSource(length);
        return [.. (await Task.WhenAll(rooms.SelectMany(r => r.Acting(hand, until.Token)))).SelectMany(times => times)];
    }
}
