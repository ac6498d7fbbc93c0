using Microsoft.AspNetCore.SignalR;

namespace AumgJury.Web.Hosting;

/// <summary>How long a page may be cut off, and how soon a cut is noticed.</summary>
public static class Circuits
{
    /// <summary>Between two signs of life; the browser is told the same (<c>wwwroot/house.js</c>).</summary>
    public static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(2);

    /// <summary>Without any sign of life for so long, the connection counts as lost.</summary>
    public static readonly TimeSpan Lost = TimeSpan.FromSeconds(6);

    /// <summary>The largest message in bytes; a larger one closes the connection, so text fields stay well under it.</summary>
    public const long LargestMessage = 128 * 1024;

    /// <summary>
    /// Interactive Server components. A phone's screen lock suspends its socket, hence 15 minutes of retention;
    /// 500 circuits is the most that a small machine holds for the absent.
    /// </summary>
    public static void AddRoomComponents(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents(circuit =>
        {
            circuit.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(15);
            circuit.DisconnectedCircuitMaxRetained = 500;
        });
        PlannedStop.Add(services);
        services.AddSignalR(hub =>
        {
            hub.KeepAliveInterval = SignOfLife;
            hub.ClientTimeoutInterval = Lost;
            hub.MaximumReceiveMessageSize = LargestMessage;
        });
        services.AddSingleton<IUserIdProvider>(of => new Heartbeats(TimeProvider.System, of.GetRequiredService<ILogger<Heartbeats>>()));
    }
}
