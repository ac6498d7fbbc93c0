using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace AumgJury.Web.Hosting;

/// <summary>The name or address under which a trial is reached over HTTPS, and its port: the setting <c>Https:Origin</c>, which <c>--https HOST</c> makes.</summary>
/// <param name="Name">A DNS name in lower case, or an IP address in its usual form.</param>
/// <param name="Port">1 to 65535.</param>
public sealed record HttpsHost(string Name, int Port)
{
    /// <summary>The port when none is asked for.</summary>
    public const int DefaultPort = 5080;

    /// <summary>The address, when it is one and not a name.</summary>
    public IPAddress? Address => IPAddress.TryParse(Name, out var address) ? address : null;

    /// <summary>As browsers write it in <c>Host</c>, without the port.</summary>
    public string Host => HostOf(Name);

    /// <summary>What every address of this house begins with.</summary>
    public string Origin => At(Name);

    /// <summary>The same house on this machine.</summary>
    public string OnLoopback => At("127.0.0.1");

    /// <summary>The same port at another name or address.</summary>
    public string At(string name) => $"https://{HostOf(name)}:{Port.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>A name or an address as it may be typed; null when it is neither.</summary>
    public static string? NameOf(string typed)
    {
        if (IPAddress.TryParse(typed, out var address))
        {
            return address.ToString();
        }

        var name = typed.ToLowerInvariant();
        return name.All(char.IsAscii) && !name.EndsWith('.') && Uri.CheckHostName(name) == UriHostNameType.Dns ? name : null;
    }

    /// <summary>Reads the setting.</summary>
    /// <returns>Null when there is none.</returns>
    /// <exception cref="InvalidOperationException">It is not <c>https://HOST:PORT</c>.</exception>
    public static HttpsHost? From(string? origin)
    {
        if (string.IsNullOrEmpty(origin))
        {
            return null;
        }

        return Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri is { Scheme: "https", PathAndQuery: "/", Fragment: "", UserInfo: "", Port: > 0 } && NameOf(uri.Host.Trim('[', ']')) is { } name
            ? new HttpsHost(name, uri.Port)
            : throw new InvalidOperationException($"Https:Origin : « {origin} » n'a pas la forme https://192.0.2.10:5080.");
    }

    private static string HostOf(string name) => IPAddress.TryParse(name, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{name}]" : name;
}
