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

        // Marking first: drafts are most acts of a sitting.
        return Marking(a, command) ?? Access(a, command) ?? Lobby(a, command) ?? Opening(a, command) ?? Hearing(a, command) ?? Room(a, command) ?? Media(a, command)
            ?? Deliberation(a, command) ?? Authority(a, command)
            ?? throw new InvalidOperationException($"No rule decides the command {command.GetType().Name}.");
    }

    private static Ruling? Access(Act a, Command command) => command switch
    {
        OpenCall => RefusalName.Stale,
        IssueLink c => IssueLink(a, c),
        RevokeLink c => RevokeLink(a, c),
        OpenSession c => OpenSession(a, c),
        CloseSession c => !a.S.Seats.TryGetValue(c.Seat, out var p) ? RefusalName.UnknownSeat
            : p.Session == c.Session || p.Marks?.Session == c.Session || p.PendingSession == c.Session ? new SessionClosed(c.Seat, c.Session) : RefusalName.Stale,
        Readmit c => Admit(a, c),
        AdmitMyDevice c => Opened(a, a.Seat!, c.Device),
        TurnAway c => TurnAway(a, c),
        CloseMarksDevice c => a.Seat!.Marks is not { } marks ? RefusalName.Stale
            : marks.Session.DeviceName() == c.Device ? new SessionClosed(a.Me, marks.Session) : Refusal.Of(RefusalName.AnotherDevice, null, marks.Session.DeviceCode()),
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
            : !c.IsSum ? Refusal.Of(RefusalName.Malformed, "sha256")
            : a.Seat is null || !a.S.IsLate(a.Seat, seat) ? new LinkIssued(c.Seat, c.Sha256, a.Seat?.Id)
            : (Event[])[new LateLinkIssued(c.Seat, c.Sha256, a.Me), a.Incident("new-link", "", seat: c.Seat)];
    }

    /// <summary>What may end a session is in the minutes.</summary>
    private static Ruling RevokeLink(Act a, RevokeLink c) =>
        !a.S.Seats.TryGetValue(c.Seat, out var seat) ? RefusalName.UnknownSeat
        : !a.S.MayRevoke(a.Seat!, seat) ? RefusalName.NotYourRole
        : a.S.Phase < Phase.RollCall && !seat.Entered ? new LinkRevoked(c.Seat)
        : (Event[])[new LinkRevoked(c.Seat), a.Incident("link-revoked", "", seat: c.Seat)];

    private static Ruling OpenSession(Act a, OpenSession c)
    {
        if (!a.S.Seats.TryGetValue(c.Seat, out var seat))
        {
            return RefusalName.UnknownSeat;
        }

        if (seat.Link is null || (c.Link is { } link && link != seat.Link) || seat.ReplacedBy is not null || LinksEnded(a.S, seat))
        {
            return RefusalName.LinkEnded;
        }

        if (c.MarksOnly && MarksOnly.Fault(a.S, seat) is { } fault)
        {
            return fault;
        }

        if (seat.Session == c.Session || (seat.Session is null && !a.S.WaitsAtFirst(seat)))
        {
            var opened = new SessionOpened(c.Seat, c.Session);
            return a.S.IsEnteredAgain(seat) ? (Event[])[opened, a.Incident("entered-again", "", seat: c.Seat)] : opened;
        }

        if (seat.Session is not null && !c.TakeOver && !c.MarksOnly)
        {
            return RefusalName.TakeOverUnconfirmed;
        }

        if (!c.WaiterGone && seat.PendingSession is { } first && first != c.Session)
        {
            return Refusal.Of(RefusalName.DeviceWaits, null, first.DeviceCode());
        }

        return c.MarksOnly ? new MarksSessionAsked(c.Seat, c.Session)
            : seat.Session is not null && !a.S.TakeOverWaits(seat) ? new SessionOpened(c.Seat, c.Session) : new TakeOverAsked(c.Seat, c.Session);
    }

    private static Ruling Admit(Act a, Readmit c)
    {
        if (!a.S.Seats.TryGetValue(c.Seat, out var seat))
        {
            return RefusalName.UnknownSeat;
        }

        // First: who may not admit learns nothing of who waits.
        if (!a.S.MayAdmit(a.Seat!, seat))
        {
            return RefusalName.NotYourRole;
        }

        return Opened(a, seat, c.Device);
    }

    /// <summary>A device that displaces nobody is told to the chair: nobody else would notice it.</summary>
    private static Ruling Opened(Act a, SeatState seat, string device) =>
        DeviceFault(seat, device) ?? (LinksEnded(a.S, seat) ? RefusalName.LinkEnded
            : seat.PendingMarks ? (Event[])[new MarksSessionOpened(seat.Id, seat.PendingSession!), a.Incident("marks-device", "", seat: seat.Id)]
            : new SessionOpened(seat.Id, seat.PendingSession!));

    private static Ruling TurnAway(Act a, TurnAway c) =>
        !a.S.Seats.TryGetValue(c.Seat, out var seat) ? RefusalName.UnknownSeat
        : seat.Id != a.Me && !a.S.MayAdmit(a.Seat!, seat) ? RefusalName.NotYourRole
        : DeviceFault(seat, c.Device) ?? (Event[])[new SessionClosed(c.Seat, seat.PendingSession!), a.Incident("turned-away", "", seat: c.Seat)];

    /// <summary>An answer is for the device that was read, and for no other that waits by now.</summary>
    private static Ruling? DeviceFault(SeatState seat, string device) =>
        seat.PendingSession is not { } pending ? RefusalName.Stale
        : pending.DeviceName() == device ? null : (Ruling)Refusal.Of(RefusalName.AnotherDevice, null, pending.DeviceCode());

    /// <summary>Members and presenters enter no more once the sitting is closed; the others, whoever chairs among them, once every notification is with a mail server or handed over.</summary>
    internal static bool LinksEnded(State s, SeatState seat) => EndsWithSitting(s, seat)
        ? s.Phase == Phase.Closed
        : s.HasEnded();

    /// <summary>The closing ends this seat's session too: what was kept is in the minutes, not on their screen.</summary>
    public static bool SittingOver(State s, SeatState seat) => s.Phase == Phase.Closed && EndsWithSitting(s, seat);

    private static bool EndsWithSitting(State s, SeatState seat) => seat.Role is Role.Member or Role.Presenter && seat.Id != s.ActingChair;

    private static Ruling ChairLost(Act a, DeclareChairLost c)
    {
        if (a.S.ActingChair != c.Seat || a.S.ChairMissingSince() is not { } since)
        {
            return RefusalName.Stale;
        }

        var cause = a.S.Seats[c.Seat] is { Connected: true, SteppedOut: true } ? SuspensionCause.ChairOut : SuspensionCause.ChairLost;
        return (a.At.Machine - since).TotalSeconds < a.S.Call.Rules.ChairLostSeconds ? RefusalName.Stale : Vacated(a, c.Seat, cause);
    }

    /// <summary>Without a chair the sitting is suspended by itself, if it had begun.</summary>
    private static Event[] Vacated(Act a, string seat, SuspensionCause cause) =>
        a.S.Suspension is null && a.S.Phase is Phase.RollCall or Phase.Hearings or Phase.FinalDeliberation
            ? [new ChairVacated(seat, cause), new SittingSuspended(cause, null, a.Seal.Text(KeyNames.Sitting, ""))]
            : [new ChairVacated(seat, cause)];
}
