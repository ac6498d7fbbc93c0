using AumgJury.Core.Room;

namespace AumgJury.Web.Conference;

/// <summary>Who receives what of whom, at one moment: the plan of Core, what is published, and what each page shows.</summary>
internal sealed class Scene(MediaPlan plan, Person[] people)
{
    /// <summary>Sound always; pictures that the page shows.</summary>
    public Wanted[] WantedBy(Person me)
    {
        if (plan.Of(me.Stream.Seat) is not { } rights)
        {
            return [];
        }

        return [.. people.Where(p => p != me && p.Peer is not null).SelectMany(p => Media(me, rights, p))];
    }

    /// <summary>The tallest tile that shows this person, at what the weakest link that must see it bears.</summary>
    public SendLimits LimitsOf(Person person)
    {
        var viewers = people.Where(v => v != person && Shows(v, person.Stream.Seat, MediaSource.Camera)).ToArray();
        return Bitrates.For([.. viewers.Select(v => Height(v, person.Stream.Seat))], viewers.Select(ShareOf).Append(person.Link.Up));
    }

    /// <summary>Oneself too: one's own link and whether it leaves the sound alone are known here only.</summary>
    public MediaPersonLine[] PeopleFor(Person me) => plan.Of(me.Stream.Seat) is not { } rights
        ? []
        : [.. people.Where(p => p == me || rights.Hears.Contains(p.Stream.Seat) || rights.Sees.Contains(p.Stream.Seat)).Select(Line).OrderBy(l => l.Seat, StringComparer.Ordinal)];

    private static int Height(Person viewer, string seat) => viewer.Tiles.Where(t => t.Seat == seat && t.Source == MediaSource.Camera).Max(t => t.Height);

    private static int ShareOf(Person viewer) => viewer.Link.Down / Math.Max(1, viewer.Tiles.Length);

    private bool Shows(Person viewer, string seat, MediaSource source) =>
        plan.Of(viewer.Stream.Seat)?.Sees.Contains(seat) == true && Array.Exists(viewer.Tiles, t => t.Seat == seat && t.Source == source);

    private IEnumerable<Wanted> Media(Person me, MediaSeat rights, Person from)
    {
        var seat = from.Stream.Seat;
        if (from.Peer?.Camera is { Up: true } camera)
        {
            if (camera.AudioMid is { } audio && rights.Hears.Contains(seat))
            {
                yield return new(camera.Feed, audio, seat, MediaSource.Microphone);
            }

            if (camera.VideoMid is { } video && Shows(me, seat, MediaSource.Camera))
            {
                yield return new(camera.Feed, video, seat, MediaSource.Camera);
            }
        }

        if (from.Peer?.Screen is { Up: true, VideoMid: { } picture } screen && Shows(me, seat, MediaSource.Screen))
        {
            yield return new(screen.Feed, picture, seat, MediaSource.Screen);
        }
    }

    private MediaPersonLine Line(Person p)
    {
        var rights = plan.Of(p.Stream.Seat);
        return new(
            p.Stream.Seat,
            p.MicrophoneOn && rights?.Microphone == MediaPermit.Allowed && p.Peer?.Camera is { Up: true, AudioMid: not null },
            p.CameraOn && rights?.Camera == MediaPermit.Allowed && p.Peer?.Camera is { Up: true, VideoMid: not null },
            p.Peer?.Screen is { Up: true },
            p.Link.Quality,
            rights?.AudioOnly == true);
    }
}
