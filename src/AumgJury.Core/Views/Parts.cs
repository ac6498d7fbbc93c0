using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;

namespace AumgJury.Core.Views;

/// <summary>The band at the top of everybody in the room.</summary>
/// <param name="Voters">Voters present now; <paramref name="Quorum"/> are needed.</param>
public sealed record SittingLine(string Title, Phase Phase, RoomLine Room, SuspensionLine? Suspension, int Voters, int Seats, int Quorum, bool HasChair, bool Demo, string Phone);

/// <param name="Hears">The presenter who sees and hears the jury; empty in a closed room.</param>
/// <param name="Since">The sitting's instant of the sign.</param>
/// <param name="EntersAt">Real time at which an announced presenter enters; null when nobody does.</param>
public sealed record RoomLine(RoomSign Sign, int Number, int Expected, int Found, DateTimeOffset? Since, ProofMeans? Means, string Reason, string Hears, string HearsFrom, string Enters, DateTimeOffset? EntersAt);

public sealed record SuspensionLine(SuspensionCause Cause, DateTimeOffset Since, DateTimeOffset? Until, string Reason);

/// <summary>The seat's own person.</summary>
/// <param name="LeavesAt">Real time at which a recusal moves this person out.</param>
/// <param name="HandPlace">Place in the queue for the floor, from 1; 0 when the hand is down.</param>
/// <param name="MutedWhileMarking">The microphone is off because the jury marks, by the rules and nobody's act.</param>
/// <param name="BreaksQuorum">Were this person out of the room now, the sitting would be suspended for want of quorum.</param>
public sealed record Me(string Seat, string Name, string Capacity, Role Role, bool Votes, bool Deputy, bool Confirmed, bool Attends, bool DeclaredNoInterest, DateTimeOffset? LeavesAt, int HandPlace, bool HasFloor, bool MutedByChair, bool MutedWhileMarking = false, bool BreaksQuorum = false);

/// <summary>A person's state in the list: shape, word and colour follow from it.</summary>
public enum PersonStanding
{
    Expected,
    Present,
    Lost,
    SteppedOut,
    Recused,
    Late,
    Excused,
    Entering,
}

/// <param name="MutedByChair">The server keeps this microphone mute, by the chair's act or since marking opened.</param>
/// <param name="ShareStopped">The chair stopped this person's screen and has not allowed it again.</param>
/// <param name="AudioOnly">A poor link leaves this person the sound alone.</param>
public sealed record PersonLine(string Seat, string Name, string Capacity, College College, Role Role, PersonStanding Standing, bool Chairs, bool Deputy, bool Votes, int HandPlace, bool HasFloor, bool MutedByChair, bool ShareStopped, bool AudioOnly)
{
    /// <summary>The microphone is off because the jury marks, by the rules and nobody's act.</summary>
    public bool MutedWhileMarking { get; init; }
}

/// <summary>The University being called, heard or marked.</summary>
/// <param name="DossierNumber">From 1; 0 when no dossier is being presented.</param>
/// <param name="AtHand">In the closed room, the dossier to be marked, revealed or closed next: the same for everybody. Null otherwise, or when all are revealed at the final deliberation.</param>
/// <param name="LapsesAt">Real time.</param>
/// <param name="Held">The presenter is kept out after a failure of the media until the chair admits them again.</param>
public sealed record HearingLine(
    string University,
    string UniversityName,
    string Presenter,
    string PresenterSeat,
    string PresenterCapacity,
    HearingStep Step,
    string? Dossier,
    int DossierNumber,
    string[] Dossiers,
    string? AtHand,
    ClockLine? Clock,
    bool PresenterConnected,
    bool PresenterConfirmed,
    bool OnFile,
    bool Recalled,
    int CallNumber,
    DateTimeOffset? LapsesAt,
    int InterruptedSeconds,
    bool Held);

/// <summary>A clock that the page ticks by itself: used = UsedSeconds + (now − RunningSince).</summary>
public sealed record ClockLine(int AllottedSeconds, double UsedSeconds, DateTimeOffset? RunningSince);

public sealed record DocumentLine(string Id, string Kind, string Title, long Bytes);

/// <summary>A dossier's sheet.</summary>
/// <param name="PrerequisitesMet">Labels, in the call's order, of the prerequisites that were found met.</param>
public sealed record DossierFile(
    string Id,
    string University,
    string UniversityName,
    string Nominee,
    string Structure,
    string Department,
    ContractKind Kind,
    Admissibility Admissibility,
    string AdmissibilityReason,
    string Summary,
    string[] PrerequisitesMet,
    DocumentLine[] Documents);

/// <summary>A dossier on which this juror is recused.</summary>
public sealed record BarredDossier(string Id, string UniversityName, string Nominee);

/// <param name="Mine">Written by the seat that reads it.</param>
public sealed record MessageLine(bool Mine, string From, string With, string? Ready, string Text, DateTimeOffset At);
