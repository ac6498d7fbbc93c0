using System.Diagnostics;
using System.Globalization;
using AumgJury.Bench.Acts;
using AumgJury.Bench.Processes;
using AumgJury.Bench.Report;
using AumgJury.Web.Storage;

namespace AumgJury.Bench.Journals;

/// <summary>What the journal costs: opening a call, keeping lines from many producers, a cold start over many calls, bytes on disk.</summary>
internal sealed class JournalCost(BenchOptions options)
{
    private const int Producers = 64;

    // Short ones, each with its floor right after it: what a flush costs on this disk moves by half from one second to the next.
    private const int Rounds = 60;
    private const int FirstRounds = 6;

    private int Lines => options.Quick ? 300 : 3000;

    public async Task<Table> MeasureAsync()
    {
        var table = new Table("The journal", $"Calls of {Lines} lines: marks and comments on three dossiers and every criterion, notes, hands, losses and returns; all files are in the machine's cache. \"Start\" is from the process's start to its first listening.");
        var folder = Bounds.NewFolder();
        try
        {
            await OpeningAsync(table, folder);
            await KeepingAsync(table, folder);
            await new ColdStarts(options, Lines).MeasureAsync(table);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return table;
    }

    /// <summary>Two calls in turns, one with twice the lines: what the machine does meanwhile falls on both.</summary>
    private async Task OpeningAsync(Table table, string folder)
    {
        var calls = new List<LongCall>();
        foreach (var lines in new[] { Lines / 2, Lines })
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"long-{lines}");
            await Sittings.MakeLongAsync(folder, id, lines);
            calls.Add(new LongCall(new CallFiles(folder, id)));
        }

        var passes = WarmUp(calls);
        calls.ForEach(call => call.Forget());
        for (var i = 0; i < (options.Quick ? 5 : 21); i++)
        {
            calls.ForEach(call => call.Pass());
        }

        foreach (var call in calls)
        {
            var read = call.Floor.Ms() + " read + SHA-256 a line";
            table.Add($"reading and verifying {call.Lines} lines, {(call.Bytes / 1e6).ToString("0.0 MB", CultureInfo.InvariantCulture)}", call.Opened.Ms(), read, call.Opened / call.Floor);
            table.Add("    of it the last group, written and flushed again", call.Flushed.Ms());
            table.Add("    and folding them into the state", call.Folded.Ms(), read, call.Folded / call.Floor, "<= 150 ms", call.Folded <= 150);
            table.Add("    size on disk, a line", ((double)call.Bytes / call.Lines).Count() + " bytes");
        }

        var (half, whole) = (calls[0], calls[1]);
        table.Add($"linear: opening and folding {whole.Lines} lines against {half.Lines}", whole.Folded.Ms(), half.Folded.Ms() + " half the lines", whole.Folded / half.Folded, "<= 2.2x");
        table.Note($"Opened {passes} times for nothing before that, both in turns, until five passes in a row were not faster than the five before.");
    }

    /// <summary>What runs often is compiled better and better: until that is over, a later figure is a faster one.</summary>
    /// <returns>How many passes that took.</returns>
    private int WarmUp(List<LongCall> calls)
    {
        const int Row = 5;
        var (before, passes) = (double.MaxValue, 0);
        while (passes < (options.Quick ? 10 : 200))
        {
            var row = new List<double>();
            for (var i = 0; i < Row; i++, passes++)
            {
                calls.ForEach(call => call.Pass());
                row.Add(calls.Sum(call => call.LastFolded));
            }

            // A twentieth is noise. Never after the first thirty: the compiler waits before it begins.
            if (row.Median() > before * 0.95 && passes > 30)
            {
                break;
            }

            before = Math.Min(before, row.Median());
        }

        return passes;
    }

    /// <summary>Lines of the same length from 64 producers, each waiting for its acknowledgement; then the same groups appended and flushed raw.</summary>
    private async Task KeepingAsync(Table table, string folder)
    {
        var body = System.Text.Encoding.UTF8.GetBytes("{\"text\":\"" + new string('x', 600) + "\"}");
        var (ratios, rates, floors, sizes) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < (options.Quick ? FirstRounds + 3 : Rounds); round++)
        {
            var groups = new List<int>();
            var files = new CallFiles(folder, string.Create(CultureInfo.InvariantCulture, $"keep-{round}"));
            var ready = (OpenedJournal.Ready)Journal.Open(new LinuxDisk(), files, 0);
            var gate = new Lock();
            var next = 0L;
            var each = options.Quick ? 100 : 250;
            var began = Stopwatch.GetTimestamp();
            await using (var writer = new GroupWriter(ready.Journal, group => groups.Add(((GroupWritten.Kept)group).Lines.Count)))
            {
                await Task.WhenAll(Enumerable.Range(0, Producers).Select(_ => Task.Run(async () =>
                {
                    for (var i = 0; i < each; i++)
                    {
                        Task<Written> kept;
                        lock (gate)
                        {
                            kept = writer.Append(body, ++next);
                        }

                        await kept;
                    }
                })));
            }

            var here = Producers * each / Stopwatch.GetElapsedTime(began).TotalSeconds;
            var line = (int)(new FileInfo(files.Journal).Length / next);
            ready.Journal.Dispose();
            var floor = Raw(folder, groups, line);

            // The first rounds bring the code.
            if (round >= FirstRounds)
            {
                rates.Add(here);
                floors.Add(floor);
                ratios.Add(here / floor);
                sizes.Add((double)next / groups.Count);
            }
        }

        table.Add($"lines acknowledged a second, {Producers} producers", rates.Median().Count(), floors.Median().Count() + " raw, same groups", ratios.Median(), ">= 0.70x");
        table.Add($"    the ratio is the median of {ratios.Count} rounds, each against its own floor", string.Create(CultureInfo.InvariantCulture, $"{ratios.Min():0.00}x to {ratios.Max():0.00}x, half of them {ratios.Quantile(0.25):0.00}x to {ratios.Quantile(0.75):0.00}x"));
        table.Add("    lines that share a flush", sizes.Median().Count());
    }

    private static double Raw(string folder, List<int> groups, int line)
    {
        using var file = new LinuxDisk().Open(Path.Combine(folder, "raw-" + Guid.NewGuid().ToString("N")));
        var bytes = new byte[groups.Max() * line];
        var at = 0L;
        var began = Stopwatch.GetTimestamp();
        foreach (var group in groups)
        {
            file.Write(at, bytes.AsSpan(0, group * line));
            file.Flush();
            at += group * line;
        }

        return groups.Sum() / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}
