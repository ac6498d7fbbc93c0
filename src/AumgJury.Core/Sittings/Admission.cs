using AumgJury.Core.Calls;

namespace AumgJury.Core.Sittings;

/// <summary>A link made for a seat after the roll call had begun, or after somebody had entered it: whoever opens it waits for somebody other than who made it (docs/decisions/0007).</summary>
/// <param name="At">The sitting's instant.</param>
/// <param name="Used">Somebody was admitted with it.</param>
internal sealed record LateLink(string Issuer, DateTimeOffset At, bool Used);

/// <summary>Who lets a waiting device in.</summary>
internal static class Admission
{
    private const string Signs = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /// <summary>
    /// With nobody in the seat, opening its link after the roll call began waits too where somebody else may hold a copy: a late link; and, for all but presenters,
    /// a link by which somebody has entered before, or that another seat made.
    /// </summary>
    public static bool WaitsAtFirst(this State s, SeatState seat) =>
        seat.LateLink is not null || (s.Phase >= Phase.RollCall && seat.Role != Role.Presenter && (seat.LinkUsed || (seat.LinkIssuer is { } by && by != seat.Id)));

    /// <summary>Drafts or notes that are nobody else's to read.</summary>
    public static bool HoldsWork(this State s, SeatState seat) => s.Dossiers.Values.Any(d => d.Drafts.ContainsKey(seat.Id) || d.Notes.ContainsKey(seat.Id) || d.Aside.ContainsKey(seat.Id));

    /// <summary>
    /// Its holder left before the roll call, and somebody comes by the same link: it opens, since nobody is there yet to admit, but it is told, and what the first device kept waits
    /// until the chair has recognised who sits there.
    /// </summary>
    public static bool IsEnteredAgain(this State s, SeatState seat) => s.Phase < Phase.RollCall && seat is { LinkUsed: true, Session: null, Role: not Role.Presenter };

    /// <summary>
    /// A new link of this seat, made by another, lets nobody in by itself: the roll call has begun, or there is already somebody or something of theirs in the seat.
    /// A presenter's, before the roll call, has nothing of the jury and stays simple.
    /// </summary>
    public static bool IsLate(this State s, SeatState maker, SeatState seat) =>
        s.Phase >= Phase.RollCall || (maker.Id != seat.Id && seat.Role != Role.Presenter && (seat.Entered || s.HoldsWork(seat)));

    /// <summary>With somebody in the seat, another device waits: since the roll call, by a late link, and wherever it would read somebody's drafts and notes.</summary>
    public static bool TakeOverWaits(this State s, SeatState seat) => s.Phase >= Phase.RollCall || seat.LateLink is not null || s.HoldsWork(seat);

    /// <summary>
    /// The acting chair; for the acting chair's own seat, or without one, the deputy or the chair who is there; failing both, with the chair empty, the first voting member who is.
    /// The secretary admits presenters alone, by a link from before the roll call: they see nothing of the jury. Nobody admits by a link that they made, nor into their own seat.
    /// </summary>
    public static bool MayAdmit(this State s, SeatState by, SeatState seat)
    {
        if (by.Id == seat.Id || by.Id == seat.LinkMaker)
        {
            return false;
        }

        if (by.Role == Role.Secretary)
        {
            return IsPlain(seat);
        }

        return s.ActingChair.Length > 0 && s.ActingChair != seat.Id
            ? by.Id == s.ActingChair && !by.SteppedOut
            : StandsIn(s, by, seat) || (s.ActingChair.Length == 0 && ThirdFor(s, seat)?.Id == by.Id);
    }

    /// <summary>
    /// Before the roll call the secretary, who replaces lost links; after it the acting chair alone, in the room, for all whose absence changes who may act, and never for
    /// their own. Who presides for the chair puts out neither chair nor deputy, who take the chair back, nor the secretary and the authority.
    /// </summary>
    public static bool MayRevoke(this State s, SeatState by, SeatState seat) =>
        by.Role == Role.Secretary ? s.Phase < Phase.RollCall || seat.Role == Role.Presenter || seat.Id == by.Id
        : by.Id == s.ActingChair && !by.SteppedOut && seat.Id != by.Id
            && (by.Role == Role.Chair || seat.Role == Role.Presenter || (seat.IsJuror && Presiding.IsThird(seat)));

    /// <summary>What a view calls a waiting device, so that an act names the one that was read: the first digits of its session's sum.</summary>
    public static string DeviceName(this string session) => session[..Math.Min(8, session.Length)];

    /// <summary>What people compare, on the device that waits and beside the button that admits it: four signs of the same digits, none of them like another.</summary>
    public static string DeviceCode(this string session) =>
        string.Concat(Enumerable.Range(0, Math.Min(8, session.Length) / 2).Select(i => Signs[((Digit(session[2 * i]) << 4) + Digit(session[(2 * i) + 1])) & 31]));

    private static int Digit(char c) => c <= '9' ? c - '0' : c - 'a' + 10;

    private static bool IsPlain(SeatState seat) => seat is { LateLink: null, Role: Role.Presenter };

    private static bool StandsIn(State s, SeatState p, SeatState seat) => !Presiding.IsThird(p) && IsThere(s, p, seat);

    private static SeatState? ThirdFor(State s, SeatState seat) =>
        s.InOrder.Any(p => StandsIn(s, p, seat)) ? null : s.InOrder.FirstOrDefault(p => p.Definition.Votes && IsThere(s, p, seat));

    /// <summary>Before the doors open there is no room to be in.</summary>
    private static bool IsThere(State s, SeatState p, SeatState seat) =>
        p.Id != seat.Id && p.IsJuror && p.Connected && (p.InRoom || s.Phase < Phase.DoorsOpen) && !s.MustBeOut(p);
}
