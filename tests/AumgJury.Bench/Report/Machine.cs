using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace AumgJury.Bench.Report;

/// <summary>What the figures were measured on: without it they say nothing.</summary>
internal static class Machine
{
    /// <summary>Load a core, above which the machine did something else when a measure began.</summary>
    private const double Quiet = 0.5;

    public static string Describe()
    {
        var model = Find("/proc/cpuinfo", "model name") ?? RuntimeInformation.ProcessArchitecture.ToString();
        var memory = long.TryParse(Find("/proc/meminfo", "MemTotal")?.Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var kib) ? kib / 1024 / 1024 : 0;
        var load = double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{model}, {Environment.ProcessorCount} cores, {memory} GiB; temporary folder on {TemporaryDisk.Describe()}; {RuntimeInformation.OSDescription}; {RuntimeInformation.FrameworkDescription}; {Commit()}load before the run {load:0.00}{(load > Quiet * Environment.ProcessorCount ? " (above 0.5 a core: the machine was not quiet)" : "")}; {DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC.");
    }

    private static string? Find(string file, string key) =>
        File.ReadLines(file).FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))?.Split(':', 2)[1].Trim();

    /// <summary>Empty without git or outside of a checkout.</summary>
    private static string Commit() =>
        Git("rev-parse", "--short", "HEAD") is { Length: > 0 } commit
            ? $"commit {commit}{(Git("status", "--porcelain", "--untracked-files=no", "--", ":/src", ":/tests") is { Length: > 0 } ? " with changes" : "")}; "
            : "";

    private static string? Git(params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo("git", arguments) { UseShellExecute = false, WorkingDirectory = AppContext.BaseDirectory, RedirectStandardOutput = true, RedirectStandardError = true };
            using var git = Process.Start(start)!;
            var said = git.StandardOutput.ReadToEnd().Trim();
            git.WaitForExit();
            return git.ExitCode == 0 ? said : null;
        }
        catch (Win32Exception)
        {
            // There is no git.
            return null;
        }
    }
}
