namespace AumgJury.Web.Conference;

/// <summary>
/// What one person's link bears, from their browser's reports every 3 s. Numbers of a browser are a client's: they are bounded here,
/// and decide about this person's own picture alone, never about who may receive.
/// </summary>
internal sealed record Link
{
    /// <summary>Reports in a row before sound alone is chosen, and before the pictures come back.</summary>
    private const int PoorBefore = 3;
    private const int GoodBefore = 10;
    private const int SoundAlone = 150;

    public LinkQuality Quality { get; init; } = LinkQuality.Unknown;

    /// <summary>Kilobits a second that all pictures received together may take.</summary>
    public int Down { get; init; } = 4 * Bitrates.Most;

    /// <summary>Kilobits a second that the own picture may take.</summary>
    public int Up { get; init; } = Bitrates.Most;

    /// <summary>The link bears the sound alone.</summary>
    public bool AudioOnly { get; init; }

    public int PoorReports { get; init; }

    public int GoodReports { get; init; }

    public Link With(StatsSignal s)
    {
        var (down, up) = (Share(s.LossDown), Share(s.LossUp));
        var worst = Math.Max(down, up);
        var wait = double.IsFinite(s.RoundTripMs) ? Math.Clamp(s.RoundTripMs, 0, 60_000) : 0;
        var quality = worst < 0.03 && wait < 300 ? LinkQuality.Good : worst < 0.10 && wait < 600 ? LinkQuality.Fair : LinkQuality.Poor;
        var poor = worst >= 0.15 ? PoorReports + 1 : 0;
        var good = quality == LinkQuality.Good ? GoodReports + 1 : 0;
        var room = Adapted(Down, down, s.KbpsDown, 4 * Bitrates.Most);
        return new Link
        {
            Quality = quality,
            Down = room,
            Up = Adapted(Up, up, s.KbpsUp, Bitrates.Most),
            AudioOnly = AudioOnly ? good < GoodBefore : poor >= PoorBefore && (worst >= 0.3 || room <= SoundAlone || down < 0.15),
            PoorReports = poor,
            GoodReports = good,
        };
    }

    private static double Share(double loss) => double.IsFinite(loss) ? Math.Clamp(loss, 0, 1) : 0;

    /// <summary>Less at once when packets are lost, a little more when none are: as congestion control does.</summary>
    private static int Adapted(int before, double loss, double kbps, int most)
    {
        var carried = double.IsFinite(kbps) ? Math.Clamp(kbps, 0, 100_000) : 0;
        var next = loss >= 0.10 ? Math.Min(before, Math.Max(carried, Bitrates.Least)) * 0.7 : loss < 0.02 ? before * 1.15 : before;
        return (int)Math.Clamp(next, Bitrates.Least, most);
    }
}
