using System.Diagnostics;
using System.Globalization;
using AumgJury.Bench.Processes;
using AumgJury.Bench.Report;
using AumgJury.Web.Realtime;
using AumgJury.Web.Storage;

namespace AumgJury.Bench.Journals;

/// <summary>The same closed call under many names: a start must not depend on them. The counts take turns, so that what a later start finds warm helps all of them.</summary>
internal sealed class ColdStarts(BenchOptions options, int lines)
{
    /// <summary>What two medians of starts differ by when nothing differs.</summary>
    private const double Same = 1.1;

    private sealed record Folder(string Path, int Count)
    {
        public List<double> Starts { get; } = [];
    }

    public async Task MeasureAsync(Table table)
    {
        var folders = (options.Quick ? [1, 10] : new[] { 1, 100, 1000 }).Select(count => new Folder(Bounds.NewFolder(), count)).ToArray();
        try
        {
            foreach (var folder in folders)
            {
                await ClosedCalls.MakeAsync(options, folder.Path, folder.Count, lines);
            }

            // The round before the first brings the program from the disk.
            for (var round = 0; round <= (options.Quick ? 2 : 7); round++)
            {
                foreach (var folder in folders)
                {
                    await using var house = await MeasuredProcess.HouseAsync(options, folder.Path, "--empty");
                    if (round > 0)
                    {
                        folder.Starts.Add(house.StartedIn.TotalMilliseconds);
                    }
                }
            }

            var first = folders[0].Starts.Median();
            foreach (var folder in folders)
            {
                var here = folder.Starts.Median();
                var many = folder.Count > 1;
                table.Add(
                    string.Create(CultureInfo.InvariantCulture, $"start with {folder.Count} closed call{(many ? "s" : "")}, median of {folder.Starts.Count} in turns"),
                    $"{here.Ms()} ({folder.Starts.Min().Ms()} to {folder.Starts.Max().Ms()})",
                    many ? first.Ms() + " with one" : "",
                    many ? here / first : null,
                    many ? string.Create(CultureInfo.InvariantCulture, $"<= {Same}x") : "");
                table.Add("    then the first of them, of which the others are copies, opened again", Ask(folder).Ms());
            }
        }
        finally
        {
            Array.ForEach(folders, folder => Directory.Delete(folder.Path, recursive: true));
        }
    }

    /// <summary>
    /// That the starts did not pass over calls that could not be opened anyway: the house finds as many as there are, takes each for ended,
    /// and the last of them is whole.
    /// </summary>
    /// <returns>Milliseconds that opening it takes.</returns>
    private double Ask(Folder folder)
    {
        var calls = CallFiles.CallsIn(folder.Path);
        var ended = calls.Count(id => EndedMark.Fits(new LinuxDisk(), new CallFiles(folder.Path, id)));
        if (calls.Count != folder.Count || ended != folder.Count)
        {
            throw new InvalidOperationException($"Of {folder.Count} closed calls {calls.Count} are found and {ended} have ended.");
        }

        OpenLast(folder, calls[0]);
        return OpenLast(folder, calls[0]);
    }

    private double OpenLast(Folder folder, string id)
    {
        var began = Stopwatch.GetTimestamp();
        using var call = CallOnDisk.Open(new LinuxDisk(), new CallFiles(folder.Path, id)) ?? throw new InvalidOperationException($"{id} cannot be believed.");
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        return call.State is { IsOpen: true, HasEnded: true } && call.Lines >= lines ? took : throw new InvalidOperationException($"{id} is no call of {lines} lines that has ended.");
    }
}
