using System.Globalization;

namespace AumgJury.Bench;

/// <summary>What is to be measured, and how long.</summary>
/// <param name="Measures">Names of measures; all when empty.</param>
/// <param name="App">The folder of the published application.</param>
/// <param name="Peers">The folder of the peers' script and its library.</param>
/// <param name="Out">The file that gets the report.</param>
/// <param name="Participants">How many people with cameras, when not 4, 8 and 12; 0 for these.</param>
/// <param name="Sittings">How many sittings act, when not 1, 10, 50 and 100; 0 for these.</param>
/// <param name="Quick">Few repetitions: to see whether everything runs, not for figures.</param>
internal sealed record BenchOptions(string[] Measures, string App, string Peers, string Out, int Participants, int Sittings, bool Quick)
{
    public static BenchOptions Read(string[] args)
    {
        string Value(string key, string otherwise) => Array.IndexOf(args, key) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : otherwise;
        int Count(string key) => int.Parse(Value(key, "0"), CultureInfo.InvariantCulture);
        string[] valued = ["--app", "--peers", "--out", "--participants", "--sittings"];
        var measures = args.Where((a, i) => !a.StartsWith("--", StringComparison.Ordinal) && (i == 0 || !valued.Contains(args[i - 1])));
        return new([.. measures], Path.GetFullPath(Value("--app", "build/app")), Path.GetFullPath(Value("--peers", "build/peers")), Path.GetFullPath(Value("--out", "docs/performance.md")), Count("--participants"), Count("--sittings"), args.Contains("--quick"));
    }

    public bool Wants(string measure) => Measures.Length == 0 || Measures.Contains(measure);

    public TimeSpan For(double seconds) => TimeSpan.FromSeconds(Quick ? Math.Min(seconds, 4) : seconds);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(Measures.Length == 0 ? "all" : string.Join(", ", Measures))}{(Quick ? " (quick)" : "")}");
}
