using System.Text.Json;
using AumgJury.Core.Room;
using AumgJury.Web.Realtime;

namespace AumgJury.Web.Conference;

/// <summary>One person of the media room: their stream, their place in Janus while they are in, and what their page said.</summary>
internal sealed class Person(MediaStream stream)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);
    private DateTimeOffset _reportedAt;
    private string _told = "";
    private string _toldPeople = "";

    public MediaStream Stream => stream;

    public OneAtATime Work { get; } = new();

    /// <summary>Null while out, and between two epochs.</summary>
    public Peer? Peer { get; set; }

    public Tile[] Tiles { get; set; } = [];

    public bool MicrophoneOn { get; set; }

    public bool CameraOn { get; set; }

    public Link Link { get; private set; } = new();

    /// <summary>Reports come every 3 s; one that follows another at once is not looked at, or a hostile page could fill the journal.</summary>
    /// <returns>Whether anything may be given or told otherwise now.</returns>
    public bool Report(StatsSignal stats, DateTimeOffset at)
    {
        if (at - _reportedAt < Between)
        {
            return false;
        }

        _reportedAt = at;
        var before = Link;
        Link = before.With(stats);
        return !Link.BearsAs(before);
    }

    /// <summary>Janus's own count of what was lost.</summary>
    public void Slowed(int lost, DateTimeOffset at) => Link = Link.Slowed(lost, at);

    public SendLimits Limits { get; private set; } = Bitrates.For([], []);

    public IceServer[] Ice { get; set; } = [];

    /// <summary>A new epoch: what the page said of the one before is over.</summary>
    public void Begin(Peer peer, IceServer[] ice)
    {
        Peer = peer;
        Ice = ice;
        Tiles = [];
        MicrophoneOn = CameraOn = false;
        _toldPeople = "";
    }

    /// <summary>Small changes of a link would make a browser's encoder restless: only a step or a fifth counts.</summary>
    public void Limit(SendLimits next)
    {
        if (next.Height != Limits.Height || Math.Abs(next.Kbps - Limits.Kbps) * 5 > Limits.Kbps)
        {
            Limits = next;
        }
    }

    public void TellOut() => Tell(new OutFrame());

    public void TellUnavailable(UnavailableWhy why) => Tell(new UnavailableFrame(why));

    public void TellRoom(MediaSeat rights)
    {
        if (Peer is { Joined: true, Gone: false } peer)
        {
            // The credentials are those of the epoch: made again they would differ each second.
            Tell(new RoomFrame(peer.Epoch, Ice, false, new(rights.Microphone, rights.Camera, rights.Share), Limits));
        }
    }

    public void TellPeople(MediaPersonLine[] people)
    {
        var frame = new PeopleFrame(people);
        var text = JsonSerializer.Serialize<MediaFrame>(frame, WireJson.Options);
        if (text != _toldPeople)
        {
            _toldPeople = text;
            Stream.Push(frame);
        }
    }

    /// <summary>Where one stands is told when it differs from what was told last.</summary>
    private void Tell(MediaFrame frame)
    {
        var text = JsonSerializer.Serialize(frame, WireJson.Options);
        if (text != _told)
        {
            _told = text;
            Stream.Push(frame);
        }
    }
}
