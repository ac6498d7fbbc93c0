using System.Text.Json.Serialization;
using AumgJury.Core.Calls;

namespace AumgJury.Core.Sittings;

/// <summary>
/// A fact of the journal, under an explicit versioned name. Facts, not totals, save <see cref="RankingFixed"/>.
/// An unknown name throws when it is read: a journal is never half understood.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(CallOpened), "call-opened.v1")]
[JsonDerivedType(typeof(LinkIssued), "link-issued.v1")]
[JsonDerivedType(typeof(LateLinkIssued), "late-link-issued.v1")]
[JsonDerivedType(typeof(LinkRevoked), "link-revoked.v1")]
[JsonDerivedType(typeof(SessionOpened), "session-opened.v1")]
[JsonDerivedType(typeof(TakeOverAsked), "takeover-asked.v1")]
[JsonDerivedType(typeof(MarksSessionAsked), "marks-session-asked.v1")]
[JsonDerivedType(typeof(MarksSessionOpened), "marks-session-opened.v1")]
[JsonDerivedType(typeof(SessionClosed), "session-closed.v1")]
[JsonDerivedType(typeof(SeatLost), "seat-lost.v1")]
[JsonDerivedType(typeof(SeatRegained), "seat-regained.v1")]
[JsonDerivedType(typeof(DoorsOpenedV1), "doors-opened.v1")]
[JsonDerivedType(typeof(DoorsOpened), "doors-opened.v2")]
[JsonDerivedType(typeof(PresenceConfirmed), "presence-confirmed.v1")]
[JsonDerivedType(typeof(LineSent), "line-sent.v1")]
[JsonDerivedType(typeof(LateSaid), "late-said.v1")]
[JsonDerivedType(typeof(HoursPublished), "hours-published.v1")]
[JsonDerivedType(typeof(OrderChanged), "order-changed.v1")]
[JsonDerivedType(typeof(HourProposed), "hour-proposed.v1")]
[JsonDerivedType(typeof(HourAnswered), "hour-answered.v1")]
[JsonDerivedType(typeof(PresenterReplaced), "presenter-replaced.v1")]
[JsonDerivedType(typeof(SittingOpened), "sitting-opened.v1")]
[JsonDerivedType(typeof(AttendanceRecorded), "attendance-recorded.v1")]
[JsonDerivedType(typeof(LatecomerAdmitted), "latecomer-admitted.v1")]
[JsonDerivedType(typeof(InterestDeclared), "interest-declared.v1")]
[JsonDerivedType(typeof(RecusalRuled), "recusal-ruled.v1")]
[JsonDerivedType(typeof(RulesAdopted), "rules-adopted.v1")]
[JsonDerivedType(typeof(SecretaryConductSet), "secretary-conduct-set.v1")]
[JsonDerivedType(typeof(ChairVacated), "chair-vacated.v1")]
[JsonDerivedType(typeof(ChairTaken), "chair-taken.v1")]
[JsonDerivedType(typeof(ChairPassed), "chair-passed.v1")]
[JsonDerivedType(typeof(HearingsStarted), "hearings-started.v1")]
[JsonDerivedType(typeof(UniversityCalled), "university-called.v1")]
[JsonDerivedType(typeof(CallEnded), "call-ended.v1")]
[JsonDerivedType(typeof(EntryAnnounced), "entry-announced.v1")]
[JsonDerivedType(typeof(RoomOpened), "room-opened.v1")]
[JsonDerivedType(typeof(PresenterConfirmed), "presenter-confirmed.v1")]
[JsonDerivedType(typeof(PresentationStarted), "presentation-started.v1")]
[JsonDerivedType(typeof(QuestionsStarted), "questions-started.v1")]
[JsonDerivedType(typeof(HearingConcluded), "hearing-concluded.v1")]
[JsonDerivedType(typeof(ClockPaused), "clock-paused.v1")]
[JsonDerivedType(typeof(ClockResumed), "clock-resumed.v1")]
[JsonDerivedType(typeof(TimeProlonged), "time-prolonged.v1")]
[JsonDerivedType(typeof(DossierRestarted), "dossier-restarted.v1")]
[JsonDerivedType(typeof(IncidentNoted), "incident-noted.v1")]
[JsonDerivedType(typeof(ExitOrdered), "exit-ordered.v1")]
[JsonDerivedType(typeof(RoomProvenV1), "room-proven.v1")]
[JsonDerivedType(typeof(RoomProven), "room-proven.v2")]
[JsonDerivedType(typeof(RoomAttested), "room-attested.v1")]
[JsonDerivedType(typeof(RoomDoubted), "room-doubted.v1")]
[JsonDerivedType(typeof(UniversityRecalled), "university-recalled.v1")]
[JsonDerivedType(typeof(JudgedOnFile), "judged-on-file.v1")]
[JsonDerivedType(typeof(JudgedOnFileUndone), "judged-on-file-undone.v1")]
[JsonDerivedType(typeof(SittingSuspended), "sitting-suspended.v1")]
[JsonDerivedType(typeof(SittingResumed), "sitting-resumed.v1")]
[JsonDerivedType(typeof(VoteMissed), "vote-missed.v1")]
[JsonDerivedType(typeof(SteppedOutV1), "stepped-out.v1")]
[JsonDerivedType(typeof(SteppedOut), "stepped-out.v2")]
[JsonDerivedType(typeof(SteppedBack), "stepped-back.v1")]
[JsonDerivedType(typeof(RecusedWarned), "recused-warned.v1")]
[JsonDerivedType(typeof(RecusedWarningLifted), "recused-warning-lifted.v1")]
[JsonDerivedType(typeof(RecusedMovedOut), "recused-moved-out.v1")]
[JsonDerivedType(typeof(ReturnAnnounced), "return-announced.v1")]
[JsonDerivedType(typeof(ReturnPutOff), "return-put-off.v1")]
[JsonDerivedType(typeof(RecusedReturned), "recused-returned.v1")]
[JsonDerivedType(typeof(HandRaised), "hand-raised.v1")]
[JsonDerivedType(typeof(HandLowered), "hand-lowered.v1")]
[JsonDerivedType(typeof(FloorGiven), "floor-given.v1")]
[JsonDerivedType(typeof(HearingFinished), "hearing-finished.v1")]
[JsonDerivedType(typeof(UniversityReleased), "university-released.v1")]
[JsonDerivedType(typeof(SeatMuted), "seat-muted.v1")]
[JsonDerivedType(typeof(MuteLifted), "mute-lifted.v1")]
[JsonDerivedType(typeof(EveryoneMuted), "everyone-muted.v1")]
[JsonDerivedType(typeof(MutesLifted), "mutes-lifted.v1")]
[JsonDerivedType(typeof(ShareStopped), "share-stopped.v1")]
[JsonDerivedType(typeof(ShareAllowed), "share-allowed.v1")]
[JsonDerivedType(typeof(OutsidersHeld), "outsiders-held.v1")]
[JsonDerivedType(typeof(PresenterAdmitted), "presenter-admitted.v1")]
[JsonDerivedType(typeof(AudioOnlyNoted), "audio-only-noted.v1")]
[JsonDerivedType(typeof(CheckReported), "check-reported.v1")]
[JsonDerivedType(typeof(DraftKept), "draft-kept.v1")]
[JsonDerivedType(typeof(NoteKept), "note-kept.v1")]
[JsonDerivedType(typeof(GridSubmitted), "grid-submitted.v1")]
[JsonDerivedType(typeof(Abstained), "abstained.v1")]
[JsonDerivedType(typeof(GridTakenBack), "grid-taken-back.v1")]
[JsonDerivedType(typeof(MarksRevealed), "marks-revealed.v1")]
[JsonDerivedType(typeof(SecondRoundOpened), "second-round-opened.v1")]
[JsonDerivedType(typeof(DossierClosed), "dossier-closed.v1")]
[JsonDerivedType(typeof(FinalDeliberationStarted), "final-deliberation-started.v1")]
[JsonDerivedType(typeof(DiscussionOpened), "discussion-opened.v1")]
[JsonDerivedType(typeof(DiscussionEnded), "discussion-ended.v1")]
[JsonDerivedType(typeof(OpinionRecorded), "opinion-recorded.v1")]
[JsonDerivedType(typeof(TieBroken), "tie-broken.v1")]
[JsonDerivedType(typeof(RankingFixed), "ranking-fixed.v1")]
[JsonDerivedType(typeof(SittingClosed), "sitting-closed.v1")]
[JsonDerivedType(typeof(DossierDecided), "dossier-decided.v1")]
[JsonDerivedType(typeof(NotificationsReleased), "notifications-released.v1")]
[JsonDerivedType(typeof(NotificationAttempted), "notification-attempted.v1")]
[JsonDerivedType(typeof(NotificationAnswered), "notification-answered.v1")]
[JsonDerivedType(typeof(NotificationWritten), "notification-written.v1")]
[JsonDerivedType(typeof(NotificationResent), "notification-resent.v1")]
[JsonDerivedType(typeof(NotificationsHandedOver), "notifications-handed-over.v1")]
internal abstract record Event;

