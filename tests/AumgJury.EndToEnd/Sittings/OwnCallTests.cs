using AumgJury.EndToEnd.Browsing;
using AumgJury.Web.Hosting;
using AumgJury.Web.Setup;
using AumgJury.Web.Storage;
using AumgJury.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace AumgJury.EndToEnd.Sittings;

/// <summary>A call of one's own, from the starting folder to its secretary and its chair in their pages.</summary>
public sealed class OwnCallTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly Dictionary<string, string> Settings = new(StringComparer.Ordinal);

    [Fact]
    public async Task The_starting_folder_becomes_a_sitting_in_real_time_that_its_secretary_opens_by_the_link_of_the_file()
    {
        var data = Directory.CreateTempSubdirectory("aumg-own-").FullName;
        var house = new HouseOptions(data, Demo: false, Showcase: false, Replay: false, Fast: false, Json: false, Seed: Serving.ModelFolder);
        Assert.Equal(0, new SeedCommand(house, new LinuxDisk(), TimeProvider.System, TextWriter.Null).Run());
        var secrets = (await File.ReadAllLinesAsync(new CallFiles(data, "mon-appel").Links, TestContext.Current.CancellationToken)).Skip(1)
            .ToDictionary(row => row.Split('"')[1], row => row.Split('#')[1].TrimEnd('"'), StringComparer.Ordinal);

        await using (var app = new AppHost(Settings, data))
        {
            await using var secretary = await Person.EnterAsync(browser, app, secrets["SEC"]);
            await secretary.PressAsync("Ouvrir les portes");
            await using var chair = await Person.EnterAsync(browser, app, secrets["M1"]);
            await chair.Page.Locator("main").GetByText("(À COMPLÉTER)").First.WaitForAsync();
            await Expect(chair.Page.GetByText("avancer l’horloge", new() { Exact = false })).ToHaveCountAsync(0);
            Assert.Empty(secretary.Visitor.Complaints);
        }

        TemporaryFolder.Remove(data);
    }
}
