using System.Security.Claims;
using AumgJury.Core.Sittings;
using AumgJury.Web.Realtime;

namespace AumgJury.Web.Accounts;

/// <summary>Who a request or a connection is: a seat, through a session. It comes from the signed cookie, never from a parameter.</summary>
public sealed record SeatSession(ServedCall Call, string Seat, string Number, string Session)
{
    public const string NumberClaim = "number";
    public const string SessionClaim = "session";

    public Actor Actor => Actor.Seat(Seat);

    /// <summary>The session holds the seat now; checked at every act.</summary>
    public bool Holds => Call.Live.Kept.Access(Seat).IsHeldBy(Session);

    /// <summary>A second device of the seat, which has grid and dossiers only.</summary>
    public bool Marks => Call.Live.Kept.Access(Seat).IsMarksDevice(Session);

    /// <summary>The session may read for its seat: it holds it, or marks beside.</summary>
    public bool Reads => Holds || Marks;

    /// <summary>Why the person's own acts and media are refused to this session; null when it holds the seat.</summary>
    public RefusalName? WhyNotPerson => Holds ? null : Marks ? RefusalName.MarksOnly : RefusalName.SessionEnded;

    /// <summary>The seat of a signed-in principal; null for anybody else.</summary>
    public static SeatSession? Of(Calls calls, ClaimsPrincipal? user)
    {
        if (user?.FindFirstValue(NumberClaim) is not { } number || user.FindFirstValue(SessionClaim) is not { } session || calls.Seat(number) is not { } found)
        {
            return null;
        }

        return new SeatSession(found.Call, found.Seat, number, session);
    }

    /// <summary>Acts as this seat, if the session may do so when the act is decided.</summary>
    public Task<Sent> Send(string id, Command command)
    {
        var access = Call.Live.Kept.Access(Seat);
        return !access.IsHeldBy(Session) && !access.IsMarksDevice(Session) ? Task.FromResult(Sent.Refused(RefusalName.SessionEnded))
            : !Call.Live.Pace.Takes(Seat, access.Role) ? Task.FromResult(Sent.Refused(RefusalName.TooMany))
            : Call.Live.Send(Actor, id, command, Session);
    }

    public static ClaimsPrincipal Principal(string number, string session) =>
        new(new ClaimsIdentity([new(NumberClaim, number), new(SessionClaim, session), new(ClaimTypes.Name, number)], SeatCookie.Scheme));
}
