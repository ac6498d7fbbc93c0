using AumgJury.Core.Calls;

namespace AumgJury.Core.Sittings;

/// <summary>Machine (setup): the journal's first line, with the personal links that were made for it: both are kept or neither is.</summary>
/// <param name="Links">At most one a seat; null when links are made later.</param>
public sealed record OpenCall(CallDefinition Definition, IssueLink[]? Links = null) : Command;

/// <summary>
/// Machine (setup or access) or secretary: a personal link exists for this seat; the earlier one ends, and its session with it. Made by the secretary
/// once the roll call has begun, or for a seat that was entered or holds drafts and notes, it ends no session: whoever opens it waits to be readmitted.
/// </summary>
/// <param name="Sha256">Of the link's secret, 64 lower-case hex digits; the secret itself is never stored.</param>
public sealed record IssueLink(string Seat, string Sha256) : Command
{
    internal bool IsSum => Sha256.Length == 64 && Sha256.All(char.IsAsciiHexDigitLower);
}

/// <summary>Secretary: the seat's link and session end. Once the roll call has begun the acting chair alone, save for a presenter's and the secretary's own.</summary>
public sealed record RevokeLink(string Seat) : Command;

/// <summary>Machine (access): a device opened the seat. With another session alive it needs <paramref name="TakeOver"/>, and after the roll call somebody's readmission.</summary>
/// <param name="Session">SHA-256 of the session's secret.</param>
/// <param name="Link">SHA-256 of the link that was opened, refused when another has taken its place meanwhile; null when it was not opened by a link.</param>
/// <param name="WaiterGone">Nobody has been connected for a while with the session that waits for this seat: this one may take its place.</param>
/// <param name="MarksOnly">A juror's second device for grid and dossiers only: it always waits, since it displaces nobody who would notice it.</param>
public sealed record OpenSession(string Seat, string Session, bool TakeOver, string? Link = null, bool WaiterGone = false, bool MarksOnly = false) : Command;

/// <summary>Machine (access): the person left this device.</summary>
public sealed record CloseSession(string Seat, string Session) : Command;

/// <summary>Chair, or the deputy for the chair's own seat, failing both a member: the waiting device takes the seat. The secretary for a presenter's older link that is not of her making.</summary>
/// <param name="Device">Which device was read as waiting; another one is refused.</param>
public sealed record Readmit(string Seat, string Device) : Command;

/// <summary>Everyone, on the device that holds the seat: the other device that waits is mine and takes it over.</summary>
/// <param name="Device">Which one was read as waiting.</param>
public sealed record AdmitMyDevice(string Device) : Command;

/// <summary>Who may admit a waiting device, and on the device that holds the seat its own person: this one is a stranger's. It waits no more; an incident in the minutes.</summary>
public sealed record TurnAway(string Seat, string Device) : Command;

/// <summary>Juror, on the device that holds the seat: the other one, which has grid and dossiers only, is closed.</summary>
/// <param name="Device">Which one was read as open.</param>
public sealed record CloseMarksDevice(string Device) : Command;

/// <summary>Machine (presence): no live connection of the seat for the time that the house sets (6 s).</summary>
public sealed record LoseSeat(string Seat) : Command;

/// <summary>Machine (presence): the seat has a live connection.</summary>
public sealed record RegainSeat(string Seat) : Command;

/// <summary>Machine (presence): the chair's absence has lasted as long as the rules allow.</summary>
public sealed record DeclareChairLost(string Seat) : Command;

/// <summary>Secretary (or chair): the jury's room is live, presenters may wait.</summary>
public sealed record OpenDoors : Command;

/// <summary>Everyone, before entering: this is my name, nobody else sees or hears me, I record nothing.</summary>
public sealed record ConfirmPresence : Command;
