using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using AumgJury.Core.Calls;
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

/// <summary>
/// What a screen reader says at each seat over the whole demo sitting, against the transcript that was agreed on. Nobody presses:
/// what a page answers to its own reader's press is told by the tests of its panels.
/// </summary>
public sealed partial class TranscriptTests : RoomContext
{
    /// <summary>Set to 1, the transcript is written anew, to be read and agreed on.</summary>
    private const string Agree = "AUMG_AGREE";

    private static readonly (string Seat, string Who)[] Listeners =
    [
        ("M1", "Présidence"), ("M4", "Membre"), ("M3", "Membre déporté sur Val-de-Bièvre"), ("SEC", "Secrétariat"), ("AUT", "Autorité"),
        ("P1", "Université Paris-Lutèce"), ("P4", "Université Plateau-Sud"), ("P6", "Université Yvelines-Ouest, en retard"),
    ];

    private static readonly ReplayScript Script = ((SeedRead<ReplayScript>.Accepted)ReplayScript.Read(SeedCopy.Original)).Value;
    private static readonly DateTimeOffset Start = Script.Definition.DemoStart!.Value;
    private readonly Dictionary<string, Listener> _listeners = new(StringComparer.Ordinal);
    private readonly SittingClock _clock = new(Start, Start, 1);

    public TranscriptTests()
        : base(Start)
    {
        Services.AddSingleton(new NotificationText(new("", null)));
        Services.AddSingleton(Notifications.Mailroom.ToFiles);
    }

    private static string AgreedPath => Path.Combine(SourceFiles.Root, "tests", "AumgJury.Web.Tests", "Sitting", "Heard", "transcript.txt");

    [Fact]
    public async Task What_the_live_regions_say_over_the_demo_sitting_is_what_was_agreed()
    {
        var folder = Directory.CreateTempSubdirectory("aumgjury-heard-").FullName;
        await using (var fast = (await FastStage.Open(new LinuxDisk(), new CallFiles(folder, Script.Definition.Id), SeedCopy.Original, Script.Definition, Start))!)
        {
            Assert.Null(await new ScriptPlayer(Script, new HeardStage(fast, Time, Show)).Play(TestContext.Current.CancellationToken));
        }

        TemporaryFolder.Remove(folder);
        var heard = Listeners.SelectMany(l => (string[])[$"== {l.Who} ({l.Seat})", .. _listeners[l.Seat].Heard, ""]).ToArray();
        Assert.DoesNotContain(heard, line => Mark.IsMatch(line));
        if (Environment.GetEnvironmentVariable(Agree) == "1")
        {
            await File.WriteAllLinesAsync(AgreedPath, heard, TestContext.Current.CancellationToken);
        }

        var agreed = await File.ReadAllLinesAsync(AgreedPath, TestContext.Current.CancellationToken);
        var difference = LineDifference.Of(agreed, heard);
        Assert.True(difference.Count == 0, $"Not what was agreed on (- agreed, + heard now; {Agree}=1 writes it anew):\n{string.Join('\n', difference)}");
    }

    // A criterion or a score: only a mark has them.
    [GeneratedRegex(@"\b[ABC][1-4]\b|\d,\d|\bnotes? (de )?\d", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Mark { get; }

    private void Show(CallState state)
    {
        foreach (var (seat, _) in Listeners)
        {
            if (state.View(seat) is not { } view)
            {
                continue;
            }

            var json = JsonSerializer.Serialize(view, WireJson.Options);
            if (!_listeners.TryGetValue(seat, out var listener))
            {
                var desk = new SeatDesk("1", Script.Definition.Grid, (_, _) => Task.FromResult(Sent.Refused(RefusalName.WrongPhase)));
                var page = Render<HeardPage>(p => p.Add(h => h.View, view).Add(h => h.Desk, desk).Add(h => h.Clock, _clock));
                _listeners[seat] = listener = new Listener(page, () => Time.GetUtcNow()) { Json = json };
            }
            else if (listener.Json != json)
            {
                listener.Json = json;
                listener.Page.Render(p => p.Add(h => h.View, view));
            }
        }
    }

    /// <summary>One seat's page and what was heard at it.</summary>
    private sealed class Listener
    {
        private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
        private readonly IRenderedComponent<LiveRegions> _regions;
        private readonly Func<DateTimeOffset> _now;
        private (string Polite, string Assertive) _before = ("", "");

        public Listener(IRenderedComponent<HeardPage> page, Func<DateTimeOffset> now)
        {
            (Page, _now) = (page, now);
            _regions = page.FindComponent<LiveRegions>();
            _regions.OnMarkupUpdated += (_, _) => Listen();
            Listen();
        }

        public IRenderedComponent<HeardPage> Page { get; }

        public List<string> Heard { get; } = [];

        public string Json { get; set; } = "";

        private void Listen()
        {
            var now = (Polite: _regions.Find("[aria-live=polite]").TextContent, Assertive: _regions.Find("[aria-live=assertive]").TextContent);
            if (now.Assertive != _before.Assertive && now.Assertive.Length > 0)
            {
                Keep("interrompt", now.Assertive);
            }

            if (now.Polite != _before.Polite && now.Polite.Length > 0)
            {
                Keep("poliment  ", now.Polite);
            }

            _before = now;
        }

        private void Keep(string how, string words) =>
            Heard.Add(string.Create(CultureInfo.InvariantCulture, $"{TimeZoneInfo.ConvertTime(_now(), Paris):HH:mm:ss}  {how}  {words.Replace('\u202f', ' ').Replace('\u00a0', ' ').TrimEnd()}"));
    }
}
