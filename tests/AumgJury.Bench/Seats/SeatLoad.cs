using System.Globalization;
using AumgJury.Bench.Acts;
using AumgJury.Bench.Processes;
using AumgJury.Bench.Report;

namespace AumgJury.Bench.Seats;

/// <summary>What one seat's live page costs: memory and processor time against Blazor's counter, and how many seats follow an act within 200 ms.</summary>
internal sealed class SeatLoad(BenchOptions options)
{
    /// <summary>Sittings whose members live pages are opened for one by one.</summary>
    private const int Alone = 12;

    private static readonly int[] HouseRooms = [8, 32, 96, 192, 240, 288, 336, 384];

    // A bare page bears more: it is asked no further than 4,320 seats.
    private static readonly int[] BareRooms = [8, 32, 96, 192, 288, 384, 432, 480];

    public async Task<Table> MeasureAsync()
    {
        var table = new Table(
            "A seat",
            "Real circuits (a circuit is a page's live connection with the server), opened without a browser. Memory is what a full collection leaves, for each page opened after fourteen others, which hold what the runtime lends to all pages in turn. In the rooms of ten seats one raises and lowers a hand, once a second; an act is seen when each of the nine other pages has got the very batch that shows it. \"p99\" is of 200 acts or more; of fewer the largest is given, and said to be.");
        var folder = Bounds.NewFolder();
        var entrance = await Sittings.MakeAsync(folder, Alone + 1);
        var page = Bounds.NewPath(".html");
        await new PageCost(options, table).MeasureAsync(folder, entrance, Sittings.IdOf(Alone), page);
        var here = await FindAsync("the application", () => Fan.HouseAsync(options, Rooms(HouseRooms)[^1]), Rooms(HouseRooms), TimeSpan.FromMinutes(6));
        var floor = await FindAsync("the bare page", () => Fan.BareAsync(options, page), Rooms(BareRooms), TimeSpan.FromMinutes(6));
        Compare(table, here, floor);
        return table;
    }

    private int[] Rooms(int[] sizes) => options.Quick ? sizes[..2] : sizes;

    private async Task<Knee> FindAsync(string whose, Func<Task<Fan>> open, int[] rooms, TimeSpan most)
    {
        await using var fan = await open();
        Console.Error.WriteLine($"  {whose}, pages within which an act is seen:");
        return await Knee.FindAsync(fan, rooms, options, most);
    }

    private static void Compare(Table table, Knee here, Knee floor)
    {
        // A ratio of two knees, one of which was not reached, is a bound, and no bound is passed off as the ratio.
        const string Goal = ">= 0.50x";
        var bound = (here.At / floor.At).ToString("0.00", CultureInfo.InvariantCulture);
        var (ratio, goal) = (here.Limit, floor.Limit) switch
        {
            (null, null) => (here.At / floor.At, Goal),
            (null, _) => ((double?)null, $"{Goal}: ratio <= {bound}, floor not reached"),
            (_, null) => (null, $"{Goal}: ratio >= {bound}, knee not reached"),
            _ => (null, $"{Goal}: both bear more than was tried"),
        };
        table.Add("seats when p99 of an act's last screen is 200 ms", here.ToString(), floor + " bare page, same HTML", ratio, goal);
        table.Add("    p99 by seats", string.Join(", ", here.Steps), string.Join(", ", floor.Steps));
        foreach (var (whose, knee) in new[] { ("the application", here), ("the bare page", floor) })
        {
            if (knee.Limit is { } limit)
            {
                table.Note($"With {whose}, 200 ms were not reached: {limit}.");
            }

            foreach (var step in knee.Steps.Where(s => s.Unseen > 0))
            {
                table.Note($"{step.Seats} seats of {whose}: {step.Unseen} of {step.Acts} acts were not on every page within 20 s.");
            }

            if (knee.Steps.Where(s => !s.Warm).Select(s => s.Seats).ToArray() is { Length: > 0 } cold)
            {
                table.Note($"Code of {whose} was still being compiled while these numbers of seats were measured: {string.Join(", ", cold)}.");
            }
        }

        var both = here.Steps.Join(floor.Steps, s => s.Rooms, s => s.Rooms, (mine, bare) => (mine, bare)).ToArray();
        foreach (var (mine, bare) in both.Length > 1 ? [both[0], both[^1]] : both)
        {
            table.Add($"    processor time of an act, for each page that shows it, with {mine.Seats} seats{(mine.Warm && bare.Warm ? "" : " (not warm)")}", mine.PageMicros.Micros(), bare.PageMicros.Micros(), mine.PageMicros / bare.PageMicros);
        }
    }
}
