using System.Diagnostics;
using AumgJury.Bench.Acts;
using AumgJury.Bench.Processes;
using AumgJury.Bench.Report;
using Microsoft.Playwright;

namespace AumgJury.Bench.Pages;

/// <summary>What a page costs a person at 10 Mb/s and 40 ms: bytes, first paint, and when it is usable, on a first visit and on a second.</summary>
internal sealed class PageWeight(BenchOptions options)
{
    private sealed record Visit(double Bytes, double PaintMs, double UsableMs);

    public async Task<Table> MeasureAsync()
    {
        var table = new Table("A page", "Chromium over a link of 10 Mb/s and 40 ms. Bytes are all that came down to the browser, headers and WebSocket among them; a first visit counts the entrance page too. \"Usable\": the grid has taken a key (juror), the one large button answers (chair), the title is read and the circuit is up (presenter), from the moment the seat's page was asked for. The floor is Blazor's counter without any style, until a press has counted.");
        var folder = Directory.CreateTempSubdirectory("aumg-bench-").FullName;
        try
        {
            // A sitting for each visit: whoever comes to a seat that is held would have to wait until the chair lets them in.
            var visits = options.Quick ? 2 : 6;
            var entrance = await Sittings.MakeAsync(folder, visits);
            await using var house = await MeasuredProcess.HouseAsync(options, folder, "--empty");
            await using var chromium = await Chromium.StartAsync();
            var floor = await CounterAsync(chromium, folder, visits);
            foreach (var (role, seat) in new[] { ("juror", "M4"), ("chair", "M1"), ("presenter", "P1") })
            {
                var (cold, warm) = (new List<Visit>(), new List<Visit>());
                for (var i = 0; i < visits; i++)
                {
                    await using var link = new SlowLink(house.Address, megabits: 10, TimeSpan.FromMilliseconds(40));
                    var (first, second) = await VisitAsync(chromium, link, entrance.SecretOf(Sittings.IdOf(i), seat), role);

                    // The very first visit brings the server's code, too.
                    if (i > 0)
                    {
                        cold.Add(first);
                        warm.Add(second);
                    }
                }

                Say(table, $"{role}, first visit", cold, floor.Cold, "<= 350 kB, usable in 1 s");
                Say(table, $"{role}, second visit", warm, floor.Warm, "");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return table;
    }

    private static void Say(Table table, string what, List<Visit> visits, List<Visit> floor, string goal)
    {
        double Usable(List<Visit> all) => all.ConvertAll(v => v.UsableMs).Median();
        string Words(List<Visit> all) => $"{all.ConvertAll(v => v.Bytes).Median().Kb()}; first paint {all.ConvertAll(v => v.PaintMs).Median().Ms()}; usable {Usable(all).Ms()}";
        table.Add(what, Words(visits), Words(floor), Usable(visits) / Usable(floor), goal);
    }

    /// <summary>The floor: Blazor's counter without any style, over the same link, until a press has counted.</summary>
    private async Task<(List<Visit> Cold, List<Visit> Warm)> CounterAsync(Chromium chromium, string folder, int visits)
    {
        var file = Path.Combine(folder, "page.html");
        await File.WriteAllTextAsync(file, "<main></main>");
        await using var bare = await MeasuredProcess.FloorAsync("bare-pages", file, Path.Combine(options.App, "wwwroot", "_framework"));
        var (cold, warm) = (new List<Visit>(), new List<Visit>());
        for (var i = 0; i < visits; i++)
        {
            await using var link = new SlowLink(bare.Address, megabits: 10, TimeSpan.FromMilliseconds(40));
            await using var person = await chromium.PersonAsync();
            var page = await person.NewPageAsync();
            page.SetDefaultTimeout(60_000);
            async Task<Visit> CountAsync(Func<Task> go)
            {
                link.Reset();
                var watch = Stopwatch.StartNew();
                await go();
                await page.EvaluateAsync(
                    """
                    () => new Promise(done => {
                      const press = () => {
                        if (!document.querySelector('[role=status]')?.textContent.endsWith(' 0')) return done();
                        document.querySelector('button').click();
                        setTimeout(press, 10);
                      };
                      press();
                    })
                    """);
                var usable = watch.Elapsed.TotalMilliseconds;
                return new Visit(link.Down, await page.EvaluateAsync<double>("() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"), usable);
            }

            var first = await CountAsync(() => page.GotoAsync(link.Address.ToString(), new() { WaitUntil = WaitUntilState.DOMContentLoaded }));
            var second = await CountAsync(() => page.ReloadAsync(new() { WaitUntil = WaitUntilState.DOMContentLoaded }));
            if (i > 0)
            {
                cold.Add(first);
                warm.Add(second);
            }
        }

        return (cold, warm);
    }

    private static async Task<(Visit Cold, Visit Warm)> VisitAsync(Chromium chromium, SlowLink link, string secret, string role)
    {
        await using var person = await chromium.PersonAsync();
        var page = await person.NewPageAsync();
        page.SetDefaultTimeout(60_000);
        await page.GotoAsync(new Uri(link.Address, "/entrer") + "#" + secret);
        var enter = page.Locator("form button[data-free]");
        await enter.WaitForAsync();
        var cold = await UsableAsync(page, link, role, () => enter.ClickAsync());
        link.Reset();
        var warm = await UsableAsync(page, link, role, () => page.ReloadAsync(new() { WaitUntil = WaitUntilState.Commit }));
        return (cold, warm);
    }

    private static async Task<Visit> UsableAsync(IPage page, SlowLink link, string role, Func<Task> go)
    {
        var watch = Stopwatch.StartNew();
        await go();
        await page.WaitForURLAsync("**/salle", new() { WaitUntil = WaitUntilState.Commit });
        await page.Locator("main[data-circuit]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await (role switch
        {
            "juror" => MarkAsync(page),
            "chair" => page.Locator("[data-primary-act]").First.WaitForAsync(),
            _ => page.Locator("h1").First.WaitForAsync(),
        });
        var usable = watch.Elapsed.TotalMilliseconds;
        var paint = await page.EvaluateAsync<double>("() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0");
        return new Visit(link.Down, paint, usable);
    }

    /// <summary>
    /// Presses a digit on the first criterion, again and again, until its mark is set: the key is lost until the page's script listens.
    /// Two different digits in turn, so that each visit really changes something.
    /// </summary>
    private static async Task MarkAsync(IPage page)
    {
        await page.Locator("fieldset[data-item] input[type=radio]").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.EvaluateAsync(
            """
            () => new Promise(done => {
              const row = () => document.querySelector('fieldset[data-item]');
              const digit = row().dataset.keptMark === '4' ? 3 : 4;
              const press = () => {
                const radio = row()?.querySelectorAll('input[type=radio]')[digit];
                if (radio?.checked) return done();
                row()?.querySelector('input[type=radio]').dispatchEvent(new KeyboardEvent('keydown', { key: String(digit), code: 'Digit' + digit, bubbles: true, cancelable: true }));
                setTimeout(press, 10);
              };
              press();
            })
            """);
    }
}
