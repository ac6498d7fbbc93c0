using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using AumgJury.Web.Storage;

namespace AumgJury.Web.Security;

/// <summary>
/// A certificate that the house makes for itself, so that a telephone on the same network can try a sitting with camera and microphone, which
/// browsers give over HTTPS only. Nobody vouches for it: whoever opens the page compares its fingerprint.
/// </summary>
internal static class OwnCertificate
{
    /// <summary>From its first day to its last; browsers refuse more than 398 days.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(396);

    /// <summary>A new one is made when less is left.</summary>
    public static readonly TimeSpan Least = TimeSpan.FromDays(7);

    private const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Certificate and key lie in one file, so that a power cut leaves no half of a pair.</summary>
    public static string PathIn(string dataFolder) => Path.Combine(dataFolder, "https", "certificate.pem");

    /// <summary>The certificate of the data folder, or a new one when there is none for this name that lasts and that this account alone could read.</summary>
    /// <param name="name">A DNS name or an IP address.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be read or written.</exception>
    public static X509Certificate2 Of(string dataFolder, string name, Disk disk, DateTimeOffset now)
    {
        var path = PathIn(dataFolder);
        var folder = Path.GetDirectoryName(path)!;
        disk.CreateFolder(folder);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, Mine);
        }

        if (Kept(path, disk) is { } kept)
        {
            if (Serves(kept, name, now))
            {
                return kept;
            }

            kept.Dispose();
        }

        // What others could read is removed first: the new key must not be written into their file.
        disk.Delete(path + ".new");
        var made = Make(name, now);
        disk.Replace(path, Encoding.ASCII.GetBytes($"{made.ExportCertificatePem()}\n{made.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem()}\n"));
        return made;
    }

    /// <summary>SHA-256 of the certificate as browsers show it: pairs of hexadecimal digits between colons.</summary>
    public static string Fingerprint(X509Certificate2 certificate) => string.Join(':', certificate.GetCertHash(HashAlgorithmName.SHA256).Select(b => b.ToString("X2", CultureInfo.InvariantCulture)));

    /// <summary>Null when there is none, when it is damaged, or when other accounts may have read its key.</summary>
    private static X509Certificate2? Kept(string path, Disk disk)
    {
        if (OwnFiles.OpenToOthers(path) || disk.Read(path) is not { } bytes)
        {
            return null;
        }

        try
        {
            var pem = Encoding.ASCII.GetString(bytes);
            return X509Certificate2.CreateFromPem(pem, pem);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static bool Serves(X509Certificate2 certificate, string name, DateTimeOffset now) =>
        new[] { name, "localhost", "127.0.0.1" }.All(n => certificate.MatchesHostname(n, allowWildcards: false, allowCommonName: false))
        && certificate.NotBefore.ToUniversalTime() <= now.UtcDateTime && certificate.NotAfter.ToUniversalTime() - now.UtcDateTime >= Least;

    private static X509Certificate2 Make(string name, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=AumgJury", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(Names(name));
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1", "serverAuth")], critical: false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));

        // A telephone's clock may be late.
        var from = now.AddDays(-1);
        return request.CreateSelfSigned(from, from + Life);
    }

    private static X509Extension Names(string name)
    {
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(name, out var address))
        {
            names.AddIpAddress(address);
        }
        else
        {
            names.AddDnsName(name);
        }

        if (name != "localhost")
        {
            names.AddDnsName("localhost");
        }

        if (!IPAddress.Loopback.Equals(address))
        {
            names.AddIpAddress(IPAddress.Loopback);
        }

        return names.Build();
    }
}
