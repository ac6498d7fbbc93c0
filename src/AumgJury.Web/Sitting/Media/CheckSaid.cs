using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Texts;

namespace AumgJury.Web.Sitting.Media;

/// <summary>The last test of somebody's equipment in one line, for the secretary and for that person.</summary>
/// <param name="Check">Null when none was made.</param>
internal sealed record CheckSaid(CheckLine? Check)
{
    /// <summary>"none", "fails" or "works".</summary>
    public string Sign => Check is not { } c ? "none" : Faults(c).Any() ? "fails" : "works";

    // One path that works is enough: the relay is there for when the direct one is closed.
    public string Words(TextsOf<MediaTexts> words, Say say) => Check is not { } c ? words["Tested_None"]
        : Faults(c).Select(part => words[$"Tested_{part}"]).ToArray() is { Length: > 0 } faults ? words["Tested_Fails", say.Hour(c.At), say.List(faults)]
        : words[c.Direct == CheckVerdict.Fails ? "Tested_Relay" : c is { Direct: CheckVerdict.NotTested, Relay: CheckVerdict.NotTested } ? "Tested_Part" : "Tested_Works", say.Hour(c.At)];

    private static IEnumerable<string> Faults(CheckLine c)
    {
        foreach (var (verdict, part) in new[] { (c.Camera, "camera"), (c.Microphone, "microphone"), (c.Speaker, "speaker") })
        {
            if (verdict == CheckVerdict.Fails)
            {
                yield return part;
            }
        }

        if (c.Direct == CheckVerdict.Fails && c.Relay != CheckVerdict.Works)
        {
            yield return "network";
        }
    }
}
