namespace AumgJury.Core.Sittings;

internal static partial class Evolve
{
    private static State? Media(State s, Event e, DateTimeOffset at) => e switch
    {
        SeatMuted x => s.WithSeat(x.Seat, p => p with { Muted = MuteCause.One }),
        MuteLifted x => s.WithSeat(x.Seat, p => p with { Muted = null }),
        EveryoneMuted x => Together(AtMarking(s, x), x.Seats, p => p with { Muted = x.AtMarking ? MuteCause.Marking : MuteCause.Everyone }),
        MutesLifted x => Together(s, x.Seats, p => p with { Muted = null }),
        ShareStopped x => s.WithSeat(x.Seat, p => p with { ShareStopped = true }),
        ShareAllowed x => s.WithSeat(x.Seat, p => p with { ShareStopped = false }),
        OutsidersHeld x => s.WithHearing(x.University, h => h with { Held = true }),
        PresenterAdmitted x => s.WithHearing(x.University, h => h with { Held = false }),
        AudioOnlyNoted x => s.WithSeat(x.Seat, p => p with { AudioOnly = x.On }),
        CheckReported x => s.WithSeat(x.Seat, p => p with { Check = new(x.Camera, x.Microphone, x.Speaker, x.Direct, x.Relay, at) }),
        _ => null,
    };

    private static State Together(State s, string[] seats, Func<SeatState, SeatState> change) => seats.Aggregate(s, (t, seat) => t.WithSeat(seat, change));

    private static State AtMarking(State s, EveryoneMuted x) => x.AtMarking && s.Current is { } h ? s.With(h with { MarkingMuted = true }) : s;

    /// <summary>The mute of a marking ends with it; the chair's own mutes hold until the chair lifts them.</summary>
    private static State MarkingEnds(State s) =>
        Together(s, [.. s.InOrder.Where(p => p.Muted == MuteCause.Marking).Select(p => p.Id)], p => p with { Muted = null });

    /// <summary>What was ruled on a presenter's microphone and screen ends with their hearing.</summary>
    private static State PresenterLeaves(State s, string presenter) =>
        presenter.Length == 0 ? s : s.WithSeat(presenter, p => p with { Muted = null, ShareStopped = false, AudioOnly = false });
}
