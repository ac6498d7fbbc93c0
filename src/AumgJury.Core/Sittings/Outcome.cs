using System.Text.Json.Serialization;

namespace AumgJury.Core.Sittings;

/// <summary>Why an act was not done. Nothing has changed and nothing is lost.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RefusalName>))]
public enum RefusalName
{
    NotYourSeat,
    NotYourRole,
    WrongPhase,
    Stale,
    Suspended,
    NotConfirmed,
    UnknownSeat,
    UnknownDossier,
    UnknownUniversity,
    UnknownCriterion,
    MarkOutOfRange,
    OutOfRange,
    TextTooLong,
    TextMissing,
    BadCharacter,
    BadAddress,
    ReasonMissing,
    NameMissing,
    MotiveMissing,
    IdentifierTaken,
    LinkEnded,
    TakeOverUnconfirmed,
    AwaitingReadmission,

    /// <summary>Another device waits for this seat now than the one that was read; its code.</summary>
    AnotherDevice,

    /// <summary>A device waits for this seat already and is still connected; its code.</summary>
    DeviceWaits,
    SessionEnded,

    /// <summary>This device has grid and dossiers only: everything else is done on the other one.</summary>
    MarksOnly,

    /// <summary>A grid is submitted while the person's own device, which makes them present, is there.</summary>
    MainDeviceLost,
    NoQuorum,
    RollCallIncomplete,
    RecusalsPending,
    RulesNotAdopted,
    ChairMustAttend,
    Recused,
    NotAVoter,
    VoteMissed,
    RoomNotClosed,
    RoomNotOpen,
    OutsiderInside,
    AlreadyRevealed,
    AlreadySubmitted,
    NotSubmitted,
    NotHeard,
    GridIncomplete,
    GridsMissing,
    ChangeReasonMissing,
    NotRevealed,
    DossierClosed,

    /// <summary>These dossiers are revealed: the acting chair alone rules what changes their result.</summary>
    ChairAlone,

    /// <summary>The act changes the revealed result of exactly these dossiers, and did not name them.</summary>
    ChangesResult,
    DossierNotRanked,
    HearingInProgress,
    DossiersLeft,
    NotTied,
    TieUnbroken,
    OpinionsMissing,
    RecusedInside,
    GraceNotOver,
    NotAbsent,
    PresenterAbsent,
    ReadyAnswersOnly,
    LineClosed,
    DecisionsMissing,
    NotDecidable,
    AlreadyReleased,
    NotUncertain,
    /// <summary>Media: this person is not in the media room now.</summary>
    NotInMedia,

    /// <summary>Media: another tab or device of this person has picture and sound.</summary>
    MediaElsewhere,

    /// <summary>Media: the media server is not there now.</summary>
    MediaUnavailable,

    /// <summary>Media: somebody shares a screen already.</summary>
    ShareTaken,

    /// <summary>Media: this person may not share now.</summary>
    ShareNotAllowed,
    BadDefinition,
    Malformed,
    TooLarge,
    TooMany,
    DiskFull,
    NotKept,
    CallClosed,
}

/// <param name="Name">What it is called, in every language and in the protocol.</param>
/// <param name="Field">The command's member it concerns, camelCase; null when it is the act as a whole.</param>
/// <param name="Details">Names, numbers or ids that the sentence needs.</param>
public sealed record Refusal(RefusalName Name, string? Field, string[] Details)
{
    internal static Refusal Of(RefusalName name, string? field = null, params string[] details) => new(name, field, details);
}

/// <summary>The first answer to an accepted command, given again when it is repeated. It carries no journal position, which would count others' acts.</summary>
public sealed record Answer(DateTimeOffset At);

/// <summary>What a decision came to.</summary>
public abstract record Outcome
{
    private Outcome()
    {
    }

    /// <param name="Body">The JSON to append; the caller acknowledges only after it is on disk.</param>
    /// <param name="Next">The state after it.</param>
    public sealed record Accepted(byte[] Body, CallState Next, Answer Answer) : Outcome;

    /// <summary>This actor's command of that id was accepted before.</summary>
    public sealed record Repeated(Answer Answer) : Outcome;

    public sealed record Refused(Refusal Refusal) : Outcome;
}
