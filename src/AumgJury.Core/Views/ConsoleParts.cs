using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;

namespace AumgJury.Core.Views;

/// <summary>What is expected of this seat now: the one large button.</summary>
public enum ActName
{
    None,
    Confirm,
    OpenDoors,
    OpenSitting,
    RecordAttendance,
    RuleRecusal,
    AdoptRules,
    StartHearings,
    CallUniversity,
    AwaitAnswer,
    AwaitEntry,
    ConfirmPresenter,
    StartPresentation,
    StartQuestions,
    Conclude,
    OrderExit,
    AwaitProof,
    Reveal,
    CloseDossier,
    FinishHearing,
    StartFinalDeliberation,
    Discuss,
    RecordOpinion,
    BreakTie,
    FixRanking,
    CloseSitting,
    Resume,
    Listen,
    Mark,
    Submit,
    ReadBoard,
    Leave,
    Decide,
    ReleaseNotifications,
    TakeChair,
    DeclareHandedOver,
}

/// <param name="Blocked">Why it cannot be done now; null when it can.</param>
/// <param name="Details">What the reason names.</param>
public sealed record ExpectedAct(ActName Act, string? University, string? Dossier, string? Seat, RefusalName? Blocked, string[] Details);

/// <summary>The chair's console; the secretary gets it too when the chair lets them press.</summary>
public sealed record Console(
    ExpectedAct Expected,
    OrderLine[] Order,
    AttendanceLine[] RollCall,
    InterestLine[] Interests,
    RecusalLine[] Recusals,
    LostVoter[] LostVoters,
    MessageLine[] Messages,
    string SecretarySeat,
    WaitingDevice[] WaitingDevices,
    NewLink[] NewLinks,
    HeldLink[] Links,
    IncidentLine[] Incidents,
    bool SecretaryConducts,
    RulesOfProcedure Rules)
{
    /// <summary>The dossiers that were revealed: a recusal on one changes its result.</summary>
    public string[] Revealed { get; init; } = [];
}

/// <summary>One University in the running order.</summary>
/// <param name="Planned">From the plan, as last moved.</param>
/// <param name="Published">What the presenter was told.</param>
/// <param name="Expected">Recomputed; null once heard.</param>
/// <param name="GraceEnds">When an absent University may be judged on its file.</param>
public sealed record OrderLine(
    string University,
    string Name,
    string Presenter,
    string PresenterSeat,
    string Phone,
    bool Confirmed,
    bool Connected,
    HearingStep Step,
    string[] Dossiers,
    DateTimeOffset Planned,
    DateTimeOffset Published,
    DateTimeOffset? Expected,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    DateTimeOffset GraceEnds,
    int? LateMinutes,
    bool SaidLate,
    bool LastCallLapsed,
    HourLine? Notice,
    bool OnFile,
    bool Released);

/// <param name="Declared">They have said whether they have a link with a dossier.</param>
/// <param name="Links">How many they declared.</param>
public sealed record AttendanceLine(string Seat, string Name, string Capacity, AttendanceStatus? Status, IdentityMeans? Identity, bool Confirmed, bool Connected, bool Admitted, bool Declared, int Links);

public sealed record InterestLine(string Seat, string Name, string Dossier, string UniversityName, string University, string Text, DateTimeOffset At, bool Ruled);

public sealed record RecusalLine(string Seat, string Name, RecusalScope Scope, string Target, string Reason, DateTimeOffset At);

/// <summary>A voter of the dossier being heard who is gone.</summary>
/// <param name="Since">The sitting's instant; null for one who left by choice.</param>
/// <param name="Dossier">What they could not mark.</param>
public sealed record LostVoter(string Seat, string Name, DateTimeOffset? Since, string? Dossier, bool SteppedOut);

