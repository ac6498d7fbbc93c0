using System.Diagnostics;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AumgJury.EndToEnd.Browsing;
using AumgJury.Web.Tests;

namespace AumgJury.EndToEnd.Conference;

/// <summary>A real coturn on free ports of this machine's own address, with a secret and a certificate of its own.</summary>
internal sealed class TurnServer : IDisposable
{
    public const string Secret = "north-of-the-wall";
    private readonly Process _process;
    private readonly string _folder;

    private TurnServer(Process process, string folder, string udp, string tls)
    {
        _process = process;
        _folder = folder;
        Udp = udp;
        Tls = tls;
    }

    public string Udp { get; }

    public string Tls { get; }

    public static async Task<TurnServer> StartAsync()
    {
        Assert.True(Web.Conference.JanusSettings.PathOf("turnserver") is not null, "The program turnserver is missing: apt-get install coturn.");
        var folder = Directory.CreateTempSubdirectory("aumg-turn-").FullName;
        var (address, plain) = (Address(), Ports.Free());
        var secure = Ports.Free(besides: plain);
        using (var key = RSA.Create(2048))
        {
            var request = new CertificateRequest("CN=turn.example.org", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
            await File.WriteAllTextAsync(Path.Combine(folder, "cert.pem"), certificate.ExportCertificatePem());
            await File.WriteAllTextAsync(Path.Combine(folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "turn.conf"), $"""
            listening-ip={address}
            relay-ip={address}
            listening-port={plain}
            tls-listening-port={secure}
            min-port=25000
            max-port=25999
            fingerprint
            use-auth-secret
            static-auth-secret={Secret}
            realm=example.org
            cert={folder}/cert.pem
            pkey={folder}/key.pem
            no-cli
            no-multicast-peers
            no-tlsv1
            no-tlsv1_1
            userdb={folder}/turn.db
            pidfile={folder}/turn.pid
            log-file={folder}/turn.log
            simple-log
            """);
        var process = Process.Start(new ProcessStartInfo("turnserver", ["-c", Path.Combine(folder, "turn.conf")]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        for (var i = 0; ; i++)
        {
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync(address, secure);
                break;
            }
            catch (SocketException) when (i < 200)
            {
                await Task.Delay(50);
            }
        }

        return new TurnServer(process, folder, $"turn:{address}:{plain}?transport=udp", $"turns:{address}:{secure}?transport=tcp");
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        TemporaryFolder.Remove(_folder);
    }

    /// <summary>Janus has no candidate on the loopback, so the relay must be on the other interface.</summary>
    private static IPAddress Address() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(n => n.NetworkInterfaceType != NetworkInterfaceType.Loopback && n.OperationalStatus == OperationalStatus.Up)
        .SelectMany(n => n.GetIPProperties().UnicastAddresses)
        .First(a => a.Address.AddressFamily == AddressFamily.InterNetwork).Address;
}
