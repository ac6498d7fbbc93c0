using System.Globalization;

namespace AumgJury.Web.Texts;

/// <summary>Figures, hours and days in words, French or English; instants are shown in the call's own time.</summary>
public sealed class Say(CultureInfo culture)
{
    private const char Narrow = FrenchTypography.Narrow;
    /// <summary>The time zone where no call says another.</summary>
    public static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private readonly bool _french = string.Equals(culture.TwoLetterISOLanguageName, "fr", StringComparison.Ordinal);

    /// <summary>The call's time zone, in which hours and days are shown. A page sets it once, before it shows anything.</summary>
    public TimeZoneInfo Zone { get; set; } = Paris;

    /// <summary>A score with one decimal: 86,4 or 86.4.</summary>
    public string Score(decimal score) => score.ToString("0.0", culture);

    /// <summary>The hour: 9 h 41, or 9:41.</summary>
    public string Hour(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, Zone);
        return _french
            ? string.Create(CultureInfo.InvariantCulture, $"{local.Hour}{Narrow}h{Narrow}{local.Minute:00}")
            : local.ToString("H:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>The day: jeudi 6 mai 2021, vendredi 1er octobre 2021, or Thursday 6 May 2021.</summary>
    public string Day(DateOnly day) => _french && day.Day == 1
        ? day.ToString("dddd '1er' MMMM yyyy", culture)
        : day.ToString("dddd d MMMM yyyy", culture);

    /// <summary>The day on which an instant falls there.</summary>
    public string Day(DateTimeOffset instant) =>
        Day(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime));

    /// <summary>A length of time, down to the second: 40 s, 2 min 14, 1 h 05. A negative one counts as none.</summary>
    public string Length(TimeSpan length)
    {
        var whole = TimeSpan.FromSeconds(Math.Max(0, Math.Floor(length.TotalSeconds)));
        var gap = FrenchTypography.NoBreak;
        return whole switch
        {
            { TotalMinutes: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{whole.Seconds}{gap}s"),
            { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{whole.Minutes}{gap}min{gap}{whole.Seconds:00}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{(int)whole.TotalHours}{gap}h{gap}{whole.Minutes:00}"),
        };
    }

    /// <summary>Euros: 360 000 €, 42 933,33 €, or €360,000. Cents are written only when there are some.</summary>
    public string Euros(decimal amount)
    {
        var figure = amount.ToString(decimal.Truncate(amount) == amount ? "#,0" : "#,0.00", culture);
        return _french ? $"{figure.Replace(FrenchTypography.NoBreak, Narrow)}{FrenchTypography.NoBreak}€" : $"€{figure}";
    }

    /// <summary>Names in a row: A, B et C, or A, B and C.</summary>
    public string List(IReadOnlyList<string> names) => names.Count switch
    {
        0 => string.Empty,
        1 => FrenchTypography.Whole(names[0]),
        _ => FrenchTypography.Whole($"{string.Join(", ", names.Take(names.Count - 1))} {(_french ? "et" : "and")} {names[^1]}"),
    };
}
