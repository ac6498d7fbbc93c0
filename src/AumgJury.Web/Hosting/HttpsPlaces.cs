using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using AumgJury.Web.Texts;

namespace AumgJury.Web.Hosting;

/// <summary>Where a house with HTTPS of its own listens: on the addresses of this machine that its name means, and on the loopback.</summary>
/// <param name="Addresses">Beside the loopback; none for a name of the loopback.</param>
/// <param name="Fault">Why it cannot listen, in one sentence; else null.</param>
/// <param name="Warning">What may keep a telephone away, in one sentence; else null.</param>
internal sealed record HttpsPlaces(IReadOnlyList<IPAddress> Addresses, string? Fault = null, string? Warning = null)
{
    /// <summary>Asks this machine for its addresses, and the resolver for those of the name.</summary>
    public static HttpsPlaces Find(HttpsHost host, TextsOf<SetupTexts> texts) => Of(host, host.Address is null ? Known(host.Name) : [], Own(), texts);

    /// <param name="known">What the resolver answers for the name.</param>
    /// <param name="own">This machine's addresses but those of the loopback and of a link alone, which no address bar takes.</param>
    public static HttpsPlaces Of(HttpsHost host, IReadOnlyList<IPAddress> known, IReadOnlyList<IPAddress> own, TextsOf<SetupTexts> texts)
    {
        var ours = own.Count == 0 ? "127.0.0.1" : string.Join(", ", own);
        if (host.Address is { } address)
        {
            return IPAddress.IsLoopback(address) ? new([]) : own.Contains(address) ? new([address]) : new([], texts["HttpsElsewhere", host.Name, ours]);
        }

        if (host.Name == "localhost")
        {
            return new([]);
        }

        var here = known.Where(own.Contains).ToList();
        if (here.Count > 0)
        {
            return new(here);
        }

        // Debian gives a machine's own name to its loopback; others know it by the router.
        if (known.Any(IPAddress.IsLoopback))
        {
            return new(own, Warning: texts["HttpsNamedLoopback", host.Name, ours]);
        }

        // A name of multicast DNS is answered by the machine itself, often not to itself.
        if (host.Name.EndsWith(".local", StringComparison.Ordinal))
        {
            return new(own, Warning: texts["HttpsMulticast", host.Name, ours]);
        }

        return new([], known.Count == 0 ? texts["HttpsUnknown", host.Name, ours] : texts["HttpsNamedElsewhere", host.Name, string.Join(", ", known), ours]);
    }

    private static IReadOnlyList<IPAddress> Known(string name)
    {
        try
        {
            return Dns.GetHostAddresses(name);
        }
        catch (SocketException)
        {
            return [];
        }
    }

    /// <summary>The addresses of the interfaces that are up, without those that only this machine or only one link has.</summary>
    internal static IReadOnlyList<IPAddress> Own() =>
    [
        .. NetworkInterface.GetAllNetworkInterfaces()
            .Where(n => n.OperationalStatus == OperationalStatus.Up)
            .SelectMany(n => n.GetIPProperties().UnicastAddresses)
            .Select(a => a.Address)
            .Where(a => !IPAddress.IsLoopback(a) && !a.IsIPv6LinkLocal)
            .Select(a => new IPAddress(a.GetAddressBytes())) // without the interface's number
            .Distinct(),
    ];
}
