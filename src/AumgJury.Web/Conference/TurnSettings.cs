using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AumgJury.Web.Conference;

/// <summary>
/// The section <c>Turn</c> of the settings: a coturn with <c>use-auth-secret</c>. Credentials are made for one seat and end by themselves
/// (draft-uberti-behave-turn-rest).
/// </summary>
public sealed record TurnSettings
{
    /// <summary>A test lasts two minutes; the rest is for a clock that is not quite that of the relay.</summary>
    private static readonly TimeSpan Tested = TimeSpan.FromMinutes(5);

    /// <summary>Addresses such as <c>turn:turn.example.org:3478?transport=udp</c> and <c>turns:turn.example.org:5349?transport=tcp</c>.</summary>
    public string[] Urls { get; init; } = [];

    /// <summary>coturn's <c>static-auth-secret</c>; it never leaves the server.</summary>
    public string Secret { get; init; } = "";

    /// <summary>Life of a juror's or the secretary's credentials in minutes: a sitting.</summary>
    public int Minutes { get; init; } = 600;

    /// <summary>Life of a presenter's credentials in minutes: a slot and its delays.</summary>
    public int OutsiderMinutes { get; init; } = 120;

    public bool IsSet => Urls.Length > 0;

    /// <exception cref="InvalidOperationException">Addresses without a secret, or an address that is none.</exception>
    public static TurnSettings From(IConfiguration configuration)
    {
        var settings = configuration.GetSection("Turn").Get<TurnSettings>() ?? new TurnSettings();
        return settings.Urls.Length > 0 && settings.Secret.Length == 0 ? throw new InvalidOperationException("Turn:Urls est renseigné sans Turn:Secret.")
            : Array.Find(settings.Urls, u => !u.StartsWith("turn:", StringComparison.Ordinal) && !u.StartsWith("turns:", StringComparison.Ordinal)) is { } bad ? throw new InvalidOperationException($"Turn:Urls : « {bad} » n'est pas une adresse turn: ou turns:.")
            : settings;
    }

    /// <summary>What a browser needs to use the relay as this seat; empty when there is none.</summary>
    public IceServer[] For(string seat, bool outsider, DateTimeOffset now) => For(seat, TimeSpan.FromMinutes(outsider ? OutsiderMinutes : Minutes), now, false);

    /// <summary>The same for a test, which anybody with a link may begin at any hour: five minutes, whoever it is.</summary>
    /// <param name="relayOnly">For a test of the way through strict networks: TLS alone when it is configured.</param>
    public IceServer[] ForTest(string seat, DateTimeOffset now, bool relayOnly) => For(seat, Tested, now, relayOnly);

    private IceServer[] For(string seat, TimeSpan life, DateTimeOffset now, bool relayOnly)
    {
        if (!IsSet)
        {
            return [];
        }

        var secure = Urls.Where(u => u.StartsWith("turns:", StringComparison.Ordinal)).ToArray();
        var until = (now + life).ToUnixTimeSeconds();
        var username = string.Create(CultureInfo.InvariantCulture, $"{until}:{seat}");
        return [new(relayOnly && secure.Length > 0 ? secure : Urls, username, Credential(username))];
    }

    /// <summary>base64(HMAC-SHA1(secret, username)), as coturn computes it. SHA-1 is the protocol's choice.</summary>
#pragma warning disable CA5350
    public string Credential(string username) => Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(username)));
#pragma warning restore CA5350
}

/// <summary>As <c>RTCPeerConnection</c> takes it.</summary>
public sealed record IceServer(string[] Urls, string Username, string Credential);
