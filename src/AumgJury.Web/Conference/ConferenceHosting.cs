using System.Net.Sockets;
using AumgJury.Web.Hosting;

namespace AumgJury.Web.Conference;

/// <summary>The videoconference among the house's services.</summary>
public static class ConferenceHosting
{
    /// <summary>Reads the sections <c>Janus</c> and <c>Turn</c>; starts Janus before the calls are opened and stops it after they are closed.</summary>
    /// <exception cref="InvalidOperationException">A setting is missing or cannot be read.</exception>
    public static void AddConference(this IServiceCollection services, IConfiguration configuration, HouseOptions house)
    {
        var janus = JanusSettings.From(configuration);
        if (house.Https?.Address is { AddressFamily: AddressFamily.InterNetworkV6 })
        {
            janus = janus with { Six = true };
        }

        var turn = TurnSettings.From(configuration);
        services.AddSingleton(provider => new JanusEngine(
            janus,
            Path.Combine(house.DataFolder, "janus"),
            provider.GetRequiredService<ILogger<JanusEngine>>()));
        services.AddSingleton(provider => new Videoconference(
            janus.Mode!.Value,
            provider.GetRequiredService<JanusEngine>(),
            turn,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<Videoconference>>()));
        services.AddHostedService(provider => provider.GetRequiredService<JanusEngine>());
    }
}
