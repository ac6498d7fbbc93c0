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

string[] names = ["acts", "seats", "pages", "cameras", "journal"];
BenchOptions options;
try
{
    options = BenchOptions.Read(args, names);
}
catch (FormatException fault)
{
    Console.Error.WriteLine(fault.Message);
    return 2;
}

if (options.List)
{
    Console.WriteLine(string.Join('\n', names.Where(options.Wants)));
    return 0;
}

var app = Need.App(options);
Measure[] measures =
[
    new("acts", [app], () => new ActLoad(options).MeasureAsync()),
    new("seats", [app, Need.Chromium], () => new SeatLoad(options).MeasureAsync()),
    new("pages", [app, Need.Chromium], () => new PageWeight(options).MeasureAsync()),
    new("cameras", [app, Need.Chromium, Need.Janus, Need.Node, Need.Peers(options)], () => new CameraLoad(options).MeasureAsync()),
    new("journal", [app], () => new JournalCost(options).MeasureAsync()),
];
var missing = measures.Where(m => options.Wants(m.Name)).Select(m => m.Missing).OfType<string>().ToArray();
if (missing.Length > 0)
{
    Console.Error.WriteLine(string.Join('\n', missing));
    return 2;
}

await new PerformanceReport(options).WriteAsync(measures);
return 0;
