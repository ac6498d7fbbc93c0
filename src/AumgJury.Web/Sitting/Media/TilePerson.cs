using AumgJury.Core.Calls;
using AumgJury.Core.Views;

namespace AumgJury.Web.Sitting.Media;

/// <summary>Somebody whom the reader may see and hear: what a tile says before any picture comes.</summary>
/// <param name="Seat">As in the conference's frames.</param>
/// <param name="Part"><c>presenter</c>, <c>chair</c> or <c>member</c>: who is shown large first.</param>
/// <param name="IsSelf">The reader: the picture is a mirror, and silent.</param>
public sealed record TilePerson(string Seat, string Name, string Capacity, string Part, bool HasFloor, bool IsSelf)
{
    /// <summary>Two letters where there is no picture.</summary>
    public string Initials => Room.PersonShown.InitialsOf(Name);

    /// <summary>Those of the room who are in it, in the order of the view: it does not change when somebody speaks.</summary>
    /// <param name="before">What was shown before: handed out again when it says the same.</param>
    public static IReadOnlyList<TilePerson> Of(PersonLine[] people, string me, IReadOnlyList<TilePerson>? before = null)
    {
        // For every page at every act, as the list beside it.
        var at = 0;
        foreach (var p in people)
        {
            if (p.Standing == PersonStanding.Present && (at >= (before?.Count ?? 0) || !before![at++].Shows(p, me)))
            {
                return Made(people, me);
            }
        }

        return before?.Count == at ? before : Made(people, me);
    }

    private static List<TilePerson> Made(PersonLine[] people, string me)
    {
        var tiles = new List<TilePerson>(people.Length);
        foreach (var p in people)
        {
            if (p.Standing == PersonStanding.Present)
            {
                tiles.Add(new(p.Seat, p.Name, p.Capacity, PartOf(p), p.HasFloor, p.Seat == me));
            }
        }

        return tiles;
    }

    private static string PartOf(PersonLine p) => p.Role == Role.Presenter ? "presenter" : p.Chairs ? "chair" : "member";

    private bool Shows(PersonLine p, string me) =>
        Seat == p.Seat && Name == p.Name && Capacity == p.Capacity && Part == PartOf(p) && HasFloor == p.HasFloor && IsSelf == (p.Seat == me);

    /// <summary>The jury and the presenter's own picture.</summary>
    public static IReadOnlyList<TilePerson> Of(PresenterView view, PresenterInside inside) =>
    [
        .. inside.Jury.Select(p => new TilePerson(p.Seat, p.Name, p.Capacity, p.Chairs ? "chair" : "member", p.HasFloor, IsSelf: false)),
        new(view.Seat, view.Name, view.UniversityName, "presenter", inside.HasFloor, IsSelf: true),
    ];
}
