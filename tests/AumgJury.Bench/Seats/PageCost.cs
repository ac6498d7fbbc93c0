using System.Net;
using AumgJury.Bench.Acts;
using AumgJury.Bench.Pages;
using AumgJury.Bench.Processes;
using AumgJury.Bench.Report;

namespace AumgJury.Bench.Seats;

/// <summary>Memory and processor time of one live page, against Blazor's counter.</summary>
internal sealed class PageCost(BenchOptions options, Table table)
{
    // Seats whose pages are opened and left again until the code is warm, and how often in one piece of that: together more than the thirty
    // calls after which the runtime compiles again, and few enough that a seat, which may open some dozens in a row, is never refused.
    private const int Warming = 14;
    private const int Openings = 3;

    /// <summary>Where a page is, and what it is opened with.</summary>
    private sealed record Place(Uri Page, string Base, CookieContainer Cookies);

    /// <param name="folder">Data of the sittings that <paramref name="entrance"/> leads to.</param>
    /// <param name="ninth">The sitting whose ninth member a browser is.</param>
    /// <param name="page">Gets the juror's page as that browser has it.</param>
    public async Task MeasureAsync(string folder, Entrance entrance, string ninth, string page)
    {
        var count = options.Quick ? 6 : 60;
        Cost counter;
        await File.WriteAllTextAsync(page, "<main></main>");
        await using (var bare = await MeasuredProcess.FloorAsync(options, "bare-pages", page))
        {
            counter = await EachAsync(bare, [.. Enumerable.Range(0, Warming + count).Select(_ => new Place(new Uri(bare.Address, "/"), "/", new CookieContainer()))]);
        }

        foreach (var (role, seats) in new[] { ("juror", Sittings.Seats[1..9]), ("presenter", Sittings.Presenters) })
        {
            await using var house = await MeasuredProcess.HouseAsync(options, folder, "--empty");
            var places = new List<Place>();
            foreach (var chosen in entrance.Seats.Where(k => seats.Contains(k.Seat) && k.Call != ninth).Take(Warming + count))
            {
                // The entrance is passed before anything is counted.
                var (number, cookies) = await entrance.EnterAsync(house.Address, chosen.Call, chosen.Seat);
                places.Add(new Place(new Uri(house.Address, $"/s/{number}/salle"), $"/s/{number}/", cookies));
            }

            var cost = await EachAsync(house, places);
            // Twice the counter and "about 500 kB" do not agree, and are judged apart (docs/decisions/0018).
            table.Add($"memory of a {role}'s page", cost.Managed.Kb(), counter.Managed.Kb() + " counter page", cost.Managed / counter.Managed, "<= 2x");
            table.Add($"    the {role}'s page by itself", cost.Managed.Kb(), goal: "<= 500 kB", met: cost.Managed <= 500_000);
            if (role == "juror")
            {
                await CaptureAsync(house, entrance.SecretOf(ninth, "M9"), page);
                await using var bare = await MeasuredProcess.FloorAsync(options, "bare-pages", page);
                var same = await EachAsync(bare, [.. Enumerable.Range(0, Warming + count).Select(i => new Place(new Uri(bare.Address, $"/same/{i}"), "/", new CookieContainer()))]);
                table.Add("    the same HTML in one component that knows nothing of the jury", same.Managed.Kb(), counter.Managed.Kb() + " counter page", same.Managed / counter.Managed);
            }

            // Without a ratio: a process that has grown before takes its next pages' memory from what it holds already.
            table.Add("    what the whole process grew by for each (it takes again what it has freed: then less, or nothing)", cost.Private.Kb(), counter.Private.Kb());
            table.Add($"    processor time to open it, and to show who came{(cost.Warm && counter.Warm ? "" : " (not warm)")}", (cost.CpuSeconds * 1000).Ms(), (counter.CpuSeconds * 1000).Ms(), cost.CpuSeconds / counter.CpuSeconds);
            if (!cost.Warm || !counter.Warm)
            {
                table.Note($"Opening a {role}'s page: the {(cost.Warm ? "counter" : "application")} was still compiling when it was counted: its time contains that, its memory does not.");
            }

        }
    }

    private sealed record Cost(double Managed, double Private, double CpuSeconds, bool Warm);

    private async Task<Cost> EachAsync(MeasuredProcess server, List<Place> places)
    {
        var (warming, counted) = (places[..Warming], places[Warming..]);
        var warm = await server.WarmAsync(
            async () =>
            {
                for (var time = 0; time < Openings; time++)
                {
                    var visits = new List<Circuit>();
                    await OpenAsync(warming, visits);

                    // A page that leaves before it has answered is held for a minute.
                    await Task.Delay(200);
                    foreach (var visit in visits)
                    {
                        await visit.LeaveAsync();
                    }
                }

                // What was called often is compiled once nothing new has been called for a while.
                await Task.Delay(1500);
            },
            // Longer, and the house would take it for a flood of circuits.
            options.For(20));

        // The house journals once that those are gone who were there before its start, or have just left.
        await Task.Delay(8000);
        var open = new List<Circuit>();
        try
        {
            // What the runtime lends to all pages in turn, it has lent once some are open: they stay, and are not counted.
            await OpenAsync(warming, open);
            await Task.Delay(1500);
            var (before, cpu) = (await server.MemoryAsync(), server.CpuSeconds);
            await OpenAsync(counted, open);
            await Task.Delay(1500);
            cpu = server.CpuSeconds - cpu;
            var after = await server.MemoryAsync();
            return open.Select(c => c.Fault).FirstOrDefault(f => f is not null) is { } fault
                ? throw new InvalidOperationException($"A circuit failed: {fault}")
                : new Cost((after.Managed - before.Managed) / counted.Count, (after.Private - before.Private) / counted.Count, cpu / counted.Count, warm);
        }
        finally
        {
            await Task.WhenAll(open.Select(c => c.DisposeAsync().AsTask()));
        }
    }

    private static async Task OpenAsync(List<Place> places, List<Circuit> open)
    {
        foreach (var place in places)
        {
            open.Add(await Circuit.OpenAsync(place.Page, place.Base, place.Cookies));
        }
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
}
