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
        var table = new Table("A page", "Chromium over a link of 10 Mb/s and 40 ms. Bytes are all that came down to the browser, headers and WebSocket among them; a first visit counts the entrance page too. \"Usable\": the grid has taken a key (juror), the one large button answers (chair), the title is read and the circuit is up (presenter), from the moment the seat's page was asked for.");
        var folder = Directory.CreateTempSubdirectory("aumg-bench-").FullName;
        try
        {
            // A sitting for each visit: whoever comes to a seat that is held would have to wait until the chair lets them in.
            var visits = options.Quick ? 2 : 6;
            var entrance = await Sittings.MakeAsync(folder, visits);
            await using var house = await MeasuredProcess.HouseAsync(options, folder, "--empty");
            await using var chromium = await Chromium.StartAsync();
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

                Say(table, $"{role}, first visit", cold, "<= 350 kB, usable in 1 s");
                Say(table, $"{role}, second visit", warm, "");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return table;
    }

    private static void Say(Table table, string what, List<Visit> visits, string goal) => table.Add(
        what,
        $"{visits.ConvertAll(v => v.Bytes).Median().Kb()}; first paint {visits.ConvertAll(v => v.PaintMs).Median().Ms()}; usable {visits.ConvertAll(v => v.UsableMs).Median().Ms()}",
        goal: goal);

    private static async Task<(Visit Cold, Visit Warm)> VisitAsync(Chromium chromium, SlowLink link, string secret, string role)
    {
        await using var person = await chromium.PersonAsync();
        var page = await person.NewPageAsync();
        page.SetDefaultTimeout(60_000);
        await page.GotoAsync(new Uri(link.Address, "/entrer") + "#" + secret);
        var enter = page.Locator("form button[type=submit]");
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
