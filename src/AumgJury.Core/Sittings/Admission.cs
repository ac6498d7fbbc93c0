using AumgJury.Core.Calls;

namespace AumgJury.Core.Sittings;

/// <summary>A link made for a seat after the roll call had begun: whoever opens it waits for somebody other than who made it (docs/decisions/0007).</summary>
/// <param name="At">The sitting's instant.</param>
/// <param name="Used">Somebody was admitted with it.</param>
internal sealed record LateLink(string Issuer, DateTimeOffset At, bool Used);

/// <summary>Who lets a waiting device in.</summary>
internal static class Admission
{
    /// <summary>
    /// A second device of an older link: chair or secretary. A late link: the acting chair; for the acting chair's own seat, or without one,
    /// the deputy or the chair who is in the room; where nobody is, the secretary with a reason.
    /// </summary>
    public static bool MayAdmit(this State s, SeatState by, SeatState seat)
    {
        if (seat.LateLink is null)
        {
            return by.Id == s.ActingChair || by.Role == Role.Secretary;
        }

        if (s.ActingChair.Length > 0 && s.ActingChair != seat.Id)
        {
            return by.Id == s.ActingChair;
        }

        return StandsIn(s, by, seat) || (by.Role == Role.Secretary && by.Id != seat.Id && !s.InOrder.Any(p => StandsIn(s, p, seat)));
    }

    /// <summary>The secretary admits what nobody else can: only with a reason, which is an incident.</summary>
    public static bool NeedsReason(this State s, SeatState by, SeatState seat) => seat.LateLink is not null && by.Role == Role.Secretary && s.MayAdmit(by, seat);

    private static bool StandsIn(State s, SeatState p, SeatState seat) =>
        p.Id != seat.Id && (p.Definition.Deputy || p.Role == Role.Chair) && p is { InRoom: true, Connected: true } && !s.MustBeOut(p);
}
