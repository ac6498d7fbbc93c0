namespace AumgJury.Core.Sittings;

/// <summary>
/// A short message on one of the two lines: secretary and chair, secretary and each presenter.
/// While the room is closed the secretary sends waiting Universities ready answers only, and nothing to the one moved out.
/// </summary>
/// <param name="With">The seat of the other end; for a presenter or the chair, the secretary's.</param>
/// <param name="Ready">The key of a ready answer; null for free text.</param>
/// <param name="Text">At most 1,000 characters; ignored for a ready answer.</param>
public sealed record SendLine(string With, string? Ready, string Text) : Command;

/// <summary>Presenter: I shall be late.</summary>
/// <param name="Minutes">Expected delay, 1 to 120; null when not known.</param>
public sealed record SayLate(int? Minutes) : Command;

/// <summary>Chair or secretary: waiting Universities see the recomputed hours.</summary>
public sealed record AnnounceHours : Command;

/// <summary>Chair or secretary: the University takes another place among those still to be heard.</summary>
/// <param name="Place">Zero-based place in the whole running order.</param>
public sealed record MoveUniversity(string University, int Place) : Command;

/// <summary>Chair or secretary: proposes to <paramref name="With"/> to come in the place of <paramref name="University"/>.</summary>
public sealed record ProposeSwap(string University, string With) : Command;

/// <summary>Presenter: answers a proposed or moved hour.</summary>
/// <param name="Hour">The hour that was read; stale when another was proposed meanwhile.</param>
public sealed record AnswerHour(string University, DateTimeOffset Hour, bool Agreed) : Command;

/// <summary>Secretary: another representative of the same University; the old link is revoked, a new seat exists.</summary>
/// <param name="NewSeat">The new seat's id, not in use.</param>
public sealed record ReplacePresenter(string Seat, string NewSeat, string Name, string Capacity, string Email, string Phone, string Reason) : Command;
