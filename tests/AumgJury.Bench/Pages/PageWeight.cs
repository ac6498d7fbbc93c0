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
        var table = new Table("A page", "Chromium over a link of 10 Mb/s and 40 ms. Bytes are all that came down to the browser, headers and WebSocket among them; a first visit counts the entrance page too, and what comes in the three seconds after the page is usable. \"Usable\": the circuit is up and the grid has taken a key (juror), the one large button is there (chair), the title is there (presenter), from the press at the entrance or the reload on, by the page's own clock. The floor is Blazor's counter without any style, until a press has counted.");
        // A sitting for each visit: whoever comes to a seat that is held would have to wait until the chair lets them in.
        var visits = options.Quick ? 2 : 6;
        await using var chromium = await Chromium.StartAsync();
        var floor = await CounterAsync(chromium, visits);
        foreach (var (role, seat) in new[] { ("juror", "M4"), ("chair", "M1"), ("presenter", "P1") })
        {
            var (cold, warm) = await RoleAsync(chromium, role, seat, visits);
            Say(table, $"{role}, first visit", cold, floor.Cold, "<= 350 kB, usable in 1 s");
            Say(table, $"{role}, second visit", warm, floor.Warm, "");
        }

        return table;
    }

    private static void Say(Table table, string what, List<Visit> visits, List<Visit> floor, string goal)
    {
        double Usable(List<Visit> all) => all.ConvertAll(v => v.UsableMs).Median();
        string Words(List<Visit> all) => $"{all.ConvertAll(v => v.Bytes).Median().Kb()}; first paint {all.ConvertAll(v => v.PaintMs).Median().Ms()}; usable {Usable(all).Ms()}";
        table.Add(what, Words(visits), Words(floor), Usable(visits) / Usable(floor), goal, goal.Length == 0 ? null : visits.ConvertAll(v => v.Bytes).Median() <= 350e3 && Usable(visits) <= 1000);
    }

    private async Task<(List<Visit> Cold, List<Visit> Warm)> RoleAsync(Chromium chromium, string role, string seat, int visits)
    {
        // A sitting whose chair does not come for a minute suspends itself, and shows another page: the chairs are there, and their own visits are over by then.
        var folder = Bounds.NewFolder();
        var entrance = await Sittings.MakeAsync(folder, visits);
        await using var house = await MeasuredProcess.HouseAsync(options, folder, "--empty");
        var chairs = new List<Wire>();
        for (var i = 0; role != "chair" && i < visits; i++)
        {
            chairs.Add(await entrance.WatchAsync(house.Address, Sittings.IdOf(i), Sittings.Seats[0]));
        }

        try
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

            return (cold, warm);
        }
        finally
        {
            foreach (var chair in chairs)
            {
                await chair.DisposeAsync();
            }
        }
    }

    /// <summary>The floor: Blazor's counter without any style, over the same link, until a press has counted.</summary>
    private async Task<(List<Visit> Cold, List<Visit> Warm)> CounterAsync(Chromium chromium, int visits)
    {
        var file = Bounds.NewPath(".html");
        await File.WriteAllTextAsync(file, "<main></main>");
        await using var bare = await MeasuredProcess.FloorAsync(options, "bare-pages", file, Path.Combine(options.App, "wwwroot", "_framework"));
        var (cold, warm) = (new List<Visit>(), new List<Visit>());
        for (var i = 0; i < visits; i++)
        {
            await using var link = new SlowLink(bare.Address, megabits: 10, TimeSpan.FromMilliseconds(40));
            await using var person = await chromium.PersonAsync();
            var page = await NewPageAsync(person, "counter");
            var first = await UsableAsync(page, link, () => page.GotoAsync(link.Address.ToString(), new() { WaitUntil = WaitUntilState.Commit }));
            link.Reset();
            var second = await UsableAsync(page, link, () => page.ReloadAsync(new() { WaitUntil = WaitUntilState.Commit }));
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
        var page = await NewPageAsync(person, role);
        await page.GotoAsync(new Uri(link.Address, "/entrer") + "#" + secret);
        var enter = page.Locator("form button[data-free]");
        await enter.WaitForAsync();
        var cold = await UsableAsync(page, link, async () =>
        {
            await enter.ClickAsync();
            await page.WaitForURLAsync("**/salle", new() { WaitUntil = WaitUntilState.Commit });
        });
        link.Reset();
        var warm = await UsableAsync(page, link, () => page.ReloadAsync(new() { WaitUntil = WaitUntilState.Commit }));
        return (cold, warm);
    }

    private static async Task<Visit> UsableAsync(IPage page, SlowLink link, Func<Task> go)
    {
        await go();
        var usable = await page.EvaluateAsync<double>("() => window.usable").WaitAsync(TimeSpan.FromSeconds(30));
        var paint = await page.EvaluateAsync<double>("() => new Promise(done => new PerformanceObserver(list => done(list.getEntriesByName('first-contentful-paint')[0].startTime)).observe({ type: 'paint', buffered: true }))");

        // The conference's scripts, above all, come after the page is usable; a page that lives is never quite silent.
        await Task.Delay(3000);
        return new Visit(link.Down, paint, usable);
    }

    /// <summary>
    /// A page that finds out by itself when it is usable: whoever asks from outside asks too seldom. The juror's presses a digit on the first criterion,
    /// again and again until its mark is set: the key is lost until the page's script listens. Two different digits in turn, so that each visit changes something.
    /// </summary>
    private static async Task<IPage> NewPageAsync(IBrowserContext person, string role)
    {
        var page = await person.NewPageAsync();
        page.SetDefaultTimeout(60_000);
        await page.AddInitScriptAsync(
            $$"""
            (() => {
              const find = what => document.querySelector(what);
              const counter = () => {
                const status = find('[role=status]');
                if (!status) return false;
                if (!status.textContent.endsWith(' 0')) return true;
                find('button').click();
                return false;
              };
              let digit;
              const juror = () => {
                const row = find('fieldset[data-item]');
                if (!row) return false;
                digit ??= row.dataset.keptMark === '4' ? 3 : 4;
                row.querySelector('input[type=radio]').dispatchEvent(new KeyboardEvent('keydown', { key: String(digit), code: 'Digit' + digit, bubbles: true, cancelable: true }));
                return row.querySelectorAll('input[type=radio]')[digit].checked;
              };
              const chair = () => find('[data-primary-act]') !== null;
              const presenter = () => find('h1') !== null;
              const ready = () => {{(role == "counter" ? "true" : "find('main[data-circuit]')")}} && {{role}}();
              window.usable = new Promise(done => {
                const look = () => ready() ? done(performance.now()) : setTimeout(look, 5);
                look();
              });
            })();
            """);
        return page;
    }
}
