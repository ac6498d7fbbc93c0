using System.Text.Json;
using AumgJury.Core.Calls;
using AumgJury.Web.Seeds;
using AumgJury.Web.Texts;

namespace AumgJury.Web.Replay;

/// <summary>A sitting written down: its call, what is marked, and every act in the order of time.</summary>
public sealed record ReplayScript(CallDefinition Definition, DemoMarks Marks, ReplayAct[] Acts)
{
    /// <summary>The script's file in a seed folder.</summary>
    public const string FileName = "script.json";

    /// <summary>Reads the folder's call, <c>marks.json</c> and <c>script.json</c>, and checks them together.</summary>
    public static SeedRead<ReplayScript> Read(string folder)
    {
        var read = SeedFolder.Read(folder);
        if (read is not SeedRead<CallDefinition>.Accepted(var definition))
        {
            return new SeedRead<ReplayScript>.Refused(((SeedRead<CallDefinition>.Refused)read).Problems);
        }

        var marked = DemoMarks.Read(folder, definition);
        return marked is SeedRead<DemoMarks>.Accepted(var marks)
            ? Acted(folder, definition, marks)
            : new SeedRead<ReplayScript>.Refused(((SeedRead<DemoMarks>.Refused)marked).Problems);
    }

    private static SeedRead<ReplayScript> Acted(string folder, CallDefinition definition, DemoMarks marks)
    {
        var texts = new TextsOf<ReplayTexts>(new HouseCulture(System.Globalization.CultureInfo.CurrentUICulture));
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            return new SeedRead<ReplayScript>.Refused([new SeedProblem(FileName, 0, texts["Script_Missing"])]);
        }

        try
        {
            var bytes = File.ReadAllBytes(path);
            var lines = JsonLines.Of(bytes);
            using var json = JsonDocument.Parse(bytes);
            var reading = new ActReading(definition, marks, texts);
            var acts = new List<ReplayAct>();
            var problems = new List<SeedProblem>();
            foreach (var (i, element) in json.RootElement.EnumerateArray().Index())
            {
                var line = lines.LineOf($"[{i}]");
                try
                {
                    acts.Add(reading.Read(element, line));
                }
                catch (Exception unread) when (unread is JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
                {
                    problems.Add(new SeedProblem(FileName, line, texts["Script_Act", unread.Message]));
                }
            }

            return problems.Count > 0 ? new SeedRead<ReplayScript>.Refused([.. problems]) : new SeedRead<ReplayScript>.Accepted(new(definition, marks, [.. acts]));
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return new SeedRead<ReplayScript>.Refused([new SeedProblem(FileName, (int)((broken as JsonException)?.LineNumber ?? -1) + 1, texts["Script_NotList"])]);
        }
    }
}