/// <summary>A device that asks for a seat after the roll call.</summary>
/// <param name="ByNewLink">By a link that was made after the roll call had begun, not as a second device of an older one.</param>
/// <param name="MayAdmit">This reader may let it in.</param>
/// <param name="Device">Names this device in an act that admits it.</param>
/// <param name="Code">Four signs that this device shows too: people compare them.</param>
/// <param name="LinkMaker">Who made the link that was opened; empty when it is the one from the setup or the administrator.</param>
/// <param name="Mine">It asks for the reader's own seat: the device that reads this may let it take over.</param>
public sealed record WaitingDevice(string Seat, string Name, bool ByNewLink = false, bool MayAdmit = true, bool Mine = false, string Device = "", string Code = "", string LinkMaker = "")
{
    /// <summary>It asks for grid and dossiers only, beside the device that holds the seat.</summary>
    public bool MarksOnly { get; init; }
}

/// <summary>The reader's own second device, which has grid and dossiers only.</summary>
/// <param name="Device">Names it in the act that closes it.</param>
/// <param name="Since">The sitting's instant at which it was let in.</param>
public sealed record OtherDevice(string Device, DateTimeOffset Since);

/// <summary>A link that was made after the roll call had begun, until somebody is admitted with it.</summary>
/// <param name="Issuer">Who made it.</param>
public sealed record NewLink(string Seat, string Name, string Issuer, DateTimeOffset At);

/// <summary>Somebody else whose personal link is valid, and the reader's to revoke.</summary>
public sealed record HeldLink(string Seat, string Name, string Capacity, bool Connected);

public sealed record IncidentLine(string Kind, string Text, string? UniversityName, string? Dossier, string? SeatName, DateTimeOffset At);

/// <summary>The secretary: people, links, messages, running order, notifications; means and counts of what was revealed, never a mark.</summary>
/// <param name="Conduct">The chair's console, when the chair lets the secretary press; else null.</param>
public sealed record SecretaryView(
    SittingLine Sitting,
    Me Me,
    PersonLine[] People,
    HearingLine? Hearing,
    ExpectedAct Expected,
    OrderLine[] Order,
    SeatLine[] Seats,
    SecretaryThread[] Threads,
    DossierFile[] Files,
    Submissions[] Submissions,
    ResultLine[] Results,
    Board? Board,
    IncidentLine[] Incidents,
    Decision[] Decisions,
    bool NotificationsReleased,
    NotificationLine[] Notifications,
    WaitingDevice[] WaitingDevices,
    Console? Conduct) : SeatView
{
    public override bool ServesRoom => true;
}

/// <param name="HasLink">A personal link is valid.</param>
public sealed record SeatLine(string Seat, string Name, string Capacity, Role Role, string? University, bool HasLink, bool HasSession, bool Connected, bool Confirmed, bool Replaced, string Email, string Phone, CheckLine? Check);

/// <summary>The pre-check's last verdict: what this person's devices and network can do.</summary>
public sealed record CheckLine(CheckVerdict Camera, CheckVerdict Microphone, CheckVerdict Speaker, CheckVerdict Direct, CheckVerdict Relay, DateTimeOffset At);

/// <param name="Messages">The last of them, oldest first.</param>
/// <param name="Heard">How many the other end has sent in all.</param>
/// <param name="FreeText">Null when free text may be sent; else the refusal that a message would get.</param>
public sealed record SecretaryThread(string With, string Name, string? UniversityName, string Phone, MessageLine[] Messages, int Heard, RefusalName? FreeText, bool MayReady);

public enum DeliveryLine
{
    Waiting,

    /// <summary>An attempt has no outcome yet, or lost it: sending again is the secretary's choice.</summary>
    Attempted,
    Accepted,
    Failed,

    /// <summary>Without a mail server it is a file that the secretary hands over by other means.</summary>
    Written,

    /// <summary>The secretary said that it was handed over.</summary>
    HandedOver,
}

public sealed record NotificationLine(string University, string UniversityName, string Recipient, string Email, DeliveryLine Delivery, DateTimeOffset At, string Detail, int Attempts);
