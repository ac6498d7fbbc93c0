namespace AumgJury.Core.Sittings;

/// <summary>
/// A juror's second device for grid and dossiers (docs/decisions/0010). It marks; the person, with picture, sound, presence and every other act, is on the
/// device that holds the seat.
/// </summary>
internal static class MarksOnly
{
    /// <summary>Why this seat opens no such device now; null when it may ask.</summary>
    public static Refusal? Fault(State s, SeatState seat) =>
        !seat.IsJuror ? Refusal.Of(RefusalName.NotYourRole)
        : s.Phase == Phase.Closed ? Refusal.Of(RefusalName.LinkEnded)
        : seat.Session is null ? Refusal.Of(RefusalName.Stale)
        : null;

    /// <summary>The session is such a device's, now.</summary>
    public static bool Holds(State s, SeatState seat, string session) => s.Phase < Phase.Closed && seat.Marks?.Session == session;

    /// <summary>Why this session may not ask for this; null when it may.</summary>
    public static Refusal? Fault(State s, SeatState seat, string session, Command command) =>
        seat.Session == session && !Decide.SittingOver(s, seat) ? null
        : !Holds(s, seat, session) ? Refusal.Of(RefusalName.SessionEnded)
        : !IsMarking(command) ? Refusal.Of(RefusalName.MarksOnly)
        : command is SubmitGrid or Abstain or TakeBackGrid && !seat.Connected ? Refusal.Of(RefusalName.MainDeviceLost)
        : null;

    private static bool IsMarking(Command command) => command is KeepDraft or KeepNote or SubmitGrid or Abstain or TakeBackGrid;
}
