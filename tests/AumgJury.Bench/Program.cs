using AumgJury.Bench;
using AumgJury.Bench.Acts;
using AumgJury.Bench.Cameras;
using AumgJury.Bench.Journals;
using AumgJury.Bench.Pages;
using AumgJury.Bench.Report;
using AumgJury.Bench.Seats;
using AumgJury.Bench.Seats.Bare;

if (args is ["--child", var child, .. var rest])
{
    await (child switch
    {
        "bare-pages" => BareRooms.ServeAsync(rest),
        "bare-hub" => BareHub.ServeAsync(rest),
        _ => throw new NotSupportedException($"There is no floor named {child}."),
    });
    return 0;
}

var options = BenchOptions.Read(args);
(string Name, Func<Task<Table>> Measure)[] measures =
[
    ("acts", () => new ActLoad(options).MeasureAsync()),
    ("seats", () => new SeatLoad(options).MeasureAsync()),
    ("pages", () => new PageWeight(options).MeasureAsync()),
    ("cameras", () => new CameraLoad(options).MeasureAsync()),
    ("journal", () => new JournalCost(options).MeasureAsync()),
];
if (options.Measures.FirstOrDefault(m => measures.All(known => known.Name != m)) is { } unknown)
{
    Console.Error.WriteLine($"There is no measure named {unknown}; there are {string.Join(", ", measures.Select(m => m.Name))}.");
    return 2;
}

await new PerformanceReport(options).WriteAsync(measures);
return 0;
