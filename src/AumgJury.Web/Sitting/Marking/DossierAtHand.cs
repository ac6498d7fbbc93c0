using AumgJury.Core.Sittings;
using AumgJury.Core.Views;

namespace AumgJury.Web.Sitting.Marking;

/// <summary>Which dossier a juror's page shows when the juror has not said, and when it may change by itself.</summary>
public static class DossierAtHand
{
    /// <summary>What everybody is about: the dossier being heard; in the closed room the one to be marked or revealed; before it, the first of the University that is called.</summary>
    public static string? At(HearingLine? hearing) => hearing is null ? null
        : hearing.Dossier ?? hearing.AtHand ?? (hearing.Step < HearingStep.Presentation ? hearing.Dossiers.FirstOrDefault() : null);

    /// <summary>Who has submitted for the dossier that is marked or revealed now; null when there is none.</summary>
    public static Submissions? Marked(JurorWork work, HearingLine? hearing) => work.Submissions.FirstOrDefault(s => s.Dossier == hearing?.AtHand && s.Heard);

    /// <summary>
    /// The chosen one; else what everybody is about; else, once the University's last dossier was heard, that one; else the first of the University in the
    /// room that is not submitted; else the first unfinished draft; else the first dossier. Null when this juror may read none.
    /// </summary>
    public static string? Of(JurorWork work, HearingLine? hearing, string? chosen)
    {
        if (chosen is not null && (work.Files.Any(f => f.Id == chosen) || work.Barred.Any(b => b.Id == chosen)))
        {
            return chosen;
        }

        var open = work.Grids.Where(g => g.Standing == MyGridStanding.Draft).Select(g => g.Dossier).ToArray();
        return Readable(work, At(hearing))
            ?? (hearing is { Step: HearingStep.Conclusion or HearingStep.ExitOrdered } ? hearing.Dossiers.LastOrDefault(d => Readable(work, d) is not null) : null)
            ?? hearing?.Dossiers.FirstOrDefault(open.Contains)
            ?? hearing?.Dossiers.Select(d => Readable(work, d)).FirstOrDefault(d => d is not null)
            ?? work.Grids.FirstOrDefault(g => g.Standing == MyGridStanding.Draft && g.Left.Length > 0)?.Dossier
            ?? work.Files.FirstOrDefault()?.Id;
    }

    /// <summary>
    /// Follows the hearing to its next dossier, unless that would take a begun draft from under the juror's hands: nothing moves because
    /// somebody else acted. In the closed room everybody is on the dossier that is marked or revealed: there it follows, and a draft that
    /// was begun on another is kept where it was.
    /// </summary>
    /// <param name="before">What everybody was about when <paramref name="shown"/> was settled (<see cref="At"/>).</param>
    public static string? Follow(JurorWork work, string? before, HearingLine? hearing, string? shown)
    {
        var now = Readable(work, At(hearing));
        var stays = now is null || now == before || now == shown || (hearing!.AtHand is null && IsBegun(work, shown));
        return stays ? Of(work, hearing, shown) : now;
    }

    private static string? Readable(JurorWork work, string? dossier) => work.Files.Any(f => f.Id == dossier) ? dossier : null;

    /// <summary>A draft of this dossier holds something: it is not taken from under its author's hands.</summary>
    public static bool IsBegun(JurorWork work, string? dossier) => work.Grids.Any(g =>
        g.Dossier == dossier && g.Standing == MyGridStanding.Draft && (g.Note.Length > 0 || g.Marks.Any(m => m.Mark is not null || m.Comment.Length > 0)));
}
