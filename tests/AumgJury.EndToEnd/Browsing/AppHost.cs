using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace AumgJury.EndToEnd.Browsing;

/// <summary>The real application on a free loopback port, with a data folder of its own that goes with it.</summary>
public sealed class AppHost : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string> _settings;
    private readonly bool _ownsFolder;

    /// <summary>A demo house in a new temporary folder.</summary>
    public AppHost()
        : this(new Dictionary<string, string>(StringComparer.Ordinal), dataFolder: null)
    {
    }

    /// <summary>With settings as on the command line (<c>empty</c>, <c>showcase</c>…); a named folder is kept.</summary>
    internal AppHost(IReadOnlyDictionary<string, string> settings, string? dataFolder, int port = 0)
    {
        _settings = new(settings, StringComparer.Ordinal);
        _ownsFolder = dataFolder is null;
        DataFolder = dataFolder ?? Directory.CreateTempSubdirectory("aumg-e2e-").FullName;
        UseKestrel(port);
        StartServer();
        Address = new Uri(ClientOptions.BaseAddress.GetLeftPart(UriPartial.Authority).Replace("localhost", "127.0.0.1", StringComparison.Ordinal));
    }

    /// <summary>Where it listens, without a final path.</summary>
    public Uri Address { get; }

    /// <summary>Journals, keys and documents of this house.</summary>
    public string DataFolder { get; }

    /// <summary>A path of this house as a whole address.</summary>
    public string Url(string path) => new Uri(Address, path).ToString();

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");

        // The settings' own levels win over a minimum: they are what must be quiet, so that a failed test is found in what is printed.
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.UseSetting("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Warning");
        builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore.DataProtection", "Error");
        builder.UseSetting("data", DataFolder);
        builder.UseSetting("quiet", "true");

        // Only the videoconference's own tests start a Janus: they say so in their settings.
        builder.UseSetting("Janus:Mode", "None");
        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && _ownsFolder && Directory.Exists(DataFolder))
        {
            try
            {
                Directory.Delete(DataFolder, recursive: true);
            }
            catch (IOException)
            {
                // LiteDB may still be closing its file; a temporary folder left behind fails no test.
            }
        }
    }
}
