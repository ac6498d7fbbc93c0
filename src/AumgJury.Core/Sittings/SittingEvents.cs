using AumgJury.Core.Calls;

namespace AumgJury.Core.Sittings;

internal sealed record SittingOpened : Event;

internal sealed record AttendanceRecorded(string Seat, AttendanceStatus Status, IdentityMeans Identity, Sealed? Substitute) : Event;

internal sealed record LatecomerAdmitted(string Seat, IdentityMeans Identity) : Event;

/// <param name="Dossier">Null: no link at all.</param>
internal sealed record InterestDeclared(string Seat, string? Dossier, Sealed? Text) : Event;

internal sealed record RecusalRuled(string Seat, RecusalScope Scope, string Target, bool Recused, Sealed Reason) : Event;

internal sealed record RulesAdopted : Event;

internal sealed record SecretaryConductSet(bool Allowed) : Event;

internal sealed record ChairVacated(string Seat, SuspensionCause Cause) : Event;

internal sealed record ChairTaken(string Seat) : Event;

/// <summary>A member left the empty chair to the next of the list.</summary>
internal sealed record ChairPassed(string Seat) : Event;

internal sealed record HearingsStarted : Event;

/// <param name="LapsesAt">Real time.</param>
internal sealed record UniversityCalled(string University, int Number, DateTimeOffset LapsesAt) : Event;

/// <param name="Lapsed">Nobody answered; else the chair took it back.</param>
internal sealed record CallEnded(string University, bool Lapsed) : Event;

/// <param name="OpensAt">Real time.</param>
internal sealed record EntryAnnounced(string University, DateTimeOffset OpensAt) : Event;

internal sealed record RoomOpened(string University) : Event;

internal sealed record PresenterConfirmed(string University) : Event;

internal sealed record PresentationStarted(string Dossier) : Event;

internal sealed record QuestionsStarted(string Dossier) : Event;

internal sealed record HearingConcluded(string University) : Event;

internal sealed record ClockPaused(string Dossier, bool PresenterLost) : Event;

internal sealed record ClockResumed(string Dossier) : Event;

internal sealed record TimeProlonged(string Dossier, int Minutes) : Event;

internal sealed record DossierRestarted(string Dossier, Sealed Reason) : Event;

/// <param name="Kind">A short fixed word: noted, prolonged, attested, suspended, voter-lost, on-file…</param>
internal sealed record IncidentNoted(string Kind, string? University, string? Dossier, string? Seat, Sealed Text) : Event;

internal sealed record ExitOrdered(string University) : Event;

/// <param name="Ordered">Real time of the removal's order, with <paramref name="Proven"/> its proof; null when nobody was removed from the media.</param>
internal sealed record RoomProven(int Number, ProofMeans Means, string[] Expected, string[] Found, DateTimeOffset? Ordered = null, DateTimeOffset? Proven = null) : Event;

internal sealed record RoomAttested(int Number, int Expected, Sealed Reason) : Event;

internal sealed record RoomDoubted(Sealed Reason) : Event;

internal sealed record UniversityRecalled(string University, Sealed Reason) : Event;

internal sealed record JudgedOnFile(string University) : Event;

internal sealed record JudgedOnFileUndone(string University, Sealed Reason) : Event;

internal sealed record SittingSuspended(SuspensionCause Cause, DateTimeOffset? Until, Sealed Reason) : Event;

internal sealed record SittingResumed : Event;

internal sealed record VoteMissed(string Seat, string Dossier, string Cause) : Event;

/// <param name="Machine">Real time.</param>
internal sealed record SteppedOut(string Seat, DateTimeOffset Machine) : Event;

internal sealed record SteppedBack(string Seat) : Event;

/// <param name="LeavesAt">Real time.</param>
internal sealed record RecusedWarned(string Seat, DateTimeOffset LeavesAt) : Event;

internal sealed record RecusedWarningLifted(string Seat) : Event;

internal sealed record RecusedMovedOut(string Seat) : Event;

/// <param name="ReturnsAt">Real time.</param>
internal sealed record ReturnAnnounced(string Seat, DateTimeOffset ReturnsAt) : Event;

/// <param name="ByMember">The member asked; else the reason to be out has come back.</param>
internal sealed record ReturnPutOff(string Seat, bool ByMember) : Event;

internal sealed record RecusedReturned(string Seat) : Event;

internal sealed record HandRaised(string Seat) : Event;

internal sealed record HandLowered(string Seat) : Event;

internal sealed record FloorGiven(string? Seat) : Event;

internal sealed record HearingFinished(string University) : Event;

internal sealed record UniversityReleased(string University) : Event;

internal sealed record DraftKept(string Seat, Sealed Content) : Event;

internal sealed record NoteKept(string Seat, Sealed Content) : Event;

internal sealed record GridSubmitted(string Seat, string Dossier, int Round, Sealed Content) : Event;

internal sealed record Abstained(string Seat, string Dossier, int Round) : Event;

internal sealed record GridTakenBack(string Seat, string Dossier, int Round) : Event;

internal sealed record MarksRevealed(string Dossier, int Round, string[] CountedAsAbstaining) : Event;

internal sealed record SecondRoundOpened(string Dossier, Sealed Reason) : Event;

internal sealed record DossierClosed(string Dossier) : Event;

internal sealed record FinalDeliberationStarted : Event;

internal sealed record DiscussionOpened(string Dossier) : Event;

internal sealed record DiscussionEnded(string Dossier) : Event;

internal sealed record OpinionRecorded(string Dossier, Opinion Opinion, Sealed Motive, Sealed? ReplacementReason) : Event;

internal sealed record TieBroken(string[] Order, Sealed Reason) : Event;

internal sealed record RankingFixed(FixedRank[] Ranks) : Event;

internal sealed record SittingClosed : Event;

internal sealed record DossierDecided(string Dossier, DecisionOutcome Outcome, bool Follows, Sealed Reason) : Event;

internal sealed record NotificationsReleased(string[] Universities) : Event;

internal sealed record NotificationAttempted(string University, string MessageId) : Event;

internal sealed record NotificationAnswered(string University, string MessageId, bool Accepted, string Detail) : Event;

/// <summary>The mail is a file: nobody has received it yet.</summary>
internal sealed record NotificationWritten(string University, string MessageId) : Event;

internal sealed record NotificationResent(string University) : Event;

internal sealed record NotificationsHandedOver(string[] Universities) : Event;
