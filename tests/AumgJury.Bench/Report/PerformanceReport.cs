namespace AumgJury.Bench.Report;

/// <summary>Runs the measures that were asked for and writes their tables; each table of an earlier run stays until it is measured again.</summary>
internal sealed class PerformanceReport(BenchOptions options)
{
    private const string Intro =
        """
        # What it costs

        Written by `./bench`; measured by hand, not in CI. Every figure is held against a floor of the same run on the same machine: trust the ratios, not
        the milliseconds. `./bench NAME` measures one table again.


        """;

    public async Task WriteAsync(IEnumerable<(string Name, Func<Task<Table>> Measure)> measures)
    {
        var sections = Earlier();
        foreach (var (name, measure) in measures.Where(m => options.Wants(m.Name)))
        {
            var machine = Machine.Describe();
            Console.Error.WriteLine($"{name}…");
            var text = (await measure()).Markdown();
            sections[name] = $"<!-- {name} -->\n{text}\nMeasured on {machine}{(options.Quick ? " A quick run: not for figures." : "")}\n";
            Console.WriteLine(text);
            await File.WriteAllTextAsync(options.Out, Intro + string.Join('\n', sections.Values));
        }
    }

    private Dictionary<string, string> Earlier()
    {
        var sections = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in File.Exists(options.Out) ? File.ReadAllText(options.Out).Split("<!-- ")[1..] : [])
        {
            sections[part[..part.IndexOf(" -->", StringComparison.Ordinal)]] = "<!-- " + part.TrimEnd() + "\n";
        }

        return sections;
    }
}
