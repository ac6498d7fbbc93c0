using System.Text.Json.Serialization;

namespace AumgJury.Core.Sittings;

/// <summary>
/// Who acts: a seat of the call, or one of the machine's own parts, which no client can be.
/// Its text (<c>seat:M3</c>, <c>machine:room</c>) is what the journal keeps.
/// </summary>
public readonly record struct Actor
{
    private Actor(string text) => Text = text;

    public string Text { get; }

    /// <summary>Sees connections come and go, and the time without a chair.</summary>
    public static Actor Presence { get; } = new("machine:presence");

    /// <summary>Opens, closes and proves the room; moves recused members.</summary>
    public static Actor Room { get; } = new("machine:room");

    /// <summary>Sends the notifications.</summary>
    public static Actor Outbox { get; } = new("machine:outbox");

    /// <summary>Sets up a call.</summary>
    public static Actor Setup { get; } = new("machine:setup");

    /// <summary>Issues links and opens sessions.</summary>
    public static Actor Access { get; } = new("machine:access");

    public static Actor Seat(string id) => new("seat:" + id);

    [JsonIgnore]
    public bool IsMachine => Text.StartsWith("machine:", StringComparison.Ordinal);

    /// <summary>The seat's id; null for the machine.</summary>
    [JsonIgnore]
    public string? SeatId => Text.StartsWith("seat:", StringComparison.Ordinal) ? Text[5..] : null;

    internal static Actor Parse(string text) => new(text);

    public override string ToString() => Text;
}

/// <summary>
/// The two instants of an act (design, wall 2). <paramref name="Sitting"/> is the sitting's clock: slots, hearing clocks, the minutes.
/// <paramref name="Machine"/> is real time: countdowns, presence, sessions. They differ only in a demo.
/// </summary>
public readonly record struct Instants(DateTimeOffset Sitting, DateTimeOffset Machine);

/// <summary>Encrypts under the key of that name, which is on disk before this returns.</summary>
public delegate byte[] Seal(string key, byte[] clear);

/// <summary>Decrypts; null when the key of that name was destroyed.</summary>
public delegate byte[]? Unseal(string key, byte[] cipher);
