using System.Diagnostics;
using AumgJury.Bench.Processes;
using AumgJury.Bench.Report;
using AumgJury.Web.Storage;

namespace AumgJury.Bench.Acts;

/// <summary>
/// What a durable act costs: (a) a draft mark, from Send to its acknowledgement, while no other seat gets a frame; (b) a raised hand, from
/// Send to the changed view at the other nine seats. Every juror acts once a second. The floor is a bare hub with an append + flush in each act: at the same rate, on as many files, because one that is flushed on an idle machine says little of a busy one.
/// </summary>
internal sealed class ActLoad(BenchOptions options)
{
    /// <summary>About a line of the journal.</summary>
    internal const int LineBytes = 500;

    private static readonly int[] Sizes = [1, 10, 50, 100, 150, 200, 300, 400, 500];

    public async Task<Table> MeasureAsync()
    {
        var table = new Table("A durable act on every screen", "Sittings of ten seats, whose nine jurors act once a second each, all of them spread evenly over it. The floor is a bare hub that appends and flushes a line to a file of each sitting, then sends the same bytes to the same connections, at the same rate. Both are counted warm. \"CPU an act\" is the server's processor time; the clients share its two cores. The knee is where the machine is 80 % busy; the goal is for half of it: p99 against the floor's. (Until 27 November the floor was the p99 of a hub that flushes nothing and the median of one flush on an idle machine.)");
        var flush = Flush();
        table.Add($"append + flush of {LineBytes} bytes, one by one", flush.Median().Ms() + " median, " + flush.Quantile(0.99).Ms() + " p99");
        await SilenceAsync(table);
        await SeriesAsync(table, "(a) draft mark, acknowledged", hand: false);
        await SeriesAsync(table, "(b) raised hand, seen by nine", hand: true);
        return table;
    }

    private async Task SilenceAsync(Table table)
    {
        var folder = Bounds.NewFolder();
        try
        {
            const int Drafts = 200;
            var entrance = await Sittings.MakeAsync(folder, 1);
            await using var house = await MeasuredProcess.HouseAsync(options, folder, "--empty");
            await using var room = await Room.OpenAsync(Sittings.Seats, bare: false, 0, (seat, before) => entrance.WatchAsync(house.Address, Sittings.IdOf(0), seat, before));
            await Task.Delay(2000);
            var stray = await room.StrayAsync(Drafts);
            table.Add($"frames at the nine others while one keeps {Drafts} draft marks", $"{stray}", goal: "0", met: stray == 0);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task SeriesAsync(Table table, string what, bool hand)
    {
        var runs = new List<ActRun>();
        foreach (var sittings in options.Sittings > 0 ? [options.Sittings] : options.Quick ? Sizes[..2] : Sizes)
        {
            runs.Add(await BothAsync(table, what, sittings, hand, atHalf: false));
            if (runs[^1].IsPastKnee)
            {
                break;
            }
        }

        if (runs is [.., var below, var past] && past.IsPastKnee)
        {
            // Between the last two sizes, where the line between their shares crosses 80 %.
            var knee = past.Busy < 0.8 ? past.Sittings : below.Sittings + ((0.8 - below.Busy) / (past.Busy - below.Busy) * (past.Sittings - below.Sittings));
            table.Add($"{what}: the knee", $"{knee:0} sittings, {knee * Sittings.Jurors:0} acts/s");
            await BothAsync(table, what, (int)Math.Round(knee / 2), hand, atHalf: true);
        }
        else
        {
            table.Add($"{what}: the knee", $"beyond {runs[^1].Sittings} sittings ({runs[^1].Busy.Percent()} busy)");
        }

        Slope(table, what, runs.FindAll(r => !r.IsPastKnee));
    }

    /// <summary>A sitting's cost: what one more adds to the processor time, from the first size to the second and between the last two.</summary>
    private static void Slope(Table table, string what, List<ActRun> runs)
    {
        if (runs.Count > 2)
        {
            static double Of(ActRun few, ActRun many) => (many.Cpu - few.Cpu) / (many.Sittings - few.Sittings) * 1000;
            var (first, last) = (Of(runs[0], runs[1]), Of(runs[^2], runs[^1]));
            table.Add(
                $"{what}: one sitting more, from {runs[^2].Sittings} to {runs[^1].Sittings} against from {runs[0].Sittings} to {runs[1].Sittings}",
                $"{last:0.00} ms/s",
                $"{first:0.00} ms/s",
                last / first,
                "<= 1.2x (flat)");
        }
    }

    private async Task<ActRun> BothAsync(Table table, string what, int sittings, bool hand, bool atHalf)
    {
        // What few acts or rare pauses decide is counted longer.
        var seconds = atHalf ? 30 : sittings < 10 ? 25 : 10;
        var here = await ActRun.HouseAsync(options, sittings, hand, seconds);
        var floor = await ActRun.FloorAsync(options, here, hand, seconds);
        table.Add(
            $"{what}; {sittings} sitting{(sittings > 1 ? "s" : "")}{(atHalf ? ", half the knee" : "")}, {here.Rate:0} of {here.Planned:0} acts/s",
            here.Words,
            floor.Words,
            here.P99 / floor.P99,
            atHalf ? "<= 2x" : "");
        table.Add(
            $"    machine busy; clients' CPU an act; bytes an act; collections in {seconds} s",
            Beside(here),
            Beside(floor));
        foreach (var (run, name) in new[] { (here, "house"), (floor, "bare hub") })
        {
            if (run.Unanswered > 0)
            {
                table.Note($"{what}, {sittings} sittings, {name}: {run.Unanswered} of {run.Times.Count} acts had no answer within {Wire.Patience.TotalSeconds:0} s; they count as so long.");
            }
        }

        return here;
    }

    private static string Beside(ActRun run) =>
        $"{run.Busy.Percent()}; {(run.Clients / run.Rate * 1e6).Micros()}; {run.FrameBytes.Kb()}; {run.Pauses.Count}, together {run.Pauses.Milliseconds.Ms()}";

    private static List<double> Flush()
    {
        var path = Path.GetTempFileName();
        using var file = new LinuxDisk().Open(path);
        var line = new byte[LineBytes];
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
