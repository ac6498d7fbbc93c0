using System.Globalization;

namespace AumgJury.Bench;

/// <summary>What is to be measured, and how long.</summary>
/// <param name="Measures">Names of measures; all when empty.</param>
/// <param name="App">The folder of the published application.</param>
/// <param name="Peers">The folder of the peers' script and its library.</param>
/// <param name="Out">The file that a person gave for the report; null when nobody did.</param>
/// <param name="Participants">How many people with cameras, when not 4, 8 and 12; 0 for these.</param>
/// <param name="Sittings">How many sittings act, when not 1, 10, 50 and 100; 0 for these.</param>
/// <param name="Quick">Few repetitions: to see whether everything runs, not for figures.</param>
/// <param name="List">Only say which measures these are.</param>
internal sealed record BenchOptions(string[] Measures, string App, string Peers, string? Out, int Participants, int Sittings, bool Quick, bool List)
{
    private const string Report = "docs/performance.md";

    /// <summary>Whether less is measured than a whole table.</summary>
    public bool IsPart => Quick || Participants > 0 || Sittings > 0;

    /// <summary>Where the report goes: a part of a table only where a person said so; null for nowhere.</summary>
    public string? Written => Out ?? (IsPart ? null : Path.GetFullPath(Report));

    /// <summary>Of an option given twice, the last counts.</summary>
    /// <param name="known">The names of all measures.</param>
    /// <exception cref="FormatException">What cannot be understood, in one line.</exception>
    public static BenchOptions Read(string[] args, IReadOnlyList<string> known)
    {
        var options = new BenchOptions([], Path.GetFullPath("build/measured"), Path.GetFullPath("build/peers"), null, 0, 0, false, false);
        for (var i = 0; i < args.Length; i++)
        {
            var word = args[i];
            string Value() => ++i < args.Length && !args[i].StartsWith("--", StringComparison.Ordinal) ? args[i] : throw new FormatException($"{word} needs a value.");
            int Count(int most) => int.TryParse(Value(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 1 && count <= most
                ? count
                : throw new FormatException($"{word} needs a number from 1 to {most}.");
            options = word switch
            {
                "--quick" => options with { Quick = true },
                "--list" => options with { List = true },
                "--app" => options with { App = Path.GetFullPath(Value()) },
                "--peers" => options with { Peers = Path.GetFullPath(Value()) },
                "--out" => options with { Out = Path.GetFullPath(Value()) },
                "--participants" => options with { Participants = Count(12) },
                "--sittings" => options with { Sittings = Count(500) },
                _ when known.Contains(word) => options with { Measures = [.. options.Measures, word] },
                _ when word.StartsWith('-') => throw new FormatException($"There is no option {word}; there are --quick, --participants N, --sittings N, --out FILE, --app FOLDER, --peers FOLDER and --list."),
                _ => throw new FormatException($"There is no measure named {word}; there are {string.Join(", ", known)}."),
            };
        }

        return options;
    }

    public bool Wants(string measure) => Measures.Length == 0 || Measures.Contains(measure);

    public TimeSpan For(double seconds) => TimeSpan.FromSeconds(Quick ? Math.Min(seconds, 4) : seconds);

    /// <summary>The run in a few words.</summary>
    public override string ToString()
    {
        string[] parts = [Measures.Length == 0 ? "all" : string.Join(" ", Measures), Quick ? "--quick" : "", Participants > 0 ? "--participants " + Participants.ToString(CultureInfo.InvariantCulture) : "", Sittings > 0 ? "--sittings " + Sittings.ToString(CultureInfo.InvariantCulture) : ""];
        return string.Join(' ', parts.Where(p => p.Length > 0));
    }
}
