namespace AumgJury.Web.Conference;

/// <summary>Where camera and sound pass.</summary>
public enum JanusMode
{
    /// <summary>A Janus of our own, started and watched over as a child process.</summary>
    Own,

    /// <summary>A Janus that somebody else runs, for this house alone: sessions that are not ours are ended.</summary>
    External,

    /// <summary>No camera and no sound; everything else works.</summary>
    None,
}

/// <summary>The section <c>Janus</c> of the settings.</summary>
public sealed record JanusSettings
{
    /// <summary>When nothing is said: <see cref="JanusMode.Own"/> if the program is found, else <see cref="JanusMode.None"/>.</summary>
    public JanusMode? Mode { get; init; }

    /// <summary>The program, by its name in the PATH or its whole path.</summary>
    public string Program { get; init; } = "janus";

    /// <summary>The folder that holds Janus's <c>plugins</c> and <c>transports</c>; found beside the program when empty.</summary>
    public string Libraries { get; init; } = "";

    /// <summary>The address under which browsers reach this machine, when it is behind a NAT (<c>nat_1_1_mapping</c>); else empty.</summary>
    public string PublicAddress { get; init; } = "";

    /// <summary>Media over IPv6 too: for browsers that may reach this machine by no other address.</summary>
    public bool Six { get; init; }

    /// <summary>The UDP ports of the media, first and last.</summary>
    public string Ports { get; init; } = "24000-24999";

    /// <summary>External: the WebSocket of the API, such as <c>ws://10.0.0.5:8188</c>.</summary>
    public string Url { get; init; } = "";

    /// <summary>External: the WebSocket of the Admin API; without it nothing could be proven.</summary>
    public string AdminUrl { get; init; } = "";

    /// <summary>External: <c>api_secret</c>.</summary>
    public string ApiSecret { get; init; } = "";

    /// <summary>External: <c>admin_secret</c>.</summary>
    public string AdminSecret { get; init; } = "";

    /// <summary>External: the VideoRoom plugin's <c>admin_key</c>.</summary>
    public string RoomKey { get; init; } = "";

    /// <exception cref="InvalidOperationException">A setting is missing or cannot be read; the message says which.</exception>
    public static JanusSettings From(IConfiguration configuration)
    {
        var read = configuration.GetSection("Janus").Get<JanusSettings>() ?? new JanusSettings();
        var settings = read with { Mode = read.Mode ?? (PathOf(read.Program) is null ? JanusMode.None : JanusMode.Own) };
        if (settings.Mode == JanusMode.External && new[] { settings.Url, settings.AdminUrl, settings.ApiSecret, settings.AdminSecret, settings.RoomKey }.Any(string.IsNullOrEmpty))
        {
            throw new InvalidOperationException("Janus:Mode=External : renseignez Janus:Url, Janus:AdminUrl, Janus:ApiSecret, Janus:AdminSecret et Janus:RoomKey.");
        }

        if (settings.Mode == JanusMode.Own && PathOf(settings.Program) is null)
        {
            throw new InvalidOperationException($"Janus:Mode=Own : le programme « {settings.Program} » est introuvable. Installez le paquet janus, ou choisissez Janus:Mode=None.");
        }

        var ports = settings.Ports.Split('-');
        return ports.Length == 2 && ushort.TryParse(ports[0], out var first) && ushort.TryParse(ports[1], out var last) && first >= 1024 && last > first
            ? settings
            : throw new InvalidOperationException($"Janus:Ports : « {settings.Ports} » n'est pas un intervalle de ports comme 24000-24999.");
    }

    /// <summary>The program's whole path; null when it is not there.</summary>
    public static string? PathOf(string program) => Path.IsPathRooted(program)
        ? (File.Exists(program) ? program : null)
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
