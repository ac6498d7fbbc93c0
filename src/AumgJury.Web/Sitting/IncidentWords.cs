using System.Globalization;
using AumgJury.Core.Views;
using AumgJury.Web.Texts;

namespace AumgJury.Web.Sitting;

/// <summary>What an incident says beside its kind.</summary>
public static class IncidentWords
{
    public const string RecusedAfterReveal = "recused-after-reveal";

    /// <summary>The text as it was written; the scores that Core notes, in the reader's own figures.</summary>
    public static string Text(IncidentLine incident, Say say)
    {
        ArgumentNullException.ThrowIfNull(incident);
        ArgumentNullException.ThrowIfNull(say);
        return incident.Kind != RecusedAfterReveal ? incident.Text
            : string.Join(' ', incident.Text.Split(' ').Select(part => decimal.TryParse(part, CultureInfo.InvariantCulture, out var score) ? say.Score(score) : part));
    }
}
