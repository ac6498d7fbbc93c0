namespace AumgJury.Core.Sittings;

internal sealed record SeatMuted(string Seat) : Event;

internal sealed record MuteLifted(string Seat) : Event;

/// <param name="AtMarking">Marking opened; else the chair muted everybody.</param>
internal sealed record EveryoneMuted(string[] Seats, bool AtMarking) : Event;

internal sealed record MutesLifted(string[] Seats) : Event;

internal sealed record ShareStopped(string Seat) : Event;

internal sealed record ShareAllowed(string Seat) : Event;

internal sealed record OutsidersHeld(string University) : Event;

internal sealed record PresenterAdmitted(string University) : Event;

internal sealed record AudioOnlyNoted(string Seat, bool On) : Event;

internal sealed record CheckReported(string Seat, CheckVerdict Camera, CheckVerdict Microphone, CheckVerdict Speaker, CheckVerdict Direct, CheckVerdict Relay) : Event;
