using System.Text.Json.Serialization;

namespace AumgJury.Core.Views;

/// <summary>
/// What one seat may see. One record a role: a role that may not see a thing has no field for it. Two views are the same when
/// their JSON is the same, and only a different one is sent (silence is part of the view).
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ChairView), "chair")]
[JsonDerivedType(typeof(MemberView), "member")]
[JsonDerivedType(typeof(MarksView), "marks")]
[JsonDerivedType(typeof(MarksAsideView), "marks-aside")]
[JsonDerivedType(typeof(DoorView), "door")]
[JsonDerivedType(typeof(OutsideView), "outside")]
[JsonDerivedType(typeof(PresenterView), "presenter")]
[JsonDerivedType(typeof(SecretaryView), "secretary")]
[JsonDerivedType(typeof(AuthorityView), "authority")]
[JsonDerivedType(typeof(GoneView), "gone")]
public abstract record SeatView
{
    /// <summary>Whether a session that holds this view takes part in the jury's room: none of an outsider's may (wall 2).</summary>
    [JsonIgnore]
    public abstract bool ServesRoom { get; }

    /// <summary>Whether whoever reads it is the seat's person: a device that only marks makes nobody present.</summary>
    [JsonIgnore]
    public virtual bool IsPerson => true;
}

/// <summary>The acting chair: a juror's work and the console.</summary>
public sealed record ChairView(SittingLine Sitting, Me Me, PersonLine[] People, HearingLine? Hearing, JurorWork Work, Board? Board, Console Console) : SeatView
{
    /// <summary>The chair's own second device; null when there is none.</summary>
    public OtherDevice? Other { get; init; }

    public override bool ServesRoom => true;
}

/// <summary>A juror in the room.</summary>
/// <param name="MayTakeChair">The chair is empty and falls to this member, or is this member's to take back.</param>
/// <param name="Cost">The dossier that this voter could not mark if they left now; null when leaving costs nothing.</param>
public sealed record MemberView(SittingLine Sitting, Me Me, PersonLine[] People, HearingLine? Hearing, JurorWork Work, Board? Board, ExpectedAct Expected, bool MayTakeChair, string? Cost) : SeatView
{
    /// <summary>The empty chair falls to this member for want of chair and deputy, and another could take it instead.</summary>
    public bool MayPassChair { get; init; }

    /// <summary>For the deputy: the chair is gone, and at this real instant the chair falls empty if they are not back. Null otherwise.</summary>
    public DateTimeOffset? ChairFallsAt { get; init; }

    /// <summary>Devices that this member lets in: their own other one, and as the chair's deputy the chair's.</summary>
    public WaitingDevice[] Admits { get; init; } = [];

    /// <summary>The link that somebody made for this very seat, until it is used; else empty.</summary>
    public NewLink[] NewLinks { get; init; } = [];

    /// <summary>This member's own second device; null when there is none.</summary>
    public OtherDevice? Other { get; init; }

    public override bool ServesRoom => true;
}

/// <summary>A juror or the secretary before the door: who are you, is nobody else there?</summary>
public sealed record DoorView(string Title, Me Me, string Phone) : SeatView
{
    public override bool ServesRoom => false;
}

/// <summary>Why a juror is outside.</summary>
public enum OutsideReason
{
    Recused,
    Late,
    Excused,
    SteppedOut,
}

/// <summary>A juror outside the room: one calm page, no count, no phase.</summary>
/// <param name="Universities">Names of what bars them; empty otherwise.</param>
/// <param name="ReturnsAt">Real time at which they are brought back; null while nothing is announced.</param>
/// <param name="MayReturn">Nothing keeps them out any more.</param>
public sealed record OutsideView(string Title, string Seat, string Name, OutsideReason Reason, string[] Universities, DateTimeOffset? ReturnsAt, bool MayReturn, string Phone) : SeatView
{
    public override bool ServesRoom => false;
}

/// <summary>Before the ranking is fixed the authority waits.</summary>
/// <param name="Delivered">Every notification is with a mail server or was handed over.</param>
/// <param name="Board">Null until then.</param>
public sealed record AuthorityView(string Title, string Seat, string Name, bool Closed, bool Released, bool Delivered, Board? Board, DossierFile[] Files, Decision[] Decisions, int Left, decimal Committed) : SeatView
{
    /// <summary>The secretariat's number.</summary>
    public string Phone { get; init; } = "";

    /// <summary>The authority's own other device that waits; else empty.</summary>
    public WaitingDevice[] Admits { get; init; } = [];

    /// <summary>The link that somebody made for this very seat, until it is used; else empty.</summary>
    public NewLink[] NewLinks { get; init; } = [];

    public override bool ServesRoom => false;
}

/// <summary>The seat was given to somebody else.</summary>
public sealed record GoneView(string Title, string Phone) : SeatView
{
    public override bool ServesRoom => false;
}
