using AumgJury.Core.Calls;

namespace AumgJury.Core.Sittings;

/// <summary>One seat as the journal knows it.</summary>
internal sealed record SeatState(SeatDefinition Definition)
{
    public string Id => Definition.Id;

    public Role Role => Definition.Role;

    public bool IsJuror => Role is Role.Chair or Role.Member;

    /// <summary>The person's name as it is shown: a substitute's when one sits.</summary>
    public string Name => Attendance is { Status: AttendanceStatus.Substitute } a ? a.SubstituteName : Definition.Name;

    /// <summary>SHA-256 of the personal link's secret; null when none is valid.</summary>
    public string? Link { get; init; }

    /// <summary>Set while the valid link is one that a seat made after the roll call had begun, or in place of one by which this seat had been entered.</summary>
    public LateLink? LateLink { get; init; }

    /// <summary>The seat that made the valid link before the roll call; null when setup made it.</summary>
    public string? LinkIssuer { get; init; }

    /// <summary>The seat that made the valid link, whenever that was; null when setup or the administrator did.</summary>
    public string? LinkMaker => LateLink?.Issuer ?? LinkIssuer;

    /// <summary>Somebody has entered with the valid link.</summary>
    public bool LinkUsed { get; init; }

    /// <summary>Somebody has held this seat, by whichever link.</summary>
    public bool Entered { get; init; }

    public string? Session { get; init; }

    /// <summary>A second device that waits to be readmitted.</summary>
    public string? PendingSession { get; init; }

    /// <summary>The device that waits asks for grid and dossiers only.</summary>
    public bool PendingMarks { get; init; }

    /// <summary>The second device that has grid and dossiers only; null when there is none. The person is where <see cref="Session"/> is: whatever opens or closes that one, or finds who sits there, ends this one.</summary>
    public MarksDevice? Marks { get; init; }

    public DateTimeOffset? ConfirmedAt { get; init; }

    public bool Connected { get; init; }

    /// <summary>Real time of the last loss; null while connected or never seen.</summary>
    public DateTimeOffset? LostAt { get; init; }

    public DateTimeOffset? LostAtSitting { get; init; }

    public AttendanceState? Attendance { get; init; }

    /// <summary>Out of the room for a recusal.</summary>
    public bool OutRecused { get; init; }

    /// <summary>Left the room by choice.</summary>
    public bool SteppedOut => SteppedOutAt is not null;

    /// <summary>Real time at which they left it.</summary>
    public DateTimeOffset? SteppedOutAt { get; init; }

    /// <summary>Real time at which a warned recused member is moved out.</summary>
    public DateTimeOffset? LeavesAt { get; init; }

    /// <summary>Real time at which a recused member comes back.</summary>
    public DateTimeOffset? ReturnsAt { get; init; }

    /// <summary>The member asked not to be brought back yet.</summary>
    public bool ReturnDelayed { get; init; }

    public bool DeclaredNoInterest { get; init; }

    /// <summary>The seat that replaced this one; such a seat acts no more.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>Why nobody hears this person; null when they are heard.</summary>
    public MuteCause? Muted { get; init; }

    /// <summary>The chair stopped this person's screen.</summary>
    public bool ShareStopped { get; init; }

    /// <summary>A poor link leaves this person the sound alone.</summary>
    public bool AudioOnly { get; init; }

    /// <summary>The pre-check's last verdict.</summary>
    public CheckState? Check { get; init; }

    public bool Out => OutRecused || SteppedOut;

    /// <summary>Sits: was found present at the roll call, by themselves or a substitute, or was admitted late.</summary>
    public bool Attends => Attendance is { Status: AttendanceStatus.Present or AttendanceStatus.Substitute } or { Status: AttendanceStatus.Late, AdmittedAt: not null };

    /// <summary>Entered the jury's room and was not moved out of it.</summary>
    public bool InRoom => ConfirmedAt is not null && !Out && (Role == Role.Secretary || (IsJuror && (Attendance is null || Attends)));
}

/// <summary>What muted a microphone: it decides what gives it back.</summary>
internal enum MuteCause
{
    /// <summary>The chair, this person alone.</summary>
    One,

    /// <summary>The chair, everybody at once.</summary>
    Everyone,

    /// <summary>The opening of a marking.</summary>
    Marking,
}

/// <param name="Session">SHA-256 of the session's secret.</param>
/// <param name="At">The sitting's instant at which it was let in.</param>
internal sealed record MarksDevice(string Session, DateTimeOffset At);

internal sealed record CheckState(CheckVerdict Camera, CheckVerdict Microphone, CheckVerdict Speaker, CheckVerdict Direct, CheckVerdict Relay, DateTimeOffset At);

internal sealed record AttendanceState(AttendanceStatus Status, IdentityMeans Identity, string SubstituteName, DateTimeOffset At, DateTimeOffset? AdmittedAt);
