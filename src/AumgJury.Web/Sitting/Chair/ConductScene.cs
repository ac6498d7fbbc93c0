using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;

namespace AumgJury.Web.Sitting.Chair;

/// <summary>What whoever conducts the sitting sees: the acting chair, or the secretary whom the chair lets press.</summary>
/// <param name="Revealed">Distributions; empty for the secretary, who sees none.</param>
public sealed record ConductScene(
    SittingLine Sitting,
    Me Me,
    PersonLine[] People,
    HearingLine? Hearing,
    Core.Views.Console Console,
    Submissions[] Submissions,
    DossierFile[] Files,
    RevealedDossier[] Revealed)
{
    /// <summary>These people as whoever conducts reads of them: their own name is a word for them, and comes last.</summary>
    /// <param name="you">That word.</param>
    public string[] Read(string[] names, string you) => names.Contains(Me.Name, StringComparer.Ordinal) ? [.. names.Where(n => n != Me.Name), you] : names;

    public static ConductScene Of(ChairView v)
    {
        ArgumentNullException.ThrowIfNull(v);
        return new(v.Sitting, v.Me, v.People, v.Hearing, v.Console, v.Work.Submissions, v.Work.Files, v.Work.Revealed);
    }

    /// <summary>Null while the chair does not let the secretary press.</summary>
    public static ConductScene? Of(SecretaryView v)
    {
        ArgumentNullException.ThrowIfNull(v);
        return v.Conduct is { } console ? new(v.Sitting, v.Me, v.People, v.Hearing, console, v.Submissions, v.Files, []) : null;
    }

    public ExpectedAct Expected => Console.Expected;

    /// <summary>The chair in person: some acts are nobody else's.</summary>
    public bool IsChair => People.Any(p => p.Seat == Me.Seat && p.Chairs);

    /// <summary>Who has submitted for the dossier that is marked or revealed now; null when there is none.</summary>
    public Submissions? AtHand => Hearing?.AtHand is { } d ? SubmissionsOf(d) : null;

    /// <summary>The University that comes next, after the one expected now.</summary>
    public OrderLine? Next => Console.Order.FirstOrDefault(l => l.Step == HearingStep.Waiting && l.Dossiers.Length > 0 && l.University != Expected.University);

    /// <summary>Jurors noted as late who are at the door and wait for the conductor's word.</summary>
    public AttendanceLine[] Latecomers => Sitting.Phase == Phase.Hearings
        ? [.. Console.RollCall.Where(a => a is { Status: AttendanceStatus.Late, Admitted: false, Connected: true, Confirmed: true })]
        : [];

    /// <summary>Admitted after the roll call, and they have not said whether they have a link with a dossier.</summary>
    public AttendanceLine[] Unsaid => Sitting.Phase is Phase.Hearings or Phase.FinalDeliberation
        ? [.. Console.RollCall.Where(a => a is { Status: AttendanceStatus.Late, Admitted: true, Declared: false, Connected: true } && a.Seat != Me.Seat)]
        : [];

    public OrderLine? LineOf(string? university) => Console.Order.FirstOrDefault(l => l.University == university);

    public Submissions? SubmissionsOf(string dossier) => Submissions.FirstOrDefault(x => x.Dossier == dossier);

    /// <summary>A dossier's number with its nominee, or the number alone when the reader may not read it.</summary>
    public string Dossier(string id) => Files.FirstOrDefault(f => f.Id == id) is { } file ? $"{id} {file.Nominee}" : id;

    public string NameOf(string? seat) =>
        Console.RollCall.FirstOrDefault(a => a.Seat == seat)?.Name ?? People.FirstOrDefault(p => p.Seat == seat)?.Name ?? Console.Order.FirstOrDefault(l => l.PresenterSeat == seat)?.Presenter ?? "";

    /// <summary>How many people the presenter of this University will see and hear: those in the room, without those it bars.</summary>
    public int WouldBeHeard(string university)
    {
        var line = LineOf(university);
        var barred = Console.Recusals.Where(r => r.Scope == RecusalScope.Sitting || (r.Scope == RecusalScope.University && r.Target == line?.Name)
            || (r.Scope == RecusalScope.Dossier && line?.Dossiers.FirstOrDefault() == r.Target)).Select(r => r.Seat).ToHashSet(StringComparer.Ordinal);
        return People.Count(p => p.Role != Role.Presenter && p.Standing == PersonStanding.Present && !barred.Contains(p.Seat));
    }
}
