using System.Net;
using System.Net.Sockets;

namespace AumgJury.EndToEnd.Browsing;

/// <summary>Ports of this machine for what must be told where to listen, or listens there again.</summary>
internal static class Ports
{
    /// <summary>Below the ports that the system gives to whoever asks for any: between this look and the start of what listens there nobody takes it, nor while it starts anew.</summary>
    /// <param name="besides">One that is taken already.</param>
    public static int Free(int besides = 0)
    {
        while (true)
        {
            var port = Random.Shared.Next(26000, 30000);
            if (port == besides)
            {
                continue;
            }

            try
            {
                using var listener = new TcpListener(IPAddress.Any, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody listens there: another one.
            }
        }
    }
}
