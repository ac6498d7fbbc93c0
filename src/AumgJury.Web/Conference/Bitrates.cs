namespace AumgJury.Web.Conference;

/// <summary>
/// One bitrate a publisher: enough for the tallest picture that anybody shows of them, and no more than the weakest link that must
/// see it bears (Janus estimates no downstream bandwidth, and without simulcast one stream serves everybody). Nobody's link takes a picture under
/// <see cref="Floor"/> from all the others: whoever bears less goes without it.
/// </summary>
internal static class Bitrates
{
    /// <summary>Kilobits a second for a full screen.</summary>
    public const int Most = 2500;

    /// <summary>Under this a picture is not worth its packets.</summary>
    public const int Least = 100;

    /// <summary>Kilobits a second, and lines, under which no viewer pulls a picture: a face whose expression can be read.</summary>
    public const int Floor = 150;

    private const int FloorHeight = 180;

    private static readonly (int Height, int Kbps)[] Steps = [(90, 100), (180, 200), (270, 350), (360, 550), (540, 1000), (720, 1600), (1080, Most)];

    /// <summary>A screen is read: text needs its lines, and few frames.</summary>
    public static SendLimits ForScreen { get; } = new(1080, 8, 1800);

    /// <param name="heights">Of every tile that shows this person now, in device pixels.</param>
    /// <param name="shares">What each of those who must see it can give to one picture, in kilobits a second.</param>
    /// <param name="own">What the sender's own link bears, in kilobits a second.</param>
    public static SendLimits For(IReadOnlyCollection<int> heights, IEnumerable<int> shares, int own = Most)
    {
        var tallest = heights.Count == 0 ? 0 : heights.Max();
        var wanted = Array.FindIndex(Steps, s => s.Height >= tallest);
        var most = Math.Min(Math.Max(Floor, shares.DefaultIfEmpty(Most).Min()), Math.Max(Least, own));
        var step = Steps.Take((wanted < 0 ? Steps.Length - 1 : wanted) + 1).Last(s => s.Kbps <= most || s == Steps[0] || (s.Height <= FloorHeight && most >= Floor));
        return new(step.Height, step.Height <= 180 ? 15 : 24, Math.Min(step.Kbps, most));
    }
}
