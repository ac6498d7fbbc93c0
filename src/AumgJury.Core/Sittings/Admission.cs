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
    /// With nobody in the seat, opening its link after the roll call began waits too where somebody else may hold a copy: a late link; and, for all but presenters,
    /// a link by which somebody has entered before, or that another seat made.
    /// </summary>
    public static bool WaitsAtFirst(this State s, SeatState seat) =>
        seat.LateLink is not null || (s.Phase >= Phase.RollCall && seat.Role != Role.Presenter && (seat.LinkUsed || (seat.LinkIssuer is { } by && by != seat.Id)));

    /// <summary>
    /// The acting chair; for the acting chair's own seat, or without one, the deputy or the chair who is in the room; where nobody is, the secretary with a reason,
    /// but never for the authority. A presenter's second device, by a link from before the roll call, the secretary admits as the chair does: it sees nothing of the jury.
    /// </summary>
    public static bool MayAdmit(this State s, SeatState by, SeatState seat)
    {
        if (IsPlain(seat))
        {
            return by.Id == s.ActingChair || by.Role == Role.Secretary;
        }

        if (s.ActingChair.Length > 0 && s.ActingChair != seat.Id)
        {
            return by.Id == s.ActingChair;
        }

        return StandsIn(s, by, seat) || (by.Role == Role.Secretary && by.Id != seat.Id && seat.Role != Role.Authority && !s.InOrder.Any(p => StandsIn(s, p, seat)));
    }

    /// <summary>The secretary admits what nobody else can: only with a reason, which is an incident.</summary>
    public static bool NeedsReason(this State s, SeatState by, SeatState seat) => !IsPlain(seat) && by.Role == Role.Secretary && s.MayAdmit(by, seat);

    /// <summary>What a view calls a waiting device, so that an act names the one that was read: the first digits of its session's sum.</summary>
    public static string DeviceName(this string session) => session[..Math.Min(8, session.Length)];

    private static bool IsPlain(SeatState seat) => seat is { LateLink: null, Role: Role.Presenter };

    private static bool StandsIn(State s, SeatState p, SeatState seat) =>
        p.Id != seat.Id && (p.Definition.Deputy || p.Role == Role.Chair) && p is { InRoom: true, Connected: true } && !s.MustBeOut(p);
}
