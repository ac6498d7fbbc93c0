using AumgJury.EndToEnd.Browsing;
using AumgJury.EndToEnd.Sittings;

namespace AumgJury.EndToEnd.Looks;

/// <summary>Every seat's page at the moments of the demo sitting: axe finds nothing, nothing is too wide, the browser complains of nothing.</summary>
public sealed class SeatPicturesTests(Browser browser, ContactSheets sheets) : IClassFixture<Browser>, IClassFixture<ContactSheets>
{
    private static readonly Screen[] TwoExtremes = [Screen.Laptop, new(320, 640, Dark: true)];

    /// <summary>All of them; with <c>AUMG_MOMENTS</c>, names with ; between them, those alone: for pictures of what was changed.</summary>
    public static TheoryData<string> Moments => Environment.GetEnvironmentVariable("AUMG_MOMENTS") is { Length: > 0 } wanted
        ? [.. wanted.Split(';').Select(name => SittingMoment.All.Single(m => m.Name == name).Name)]
        : [.. SittingMoment.All.Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Moments))]
    public async Task A_seats_page_shows_no_fault(string name)
    {
        var (at, moment) = SittingMoment.All.Index().Single(m => m.Item.Name == name);
        using var house = await MomentHouse.OpenAsync(moment);
        var looks = moment.Looks.Where(l => Pictures.Wanted || !l.PicturesOnly).ToArray();
        var people = new Dictionary<string, Person>(StringComparer.Ordinal);
        try
        {
            foreach (var seat in looks.Select(l => l.Seat).Distinct(StringComparer.Ordinal))
            {
                people[seat] = await Person.EnterAsync(browser, house.Host, house.Host.SecretOf(seat));
            }

            await house.GoOnAsync(moment);
            var faults = new List<string>();
            foreach (var look in looks)
            {
                faults.AddRange(await FaultsAsync(people[look.Seat], look, $"{at:00} {moment.Name} {look}"));
            }

            Assert.True(faults.Count == 0, string.Join('\n', faults));
        }
        finally
        {
            foreach (var person in people.Values)
            {
                await person.DisposeAsync();
            }
        }
    }

    private async Task<List<string>> FaultsAsync(Person person, SeatLook look, string caption)
    {
        var faults = new List<string>();
        var visitor = person.Visitor;
        if (look.Tab is { } tab)
        {
            await visitor.SitAtAsync(Screen.Laptop);
            await person.Page.Locator($"#tab-{tab}").ClickAsync();
            await person.Page.Locator($"#tab-{tab}[aria-selected=true]").WaitForAsync();
        }

        await person.Page.WaitForTimeoutAsync(300);
        foreach (var screen in (Pictures.Wanted ? Screen.All : TwoExtremes).Where(s => look.Pane is null || s.Width < 920))
        {
            await visitor.SitAtAsync(screen);
            if (look.Pane is { } pane)
            {
                await person.Page.Locator($"[data-show={pane}]").ClickAsync();
            }

            if (Pictures.Wanted)
            {
                await sheets.TakeAsync(visitor, look.Sheet, caption, screen);
            }

            if (TwoExtremes.Contains(screen))
            {
                faults.AddRange((await visitor.AxeAsync()).Select(found => $"{caption}, {screen}: {found}"));
            }

            if (await visitor.OverflowAsync() is > 0 and var pixels)
            {
                faults.Add($"{caption}, {screen}: the page is {pixels} px too wide");
            }
        }

        faults.AddRange(visitor.Complaints.Select(complaint => $"{caption}: {complaint}"));
        return faults;
    }
}
