using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace AumgJury.EndToEnd.Conference;

/// <summary>
/// A bad network between Janus and one browser: a UDP proxy whose address takes the place of Janus's in the description. Every second packet of
/// sound or picture towards the browser is lost on it while it is bad; everything else passes.
/// </summary>
internal sealed partial class LossyPath : IDisposable
{
    private readonly ConcurrentBag<Socket> _open = [];
    private readonly Dictionary<IPEndPoint, Socket> _ways = [];
    private int _count;

    /// <summary>Packets are lost now.</summary>
    public bool Bad { get; set; }

    /// <summary>The same description, with every candidate behind this path.</summary>
    public string Through(string sdp) => Candidate().Replace(sdp, match =>
    {
        if (!IPAddress.TryParse(match.Groups["ip"].Value, out var address) || address.AddressFamily != AddressFamily.InterNetwork)
        {
            return "";
        }

        // The next description names the same candidates.
        var janus = new IPEndPoint(address, int.Parse(match.Groups["port"].Value, System.Globalization.CultureInfo.InvariantCulture));
        if (!_ways.TryGetValue(janus, out var near))
        {
            _ways[janus] = near = Bound(address);
            _ = Towards(near, janus);
        }

        return $"{match.Groups["head"].Value}{address} {((IPEndPoint)near.LocalEndPoint!).Port}{match.Groups["tail"].Value}";
    });

    public void Dispose()
    {
        foreach (var socket in _open)
        {
            socket.Dispose();
        }
    }

    [GeneratedRegex("(?<head>a=candidate:\\S+ \\d+ udp \\d+ )(?<ip>\\S+) (?<port>\\d+)(?<tail> typ [^\\r\\n]*\\r?\\n)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Candidate();

    /// <summary>RTP, and not RTCP, STUN or DTLS (RFC 7983, RFC 5761).</summary>
    private static bool IsMedia(ReadOnlySpan<byte> packet) => packet.Length > 2 && packet[0] >> 6 == 2 && (packet[1] & 0x7f) is < 64 or > 95;

    private Socket Bound(IPAddress address)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(address, 0));
        _open.Add(socket);
        return socket;
    }

    private async Task Towards(Socket near, IPEndPoint janus)
    {
        var far = new Dictionary<EndPoint, Socket>();
        var buffer = new byte[2048];
        await Quietly(async () =>
        {
            while (true)
            {
                var came = await near.ReceiveFromAsync(buffer, new IPEndPoint(IPAddress.Any, 0));
                if (!far.TryGetValue(came.RemoteEndPoint, out var socket))
                {
                    far[came.RemoteEndPoint] = socket = Bound(janus.Address);
                    await socket.ConnectAsync(janus);
                    _ = Back(socket, near, came.RemoteEndPoint);
                }

                await socket.SendAsync(buffer.AsMemory(0, came.ReceivedBytes));
            }
        });
    }

    private async Task Back(Socket far, Socket near, EndPoint browser)
    {
        var buffer = new byte[2048];
        await Quietly(async () =>
        {
            while (true)
            {
                var length = await far.ReceiveAsync(buffer);
                if (!Bad || !IsMedia(buffer.AsSpan(0, length)) || Interlocked.Increment(ref _count) % 2 == 0)
                {
                    await near.SendToAsync(buffer.AsMemory(0, length), browser);
                }
            }
        });
    }

    private static async Task Quietly(Func<Task> path)
    {
        try
        {
            await path();
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // The end of the test, or of the connection behind it.
        }
    }
}
