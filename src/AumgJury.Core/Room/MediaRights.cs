using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;

namespace AumgJury.Core.Room;

/// <summary>
/// Who may send, see and hear whom, from the state alone (wall 5). The server makes Janus equal to it; nothing else decides.
/// </summary>
internal static class MediaRights
{
    public static MediaPlan Of(State s) => s.Memory.Media.Of((s.Seats, s.SeatOrder, s.Room.Sign, s.Suspension is not null, s.Current), s, static (s, _) =>
    {
        var inside = s.InOrder.Where(p => IsInside(s, p)).ToArray();
        return new([.. inside.Select(p => Seat(s, p, inside))]);
    });

    /// <summary>One person's permissions; null when they are out of the media room.</summary>
    public static MediaSeat? Of(State s, string seat) => Of(s).Of(seat);

    /// <summary>The jury and its secretary who entered, and the presenter who is heard, unless held out after a failure.</summary>
    public static bool IsInside(State s, SeatState p) =>
        s.Room.Sign != RoomSign.None
        && p.ReplacedBy is null
        && p.ConfirmedAt is not null
        && (p.Role == Role.Presenter
            ? s.Room.Sign == RoomSign.Open && s.Current is { PresenterInside: true, Held: false } h && h.Presenter == p.Id
            : p.InRoom);

    private static MediaSeat Seat(State s, SeatState p, SeatState[] inside)
    {
        // A room in doubt carries nothing at all: who is in it is what is not known.
        var doubtful = s.Room.Sign == RoomSign.NotSecure;
        string[] others = doubtful ? [] : [.. inside.Where(x => x.Id != p.Id).Select(x => x.Id)];
        var quiet = doubtful || s.Suspension is not null;
        return new(
            p.Id,
            p.Role == Role.Presenter,
            quiet || p.Muted is not null ? MediaPermit.Muted : MediaPermit.Allowed,
            quiet || p.AudioOnly ? MediaPermit.No : MediaPermit.Allowed,
            quiet || p.ShareStopped || p.Role == Role.Secretary ? MediaPermit.No : MediaPermit.Allowed,
            others,
            p.AudioOnly ? [] : others,
            p.AudioOnly);
    }
}
