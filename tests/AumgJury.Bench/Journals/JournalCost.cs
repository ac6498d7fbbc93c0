using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using AumgJury.Bench.Acts;
using AumgJury.Bench.Processes;
using AumgJury.Bench.Report;
using AumgJury.Core.Sittings;
using AumgJury.Web.Storage;

namespace AumgJury.Bench.Journals;

/// <summary>What the journal costs: opening a call, keeping lines from many producers, a cold start over many calls, bytes on disk.</summary>
internal sealed class JournalCost(BenchOptions options)
{
    private const int Producers = 64;

    private int Lines => options.Quick ? 300 : 3000;

    public async Task<Table> MeasureAsync()
    {
        var table = new Table("The journal", $"Calls of {Lines} lines. \"Start\" is from the process's start to its first listening.");
        var folder = Directory.CreateTempSubdirectory("aumg-bench-").FullName;
        try
        {
            foreach (var lines in new[] { Lines / 2, Lines })
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"long-{lines}");
                var journal = await Sittings.MakeLongAsync(folder, id, lines);
                if (lines < Lines)
                {
                    // Once for nothing: it brings the code.
                    Opening(new Table("", ""), new CallFiles(folder, id), journal);
                }

                Opening(table, new CallFiles(folder, id), journal);
            }

            await KeepingAsync(table, folder);
            await StartingAsync(table);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return table;
    }

    private static void Opening(Table table, CallFiles files, string journal)
    {
        var (opened, floor, folded) = (new List<double>(), new List<double>(), new List<double>());
        var lines = 0;
        for (var i = 0; i < 9; i++)
        {
            var began = Stopwatch.GetTimestamp();
            var bytes = File.ReadAllBytes(journal);
            foreach (var line in bytes.AsSpan().Split((byte)'\n'))
            {
                SHA256.HashData(bytes.AsSpan(line));
            }

            floor.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            began = Stopwatch.GetTimestamp();
            var ready = (OpenedJournal.Ready)Journal.Open(new LinuxDisk(), files, 0);
            opened.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            using var keys = KeyRing.Load(new LinuxDisk(), files, journalHasLines: true);
            var state = ready.Lines.Aggregate(CallState.Empty((key, cipher) => keys.Open(key, cipher)), (s, line) => s.Apply(line.Json.Span));
            folded.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            lines = state.IsOpen ? ready.Lines.Count : 0;
            ready.Journal.Dispose();
        }

        var size = new FileInfo(journal).Length;
        var read = floor.Median().Ms() + " read + SHA-256 a line";
        table.Add($"reading and verifying {lines} lines, {(size / 1e6).ToString("0.0 MB", CultureInfo.InvariantCulture)}", opened.Median().Ms(), read, opened.Median() / floor.Median());
        table.Add($"    and folding them into the state", folded.Median().Ms(), read, folded.Median() / floor.Median(), "linear, <= 150 ms");
        table.Add("    size on disk, a line", ((double)size / lines).Count() + " bytes");
    }

    /// <summary>Lines of the same length from 64 producers, each waiting for its acknowledgement; then the same groups appended and flushed raw.</summary>
    private async Task KeepingAsync(Table table, string folder)
    {
        var body = System.Text.Encoding.UTF8.GetBytes("{\"text\":\"" + new string('x', 600) + "\"}");
        var (ratios, rates, floors, sizes) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < 6; round++)
        {
            var groups = new List<int>();
            var files = new CallFiles(folder, string.Create(CultureInfo.InvariantCulture, $"keep-{round}"));
            var ready = (OpenedJournal.Ready)Journal.Open(new LinuxDisk(), files, 0);
            var gate = new Lock();
            var next = 0L;
            var each = options.Quick ? 100 : 1000;
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

            // The first round brings the code.
            if (round > 0)
            {
                rates.Add(here);
                floors.Add(floor);
                ratios.Add(here / floor);
                sizes.Add((double)next / groups.Count);
            }
        }

        table.Add($"lines acknowledged a second, {Producers} producers", rates.Median().Count(), floors.Median().Count() + " raw, same groups", ratios.Median(), ">= 0.70x");
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

    /// <summary>The same closed call under many names: a start must not depend on them.</summary>
    private async Task StartingAsync(Table table)
    {
        var first = 0.0;
        foreach (var count in options.Quick ? [1, 10] : new[] { 1, 100, 1000 })
        {
            var folder = Directory.CreateTempSubdirectory("aumg-bench-").FullName;
            try
            {
                await ClosedCalls.MakeAsync(options, folder, count, Lines);
                var starts = new List<double>();
                for (var i = 0; i < 4; i++)
                {
                    await using var house = await MeasuredProcess.HouseAsync(options, folder, "--empty");

                    // The first start reads the program from the disk.
                    if (i > 0)
                    {
                        starts.Add(house.StartedIn.TotalMilliseconds);
                    }
                }

                first = first == 0 ? starts.Median() : first;
                table.Add($"start with {count} closed call{(count > 1 ? "s" : "")}", starts.Median().Ms(), first.Ms() + " with one", starts.Median() / first, "does not depend on closed calls");
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }
}
