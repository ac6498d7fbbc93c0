using AumgJury.Core.Room;

namespace AumgJury.Core.Sittings;

internal static partial class Decide
{
    private static Ruling? Media(Act a, Command command) => command switch
    {
        MuteSeat c => OfInside(a, c.Seat, p => p.Muted == MuteCause.One ? RefusalName.Stale : new SeatMuted(p.Id)),
        LiftMute c => !a.S.Seats.TryGetValue(c.Seat, out var p) ? Refusal.Of(RefusalName.UnknownSeat, "seat", c.Seat) : p.Muted is null ? RefusalName.Stale : new MuteLifted(c.Seat),
        MuteAll => Together(a.S.Inside().Where(p => p.Muted is null && p.Id != a.S.ActingChair), seats => new EveryoneMuted(seats, false)),
        LiftAllMutes => Together(a.S.InOrder.Where(p => p.Muted is MuteCause.Everyone or MuteCause.Marking), seats => new MutesLifted(seats)),
        StopShare c => OfInside(a, c.Seat, p => p.ShareStopped ? RefusalName.Stale : new ShareStopped(p.Id)),
        AllowShare c => OfInside(a, c.Seat, p => p.ShareStopped ? new ShareAllowed(p.Id) : RefusalName.Stale),
        AdmitAgain c => OfHearing(a, c.University, h => h is { PresenterInside: true, Held: true } ? new PresenterAdmitted(h.University) : RefusalName.Stale),
        HoldOutsiders => a.S.Current is { PresenterInside: true, Held: false } h
            ? (Event[])[new OutsidersHeld(h.University), a.Incident("outsiders-held", "", h.University, h.Dossier, h.Presenter)]
            : RefusalName.Stale,
        NoteAudioOnly c => !a.S.Seats.TryGetValue(c.Seat, out var p) ? RefusalName.UnknownSeat
            : p.AudioOnly == c.On ? RefusalName.Stale
            : AudioOnly(a, c),
        ReportCheck c => new CheckReported(a.Me, c.Camera, c.Microphone, c.Speaker, c.Direct, c.Relay),
        _ => null,
    };

    /// <summary>The minutes tell of the first time in a hearing, or between two: a link that comes and goes would fill them.</summary>
    private static Event[] AudioOnly(Act a, NoteAudioOnly c)
    {
        var (kind, university) = (c.On ? "audio-only" : "audio-only-over", a.S.Current?.University);
        return a.S.Incidents.Any(i => i.Kind == kind && i.Seat == c.Seat && i.University == university)
            ? [new AudioOnlyNoted(c.Seat, c.On)]
            : [new AudioOnlyNoted(c.Seat, c.On), a.Incident(kind, "", university, a.S.Current?.Dossier, c.Seat)];
    }

    /// <summary>Somebody who is in the media room; a presenter held out stays in the chair's hand.</summary>
    private static Ruling OfInside(Act a, string seat, Func<SeatState, Ruling> rule) =>
        a.S.Seats.TryGetValue(seat, out var p) && (MediaRights.IsInside(a.S, p) || (a.S.Current is { PresenterInside: true } h && h.Presenter == seat))
            ? rule(p)
            : Refusal.Of(RefusalName.UnknownSeat, "seat", seat);

    private static Ruling Together(IEnumerable<SeatState> people, Func<string[], Event> fact) =>
        people.Select(p => p.Id).ToArray() is { Length: > 0 } seats ? fact(seats) : RefusalName.Stale;

    private static IEnumerable<SeatState> Inside(this State s) => s.InOrder.Where(p => MediaRights.IsInside(s, p));
}
