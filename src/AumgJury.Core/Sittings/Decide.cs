using AumgJury.Core.Calls;

namespace AumgJury.Core.Sittings;

/// <summary>The sitting's decider: one pattern match from a command to facts or a refusal. Pure.</summary>
internal static partial class Decide
{
    public static Ruling Rule(Act a, Command command)
    {
        if (a.Seat is { ReplacedBy: not null })
        {
            return RefusalName.LinkEnded;
        }

        if (Permit.For(command).Check(a.S, a.By, a.Seat) is { } refused)
        {
            return refused;
        }

        return Access(a, command) ?? Lobby(a, command) ?? Opening(a, command) ?? Hearing(a, command) ?? Room(a, command) ?? Media(a, command)
            ?? Marking(a, command) ?? Deliberation(a, command) ?? Authority(a, command)
            ?? throw new InvalidOperationException($"No rule decides the command {command.GetType().Name}.");
    }

    private static Ruling? Access(Act a, Command command) => command switch
    {
        OpenCall => RefusalName.Stale,
        IssueLink c => IssueLink(a, c),
        RevokeLink c => a.S.Seats.ContainsKey(c.Seat) ? new LinkRevoked(c.Seat) : RefusalName.UnknownSeat,
        OpenSession c => OpenSession(a, c),
        CloseSession c => !a.S.Seats.TryGetValue(c.Seat, out var p) ? RefusalName.UnknownSeat
            : p.Session == c.Session || p.PendingSession == c.Session ? new SessionClosed(c.Seat, c.Session) : RefusalName.Stale,
        Readmit c => !a.S.Seats.TryGetValue(c.Seat, out var p) ? RefusalName.UnknownSeat
            : p.PendingSession is { } pending ? new SessionOpened(c.Seat, pending) : RefusalName.Stale,
        LoseSeat c => !a.S.Seats.TryGetValue(c.Seat, out var p) ? RefusalName.UnknownSeat
            : p.Connected ? new SeatLost(c.Seat, a.At.Machine) : RefusalName.Stale,
        RegainSeat c => !a.S.Seats.TryGetValue(c.Seat, out var p) ? RefusalName.UnknownSeat
            : p.Connected || p.ReplacedBy is not null ? RefusalName.Stale : new SeatRegained(c.Seat),
        DeclareChairLost c => ChairLost(a, c),
        _ => null,
    };

    private static Ruling IssueLink(Act a, IssueLink c)
    {
        if (!a.S.Seats.TryGetValue(c.Seat, out var seat))
        {
            return RefusalName.UnknownSeat;
        }

        return seat.ReplacedBy is not null ? RefusalName.LinkEnded
            : c.Sha256.Length != 64 || !c.Sha256.All(char.IsAsciiHexDigitLower) ? Refusal.Of(RefusalName.Malformed, "sha256")
            : new LinkIssued(c.Seat, c.Sha256);
    }

    private static Ruling OpenSession(Act a, OpenSession c)
    {
        if (!a.S.Seats.TryGetValue(c.Seat, out var seat))
        {
            return RefusalName.UnknownSeat;
        }

        if (seat.Link is null || seat.ReplacedBy is not null || LinksEnded(a.S, seat))
        {
            return RefusalName.LinkEnded;
        }

        if (seat.Session is null || seat.Session == c.Session)
        {
            return new SessionOpened(c.Seat, c.Session);
        }

        if (!c.TakeOver)
        {
            return RefusalName.TakeOverUnconfirmed;
        }

        return a.S.Phase < Phase.RollCall ? new SessionOpened(c.Seat, c.Session) : new TakeOverAsked(c.Seat, c.Session);
    }

    /// <summary>Members and presenters enter no more once the sitting is closed; the others once every notification is accepted.</summary>
    private static bool LinksEnded(State s, SeatState seat) => seat.Role is Role.Member or Role.Presenter
        ? s.Phase == Phase.Closed
        : s.NotificationsReleased && s.Notifications.Values.All(n => n.Delivery == DeliveryState.Accepted);

    private static Ruling ChairLost(Act a, DeclareChairLost c)
    {
        if (a.S.ActingChair.Length == 0 || a.S.ActingChair != c.Seat || a.S.Seats[c.Seat] is not { Connected: false, LostAt: { } lost })
        {
            return RefusalName.Stale;
        }

        return (a.At.Machine - lost).TotalSeconds < a.S.Call.Rules.ChairLostSeconds ? RefusalName.Stale : Vacated(a, c.Seat, SuspensionCause.ChairLost);
    }

    /// <summary>Without a chair the sitting is suspended by itself, if it had begun.</summary>
    private static Event[] Vacated(Act a, string seat, SuspensionCause cause) =>
        a.S.Suspension is null && a.S.Phase is Phase.RollCall or Phase.Hearings or Phase.FinalDeliberation
            ? [new ChairVacated(seat, cause), new SittingSuspended(cause, null, a.Seal.Text(KeyNames.Sitting, ""))]
            : [new ChairVacated(seat, cause)];
}
