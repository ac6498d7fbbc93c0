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

    /// <summary>Set while the valid link is one that a seat made after the roll call had begun.</summary>
    public LateLink? LateLink { get; init; }

    public string? Session { get; init; }

    /// <summary>A second device that waits to be readmitted.</summary>
    public string? PendingSession { get; init; }

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

    public bool Out => OutRecused || SteppedOut;

    /// <summary>Sits: was found present at the roll call, by themselves or a substitute, or was admitted late.</summary>
    public bool Attends => Attendance is { Status: AttendanceStatus.Present or AttendanceStatus.Substitute } or { Status: AttendanceStatus.Late, AdmittedAt: not null };

    /// <summary>Entered the jury's room and was not moved out of it.</summary>
    public bool InRoom => ConfirmedAt is not null && !Out && (Role == Role.Secretary || (IsJuror && (Attendance is null || Attends)));
}

internal sealed record AttendanceState(AttendanceStatus Status, IdentityMeans Identity, string SubstituteName, DateTimeOffset At, DateTimeOffset? AdmittedAt);
