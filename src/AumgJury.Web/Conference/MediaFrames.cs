using System.Text.Json.Serialization;
using AumgJury.Core.Room;

namespace AumgJury.Web.Conference;

/// <summary>What a browser is told to do (docs/protocol.md). Nothing of Janus is in it: no id, no pin, no token.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(OutFrame), "out")]
[JsonDerivedType(typeof(RoomFrame), "room")]
[JsonDerivedType(typeof(OfferFrame), "offer")]
[JsonDerivedType(typeof(PeopleFrame), "people")]
[JsonDerivedType(typeof(TalkingFrame), "talking")]
[JsonDerivedType(typeof(UnavailableFrame), "unavailable")]
[JsonDerivedType(typeof(EndedFrame), "ended")]
public abstract record MediaFrame;

/// <summary>Not in the media room: close every connection at once.</summary>
public sealed record OutFrame : MediaFrame;

/// <summary>In the media room. Another <paramref name="Epoch"/> than before: close everything and begin anew.</summary>
public sealed record RoomFrame(long Epoch, IceServer[] Ice, bool Relay, MyMedia Me, SendLimits Send) : MediaFrame;

public sealed record MyMedia(MediaPermit Microphone, MediaPermit Camera, MediaPermit Share);

/// <summary>What is worth sending: the tallest picture that anybody shows, at what the weakest link that must see it bears.</summary>
/// <param name="Height">Lines of the camera's picture.</param>
public sealed record SendLimits(int Height, int FrameRate, int Kbps);

/// <summary>A description to answer with the signal <c>answer</c>, by its number.</summary>
public sealed record OfferFrame(long Epoch, int Number, string Sdp, OfferedStream[] Streams) : MediaFrame;

public sealed record OfferedStream(string Mid, string Seat, MediaSource Source);

/// <summary>Newest only; people whom this person may see or hear.</summary>
public sealed record PeopleFrame(MediaPersonLine[] People) : MediaFrame;

/// <param name="Withheld">The reader's own link does not bear a picture of this person that their page shows: it does not come.</param>
public sealed record MediaPersonLine(string Seat, bool Microphone, bool Camera, bool Screen, LinkQuality Quality, bool AudioOnly, bool Withheld);

public sealed record TalkingFrame(string Seat, bool On) : MediaFrame;

/// <summary>Janus is not there; another frame follows when it is.</summary>
public sealed record UnavailableFrame(UnavailableWhy Why) : MediaFrame;

/// <summary>Nothing more comes.</summary>
public sealed record EndedFrame(EndedWhy Why) : MediaFrame;

public enum MediaSource
{
    Microphone,
    Camera,
    Screen,
}

/// <summary>How well a person's link carries, as their browser measures it.</summary>
public enum LinkQuality
{
    Unknown,
    Good,
    Fair,
    Poor,
}

public enum UnavailableWhy
{
    /// <summary>Starting, or failed and starting again.</summary>
    Starting,

    /// <summary>This house has no media server.</summary>
    None,

    /// <summary>A test of the relay, and this house has none.</summary>
    NoRelay,

    /// <summary>Too many tests at once, or this person asked too often: ask again in a moment.</summary>
    Busy,
}

public enum EndedWhy
{
    Taken,
    SessionEnded,
    CallClosed,

    /// <summary>This device has grid and dossiers only: picture and sound are on the other one.</summary>
    MarksOnly,

    /// <summary>A test lasts two minutes at most.</summary>
    TestOver,
}
