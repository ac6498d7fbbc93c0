using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using AumgJury.Core.Sittings;
using AumgJury.Web.Notifications;
using AumgJury.Web.Realtime;
using AumgJury.Web.Replay;
using AumgJury.Web.Room;
using AumgJury.Web.Seeds;
using AumgJury.Web.Sitting;
using AumgJury.Web.Storage;
using AumgJury.Web.Tests.Room;
using AumgJury.Web.Tests.Seeds;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace AumgJury.Web.Tests.Sitting.Heard;

/// <summary>Over the whole demo sitting, a page that leaves its unchanged parts alone shows what one shows that renders all of them.</summary>
public sealed partial class PartTests : RoomContext
{
    private static readonly string[] Seats = ["M1", "M4"];
    private static readonly ReplayScript Script = ((SeedRead<ReplayScript>.Accepted)ReplayScript.Read(SeedCopy.Original)).Value;
    private static readonly DateTimeOffset Start = Script.Definition.DemoStart!.Value;

    private static readonly MethodInfo Rendered = typeof(PartTests).GetMethod(nameof(RenderAll), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo[] Parts = [.. typeof(Part).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Part))).Select(t => Rendered.MakeGenericMethod(t))];

    private readonly Dictionary<string, (IRenderedComponent<HeardPage> Page, string Json)> _pages = new(StringComparer.Ordinal);
    private readonly SittingClock _clock = new(Start, Start, 1);
    private int _shownTimes;
    private int _looked;

    public PartTests()
        : base(Start)
    {
        Services.AddSingleton(new NotificationText(new("", null)));
        Services.AddSingleton(Web.Tests.Notifications.Mailroom.ToFiles);
    }

    [Fact]
    public async Task A_part_that_is_left_alone_shows_nothing_stale()
    {
        var folder = Directory.CreateTempSubdirectory("aumgjury-parts-").FullName;
        await using (var fast = (await FastStage.Open(new LinuxDisk(), new CallFiles(folder, Script.Definition.Id), SeedCopy.Original, Script.Definition, Start))!)
        {
            Assert.Null(await new ScriptPlayer(Script, new HeardStage(fast, Time, Show)).Play(TestContext.Current.CancellationToken));
        }

        TemporaryFolder.Remove(folder);
        Assert.True(Parts.Length >= 8 && _looked > 100, $"{Parts.Length} parts, looked at {_looked} times.");
    }

    // Each rendering numbers its handlers anew.
    [GeneratedRegex("blazor:\\w+=\"[^\"]*\"", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers { get; }

    private static string Shown(IRenderedComponent<HeardPage> page) => Numbers.Replace(page.Markup, "");

    private static int RenderAll<T>(IRenderedComponent<HeardPage> page)
        where T : IComponent
    {
        var all = page.FindComponents<T>();
        foreach (var part in all)
        {
            part.Render();
        }

        return all.Count;
    }

    private void Show(CallState state)
    {
        foreach (var seat in Seats)
        {
            var view = state.View(seat);
            var json = JsonSerializer.Serialize(view, WireJson.Options);
            if (!_pages.TryGetValue(seat, out var shown))
            {
                var desk = new SeatDesk("1", Script.Definition.Grid, (_, _) => Task.FromResult(Sent.Refused(RefusalName.WrongPhase)));
                _pages[seat] = (Render<HeardPage>(p => p.Add(h => h.View, view).Add(h => h.Desk, desk).Add(h => h.Clock, _clock)), json);
                continue;
            }

            if (shown.Json == json)
            {
                continue;
            }

            var page = shown.Page;
            _pages[seat] = (page, json);
            page.Render(p => p.Add(h => h.View, view));

            // What is stale stays so for a while: one look in three finds it.
            if (++_shownTimes % 3 != 0)
            {
                continue;
            }

            var left = Shown(page);
            _looked += Parts.Sum(part => (int)part.Invoke(null, [page])!) > 0 ? 1 : 0;
            Assert.Equal(Shown(page), left);
        }
    }
}
