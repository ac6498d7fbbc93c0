using System.Collections.Concurrent;
using AumgJury.Core.Room;

namespace AumgJury.Web.Conference;

/// <summary>Who receives what of whom, at one moment: the plan of Core, what is published, and what each page shows.</summary>
internal sealed class Scene(MediaPlan plan, Person[] people)
{
    private readonly ConcurrentDictionary<Person, Tile[]> _given = [];

    /// <summary>Sound always; pictures that the page shows.</summary>
    public Wanted[] WantedBy(Person me)
    {
        if (plan.Of(me.Stream.Seat) is not { } rights)
        {
            return [];
        }

        return [.. people.Where(p => p != me && p.Peer is not null).SelectMany(p => Media(me, rights, p))];
    }

    /// <summary>
    /// The tallest tile that shows this person, at what the weakest link that must see it bears: a juror's or the secretary's. Somebody of outside
    /// lowers nobody's picture; they go without what their link does not bear.
    /// </summary>
    public SendLimits LimitsOf(Person person)
    {
        var seat = person.Stream.Seat;
        var jury = people.Where(v => v != person && !IsOutsider(v) && IsGiven(v, seat, MediaSource.Camera)).ToArray();
        var heights = jury.Concat(people.Where(IsOutsider)).SelectMany(Seen).Where(t => t.Seat == seat && t.Source == MediaSource.Camera).Select(t => t.Height);
        return Bitrates.For([.. heights], jury.Select(v => v.Link.Down / Given(v).Length), person.Link.Up);
    }

    /// <summary>Oneself too: one's own link and whether it leaves the sound alone are known here only.</summary>
    public MediaPersonLine[] PeopleFor(Person me) => plan.Of(me.Stream.Seat) is not { } rights
        ? []
        : [.. people.Where(p => p == me || rights.Hears.Contains(p.Stream.Seat) || rights.Sees.Contains(p.Stream.Seat)).Select(p => Line(me, p)).OrderBy(l => l.Seat, StringComparer.Ordinal)];

    private bool IsOutsider(Person person) => plan.Of(person.Stream.Seat)?.Outsider == true;

    /// <summary>The tiles of whom this person may see, each picture once, the most important first: the largest, then the presenter's.</summary>
    private Tile[] Seen(Person viewer) => plan.Of(viewer.Stream.Seat) is not { } rights
        ? []
        : [.. viewer.Tiles.Where(t => rights.Sees.Contains(t.Seat))
            .GroupBy(t => (t.Seat, t.Source), (_, same) => same.MaxBy(t => t.Height)!)
            .OrderByDescending(t => t.Height).ThenByDescending(t => plan.Of(t.Seat)?.Outsider == true).ThenBy(t => t.Seat, StringComparer.Ordinal).ThenBy(t => t.Source)];

    /// <summary>
    /// What this person is given of them: to the jury as many as their link bears at the floor, since each picture then follows the weakest link; to
    /// somebody of outside as many as it bears as they are. They stay the same during one pass; an outsider's are asked for when its limits are set.
    /// </summary>
    private Tile[] Given(Person viewer) => _given.GetOrAdd(viewer, v =>
    {
        if (!IsOutsider(v))
        {
            return [.. Seen(v).Take(v.Link.Pictures / Bitrates.Floor)];
        }

        // Without a loss nothing is known that the link would not bear.
        var left = v.Link.Pictures == Link.Whole ? int.MaxValue : v.Link.Pictures;
        List<Tile> borne = [];
        foreach (var tile in Seen(v).Where(t => KbpsOf(t) <= left))
        {
            left -= KbpsOf(tile);
            borne.Add(tile);
        }

        return [.. borne];
    });

    private int KbpsOf(Tile tile) => tile.Source == MediaSource.Screen ? Bitrates.ForScreen.Kbps : Array.Find(people, p => p.Stream.Seat == tile.Seat)?.Limits.Kbps ?? 0;

    private bool IsGiven(Person viewer, string seat, MediaSource source) => Array.Exists(Given(viewer), t => t.Seat == seat && t.Source == source);

    private IEnumerable<Wanted> Media(Person me, MediaSeat rights, Person from)
    {
        var seat = from.Stream.Seat;
        if (from.Peer?.Camera is { Up: true } camera)
        {
            if (camera.AudioMid is { } audio && rights.Hears.Contains(seat))
            {
                yield return new(camera.Feed, audio, seat, MediaSource.Microphone);
            }

            if (camera.VideoMid is { } video && IsGiven(me, seat, MediaSource.Camera))
            {
                yield return new(camera.Feed, video, seat, MediaSource.Camera);
            }
        }

        if (from.Peer?.Screen is { Up: true, VideoMid: { } picture } screen && IsGiven(me, seat, MediaSource.Screen))
        {
            yield return new(screen.Feed, picture, seat, MediaSource.Screen);
        }
    }

    private MediaPersonLine Line(Person me, Person p)
    {
        var rights = plan.Of(p.Stream.Seat);
        return new(
            p.Stream.Seat,
            p.MicrophoneOn && rights?.Microphone == MediaPermit.Allowed && p.Peer?.Camera is { Up: true, AudioMid: not null },
            p.CameraOn && rights?.Camera == MediaPermit.Allowed && p.Peer?.Camera is { Up: true, VideoMid: not null },
            p.Peer?.Screen is { Up: true },
            p.Link.Quality,
            rights?.AudioOnly == true,
            Array.Exists(Seen(me), t => t.Seat == p.Stream.Seat && !IsGiven(me, t.Seat, t.Source)));
    }
}
