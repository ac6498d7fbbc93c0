using AumgJury.Core.Sittings;

namespace AumgJury.Core.Views;

/// <summary>What a presenter is told of where they stand. Outside it tells no phase, no count, no other University.</summary>
public enum PresenterStanding
{
    /// <summary>The doors are not open.</summary>
    Convened,
    Waiting,
    Called,
    Entering,
    InRoom,
    JuryDeliberates,
    Released,
}

/// <summary>A University's representative.</summary>
/// <param name="Estimate">The published hour, rounded to five minutes; null once called.</param>
/// <param name="LapsesAt">Real time until which a call may be answered.</param>
/// <param name="OpensAt">Real time at which the room opens.</param>
/// <param name="Inside">Only while in the room.</param>
/// <param name="Phone">The secretariat's number.</param>
/// <param name="OwnPhone">The number at which this person is rung; empty when none was given.</param>
public sealed record PresenterView(
    string Title,
    string Seat,
    string Name,
    string Capacity,
    string University,
    string UniversityName,
    PresenterDossier[] Dossiers,
    PresenterStanding Standing,
    bool Confirmed,
    DateTimeOffset? Estimate,
    HourLine? Notice,
    bool SaidLate,
    DateTimeOffset? LapsesAt,
    DateTimeOffset? OpensAt,
    PresenterInside? Inside,
    MessageLine[] Messages,
    string SecretarySeat,
    int PresentationMinutes,
    int QuestionMinutes,
    string Phone,
    string OwnPhone) : SeatView
{
    /// <summary>By how many minutes this person said to be late; null when that was not said.</summary>
    public int? LateMinutes { get; init; }

    /// <summary>What one's own last test of the equipment said; null when none was made.</summary>
    public CheckLine? Check { get; init; }

    public override bool ServesRoom => Standing == PresenterStanding.InRoom;
}

public sealed record PresenterDossier(string Id, string Nominee, string Structure, string Department, DocumentLine[] Documents);

/// <param name="Hour">Rounded to five minutes.</param>
/// <param name="Swap">Whether agreeing changes the order; else it was already moved.</param>
public sealed record HourLine(DateTimeOffset Hour, bool Swap, bool? Agreed);

/// <summary>What a presenter sees while the jury sees and hears them.</summary>
/// <param name="MutedByChair">The chair muted this person.</param>
/// <param name="ShareStopped">The chair stopped this person's screen.</param>
/// <param name="Held">Out of sound and picture after a technical failure, until the chair admits them again.</param>
public sealed record PresenterInside(HearingStep Step, string? Dossier, int DossierNumber, int DossierCount, ClockLine? Clock, bool Suspended, DateTimeOffset? SuspendedUntil, bool HasFloor, PresenterPerson[] Jury, bool MutedByChair = false, bool ShareStopped = false, bool Held = false);

/// <summary>Somebody who sees and hears the presenter.</summary>
/// <param name="Seat">As in the conference's frames: it says whose picture is whose, and nothing else.</param>
public sealed record PresenterPerson(string Seat, string Name, string Capacity, bool Chairs, bool HasFloor);
