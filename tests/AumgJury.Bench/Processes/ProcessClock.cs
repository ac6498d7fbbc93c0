using System.Globalization;

namespace AumgJury.Bench.Processes;

/// <summary>Processor time and memory of another process, as Linux counts them.</summary>
internal static class ProcessClock
{
    // USER_HZ is 100 on every Linux that .NET runs on.
    private const double TicksASecond = 100;

    /// <summary>User and system seconds since the process began.</summary>
    public static double CpuSeconds(int pid)
    {
        var stat = File.ReadAllText($"/proc/{pid}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksASecond;
    }

    /// <summary>Busy share of all cores between two calls of the returned function, 0 to 1.</summary>
    public static Func<double> Busy()
    {
        var (idle, all) = Read();
        return () =>
        {
            var (idleNow, allNow) = Read();
            var share = allNow == all ? 0 : 1 - ((idleNow - idle) / (allNow - all));
            (idle, all) = (idleNow, allNow);
            return share;
        };
    }

    private static (double Idle, double All) Read()
    {
        var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Take(8).Select(f => double.Parse(f, CultureInfo.InvariantCulture)).ToArray();
        return (fields[3] + fields[4], fields.Sum());
    }
}
