using System.Net;
using System.Net.Sockets;

namespace AumgJury.Web.Security;

/// <summary>
/// How often one address may ask with a secret that is nobody's. Only those count: whoever holds a link comes in, and out, whatever others behind the same
/// address do. 256 random bits are not guessed; the limit keeps a machine from trying all day.
/// </summary>
public sealed class FailedLookups : IDisposable
{
    private const int Burst = 60;
    private const int EachSecond = 2;

    /// <summary>Seconds after which it is worth asking again.</summary>
    public const int RetryAfter = 30;

    private readonly Pace<IPAddress> _pace = new(Burst, EachSecond, TimeSpan.FromSeconds(1));

    /// <summary>Counts one; false when this address has asked too often: 60 at once, then 2 a second.</summary>
    public bool Count(IPAddress? from) => _pace.Takes(Network(from ?? IPAddress.None));

    public void Dispose() => _pace.Dispose();

    /// <summary>Who has one IPv6 address has a whole /64 of them.</summary>
    internal static IPAddress Network(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || address.IsIPv4MappedToIPv6)
        {
            return address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        }

        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, 8, 8);
        return new IPAddress(bytes);
    }
}
