using AumgJury.Core.Views;

namespace AumgJury.Web.Sitting;

/// <summary>What a dossier's clock tells of its time.</summary>
internal static class ClockLines
{
    public static TimeSpan Length(this ClockLine at) => TimeSpan.FromSeconds(at.AllottedSeconds);

    /// <summary>Where it stands still; null while it runs.</summary>
    public static TimeSpan? StoppedAt(this ClockLine at) => at.RunningSince is null ? TimeSpan.FromSeconds(at.UsedSeconds) : null;

    /// <summary>When it would have been started, had it never been stopped; of no meaning while it stands still.</summary>
    public static DateTimeOffset From(this ClockLine at) => at.RunningSince is { } since ? since.AddSeconds(-at.UsedSeconds) : default;

    /// <summary>What is left at this instant of the sitting; negative once it is over.</summary>
    public static TimeSpan Left(this ClockLine at, DateTimeOffset now) => at.Length() - (at.StoppedAt() ?? now - at.From());
}
