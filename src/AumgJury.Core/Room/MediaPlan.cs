namespace AumgJury.Core.Room;

/// <summary>What a person may do with one of their sources.</summary>
public enum MediaPermit
{
    /// <summary>Not at all: the source is closed.</summary>
    No,

    /// <summary>It may be connected, and nobody receives it: the mute is the server's, whatever the browser does.</summary>
    Muted,

    Allowed,
}

/// <summary>One person who is in the media room: what they may send, and whom they receive.</summary>
/// <param name="Outsider">A presenter: nothing of the jury may reach them once they are out.</param>
/// <param name="Hears">Seats whose microphone reaches this person.</param>
/// <param name="Sees">Seats whose camera and screen reach this person.</param>
/// <param name="AudioOnly">A poor link leaves this person the sound alone: they neither send nor receive a picture.</param>
public sealed record MediaSeat(string Seat, bool Outsider, MediaPermit Microphone, MediaPermit Camera, MediaPermit Share, string[] Hears, string[] Sees, bool AudioOnly);

/// <summary>
/// Everybody who may be in the media room now (wall 5); whoever is not named is out. It carries no secret: seats and permissions only.
/// </summary>
public sealed record MediaPlan(MediaSeat[] Inside)
{
    /// <summary>The person's permissions; null when they are out.</summary>
    public MediaSeat? Of(string seat) => Array.Find(Inside, p => p.Seat == seat);
}
