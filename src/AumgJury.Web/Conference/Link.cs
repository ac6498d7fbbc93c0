namespace AumgJury.Web.Conference;

/// <summary>
/// What one person's link bears, from their browser's reports every 3 s. Numbers of a browser are a client's: they are bounded here,
/// decide which pictures this person is given, and take no picture of the others under <see cref="Bitrates.Floor"/>.
/// </summary>
internal sealed record Link
{
    /// <summary>Reports in a row before sound alone is chosen, and before the pictures come back.</summary>
    private const int PoorBefore = 3;
    private const int GoodBefore = 10;
    private const int SoundAlone = 150;

    /// <summary>Packets of one medium lost in a second, from which on Janus's own count is that of a poor link: a fifth of a voice.</summary>
    private const int HeavyLoss = 10;

    /// <summary>Kilobits a second that are taken for a link of which no limit is known.</summary>
    public const int Whole = 4 * Bitrates.Most;

    /// <summary>Seconds of such loss in a row before sound alone is chosen, whatever the browser reports.</summary>
    private const int SlowBefore = 5;

    private static readonly TimeSpan OneSecond = TimeSpan.FromMilliseconds(800);
    private static readonly TimeSpan InARow = TimeSpan.FromSeconds(3);

    public LinkQuality Quality { get; init; } = LinkQuality.Unknown;

    /// <summary>Kilobits a second that all pictures received together may take.</summary>
    public int Down { get; init; } = Whole;

    /// <summary>
    /// Kilobits a second for which pictures are given: less as soon as <see cref="Down"/> is, more after ten good reports, so that no picture comes and goes.
    /// </summary>
    public int Pictures { get; init; } = Whole;

    /// <summary>Kilobits a second that the own picture may take.</summary>
    public int Up { get; init; } = Bitrates.Most;

    /// <summary>The link bears the sound alone.</summary>
    public bool AudioOnly { get; init; }

    public int PoorReports { get; init; }

    public int GoodReports { get; init; }

    /// <summary>Seconds of heavy loss in a row that Janus itself counted, and when the last was.</summary>
    public int SlowSeconds { get; init; }

    public DateTimeOffset SlowAt { get; init; }

    /// <summary>
    /// What Janus counted (<c>slowlink</c>, at most once a second for each medium): it needs no report of the browser, and none can hide it.
    /// The pictures come back as ever, by good reports.
    /// </summary>
    /// <param name="lost">Packets of one medium within a second.</param>
    public Link Slowed(int lost, DateTimeOffset at)
    {
        if (lost < HeavyLoss)
        {
            return this with { Quality = Quality == LinkQuality.Poor ? Quality : LinkQuality.Fair, GoodReports = 0 };
        }

        // Several media lose in the same second: that is one.
        var since = at - SlowAt;
        if (since < OneSecond)
        {
            return this;
        }

        var seconds = since <= InARow ? SlowSeconds + 1 : 1;
        return this with { Quality = LinkQuality.Poor, GoodReports = 0, SlowSeconds = seconds, SlowAt = at, AudioOnly = AudioOnly || seconds >= SlowBefore };
    }

    public Link With(StatsSignal s)
    {
        var (down, up) = (Share(s.LossDown), Share(s.LossUp));
        var worst = Math.Max(down, up);
        var wait = double.IsFinite(s.RoundTripMs) ? Math.Clamp(s.RoundTripMs, 0, 60_000) : 0;
        var quality = worst < 0.03 && wait < 300 ? LinkQuality.Good : worst < 0.10 && wait < 600 ? LinkQuality.Fair : LinkQuality.Poor;
        var poor = worst >= 0.15 ? PoorReports + 1 : 0;
        var good = quality == LinkQuality.Good ? GoodReports + 1 : 0;
        var room = Adapted(Down, down, s.KbpsDown, Whole);
        return this with
        {
            Quality = quality,
            Down = room,
            Pictures = good >= GoodBefore ? room : Math.Min(Pictures, room),
            Up = Adapted(Up, up, s.KbpsUp, Bitrates.Most),
            AudioOnly = AudioOnly ? good < GoodBefore : poor >= PoorBefore && (worst >= 0.3 || room <= SoundAlone || down < 0.15),
            PoorReports = poor,
            GoodReports = good,
        };
    }

    /// <summary>Whether both bear the same: then nobody is given or told anything else, however many reports there were.</summary>
    public bool BearsAs(Link other) => (Quality, Down, Pictures, Up, AudioOnly) == (other.Quality, other.Down, other.Pictures, other.Up, other.AudioOnly);

    private static double Share(double loss) => double.IsFinite(loss) ? Math.Clamp(loss, 0, 1) : 0;

    /// <summary>Less at once when packets are lost, a little more when none are: as congestion control does.</summary>
    private static int Adapted(int before, double loss, double kbps, int most)
    {
        var carried = double.IsFinite(kbps) ? Math.Clamp(kbps, 0, 100_000) : 0;
        var next = loss >= 0.10 ? Math.Min(before, Math.Max(carried, Bitrates.Least)) * 0.7 : loss < 0.02 ? before * 1.15 : before;
        return (int)Math.Clamp(next, Bitrates.Least, most);
    }
}
