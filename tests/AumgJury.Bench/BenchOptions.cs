using System.Globalization;

namespace AumgJury.Bench;

/// <summary>What is to be measured, and how long.</summary>
/// <param name="Measures">Names of measures; all when empty.</param>
/// <param name="App">The folder of the published application.</param>
/// <param name="Peers">The folder of the peers' script and its library.</param>
/// <param name="Out">The file that gets the report.</param>
/// <param name="Participants">How many people with cameras, when not 4, 8 and 12; 0 for these.</param>
/// <param name="Quick">Few repetitions: to see whether everything runs, not for figures.</param>
internal sealed record BenchOptions(string[] Measures, string App, string Peers, string Out, int Participants, bool Quick)
{
    public static BenchOptions Read(string[] args)
    {
        string Value(string key, string otherwise) => Array.IndexOf(args, key) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : otherwise;
        string app = Value("--app", "build/app"), peers = Value("--peers", "build/peers"), file = Value("--out", "docs/performance.md"), participants = Value("--participants", "0");
        return new([.. args.Where(a => !a.StartsWith("--", StringComparison.Ordinal) && a != app && a != peers && a != file && a != participants)], Path.GetFullPath(app), Path.GetFullPath(peers), Path.GetFullPath(file), int.Parse(participants, CultureInfo.InvariantCulture), args.Contains("--quick"));
    }

    public bool Wants(string measure) => Measures.Length == 0 || Measures.Contains(measure);

    public TimeSpan For(double seconds) => TimeSpan.FromSeconds(Quick ? Math.Min(seconds, 4) : seconds);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(Measures.Length == 0 ? "all" : string.Join(", ", Measures))}{(Quick ? " (quick)" : "")}");
}
