using System.Security.Cryptography.X509Certificates;
using AumgJury.Web.Security;
using AumgJury.Web.Storage;

namespace AumgJury.Web.Hosting;

/// <summary>HTTPS by the server itself, for a trial: <c>--https HOST</c>.</summary>
internal static class HttpsHosting
{
    /// <summary>Makes the server listen at these places and on the loopback with the house's own certificate, and not without TLS.</summary>
    public static void ListenOverHttps(this WebApplicationBuilder builder, HouseOptions house, HttpsHost host, HttpsPlaces places)
    {
        var certificate = OwnCertificate.Of(house.DataFolder, host.Name, new LinuxDisk(), TimeProvider.System.GetUtcNow());
        builder.Services.AddSingleton(new OwnHttps(host, certificate));
        builder.WebHost.UseUrls([.. places.Addresses.Select(a => host.At(a.ToString())), host.OnLoopback]);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = certificate));
    }
}

/// <param name="Certificate">What the server shows.</param>
internal sealed record OwnHttps(HttpsHost Host, X509Certificate2 Certificate);
