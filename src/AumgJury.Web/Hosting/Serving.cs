using AumgJury.Web.Accounts;
using AumgJury.Web.Realtime;
using AumgJury.Web.Replay;
using AumgJury.Web.Sitting;
using AumgJury.Web.Storage;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace AumgJury.Web.Hosting;

/// <summary>The calls, opened before the first request is taken.</summary>
public static class Serving
{
    public static void AddCalls(this IServiceCollection services)
    {
        services.AddSingleton<Disk, LinuxDisk>();
        services.AddSingleton<Calls>();
        services.AddSingleton<DemoCall>();
        services.AddScoped<CircuitPresence>();
        services.AddScoped<CircuitHandler>(scope => scope.GetRequiredService<CircuitPresence>());
        PageClock.Add(services);
        Settling.Add(services);
        services.AddHostedService<Opening>();
        services.AddSingleton<ReplayProgress>();
        services.AddHostedService<LiveReplay>();
        services.AddSignalR().AddJsonProtocol(json => WireJson.Configure(json.PayloadSerializerOptions));
        services.ConfigureHttpJsonOptions(json => WireJson.Configure(json.SerializerOptions));
    }

    /// <summary>The starting folder of a call of one's own, beside the application.</summary>
    public static string ModelFolder => Path.Combine(AppContext.BaseDirectory, "seed-data", "modele");

    /// <summary>Where the demo's seed lies beside the application.</summary>
    public static string SeedFolder => Path.Combine(AppContext.BaseDirectory, "seed-data", DemoCall.CallId);
}

/// <summary>Opens the data folder and the demo, and closes them with the application.</summary>
internal sealed class Opening(HouseOptions house, Calls calls, DemoCall demo, ILogger<Opening> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        calls.OpenAll();
        if (house.Demo)
        {
            var problems = await demo.Seed(Serving.SeedFolder);
            foreach (var problem in problems)
            {
                log.LogError("{Problem}", problem.Sentence);
            }

            if (problems.Count > 0)
            {
                throw new InvalidOperationException($"{problems[0].Sentence}");
            }
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken) => await calls.DisposeAsync();
}
