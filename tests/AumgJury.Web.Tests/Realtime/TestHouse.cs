using System.Net;
using System.Net.Http.Json;
using AumgJury.Web.Accounts;
using AumgJury.Web.Realtime;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AumgJury.Web.Tests.Realtime;

/// <summary>The real application over real Kestrel, on a free loopback port, with the demo in a folder of its own.</summary>
public sealed class TestHouse : WebApplicationFactory<Program>
{
    private readonly bool _keeps;
    private readonly Action<IWebHostBuilder>? _configure;

    public TestHouse()
        : this(null)
    {
    }

    internal TestHouse(string? folder, Action<IWebHostBuilder>? configure = null)
    {
        _configure = configure;
        _keeps = folder is not null;
        Folder = folder ?? Directory.CreateTempSubdirectory("aumg-web-").FullName;
        UseKestrel(0);
        StartServer();
        Address = new Uri(ClientOptions.BaseAddress.GetLeftPart(UriPartial.Authority).Replace("localhost", "127.0.0.1", StringComparison.Ordinal));
    }

    public string Folder { get; }

    public Uri Address { get; }

    public ServedCall Call => Services.GetRequiredService<Calls>().Find(DemoCall.CallId)!;

    public string SecretOf(string seat) => Services.GetRequiredService<DemoCall>().Links[seat];

    /// <summary>Enters as that seat, by its link, as a browser would.</summary>
    public async Task<JuryClient> Enter(string seat, bool takeOver = false, bool marks = false)
    {
        var cookies = new CookieContainer();
        var (number, answer) = await Door(cookies, SecretOf(seat), takeOver, marks);
        Assert.Equal($"/s/{number}/salle", answer.Headers.Location?.ToString());
        return new JuryClient(Address, number, cookies);
    }

    /// <summary>The two posts of the entrance, without following its redirection.</summary>
    public async Task<(string Number, HttpResponseMessage Answer)> Door(CookieContainer cookies, string secret, bool takeOver = false, bool marks = false)
    {
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = Address };
        var found = await (await http.PostAsJsonAsync("/entrer/lien", new LinkPost(secret))).Content.ReadFromJsonAsync<LinkFound>();
        using var form = new FormUrlEncodedContent([new("secret", secret), new("takeover", takeOver ? "true" : ""), new("marks", marks ? "true" : "")]);
        return (found!.Number, await http.PostAsync($"/s/{found.Number}/entrer", form));
    }

    /// <summary>Everything that was sent is shown, and what it caused too: these seats are noted as present, and nothing was journaled for a while.</summary>
    public async Task Settled(params string[] seats)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var lines = await JournalLines();
            if (seats.All(seat => lines.Any(line => line.Contains($"\"seat-regained.v1\",\"seat\":\"{seat}\"", StringComparison.Ordinal))))
            {
                break;
            }

            await Task.Delay(50, patience.Token);
        }

        long before;
        do
        {
            before = Call.Live.KeptPosition;
            await Task.Delay(400);
        }
        while (Call.Live.KeptPosition != before);
    }

    /// <summary>The lines that are on disk, read beside the application that goes on writing.</summary>
    public async Task<string[]> JournalLines()
    {
        await using var file = new FileStream(Path.Combine(Folder, DemoCall.CallId + ".journal"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return (await reader.ReadToEndAsync()).Split('\n');
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.UseSetting("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Warning");
        builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore.DataProtection", "Error");
        builder.UseSetting("data", Folder);
        builder.UseSetting("quiet", "true");

        // Only the videoconference's own tests start a Janus.
        builder.UseSetting("Janus:Mode", "None");
        _configure?.Invoke(builder);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && !_keeps && Directory.Exists(Folder))
        {
            try
            {
                Directory.Delete(Folder, recursive: true);
            }
            catch (IOException)
            {
                // LiteDB may still be closing its file; a temporary folder left behind fails no test.
            }
        }
    }
}
