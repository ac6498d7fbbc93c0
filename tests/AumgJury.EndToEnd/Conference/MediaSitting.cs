using System.Diagnostics;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.EndToEnd.Browsing;
using AumgJury.EndToEnd.Sittings;
using AumgJury.Web.Conference;
using AumgJury.Web.Realtime;
using AumgJury.Web.Tests.Realtime;
using Microsoft.Extensions.DependencyInjection;

namespace AumgJury.EndToEnd.Conference;

/// <summary>The demo's sitting on a house with a real Janus: four jurors and the secretary by hub, some of them with picture and sound.</summary>
internal sealed class MediaSitting : IAsyncDisposable
{
    private static readonly string[] Watching = ["M1", "M2", "M3", "M4", "SEC"];
    private readonly List<MediaClient> _people = [];
    private readonly Dictionary<string, JuryClient> _hubs = new(StringComparer.Ordinal);
    private readonly MediaBrowser _browser;

    private MediaSitting(MediaBrowser browser, AppHost house)
    {
        _browser = browser;
        House = house;
    }

    public AppHost House { get; }

    public LiveCall Live => House.DemoServed().Live;

    public JanusEngine Janus => House.Services.GetRequiredService<JanusEngine>();

    /// <summary>Doors open, everybody confirmed, the hearings about to begin.</summary>
    public static Task<MediaSitting> AtTheHearingsAsync(MediaBrowser browser, params (string Key, string Value)[] settings) => AtTheHearingsAsync(browser, whole: false, settings);

    /// <param name="whole">The whole jury of eight sits; else four of it, and the others are excused.</param>
    public static async Task<MediaSitting> AtTheHearingsAsync(MediaBrowser browser, bool whole, params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal) { ["Janus:Mode"] = "Own" };
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        var sitting = new MediaSitting(browser, new AppHost(all, dataFolder: null));
        await sitting.Do("SEC", new OpenDoors());
        string[] others = ["M5", "M6", "M7", "M8"];
        foreach (var seat in whole ? [.. Watching, .. others] : Watching)
        {
            await sitting.HubAsync(seat);
        }

        await sitting.UntilAsync(v => v.Sitting.Room.Sign == RoomSign.ClosedVerified);
        await sitting.Do("M1", new OpenSitting());
        foreach (var seat in new[] { "M1", "M2", "M3", "M4" })
        {
            await sitting.Do("M1", new RecordAttendance(seat, AttendanceStatus.Present, IdentityMeans.CardShown, ""));
        }

        foreach (var seat in others)
        {
            await sitting.Do("M1", new RecordAttendance(seat, whole ? AttendanceStatus.Present : AttendanceStatus.Excused, IdentityMeans.CardShown, ""));
        }

        await sitting.Do("M1", new AdoptRules());
        await sitting.Do("M1", new StartHearings());
        return sitting;
    }

    /// <summary>That seat with picture and sound; it shows these people.</summary>
    public async Task<MediaClient> WithMediaAsync(string seat, params string[] shows)
    {
        var client = MediaClient.Sit(await HubAsync(seat), await _browser.PageAsync(House.Address), [.. shows.Select(s => new Tile(s, MediaSource.Camera, 180))]);
        _people.Add(client);
        return client;
    }

    /// <summary>The same, through the relay alone.</summary>
    public async Task<MediaClient> BehindRelayAsync(string seat, params string[] shows)
    {
        var client = MediaClient.SitBehindRelay(await HubAsync(seat), await _browser.PageAsync(House.Address), [.. shows.Select(s => new Tile(s, MediaSource.Camera, 180))]);
        _people.Add(client);
        return client;
    }

    /// <summary>A client of the hub whose connections the test plays by itself.</summary>
    public async Task<MediaClient> RawAsync(string seat)
    {
        var client = MediaClient.Sit(await HubAsync(seat), null, []);
        _people.Add(client);
        return client;
    }

    /// <summary>That person's connection, made once; they confirmed that they are there.</summary>
    public async Task<JuryClient> HubAsync(string seat)
    {
        if (!_hubs.TryGetValue(seat, out var hub))
        {
            _hubs[seat] = hub = await House.SitAsync(seat);
            await hub.Do(new ConfirmPresence());
        }

        return hub;
    }

    /// <summary>The lines that are on disk.</summary>
    public async Task<string[]> JournalAsync()
    {
        await using var file = new FileStream(Path.Combine(House.DataFolder, "idf-2021.journal"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return (await reader.ReadToEndAsync()).Split('\n');
    }

    public async Task BringInAsync(string university = "U1")
    {
        await HubAsync("P" + university[1..]);
        await Do("M1", new CallUniversity(university));
        await Do("P" + university[1..], new EnterRoom(university));
        await UntilAsync(v => v.Sitting.Room.Sign == RoomSign.Open);
        await Do("M1", new ConfirmPresenter(university));
    }

    public async Task PresentAsync(params string[] dossiers)
    {
        foreach (var dossier in dossiers)
        {
            await Do("M1", new StartPresentation(dossier));
        }
    }

    public async Task Do(string seat, Command command)
    {
        var sent = await Live.Send(Actor.Seat(seat), command);
        Assert.True(sent.Refusal is null, $"{seat} {command}: {sent.Refusal?.Name} {string.Join(", ", sent.Refusal?.Details ?? [])}");
    }

    public ChairView Chair => (ChairView)Live.Kept.View("M1");

    public async Task UntilAsync(Func<ChairView, bool> question, int seconds = 60)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromSeconds(seconds); await Task.Delay(50))
        {
            if (Live.Kept.View("M1") is ChairView view && question(view))
            {
                return;
            }
        }

        throw new TimeoutException($"The room never came to be so: {Live.Kept.View("M1")}");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people)
        {
            await person.DisposeAsync();
        }

        foreach (var hub in _hubs.Values)
        {
            await hub.DisposeAsync();
        }

        await House.DisposeAsync();
    }
}
