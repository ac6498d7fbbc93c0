using System.Diagnostics;
using System.Globalization;
using System.Net;
using AumgJury.Bench.Acts;
using AumgJury.Bench.Pages;
using AumgJury.Bench.Processes;
using AumgJury.Bench.Report;

namespace AumgJury.Bench.Seats;

/// <summary>What one seat's live page costs: memory and processor time against Blazor's counter, and how many seats follow an act within 200 ms.</summary>
internal sealed class SeatLoad(BenchOptions options)
{
    private const double Late = 200;

    private static readonly int[] Rooms = [4, 8, 16, 24, 32, 48];

    public async Task<Table> MeasureAsync()
    {
        var table = new Table("A seat", "Real circuits, opened without a browser. Memory is what a full collection leaves, for each circuit.");
        var folder = Directory.CreateTempSubdirectory("aumg-bench-").FullName;
        try
        {
            var rooms = options.Quick ? Rooms[..2] : Rooms;
            // One sitting more than the rooms: its ninth member is the browser whose page the bare one copies.
            var entrance = await Sittings.MakeAsync(folder, rooms[^1] + 1);
            var page = Path.Combine(folder, "page.html");
            await MemoryAsync(table, folder, entrance, page, rooms[^1]);
            var here = await KneeAsync(rooms, count => HouseRoomsAsync(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"with-{count}")), count));
            var floor = await KneeAsync(rooms, count => BareRoomsAsync(page, count));
            table.Add("seats when p99 of an act's last screen is 200 ms", here.Seats, floor.Seats + " bare page, same HTML", here.At / floor.At, ">= 0.50x");
            table.Add("    p99 by seats", string.Join(", ", here.Steps), string.Join(", ", floor.Steps));
            table.Add($"    processor time of an act, for each page that shows it, with {here.FirstSeats} seats", here.PageMicros.Micros(), floor.PageMicros.Micros(), here.PageMicros / floor.PageMicros);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return table;
    }

    private async Task MemoryAsync(Table table, string folder, Entrance entrance, string page, int last)
    {
        var count = options.Quick ? 6 : 60;
        double counter, ownCounter, cpuCounter;
        await File.WriteAllTextAsync(page, "<main></main>");
        await using (var bare = await MeasuredProcess.FloorAsync("bare-pages", page))
        {
            (counter, ownCounter, cpuCounter) = await EachAsync(bare, count, _ => Task.FromResult((new Uri(bare.Address, "/"), "/", new CookieContainer())));
        }

        foreach (var (role, seats) in new[] { ("juror", Sittings.Seats[1..9]), ("presenter", Sittings.Presenters) })
        {
            await using var house = await MeasuredProcess.HouseAsync(options, folder, "--empty");
            var chosen = entrance.Seats.Where(k => seats.Contains(k.Seat)).Take(count + 1).ToArray();
            var (bytes, own, cpu) = await EachAsync(house, chosen.Length - 1, async i =>
            {
                var (number, cookies) = await entrance.EnterAsync(house.Address, chosen[i].Call, chosen[i].Seat);
                return (new Uri(house.Address, $"/s/{number}/salle"), $"/s/{number}/", cookies);
            });
            table.Add($"memory of a {role}'s page", bytes.Kb(), counter.Kb() + " counter page", bytes / counter, "<= 2x");
            table.Add($"    private memory of the process, what is pooled among it", own.Kb(), ownCounter.Kb(), own / ownCounter);
            table.Add($"    processor time to open it", (cpu * 1000).Ms(), (cpuCounter * 1000).Ms(), cpu / cpuCounter);
            if (role == "juror")
            {
                await CaptureAsync(house, entrance.SecretOf(Sittings.IdOf(last), "M9"), page);
            }
        }
    }

    private static async Task<(double Managed, double Private, double CpuSeconds)> EachAsync(MeasuredProcess server, int count, Func<int, Task<(Uri Page, string Base, CookieContainer Cookies)>> seat)
    {
        var open = new List<Circuit>();
        async Task OpenAsync(int i)
        {
            var (page, @base, cookies) = await seat(i);
            open.Add(await Circuit.OpenAsync(page, @base, cookies));
        }

        // The first one brings the code, and the house journals once that those of before its start are gone: those after it are counted.
        await OpenAsync(0);
        await Task.Delay(8000);
        var before = await server.MemoryAsync();
        var cpu = server.CpuSeconds;
        for (var i = 1; i <= count; i++)
        {
            await OpenAsync(i);
        }

        await Task.Delay(1500);
        cpu = server.CpuSeconds - cpu;
        var after = await server.MemoryAsync();
        if (open.Select(c => c.Fault).FirstOrDefault(f => f is not null) is { } fault)
        {
            throw new InvalidOperationException($"A circuit failed: {fault}");
        }

        foreach (var circuit in open)
        {
            await circuit.DisposeAsync();
        }

        return ((after.Managed - before.Managed) / count, (after.Private - before.Private) / count, cpu / count);
    }

    /// <summary>The juror's page as a browser has it, for the bare page to render.</summary>
    private static async Task CaptureAsync(MeasuredProcess house, string secret, string file)
    {
        await using var chromium = await Chromium.StartAsync();
        await using var person = await chromium.PersonAsync();
        var page = await person.NewPageAsync();
        await Chromium.EnterAsync(page, house.Address, secret);
        await page.Locator("fieldset").First.WaitForAsync();
        await File.WriteAllTextAsync(file, await page.EvaluateAsync<string>("() => document.querySelector('main').outerHTML"));
    }

    /// <param name="PageMicros">Processor time of the server for an act, shared among the pages that it comes to, with the fewest seats.</param>
    private sealed record Knee(double At, string Seats, List<string> Steps, int FirstSeats, double PageMicros);

    /// <summary>Adds rooms until an act's last screen comes later than 200 ms for one act in a hundred.</summary>
    private async Task<Knee> KneeAsync(int[] sizes, Func<int, Task<(MeasuredProcess Server, List<FanRoom> Rooms)>> open)
    {
        var steps = new List<string>();
        var (seatsBefore, p99Before, firstSeats, micros) = (0, 0.0, 0, 0.0);
        foreach (var size in sizes)
        {
            var (server, rooms) = await open(size);
            await using (server)
            {
                await server.WarmAsync(() => ActAsync(rooms, options.For(5)), options.For(40));
                var seats = rooms.Sum(r => r.Seats);
                var cpu = server.CpuSeconds;
                var times = await ActAsync(rooms, options.For(10));
                var p99 = times.Quantile(0.99);
                if (firstSeats == 0)
                {
                    (firstSeats, micros) = (seats, (server.CpuSeconds - cpu) / times.Count / rooms[0].Seats * 1e6);
                }

                steps.Add(string.Create(CultureInfo.InvariantCulture, $"{seats}: {p99:0} ms"));
                foreach (var room in rooms)
                {
                    await room.DisposeAsync();
                }

                if (p99 > Late)
                {
                    var at = seatsBefore + ((seats - seatsBefore) * (Late - p99Before) / (p99 - p99Before));
                    return new Knee(at, at.ToString("0", CultureInfo.InvariantCulture) + " seats", steps, firstSeats, micros);
                }

                (seatsBefore, p99Before) = (seats, p99);
            }
        }

        return new Knee(seatsBefore, $"more than {seatsBefore} seats", steps, firstSeats, micros);
    }

    private static async Task<List<double>> ActAsync(List<FanRoom> rooms, TimeSpan length)
    {
        using var until = new CancellationTokenSource(length);
        var times = await Task.WhenAll(rooms.Select((room, i) => Task.Run(async () =>
        {
            var mine = new List<double>();
            await Task.Delay(i * 1000 / rooms.Count, CancellationToken.None);
            using var second = new PeriodicTimer(TimeSpan.FromSeconds(1));
            for (var n = 0; !until.IsCancellationRequested; n++)
            {
                mine.Add(await room.ActAsync(n % 2 == 0));
                try
                {
                    await second.WaitForNextTickAsync(until.Token);
                }
                catch (OperationCanceledException)
                {
                    break;
                }
            }

            // An even number, so that the next run raises again.
            if (mine.Count % 2 == 1)
            {
                await room.ActAsync(up: false);
            }

            return mine;
        }, CancellationToken.None)));
        return [.. times.SelectMany(t => t)];
    }

    /// <summary>Sittings of its own for each size: one whose chair does not come for a minute suspends itself.</summary>
    private async Task<(MeasuredProcess, List<FanRoom>)> HouseRoomsAsync(string folder, int count)
    {
        var entrance = await Sittings.MakeAsync(Directory.CreateDirectory(folder).FullName, count);
        var house = await MeasuredProcess.HouseAsync(options, folder, "--empty");
        var rooms = new List<FanRoom>();

        // Every chair first: a sitting whose chair is away for a minute suspends itself, and opening all pages takes longer.
        var hands = new List<Wire>();
        for (var i = 0; i < count; i++)
        {
            hands.Add(await entrance.WatchAsync(house.Address, Sittings.IdOf(i), Sittings.Seats[0]));
        }

        for (var i = 0; i < count; i++)
        {
            var (pages, hand) = (new List<Circuit>(), hands[i]);
            foreach (var seat in Sittings.Seats[1..])
            {
                var (number, cookies) = await entrance.EnterAsync(house.Address, Sittings.IdOf(i), seat);
                pages.Add(await Circuit.OpenAsync(new Uri(house.Address, $"/s/{number}/salle"), $"/s/{number}/", cookies));
            }

            rooms.Add(new FanRoom(
                pages,
                async up =>
                {
                    if (double.IsNaN(await hand.SendAsync($$"""{"type":"{{(up ? "raise-hand" : "lower-hand")}}"}""")))
                    {
                        throw new InvalidOperationException("The act was refused or not answered.");
                    }
                },
                hand));
        }

        await Task.Delay(2000);
        return (house, rooms);
    }

    private static async Task<(MeasuredProcess, List<FanRoom>)> BareRoomsAsync(string page, int count)
    {
        var bare = await MeasuredProcess.FloorAsync("bare-pages", page);
        var http = new HttpClient { BaseAddress = bare.Address };
        var rooms = new List<FanRoom>();
        for (var i = 0; i < count; i++)
        {
            var (pages, room) = (new List<Circuit>(), i);
            for (var seat = 0; seat < 9; seat++)
            {
                pages.Add(await Circuit.OpenAsync(new Uri(bare.Address, $"/same/{room}"), "/", new CookieContainer()));
            }

            rooms.Add(new FanRoom(pages, _ => http.PostAsync($"/act/{room}", content: null), hand: null));
        }

        return (bare, rooms);
    }
}
