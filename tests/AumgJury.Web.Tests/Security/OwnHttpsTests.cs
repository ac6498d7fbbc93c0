using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using AumgJury.Web.Hosting;
using AumgJury.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AumgJury.Web.Tests.Security;

/// <summary>A server that listens as the demo does with <c>--https</c>, on a free port of the loopback alone.</summary>
public sealed class OwnHttpsTests : IAsyncLifetime
{
    private const string Name = "essai.example";
    private readonly string _folder = Directory.CreateTempSubdirectory("aumg-https-").FullName;
    private WebApplication _app = null!;
    private HttpClient _http = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Uri Address => new(_app.Urls.Single());

    public async ValueTask InitializeAsync()
    {
        var host = new HttpsHost(Name, 0);
        var house = new HouseOptions(_folder, Demo: true, Showcase: false, Replay: false, Fast: false, Json: false, Https: host);
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.ListenOverHttps(house, host, new HttpsPlaces([]));
        builder.Services.AddAllowedHosts(house);
        _app = builder.Build();
        _app.UseSameOrigin();
        _app.Map("/{**path}", () => "");
        await _app.StartAsync(Stop);
        _http = new HttpClient(new SocketsHttpHandler { ConnectCallback = async (context, stop) => await Secure(context.DnsEndPoint.Port, stop) });
    }

    [Theory]
    [InlineData(Name, HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("sub.essai.example", HttpStatusCode.BadRequest)]
    [InlineData("192.0.2.7", HttpStatusCode.BadRequest)]
    public async Task The_demo_answers_to_the_name_that_it_was_given_and_to_the_loopback(string host, HttpStatusCode status)
    {
        using var answer = await Ask("/demo", host, null);

        Assert.Equal(status, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("https://essai.example", true)]
    [InlineData("https://evil.example", false)]
    [InlineData("http://essai.example", false)]
    [InlineData("https://127.0.0.1", false)]
    public async Task A_hub_is_opened_from_the_pages_of_that_name_over_HTTPS_alone(string origin, bool opens)
    {
        using var answer = await Ask("/jury/negotiate", Name, $"{origin}:{Address.Port}");

        Assert.Equal(opens ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Without_TLS_nothing_is_answered()
    {
        using var plain = new HttpClient();

        await Assert.ThrowsAsync<HttpRequestException>(() => plain.GetAsync(new UriBuilder(Address) { Scheme = "http" }.Uri, Stop));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        TemporaryFolder.Remove(_folder);
    }

    /// <summary>TLS by the name, whatever <c>Host</c> says afterwards; no certificate but the house's own is believed.</summary>
    private async Task<Stream> Secure(int port, CancellationToken stop)
    {
        using var certificate = X509Certificate2.CreateFromPem(await File.ReadAllTextAsync(OwnCertificate.PathIn(_folder), stop));
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, stop);
        var secure = new SslStream(client.GetStream(), leaveInnerStreamOpen: false);
        await secure.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = Name,
                CertificateChainPolicy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { certificate }, RevocationMode = X509RevocationMode.NoCheck },
            },
            stop);
        return secure;
    }

    private async Task<HttpResponseMessage> Ask(string path, string host, string? origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new UriBuilder(Address) { Scheme = "http", Path = path }.Uri);
        request.Headers.Host = $"{host}:{Address.Port}";
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return await _http.SendAsync(request, Stop);
    }
}
