namespace AumgJury.Web.Hosting;

/// <summary>What was asked of this house when it was started.</summary>
/// <param name="DataFolder">Full path of the folder that holds journals, keys and documents.</param>
/// <param name="Demo">The demo sitting is offered, its links are listed, and only the loopback listens.</param>
/// <param name="Showcase">The gallery of components is served at <c>/vitrine</c>.</param>
/// <param name="Replay">The demo sitting is played from its script.</param>
/// <param name="Fast">With <paramref name="Replay"/>: to the end, without a browser.</param>
/// <param name="Json">With <paramref name="Fast"/>: the result for a machine.</param>
/// <param name="Speed">With <paramref name="Replay"/>: sitting seconds a real second, 1 to 600.</param>
/// <param name="Verify">A data folder whose journals are to be verified, and nothing else; null otherwise.</param>
public sealed record HouseOptions(string DataFolder, bool Demo, bool Showcase, bool Replay, bool Fast, bool Json, double Speed = 20, string? Verify = null)
{
    /// <summary>The address when none is asked for: loopback only.</summary>
    public const string DefaultAddress = "http://127.0.0.1:5080";

    /// <summary>Reads <c>data</c>, <c>empty</c>, <c>showcase</c>, <c>replay</c>, <c>fast</c>, <c>json</c>, <c>speed</c> and <c>verify</c>.</summary>
    public static HouseOptions From(IConfiguration configuration, bool development) => new(
        Path.GetFullPath(configuration["data"] ?? "data"),
        Demo: !configuration.GetValue("empty", defaultValue: false),
        Showcase: configuration.GetValue("showcase", defaultValue: development),
        Replay: configuration.GetValue("replay", defaultValue: false),
        Fast: configuration.GetValue("fast", defaultValue: false),
        Json: configuration.GetValue("json", defaultValue: false),
        Speed: Math.Clamp(configuration.GetValue("speed", defaultValue: 20d), 1, 600),
        Verify: configuration["verify"]);
}
