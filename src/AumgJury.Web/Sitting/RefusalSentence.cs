using System.Globalization;
using AumgJury.Core.Sittings;
using AumgJury.Web.Texts;

namespace AumgJury.Web.Sitting;

/// <summary>A refusal in a polite sentence: what happened, what was kept, what to do.</summary>
public sealed class RefusalSentence(TextsOf<RefusalTexts> texts, Say say)
{
    /// <summary>The sentence, with the names, figures and hours that the refusal gives.</summary>
    public string Of(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return Of(refusal.Name, refusal.Field, refusal.Details);
    }

    /// <summary>The same from its parts, for what a view says is blocked.</summary>
    public string Of(RefusalName name, string? field = null, params string[] details) => (name, details) switch
    {
        (RefusalName.TextTooLong or RefusalName.NoQuorum, [_, _, ..]) => texts[$"{name}", details[0], details[1]],
        (RefusalName.OutOfRange, [var least, var most, ..]) => texts["OutOfRange_Between", least, most],
        (RefusalName.TooMany, _) when field == "text" => texts["TooMany_Lines"],
        (RefusalName.OutOfRange, _) when field == "until" => texts["OutOfRange_Until"],
        (RefusalName.TextMissing, [var least, ..]) when least != "1" => texts["TextMissing_Least", least],
        (RefusalName.AlreadyRevealed, [var dossier, var at, ..]) => texts["AlreadyRevealed_At", dossier, Hour(at)],
        (RefusalName.GridsMissing, []) => texts["GridsMissing_Second"],
        (RefusalName.GraceNotOver, [var until, ..]) => texts["GraceNotOver", Hour(until)],
        (RefusalName.NotHeard or RefusalName.NotRevealed, [_, ..]) => texts[$"{name}_Names", say.List(details)],
        (RefusalName.HearingInProgress, [var university, ..]) => texts["HearingInProgress_Of", university],
        _ when texts[$"{name}"].Contains("{0}", StringComparison.Ordinal) => texts[$"{name}", details.Length > 0 ? say.List(details) : "–", "–"],
        _ => texts[$"{name}"],
    };

    private string Hour(string instant) =>
        DateTimeOffset.TryParse(instant, CultureInfo.InvariantCulture, out var at) ? say.Hour(at) : instant;
}
