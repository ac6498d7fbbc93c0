namespace AumgJury.Core.Sittings;

/// <summary>Where the sitting is (domain D). It only advances; a suspension lies over it.</summary>
public enum Phase
{
    Convened,
    DoorsOpen,
    RollCall,
    Hearings,
    FinalDeliberation,
    RankingFixed,
    Closed,
}

/// <summary>Where one University's hearing is (domain D).</summary>
public enum HearingStep
{
    Waiting,
    Called,
    Entering,
    Welcome,
    Presentation,
    Questions,
    Conclusion,
    ExitOrdered,
    Marking,
    Done,
}

/// <summary>What the room says to everyone in it (interface guide, rule zero).</summary>
public enum RoomSign
{
    /// <summary>The doors are not open yet: there is no room.</summary>
    None,
    Open,
    Closing,
    ClosedVerified,
    Attested,
    NotSecure,
}

/// <summary>Why a sitting is suspended.</summary>
public enum SuspensionCause
{
    Chair,
    ChairLost,
    ChairRecused,
    HandedOver,
    Quorum,
    VoterLost,

    /// <summary>The chair stepped out and did not come back in time.</summary>
    ChairOut,
}
