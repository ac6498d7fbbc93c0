namespace AumgJury.Core.Sittings;

/// <summary>Chair: this person's microphone reaches nobody until the mute is lifted, even if they connect it again.</summary>
public sealed record MuteSeat(string Seat) : Command;

/// <summary>Chair: lifts one person's mute, whatever set it. Giving the floor does the same.</summary>
public sealed record LiftMute(string Seat) : Command;

/// <summary>Chair: mutes everybody in the room but the acting chair.</summary>
public sealed record MuteAll : Command;

/// <summary>Chair: gives the microphones back that were muted together, by the chair or when marking opened; a mute of one person alone stays.</summary>
public sealed record LiftAllMutes : Command;

/// <summary>Chair: this person's screen is shown no more, until the chair allows it again.</summary>
public sealed record StopShare(string Seat) : Command;

public sealed record AllowShare(string Seat) : Command;

/// <summary>Chair: a presenter who was held out after a failure comes in again.</summary>
public sealed record AdmitAgain(string University) : Command;

/// <summary>Machine (room): media failed while somebody of outside was in; they stay out until the chair admits them again.</summary>
public sealed record HoldOutsiders : Command;

/// <summary>Machine (room): a poor link leaves this person the sound alone, or gives the pictures back; the minutes say so.</summary>
public sealed record NoteAudioOnly(string Seat, bool On) : Command;

/// <summary>What one check of a device or of the network came to.</summary>
public enum CheckVerdict
{
    NotTested,
    Works,
    Fails,
}

/// <summary>Anybody: the pre-check's verdict, for the secretary. The last one counts.</summary>
/// <param name="Direct">Picture and sound went and came back over UDP.</param>
/// <param name="Relay">They did through the relay (TURN) alone.</param>
public sealed record ReportCheck(CheckVerdict Camera, CheckVerdict Microphone, CheckVerdict Speaker, CheckVerdict Direct, CheckVerdict Relay) : Command;
