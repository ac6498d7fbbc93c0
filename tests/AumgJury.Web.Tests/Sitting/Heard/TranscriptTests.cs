using System.Globalization;
using System.Text.RegularExpressions;
using AumgJury.Web.Room;
using Bunit;

namespace AumgJury.Web.Tests.Sitting.Heard;

/// <summary>
/// What a screen reader says at each seat over the whole demo sitting, against the transcript that was agreed on. Nobody presses:
/// what a page answers to its own reader's press is told by the tests of its panels.
/// </summary>
public sealed partial class TranscriptTests : HeardContext
{
    /// <summary>Set to 1, the transcript is written anew, to be read and agreed on.</summary>
    private const string Agree = "AUMG_AGREE";

    private static readonly (string Seat, string Who)[] Listeners =
    [
        ("M1", "Présidence"), ("M4", "Membre"), ("M3", "Membre déporté sur Val-de-Bièvre"), ("SEC", "Secrétariat"), ("AUT", "Autorité"),
        ("P1", "Université Paris-Lutèce"), ("P4", "Université Plateau-Sud"), ("P6", "Université Yvelines-Ouest, en retard"),
    ];

    private readonly Dictionary<string, Listener> _listeners = new(StringComparer.Ordinal);

    private static string AgreedPath => Path.Combine(SourceFiles.Root, "tests", "AumgJury.Web.Tests", "Sitting", "Heard", "transcript.txt");

    [Fact]
    public async Task What_the_live_regions_say_over_the_demo_sitting_is_what_was_agreed()
    {
        await PlayAsync([.. Listeners.Select(l => l.Seat)]);
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

    protected override void Opened(string seat, IRenderedComponent<HeardPage> page) => _listeners[seat] = new Listener(page, () => Time.GetUtcNow());

    /// <summary>One seat's page and what was heard at it.</summary>
    private sealed class Listener
    {
        private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
        private readonly IRenderedComponent<LiveRegions> _regions;
        private readonly Func<DateTimeOffset> _now;
        private (string Polite, string Assertive) _before = ("", "");

        public Listener(IRenderedComponent<HeardPage> page, Func<DateTimeOffset> now)
        {
            _now = now;
            _regions = page.FindComponent<LiveRegions>();
            _regions.OnMarkupUpdated += (_, _) => Listen();
            Listen();
        }

        public List<string> Heard { get; } = [];

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
