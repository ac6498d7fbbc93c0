using System.Security.Cryptography;

namespace AumgJury.Web.Conference;

/// <summary>
/// The configuration of a Janus of our own: loopback alone, random secrets, only the plugin and the transport that we use. Without the
/// two lists of what is disabled Janus 1.1.2 mostly crashes at its start.
/// </summary>
internal sealed record JanusFolder(string Path, int ApiPort, int AdminPort, string ApiSecret, string AdminSecret, string RoomKey)
{
    private const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public Uri Api => new($"ws://127.0.0.1:{ApiPort}");

    public Uri Admin => new($"ws://127.0.0.1:{AdminPort}");

    /// <summary>Writes a new configuration with new secrets; the folder is the owner's alone.</summary>
    /// <exception cref="InvalidOperationException">Janus's own libraries are not where they are looked for.</exception>
    public static JanusFolder Write(string path, JanusSettings settings, int apiPort, int adminPort)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("Janus: ce système ne le fait pas tourner. Choisissez Janus:Mode=None ou External.");
        }

        Directory.CreateDirectory(path, Mine);
        File.SetUnixFileMode(path, Mine);
        var folder = new JanusFolder(path, apiPort, adminPort, Random(), Random(), Random());
        var libraries = settings.Libraries.Length > 0 ? settings.Libraries : Libraries();
        folder.Save("janus.jcfg", folder.Main(settings, libraries));
        folder.Save("janus.transport.websockets.jcfg", $$"""
            general: { json = "compact" ws = true ws_port = {{apiPort}} ws_ip = "127.0.0.1" wss = false pingpong_trigger = 30 pingpong_timeout = 10 }
            admin: { admin_ws = true admin_ws_port = {{adminPort}} admin_ws_ip = "127.0.0.1" admin_wss = false }
            """);
        folder.Save("janus.plugin.videoroom.jcfg", $$"""
            general: { admin_key = "{{folder.RoomKey}}" string_ids = true lock_rtp_forward = true }
            """);
        return folder;
    }

    private string Main(JanusSettings settings, string libraries) => $$"""
        general: {
          configs_folder = "{{Path}}"
          plugins_folder = "{{libraries}}/plugins"
          transports_folder = "{{libraries}}/transports"
          events_folder = "{{libraries}}/events"
          loggers_folder = "{{libraries}}/loggers"
          log_to_stdout = false
          log_to_file = "{{System.IO.Path.Combine(Path, "janus.log")}}"
          debug_level = 3
          debug_timestamps = true
          debug_colors = false
          api_secret = "{{ApiSecret}}"
          admin_secret = "{{AdminSecret}}"
          session_timeout = 60
          reclaim_session_timeout = 30
          event_loops = 2
          hide_dependencies = true
        }
        media: { rtp_port_range = "{{settings.Ports}}" no_media_timer = 1 nack_optimizations = true slowlink_threshold = 4{{(settings.Six ? " ipv6 = true" : "")}} }
        nat: { full_trickle = false ignore_mdns = true ice_ignore_list = "vmnet"{{Mapping(settings)}} }
        plugins: { disable = "{{Others(libraries, "plugins", "libjanus_videoroom.so")}}" }
        transports: { disable = "{{Others(libraries, "transports", "libjanus_websockets.so")}}" }
        loggers: { disable = "{{Others(libraries, "loggers", "")}}" }
        events: { broadcast = false }
        """;

    private static string Mapping(JanusSettings settings) =>
        settings.PublicAddress.Length == 0 ? "" : System.Net.IPAddress.TryParse(settings.PublicAddress, out var address)
            ? $" nat_1_1_mapping = \"{address}\" keep_private_host = true"
            : throw new InvalidOperationException($"Janus:PublicAddress : « {settings.PublicAddress} » n'est pas une adresse IP.");

    private static string Others(string libraries, string kind, string but)
    {
        var folder = System.IO.Path.Combine(libraries, kind);
        return Directory.Exists(folder)
            ? string.Join(',', Directory.GetFiles(folder, "*.so").Select(f => System.IO.Path.GetFileName(f)).Where(f => f != but).Order(StringComparer.Ordinal))
            : "";
    }

    /// <summary>Debian puts them under the machine's own library folder.</summary>
    private static string Libraries() =>
        new[] { "/usr/lib", "/usr/local/lib", "/opt/janus/lib" }
            .Where(Directory.Exists)
            .SelectMany(root => new[] { root }.Concat(Directory.GetDirectories(root, "*-linux-gnu*")))
            .Select(root => System.IO.Path.Combine(root, "janus"))
            .FirstOrDefault(folder => File.Exists(System.IO.Path.Combine(folder, "plugins", "libjanus_videoroom.so")))
        ?? throw new InvalidOperationException("Janus:Libraries : le dossier qui contient plugins/libjanus_videoroom.so est introuvable.");

    private static string Random() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));

    private void Save(string name, string text) => File.WriteAllText(System.IO.Path.Combine(Path, name), text + "\n");
}
