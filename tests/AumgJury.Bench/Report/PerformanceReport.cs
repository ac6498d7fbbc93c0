namespace AumgJury.Bench.Report;

/// <summary>
/// Runs the measures that were asked for and writes their tables, in the order of all measures; each table of an earlier run stays until it is
/// measured again. A run of a part is printed only: it must not take the place of a whole table.
/// </summary>
internal sealed class PerformanceReport(BenchOptions options)
{
    private const string Intro =
        """
        # What it costs

        Written by `./bench`; measured by hand, not in CI. A figure is held against a floor of the same run on the same machine wherever there is one: trust
        the ratios, not the milliseconds, and compare nothing across tables. `./bench NAME` measures one table again; the line under each table says when
        and on what it was measured.

        A jury of ten is one sitting: the smallest rows are what it meets. The others say how many juries one machine of two cores bears at once; there the
        table of acts speaks of clients of the hub, the table of seats of open pages.

        - **Floor**: the least that does the same work without the application, measured in the same run. **Ratio**: here / floor; for a page, of the time
          until it is usable. Of one state it moves by a tenth or two from one run to the next, so a goal that is met or missed by less says little.
        - **p99**: ninety-nine of a hundred are not above it.
        - **Knee**: where the machine is 80 % busy; for seats, where p99 is 200 ms.
        - **One sitting more**: how much processor time a second it takes, in milliseconds, when there are many already, against when there are few ("Floor" here).
        - **Proof**: the media server has confirmed that whoever was moved out neither sends nor receives.
        - **Folding**: applying a journal's lines one after the other until they are the sitting's state.
        - **Met**: whether the goal is reached; empty when there is no goal. **↳** belongs to the row above. A kB is 1000 bytes.


        """;

    public async Task WriteAsync(IReadOnlyList<Measure> measures)
    {
        var sections = Earlier();
        foreach (var (name, _, run) in measures.Where(m => options.Wants(m.Name)))
        {
            var machine = Machine.Describe();
            Console.Error.WriteLine($"{name}…");
            var text = (await run()).Markdown();
            var foot = $"Measured on {machine}{(options.IsPart ? $" A part ({options}): not for figures." : "")}\n";
            sections[name] = $"<!-- {name} -->\n{text}\n{foot}";
            Console.WriteLine(text + "\n" + foot);
            if (options.Written is { } path)
            {
                var order = measures.Select(m => m.Name).ToList();
                var tables = sections.Where(s => order.Contains(s.Key)).OrderBy(s => order.IndexOf(s.Key)).Select(s => s.Value).ToList();
                await File.WriteAllTextAsync(path, $"{Intro}{Goals(tables)}\n\n{string.Join('\n', tables)}");
            }
        }

        Console.Error.WriteLine(options.Written is { } written ? $"Written to {written}." : $"A part ({options}) takes no table's place: nothing was written. --out FILE writes it.");
    }

    /// <summary>How many goals of all tables are met, and which are not.</summary>
    private static string Goals(IEnumerable<string> tables)
    {
        var judged = tables.SelectMany(t => t.Split('\n')).Select(l => l.Split('|', StringSplitOptions.TrimEntries)).Where(c => c is ["", _, _, _, _, _, "yes" or "no", ""]).ToList();
        var missed = judged.Where(c => c[6] == "no").Select(c => $"\n- {c[1].TrimStart('↳', ' ')}: {(c[4].Length > 0 ? c[4] : c[2])}, goal {c[5]}");
        return $"**{judged.Count(c => c[6] == "yes")} of {judged.Count} goals are met.**{string.Concat(missed.Prepend(missed.Any() ? " Not met:\n" : ""))}";
    }

    private Dictionary<string, string> Earlier()
    {
        var sections = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in File.Exists(options.Written) ? File.ReadAllText(options.Written).Split("<!-- ")[1..] : [])
        {
            sections[part[..part.IndexOf(" -->", StringComparison.Ordinal)]] = "<!-- " + part.TrimEnd() + "\n";
        }

        return sections;
    }
}
