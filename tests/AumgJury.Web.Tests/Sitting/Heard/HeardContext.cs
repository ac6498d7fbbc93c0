using System.Text.Json;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
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
using Microsoft.Extensions.DependencyInjection;

namespace AumgJury.Web.Tests.Sitting.Heard;

/// <summary>The whole demo sitting, and pages of some of its seats that follow it: nobody presses.</summary>
public abstract class HeardContext : RoomContext
{
    private static readonly ReplayScript Script = ((SeedRead<ReplayScript>.Accepted)ReplayScript.Read(SeedCopy.Original)).Value;
    private static readonly DateTimeOffset Start = Script.Definition.DemoStart!.Value;
    private readonly SittingClock _clock = new(Start, Start, 1);
    private readonly Dictionary<string, (IRenderedComponent<HeardPage> Page, string Json)> _pages = new(StringComparer.Ordinal);

    protected HeardContext()
        : base(Start)
    {
        Services.AddSingleton(new NotificationText(new("", null)));
        Services.AddSingleton(Notifications.Mailroom.ToFiles);
    }

    /// <summary>Plays it to its end.</summary>
    protected async Task PlayAsync(params string[] seats)
    {
        var folder = Directory.CreateTempSubdirectory("aumgjury-heard-").FullName;
        await using (var fast = (await FastStage.Open(new LinuxDisk(), new CallFiles(folder, Script.Definition.Id), SeedCopy.Original, Script.Definition, Start))!)
        {
            Assert.Null(await new ScriptPlayer(Script, new HeardStage(fast, Time, state => Array.ForEach(seats, seat => Show(seat, state.View(seat))))).Play(TestContext.Current.CancellationToken));
        }

        TemporaryFolder.Remove(folder);
    }

    /// <summary>A seat has a page now.</summary>
    protected virtual void Opened(string seat, IRenderedComponent<HeardPage> page)
    {
    }

    /// <summary>A page shows another view now.</summary>
    protected virtual void Followed(string seat, IRenderedComponent<HeardPage> page)
    {
    }

    private void Show(string seat, SeatView view)
    {
        var json = JsonSerializer.Serialize(view, WireJson.Options);
        if (!_pages.TryGetValue(seat, out var shown))
        {
            var desk = new SeatDesk("1", Script.Definition.Grid, (_, _) => Task.FromResult(Sent.Refused(RefusalName.WrongPhase)));
            var page = Render<HeardPage>(p => p.Add(h => h.View, view).Add(h => h.Desk, desk).Add(h => h.Clock, _clock));
            _pages[seat] = (page, json);
            Opened(seat, page);
        }
        else if (shown.Json != json)
        {
            _pages[seat] = (shown.Page, json);
            shown.Page.Render(p => p.Add(h => h.View, view));
            Followed(seat, shown.Page);
        }
    }
}
