using AumgJury.EndToEnd.Browsing;

namespace AumgJury.EndToEnd;

/// <summary>Every public page and every state of the gallery, in four windows and two themes.</summary>
public sealed class PicturesTests(Browser browser, AppHost house) : IClassFixture<Browser>, IClassFixture<AppHost>
{
    private static readonly Screen[] TwoExtremes = [Screen.Laptop, new(320, 640, Dark: true)];

    [Theory]
    [InlineData("/")]
    [InlineData("/accessibilite")]
    [InlineData("/vitrine")]
    public Task A_page_shows_no_fault_in_any_window_or_theme(string path) => NoFaultAsync(path, Screen.All);

    [Theory]
    [InlineData("/nulle-part")]
    [InlineData("/vitrine/Waiting")]
    [InlineData("/vitrine/Open")]
    [InlineData("/vitrine/Closing")]
    [InlineData("/vitrine/ClosedVerified")]
    [InlineData("/vitrine/Attested")]
    [InlineData("/vitrine/NotSecure")]
    [InlineData("/vitrine/Suspended")]
    [InlineData("/vitrine/Recused")]
    public Task A_state_of_the_room_shows_no_fault(string path) => NoFaultAsync(path, Pictures.Wanted ? Screen.All : TwoExtremes);

    private static bool IsTheAskedFor404(string complaint, string path) =>
        path is "/nulle-part" && complaint.Contains("404", StringComparison.Ordinal);

    private async Task NoFaultAsync(string path, IEnumerable<Screen> screens)
    {
        await using var visitor = await browser.VisitorAsync();
        await visitor.OpenAsync(house.Url(path));
        var faults = new List<string>();
        foreach (var screen in screens)
        {
            await visitor.SitAtAsync(screen);
            await Pictures.TakeAsync(visitor, $"{(path is "/" ? "accueil" : path.Trim('/').Replace('/', '-'))}-{screen}");
            faults.AddRange((await visitor.AxeAsync()).Select(found => $"{screen}: {found}"));
            if (await visitor.OverflowAsync() is > 0 and var pixels)
            {
                faults.Add($"{screen}: the page is {pixels} px too wide");
            }
        }

        faults.AddRange(visitor.Complaints.Where(complaint => !IsTheAskedFor404(complaint, path)));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
