namespace AumgJury.Core.Sittings;

internal static partial class Decide
{
    private static Ruling? Room(Act a, Command command) => command switch
    {
        OrderExit c => Exit(a, c),
        ProveRoom c => Prove(a, c),
        AttestRoom c => Attest(a, c),
        DoubtRoom c => a.S.RoomIsClosed ? new RoomDoubted(a.Seal.Text(KeyNames.Sitting, c.Reason)) : RefusalName.Stale,
        Suspend c => SuspendSitting(a, c),
        Resume => ResumeSitting(a),
        GoOnWithout c => GoOn(a, c),
        StepOut => LeaveRoom(a),
        StepBack => ComeBack(a),
        MoveOutRecused c => !a.S.Seats.TryGetValue(c.Seat, out var p) || p.LeavesAt is not { } due || due > a.At.Machine ? RefusalName.Stale : new RecusedMovedOut(c.Seat),
        BringBackRecused c => !a.S.Seats.TryGetValue(c.Seat, out var p) || p.ReturnsAt is not { } due || due > a.At.Machine || a.S.MustBeOut(p) ? RefusalName.Stale : new RecusedReturned(c.Seat),
        DelayReturn => a.Seat!.ReturnsAt is null ? RefusalName.Stale : new ReturnPutOff(a.Me, true),
        RaiseHand => !a.Seat!.InRoom ? RefusalName.NotConfirmed : a.S.Hands.Contains(a.Me) || a.S.Floor == a.Me ? RefusalName.Stale : new HandRaised(a.Me),
        LowerHand => a.S.Hands.Contains(a.Me) ? new HandLowered(a.Me) : a.S.Floor == a.Me ? new FloorGiven(null) : RefusalName.Stale,
        GiveFloor c => c.Seat is null ? (a.S.Floor is null ? RefusalName.Stale : new FloorGiven(null))
            : !a.S.Seats.TryGetValue(c.Seat, out var p) || !(p.InRoom || (a.S.Current is { PresenterInside: true } h && h.Presenter == p.Id)) ? RefusalName.UnknownSeat
            : a.S.Floor == c.Seat ? RefusalName.Stale : new FloorGiven(c.Seat),
        _ => null,
    };

    /// <summary>
    /// Proves a closing; a proven room is proven again when other people sit in it. Seats are compared, not their number: one may
    /// have left while another came in. What was counted before somebody came or left proves nothing any more.
    /// </summary>
    private static Ruling Prove(Act a, ProveRoom c) =>
        Duties.Proof(a.S) is { } wanted && wanted.Number == c.Number && Same(wanted.Expected, c.Expected) && Same(c.Expected, c.Found)
            ? new RoomProven(c.Number, c.Means, wanted.Expected, [.. wanted.Expected], c.Ordered, c.Proven)
            : RefusalName.Stale;

    private static bool Same(string[] one, string[] other) => one.ToHashSet(StringComparer.Ordinal).SetEquals(other);

    private static Ruling Exit(Act a, OrderExit c) => OfHearing(a, c.University, h =>
    {
        if (!h.PresenterInside)
        {
            return RefusalName.Stale;
        }

        // One exit a University, after its last dossier (S1-21): nobody leaves before every dossier was presented.
        var left = h.Step == HearingStep.Conclusion ? [] : NotPresented(a, h);
        return left.Length > 0
            ? Refusal.Of(RefusalName.DossiersLeft, null, left)
            : (Event[])[.. MissedSoFar(a, h), new ExitOrdered(c.University)];
    });

    private static Ruling Attest(Act a, AttestRoom c)
    {
        if (a.S.Room.Sign is not (RoomSign.Closing or RoomSign.NotSecure) || a.S.Room.Number != c.Number)
        {
            return RefusalName.Stale;
        }

        return Act.TextFault("reason", c.Reason, ReasonLength, 1) is { } fault
            ? fault with { Name = fault.Name == RefusalName.TextMissing ? RefusalName.ReasonMissing : fault.Name }
            : (Event[])[new RoomAttested(c.Number, a.S.ExpectedInside().Count(), a.Seal.Text(KeyNames.Sitting, c.Reason.Trim())), a.Incident("attested", c.Reason.Trim(), a.S.Current?.University)];
    }

    private static Ruling SuspendSitting(Act a, Suspend c)
    {
        if (a.S.Suspension is not null)
        {
            return RefusalName.Stale;
        }

        if (c.Until is { } until && (until <= a.At.Sitting || until > a.At.Sitting.AddDays(1)))
        {
            return Refusal.Of(RefusalName.OutOfRange, "until");
        }

        return Act.TextFault("reason", c.Reason, ReasonLength) is { } fault
            ? fault
            : new SittingSuspended(a.S.LostVoters().Any() ? SuspensionCause.VoterLost : SuspensionCause.Chair, c.Until, a.Seal.Text(KeyNames.Sitting, c.Reason.Trim()));
    }

    private static Ruling ResumeSitting(Act a)
    {
        if (a.S.Suspension is null)
        {
            return RefusalName.Stale;
        }

        var present = a.S.PresentVoters();
        return a.S.Phase > Phase.RollCall && present < a.S.Call.Rules.Quorum
            ? Refusal.Of(RefusalName.NoQuorum, null, $"{present}", $"{a.S.Call.Rules.Quorum}")
            : new SittingResumed();
    }

    private static Ruling GoOn(Act a, GoOnWithout c)
    {
        if (!a.S.Dossiers.TryGetValue(c.Dossier, out var d))
        {
            return Refusal.Of(RefusalName.UnknownDossier, "dossier", c.Dossier);
        }

        // Only what is being heard can be missed: one dossier, or all of the University's between two.
        if (a.S.LostVoters().All(p => p.Id != c.Seat) || d.Missed.ContainsKey(c.Seat) || a.S.Current is not { } h
            || h.University != d.Definition.University || (h.Dossier ?? d.Id) != d.Id || !d.IsJudged)
        {
            return RefusalName.Stale;
        }

        if (d.IsRevealed)
        {
            return Refusal.Of(RefusalName.AlreadyRevealed, null, d.Id, Instant(d.Rounds[^1].At));
        }

        Event missed = new VoteMissed(c.Seat, c.Dossier, "lost");
        return (Event[])(a.S.Suspension is { Cause: SuspensionCause.VoterLost } ? [missed, new SittingResumed()] : [missed]);
    }

    /// <summary>A recused member leaves early, or a juror leaves for a while; the chair sees what it costs.</summary>
    private static Ruling LeaveRoom(Act a)
    {
        var seat = a.Seat!;
        return seat.Out ? RefusalName.Stale
            : seat.LeavesAt is not null ? new RecusedMovedOut(a.Me)
            : seat.ConfirmedAt is null ? RefusalName.NotConfirmed
            : new SteppedOut(a.Me, a.At.Machine);
    }

    private static Ruling ComeBack(Act a)
    {
        var seat = a.Seat!;
        return !seat.Out ? RefusalName.Stale : a.S.MustBeOut(seat) ? RefusalName.Recused : new SteppedBack(a.Me);
    }
}
