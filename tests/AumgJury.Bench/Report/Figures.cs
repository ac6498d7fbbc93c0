using System.Globalization;

namespace AumgJury.Bench.Report;

/// <summary>Figures as people read them.</summary>
internal static class Figures
{
    public static string Ms(this double milliseconds) => milliseconds.ToString(milliseconds < 10 ? "0.00 ms" : "0 ms", CultureInfo.InvariantCulture);

    public static string Micros(this double microseconds) => microseconds.ToString("0 µs", CultureInfo.InvariantCulture);

    /// <summary>1000 bytes, as a link's rate and the goals are counted.</summary>
    public static string Kb(this double bytes) => (bytes / 1000).ToString("0.0 kB", CultureInfo.InvariantCulture);

    public static string Count(this double count) => count.ToString("#,##0", CultureInfo.InvariantCulture);

    public static string Percent(this double share) => share.ToString("0 %", CultureInfo.InvariantCulture);

    /// <summary>The value below which this share of them lies (nearest rank); NaN of none.</summary>
    public static double Quantile(this IReadOnlyCollection<double> values, double share)
    {
        if (values.Count == 0)
        {
            return double.NaN;
        }

        var sorted = values.Order().ToArray();
        return sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
    }

    public static double Median(this IReadOnlyCollection<double> values) => values.Quantile(0.5);
}
