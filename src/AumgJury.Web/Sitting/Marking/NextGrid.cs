using AumgJury.Core.Sittings;
using AumgJury.Core.Views;

namespace AumgJury.Web.Sitting.Marking;

/// <summary>The grid that a juror's one large button leads to, the same on each of their devices.</summary>
public static class NextGrid
{
    /// <summary>The dossier to be submitted or marked now; null when none is.</summary>
    public static string? Due(JurorWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return (work.Grids.FirstOrDefault(g => g.MaySubmit) ?? work.Grids.FirstOrDefault(g => g.WhyNot == RefusalName.GridIncomplete))?.Dossier;
    }

    /// <summary>
    /// The dossier of the second round that the room is about, while this juror's grid stands submitted; null otherwise. It comes before the next
    /// dossier: a carried grid stands, and its author may want to change it.
    /// </summary>
    public static string? SecondRound(SittingLine sitting, HearingLine? hearing, JurorWork work)
    {
        ArgumentNullException.ThrowIfNull(sitting);
        ArgumentNullException.ThrowIfNull(work);
        return sitting.Suspension is null && hearing?.AtHand is { } at && work.Grids.Any(g => g.Dossier == at && g is { Round: > 1, Standing: MyGridStanding.Submitted or MyGridStanding.Abstained }) ? at : null;
    }

    /// <summary>A grid of a second round that still says what the first did.</summary>
    public static bool IsCarried(MyGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        return grid.Round > 1 && grid.Marks.All(m => m.Mark == m.FirstRound);
    }

    /// <summary>This dossier's grid is a draft: nothing takes it from under its author's hands.</summary>
    public static bool IsDraft(JurorWork work, string? dossier) => work.Grids.Any(g => g.Dossier == dossier && g.Standing == MyGridStanding.Draft);
}