/// <summary>Ciphertext under a named key; the clear text is never in the journal (wall 4).</summary>
internal sealed record Sealed(string Key, byte[] Cipher);

/// <param name="Definition">With every name and free text emptied; they are in the two sealed lists.</param>
internal sealed record CallOpened(CallDefinition Definition, Sealed[] People, Sealed[] Dossiers) : Event;

/// <param name="Issuer">The seat that made it; null when setup did, and in journals from before it was kept.</param>
internal sealed record LinkIssued(string Seat, string Sha256, string? Issuer = null) : Event;

/// <summary>A link that a seat made after the roll call had begun, or for another seat that was entered before: it ends the earlier link, and no session.</summary>
internal sealed record LateLinkIssued(string Seat, string Sha256, string Issuer) : Event;

internal sealed record LinkRevoked(string Seat) : Event;

internal sealed record SessionOpened(string Seat, string Session) : Event;

internal sealed record TakeOverAsked(string Seat, string Session) : Event;

/// <summary>A juror's second device asks for grid and dossiers only.</summary>
internal sealed record MarksSessionAsked(string Seat, string Session) : Event;

/// <summary>It was let in; an earlier one of the same seat ends.</summary>
internal sealed record MarksSessionOpened(string Seat, string Session) : Event;

internal sealed record SessionClosed(string Seat, string Session) : Event;

internal sealed record SeatLost(string Seat, DateTimeOffset Machine) : Event;

internal sealed record SeatRegained(string Seat) : Event;

/// <param name="Machine">Real time.</param>
internal sealed record DoorsOpened(DateTimeOffset Machine) : Event;

internal sealed record PresenceConfirmed(string Seat) : Event;

internal sealed record LineSent(string From, string To, string? Ready, Sealed Text) : Event;

internal sealed record LateSaid(string University, int? Minutes) : Event;

internal sealed record PublishedHour(string University, DateTimeOffset Hour);

internal sealed record HoursPublished(PublishedHour[] Hours) : Event;

/// <param name="Order">The whole running order.</param>
/// <param name="Planned">The planned hours of those still to be heard.</param>
internal sealed record OrderChanged(string[] Order, PublishedHour[] Planned) : Event;

internal sealed record HourProposed(string University, DateTimeOffset Hour, string? SwapWith) : Event;

internal sealed record HourAnswered(string University, bool Agreed) : Event;

internal sealed record PresenterReplaced(string Seat, SeatDefinition NewSeat, Sealed Person, Sealed Reason) : Event;
