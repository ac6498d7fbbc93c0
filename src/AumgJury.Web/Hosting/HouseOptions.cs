using AumgJury.Web.Setup;

namespace AumgJury.Web.Hosting;

/// <summary>What was asked of this house when it was started.</summary>
/// <param name="DataFolder">Full path of the folder that holds journals, keys and documents.</param>
/// <param name="Demo">The demo sitting is offered, its links are listed, and only the loopback listens unless <paramref name="Https"/> names another address.</param>
/// <param name="Showcase">The gallery of components is served at <c>/vitrine</c>.</param>
/// <param name="Replay">The demo sitting is played from its script.</param>
/// <param name="Fast">With <paramref name="Replay"/>: to the end, without a browser.</param>
/// <param name="Json">With <paramref name="Fast"/>: the result for a machine.</param>
/// <param name="Speed">With <paramref name="Replay"/>: sitting seconds a real second, 1 to 600.</param>
/// <param name="Seed">A seed folder whose call is to be opened in the data folder before it is served; null otherwise.</param>
/// <param name="Exit">With <paramref name="Seed"/>: nothing is served after it.</param>
/// <param name="NewCall">An empty folder into which a starting seed folder is to be written, and nothing else; null otherwise.</param>
/// <param name="NewLink">A seat that is to get a new personal link, and nothing else; null otherwise.</param>
/// <param name="Call">With <paramref name="NewLink"/>: the call's id; not needed when there is one call.</param>
/// <param name="Address">Scheme and host with which personal links begin.</param>
/// <param name="Proxy">The reverse proxy whose word about its clients is taken; null for one on this machine.</param>
/// <param name="Media">Camera and sound are in use: a Janus is set, or found on this machine. It decides only what the pages say.</param>
/// <param name="Https">The server speaks HTTPS under this name with a certificate that it makes; null without.</param>
/// <param name="Verify">A data folder whose journals are to be verified, and nothing else; null otherwise.</param>
public sealed record HouseOptions(string DataFolder, bool Demo, bool Showcase, bool Replay, bool Fast, bool Json, double Speed = 20, string? Verify = null,
    string? Seed = null, bool Exit = false, string? NewCall = null, string? NewLink = null, string? Call = null, string Address = HouseOptions.DefaultAddress, string? Proxy = null, bool Media = true, HttpsHost? Https = null)
{
    /// <summary>The address when none is asked for: loopback only.</summary>
    public const string DefaultAddress = "http://127.0.0.1:5080";

    /// <summary>Reads the options, of the same names as the members in lower case; HTTPS from <c>Https:Origin</c>.</summary>
    /// <exception cref="InvalidOperationException">A setting cannot be read; the message says which.</exception>
    public static HouseOptions From(IConfiguration configuration, bool development)
    {
        var folder = Path.GetFullPath(configuration["data"] ?? "data");
        var seed = configuration["seed"];
        var https = HttpsHost.From(configuration["Https:Origin"]);
        return new(
            folder,
            Demo: !configuration.GetValue("empty", defaultValue: false) && seed is null && !FolderContent.HoldsRealCall(folder),
            Showcase: configuration.GetValue("showcase", defaultValue: development),
            Replay: configuration.GetValue("replay", defaultValue: false),
            Fast: configuration.GetValue("fast", defaultValue: false),
            Json: configuration.GetValue("json", defaultValue: false),
            Speed: Math.Clamp(configuration.GetValue("speed", defaultValue: 20d), 1, 600),
            Verify: configuration["verify"],
            Seed: seed,
            Exit: configuration.GetValue("exit", defaultValue: false),
            NewCall: configuration["new-call"],
            NewLink: configuration["new-link"],
            Call: configuration["call"],
            Address: (configuration["address"] ?? https?.Origin ?? configuration[WebHostDefaults.ServerUrlsKey]?.Split(';')[0] ?? DefaultAddress).TrimEnd('/'),
            Proxy: configuration["proxy"],
            Media: UsesMedia(configuration["Janus:Mode"], configuration["Janus:Program"] ?? "janus"),
            Https: https);
    }

    private static bool UsesMedia(string? mode, string program) => mode switch
    {
        { Length: > 0 } => !string.Equals(mode, "none", StringComparison.OrdinalIgnoreCase),
        _ => Path.IsPathRooted(program)
            ? File.Exists(program)
            : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries).Any(folder => File.Exists(Path.Combine(folder, program))),
    };
}
