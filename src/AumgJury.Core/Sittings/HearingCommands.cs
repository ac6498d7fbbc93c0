namespace AumgJury.Core.Sittings;

/// <summary>Chair: calls a waiting University. The room does not open yet.</summary>
public sealed record CallUniversity(string University) : Command;

/// <summary>Chair: takes the call back, until the room is open.</summary>
public sealed record CancelCall(string University) : Command;

/// <summary>Machine (room): nobody answered in time.</summary>
/// <param name="Number">Which call, counted from 1 for each University.</param>
public sealed record LapseCall(string University, int Number) : Command;

/// <summary>Presenter: accepts the call; the entry is announced and counted down.</summary>
public sealed record EnterRoom(string University) : Command;

/// <summary>Machine (room): the countdown is over and no recused member is inside.</summary>
public sealed record OpenRoom(string University, int Number) : Command;

/// <summary>Chair: the presenter is who was expected.</summary>
public sealed record ConfirmPresenter(string University) : Command;

public sealed record StartPresentation(string Dossier) : Command;

public sealed record StartQuestions(string Dossier) : Command;

/// <summary>Chair: the last dossier has been heard.</summary>
public sealed record Conclude(string University) : Command;

public sealed record PauseClock(string Dossier) : Command;

public sealed record ResumeClock(string Dossier) : Command;

/// <summary>Chair: more time, with the incident that explains it (arrêté 5/6/2020 art. 18).</summary>
/// <param name="Minutes">1 to 30.</param>
public sealed record Prolong(string Dossier, int Minutes, string Incident) : Command;

/// <summary>Chair: an interruption longer than half of the dossier's time; the first attempt is disregarded.</summary>
public sealed record RestartDossier(string Dossier, string Reason) : Command;

/// <summary>Chair or secretary: something the minutes must tell.</summary>
public sealed record NoteIncident(string Text) : Command;

/// <summary>Chair: the presenter leaves the room, at once (S1-21).</summary>
public sealed record OrderExit(string University) : Command;

/// <summary>How the room was proven to hold nobody but the jury.</summary>
public enum ProofMeans
{
    Server,
    Media,
}

/// <summary>Machine (room): no outsider holds anything that serves the room.</summary>
/// <param name="Number">Which closing this proves.</param>
/// <param name="Expected">Seats that were to be in the room; stale when they are others by now.</param>
/// <param name="Found">Seats that were found in it: exactly those, or it is no proof.</param>
/// <param name="Ordered">Real time at which the removal from the media room began; null when nobody had to be removed, or without media.</param>
/// <param name="Proven">Real time at which Janus answered that nothing of those removed is left.</param>
public sealed record ProveRoom(int Number, ProofMeans Means, string[] Expected, string[] Found, DateTimeOffset? Ordered = null, DateTimeOffset? Proven = null) : Command;

/// <summary>Chair: declares that the room is private, with a reason; an incident in the minutes.</summary>
public sealed record AttestRoom(int Number, string Reason) : Command;

/// <summary>Machine (room): the proof no longer holds; outsiders are out until admitted again.</summary>
public sealed record DoubtRoom(string Reason) : Command;

/// <summary>Chair: calls a heard University back; every grid is frozen and hidden until the same exit.</summary>
public sealed record Recall(string University, string Reason) : Command;

/// <summary>Chair: the University is absent after its grace; its dossiers are judged as they are.</summary>
public sealed record JudgeOnFile(string University) : Command;

public sealed record UndoJudgeOnFile(string University, string Reason) : Command;

/// <summary>Chair: suspends, with an hour of resumption when it is known.</summary>
public sealed record Suspend(DateTimeOffset? Until, string Reason) : Command;

public sealed record Resume : Command;

/// <summary>Chair: the hearing goes on without this voter, who does not vote on this dossier.</summary>
public sealed record GoOnWithout(string Seat, string Dossier) : Command;

/// <summary>Juror: leaves the room for a while.</summary>
public sealed record StepOut : Command;

public sealed record StepBack : Command;

/// <summary>Machine (room): the warning is over. The member may also leave at once with <see cref="StepOut"/>.</summary>
public sealed record MoveOutRecused(string Seat) : Command;

/// <summary>Machine (room): nothing keeps the recused member out, and the notice is over.</summary>
public sealed record BringBackRecused(string Seat) : Command;

/// <summary>Recused member: not yet; comes back with <see cref="StepBack"/>.</summary>
public sealed record DelayReturn : Command;

public sealed record RaiseHand : Command;

/// <summary>Juror: no longer asks for the floor; or gives it back, having spoken.</summary>
public sealed record LowerHand : Command;

/// <summary>Chair: gives the floor, or takes it back with null.</summary>
public sealed record GiveFloor(string? Seat) : Command;

/// <summary>Chair: this University's closed room is over.</summary>
public sealed record FinishHearing(string University) : Command;

/// <summary>Chair: the presenter need not stay available; the University is called back no more.</summary>
public sealed record ReleaseUniversity(string University) : Command;
