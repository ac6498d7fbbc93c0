using System.Globalization;
using AumgJury.Bench.Acts;
using AumgJury.Bench.Processes;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Accounts;
using AumgJury.Web.Replay;
using AumgJury.Web.Seeds;
using AumgJury.Web.Storage;

namespace AumgJury.Bench.Journals;

/// <summary>Data folders full of calls that have ended: the demo's sitting played to its last notification, under many names. The copies are listed and started with, but not opened: keys belong to the call that they were made for.</summary>
internal static class ClosedCalls
{
    private const string Template = "closed";

    public static async Task MakeAsync(BenchOptions options, string folder, int count, int lines)
    {
        await PlayAsync(folder, lines);
        // A clean stop of the application leaves what belongs beside an ended call.
        await using (var house = await MeasuredProcess.HouseAsync(options, folder, "--empty"))
        {
            await house.StopAsync();
        }

        for (var i = 1; i < count; i++)
        {
            foreach (var file in Directory.EnumerateFiles(folder, Template + ".*").ToArray())
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"{Template}-{i:0000}");
                var copy = Path.Combine(folder, name + Path.GetFileName(file)[Template.Length..]);
                File.Copy(file, copy);
                if (copy.EndsWith(".sha256", StringComparison.Ordinal))
                {
                    // As sha256sum writes it: with the file's name.
                    await File.WriteAllTextAsync(copy, (await File.ReadAllTextAsync(copy)).Replace(Template + ".db", name + ".db", StringComparison.Ordinal));
                }
            }
        }
    }

    private static async Task PlayAsync(string folder, int lines)
    {
        var script = ReplayScript.Read(Sittings.Seed) is SeedRead<ReplayScript>.Accepted read ? read.Value : throw new InvalidOperationException("The demo's script cannot be read.");
        var definition = script.Definition with { Id = Template, Dossiers = [.. script.Definition.Dossiers.Select(d => d with { Documents = [] })] };
        await using var stage = await FastStage.Open(new LinuxDisk(), new CallFiles(folder, Template), Sittings.Seed, definition, definition.DemoStart!.Value)
            ?? throw new InvalidOperationException($"{folder} is not empty.");
        for (var i = 0; stage.Lines < lines; i++)
        {
            await Sittings.Must(stage, Actor.Seat("M2"), new KeepNote("D01", $"Relu {i} fois."));
        }

        if (await new ScriptPlayer(script, stage).Play() is { } fault)
        {
            throw new InvalidOperationException($"The demo was not played to its end: {fault}");
        }

        foreach (var university in stage.Shown.Archive().Notifications.Select(n => n.University).ToArray())
        {
            await Sittings.Must(stage, Actor.Outbox, new ReportAttempt(university, $"<{university}@bench.invalid>"));
            await Sittings.Must(stage, Actor.Outbox, new ReportDelivery(university, $"<{university}@bench.invalid>", Accepted: true, ""));
        }
    }
}
