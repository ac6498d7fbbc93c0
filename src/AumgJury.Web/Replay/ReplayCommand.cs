using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using AumgJury.Web.Hosting;
using AumgJury.Web.Realtime;
using AumgJury.Web.Seeds;
using AumgJury.Web.Sitting;
using AumgJury.Web.Storage;
using AumgJury.Web.Texts;

namespace AumgJury.Web.Replay;

/// <summary><c>--replay --fast [--data DIR] [--json]</c>: plays the sitting to its end without a browser and prints what it came to.</summary>
public static class ReplayCommand
{
    private static readonly JsonSerializerOptions Json = WireJson.Configure(new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });

    /// <returns>The exit code: 0 when the sitting was played to its end; 1 with a clear line when something was refused or the folder could not be used.</returns>
    public static async Task<int> RunAsync(HouseOptions house, string seedFolder, TextWriter output)
    {
        var visit = new HouseCulture(CultureInfo.CurrentUICulture);
        var texts = new TextsOf<ReplayTexts>(visit);
        try
        {
            var read = ReplayScript.Read(seedFolder);
            if (read is not SeedRead<ReplayScript>.Accepted(var script))
            {
                return Refuse(output, [.. ((SeedRead<ReplayScript>.Refused)read).Problems.Select(p => p.Sentence)]);
            }

            var disk = new LinuxDisk();
            disk.CreateFolder(house.DataFolder);
            using var folder = FolderLock.Take(house.DataFolder);
            return await Play(script, disk, house, seedFolder, visit, output);
        }
        catch (FolderInUse taken)
        {
            return Refuse(output, texts["FolderInUse", taken.Folder]);
        }
        catch (Exception disk) when (disk is IOException or UnauthorizedAccessException)
        {
            return Refuse(output, texts["DiskFailed", disk.Message]);
        }
    }

    private static async Task<int> Play(ReplayScript script, Disk disk, HouseOptions house, string seedFolder, HouseCulture visit, TextWriter output)
    {
        var texts = new TextsOf<ReplayTexts>(visit);
        var start = script.Definition.DemoStart ?? script.Acts[0].At;
        await using var stage = await FastStage.Open(disk, new CallFiles(house.DataFolder, script.Definition.Id), seedFolder, script.Definition, start);
        if (stage is null)
        {
            return Refuse(output, texts["AlreadyThere", script.Definition.Id, house.DataFolder]);
        }

        if (await new ScriptPlayer(script, stage).Play() is { } fault)
        {
            return Refuse(output, Sentence(fault, visit));
        }

        var result = ReplayResult.Of(stage.Shown, script.Definition, stage.Lines, stage.HeadHash);
        if (house.Json)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(result, Json));
            return 0;
        }

        foreach (var line in new ReplayTable(visit).Lines(result))
        {
            await output.WriteLineAsync(line);
        }

        return 0;
    }

    /// <summary>A fault as one reads it in a terminal.</summary>
    internal static string Sentence(ReplayFault fault, HouseCulture visit)
    {
        var texts = new TextsOf<ReplayTexts>(visit);
        var say = new Say(visit.Culture);
        return fault switch
        {
            ReplayFault.Refused(var press, var refusal) => texts["Refused", ReplayScript.FileName, press.Line, say.Hour(press.At), press.By.SeatId ?? press.By.Text, press.Name, new RefusalSentence(new(visit), say).Of(refusal), refusal.Name],
            ReplayFault.Unmet(var expect, var found) => texts["Unmet", ReplayScript.FileName, expect.Line, say.Hour(expect.At), expect.Fact, found],
            _ => throw new InvalidOperationException($"{fault.GetType().Name} is no fault of a replay."),
        };
    }

    private static int Refuse(TextWriter output, params string[] sentences)
    {
        foreach (var sentence in sentences)
        {
            output.WriteLine(sentence);
        }

        return 1;
    }
}
