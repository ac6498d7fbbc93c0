using AumgJury.Web.Conference;

namespace AumgJury.Bench.Report;

/// <summary>What a measure cannot do without: looked for before anything is measured, since a run takes long.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="IsThere">Whether it is on this machine.</param>
internal sealed record Need(string Name, Func<bool> IsThere)
{
    public static Need Chromium { get; } = new("chromium (/usr/bin/chromium)", () => File.Exists("/usr/bin/chromium"));

    public static Need Janus { get; } = new("janus", () => JanusSettings.PathOf(new JanusSettings().Program) is not null);

    public static Need Node { get; } = new("node (./bench installs it)", () => JanusSettings.PathOf("node") is not null);

    /// <summary>The published application.</summary>
    public static Need App(BenchOptions options) => new($"the published application in {options.App} (./bench publishes it)", () => File.Exists(Path.Combine(options.App, "AumgJury.Web.dll")));

    /// <summary>The script of the peers and its library.</summary>
    public static Need Peers(BenchOptions options) =>
        new($"the peers in {options.Peers} (./bench installs them)", () => File.Exists(Path.Combine(options.Peers, "peers.mjs")) && Directory.Exists(Path.Combine(options.Peers, "node_modules", "node-datachannel")));
}
