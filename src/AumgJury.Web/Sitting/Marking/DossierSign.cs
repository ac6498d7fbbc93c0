using AumgJury.Core.Calls;
using AumgJury.Core.Views;
using AumgJury.Web.Texts;
using MudBlazor;

namespace AumgJury.Web.Sitting.Marking;

/// <summary>How far one dossier is for its reader, as a shape and a word.</summary>
/// <param name="Icon">A Material icon.</param>
/// <param name="Word">"3/10", "transmise", "dévoilée"…</param>
/// <param name="Kind">For the style sheet.</param>
/// <param name="Unit">What <paramref name="Word"/> counts, where it counts something.</param>
public sealed record DossierSign(string Icon, string Word, string Kind, string Unit = "")
{
    /// <summary>The sign of a dossier; of no grid when the reader does not vote.</summary>
    public static DossierSign Of(JurorWork work, string dossier, int criteria, TextsOf<MarkingTexts> t)
    {
        if (work.Barred.Any(b => b.Id == dossier))
        {
            return new(Icons.Material.Rounded.Block, t["Sign_Barred"], "barred");
        }

        var file = work.Files.First(f => f.Id == dossier);
        return work.Grids.FirstOrDefault(g => g.Dossier == dossier) is { } grid ? OfGrid(grid, criteria, t)
            : file.Admissibility == Admissibility.Inadmissible ? new(Icons.Material.Rounded.Remove, t["Sign_Inadmissible"], "aside")
            : file.Admissibility == Admissibility.Withdrawn ? new(Icons.Material.Rounded.Remove, t["Sign_Withdrawn"], "aside")
            : work.Revealed.Any(r => r.Dossier == dossier) ? new(Icons.Material.Rounded.Visibility, t["Sign_Revealed"], "revealed")
            : new(Icons.Material.Rounded.Description, t["Sign_ToRead"], "draft");
    }

    private static DossierSign OfGrid(MyGrid grid, int criteria, TextsOf<MarkingTexts> t) => grid.Standing switch
    {
        MyGridStanding.Submitted => new(Icons.Material.Rounded.Check, t["Sign_Submitted"], "submitted"),
        MyGridStanding.Abstained => new(Icons.Material.Rounded.DoNotDisturbOn, t["Sign_Abstained"], "submitted"),
        MyGridStanding.Revealed => new(Icons.Material.Rounded.Visibility, t["Sign_Revealed"], "revealed"),
        MyGridStanding.Frozen => new(Icons.Material.Rounded.AcUnit, t["Sign_Frozen"], "aside"),
        MyGridStanding.Missed => new(Icons.Material.Rounded.Close, t["Sign_Missed"], "aside"),
        _ => new(Icons.Material.Rounded.Edit, t["Sign_Draft", criteria - grid.Left.Length, criteria], "draft", t["Sign_DraftUnit"]),
    };
}
