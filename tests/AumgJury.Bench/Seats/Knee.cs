using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using AumgJury.Bench.Report;
using Microsoft.AspNetCore.SignalR;

namespace AumgJury.Bench.Seats;

/// <summary>One size that was measured.</summary>
/// <param name="Acts">How many acts the times are of.</param>
/// <param name="P99">Milliseconds to the last page, for all but one act in a hundred.</param>
/// <param name="Unseen">Acts that not every page has shown.</param>
/// <param name="PageMicros">Processor time of the server for an act, shared among the pages that show it.</param>
/// <param name="Warm">Whether the server had compiled what it runs.</param>
internal sealed record KneeStep(int Rooms, int Acts, int Unseen, double P99, double PageMicros, bool Warm)
{
    // Of fewer acts than a hundred or two a percentile is the largest, and is called so.
    private const int Enough = 200;

    public int Seats => Rooms * FanRoom.Pages;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Seats}: {P99:0} ms{(Acts < Enough ? $" (most of {Acts})" : "")}");

    public static KneeStep Of(int rooms, List<double> times, double cpuSeconds, bool warm) =>
        new(rooms, times.Count, times.Count(t => t >= FanRoom.Never), times.Quantile(times.Count < Enough ? 1 : 0.99), cpuSeconds / times.Count / FanRoom.Pages * 1e6, warm);

    /// <summary>How long so many rooms act, once a second each, until a percentile of their acts says something.</summary>
    public static TimeSpan Length(int rooms) => TimeSpan.FromSeconds(Math.Max(10, Math.Ceiling(Enough * 1.05 / rooms)));
}

/// <summary>How many seats follow the acts of their rooms within 200 ms.</summary>
/// <param name="At">Seats at the knee; when it was not reached, the most that were measured.</param>
/// <param name="Limit">Why it was not reached; null when it was.</param>
/// <param name="Steps">What was measured, by size.</param>
internal sealed record Knee(double At, string? Limit, IReadOnlyList<KneeStep> Steps)
{
    private const double Late = 200;

    /// <summary>So much memory stays free: a machine that swaps measures its disk.</summary>
    private const double FreeGiB = 1.5;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(Limit is null ? "" : "more than ")}{At:#,##0} seats");

    /// <summary>Opens more and more rooms until an act's last page comes later than 200 ms for one act in a hundred, then looks between the last two sizes.</summary>
    /// <param name="sizes">Numbers of rooms, ascending; the last one is the bound.</param>
    /// <param name="most">No further size is begun after so long.</param>
    public static async Task<Knee> FindAsync(Fan fan, int[] sizes, BenchOptions options, TimeSpan most)
    {
        var watch = Stopwatch.StartNew();
        var steps = new List<KneeStep>();
        async Task<KneeStep> StepAsync(int rooms)
        {
            var warm = await fan.Server.WarmAsync(() => fan.ActAsync(rooms, options.For(5)), options.For(steps.Count == 0 ? 40 : 10));
            // The clients' own collections would count as the server's time.
            GC.Collect();
            var cpu = fan.Server.CpuSeconds;
            var times = await fan.ActAsync(rooms, options.For(KneeStep.Length(rooms).TotalSeconds));
            var step = KneeStep.Of(rooms, times, fan.Server.CpuSeconds - cpu, warm);
            Console.Error.WriteLine($"    {step}, of {step.Acts} acts");
            steps.Add(step);
            return step;
        }

        Knee At(double seats, string? limit) => new(seats, limit, [.. steps.OrderBy(s => s.Rooms)]);
        var (under, limit) = (new KneeStep(0, 0, 0, 0, 0, Warm: true), $"no more than {sizes[^1] * FanRoom.Pages} were opened");
        KneeStep? over = null;
        try
        {
            for (var i = 0; i < sizes.Length && over is null; i++)
            {
                if (Refused(sizes[i], watch.Elapsed < most) is { } reason)
                {
                    limit = reason;
                    break;
                }

                await fan.GrowAsync(sizes[i]);
                var step = await StepAsync(sizes[i]);
                (under, over) = step.P99 > Late ? (under, step) : (step, over);
            }

            for (var closer = 0; over is not null && closer < 2 && over.Rooms - under.Rooms > 3; closer++)
            {
                var step = await StepAsync((under.Rooms + over.Rooms) / 2);
                (under, over) = step.P99 > Late ? (under, step) : (step, over);
            }
        }
        catch (Exception fault) when (under.Rooms > 0 && (fault is TimeoutException or HttpRequestException or IOException or InvalidOperationException or WebSocketException or HubException))
        {
            // More than it bears: what has been measured stands.
            limit = $"with more than {under.Seats} pages one failed ({fault.Message})";
        }

        return over is null ? At(under.Seats, limit) : At(under.Seats + ((over.Seats - under.Seats) * (Late - under.P99) / (over.P99 - under.P99)), null);
    }

    /// <returns>Why so many rooms are not tried; null when they are.</returns>
    private static string? Refused(int rooms, bool inTime)
    {
        var free = double.Parse(File.ReadLines("/proc/meminfo").First(l => l.StartsWith("MemAvailable", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024 / 1024;
        return !inTime ? $"for {rooms * FanRoom.Pages} pages there was no time" : free < FreeGiB ? $"for {rooms * FanRoom.Pages} pages there was no memory" : null;
    }
}
