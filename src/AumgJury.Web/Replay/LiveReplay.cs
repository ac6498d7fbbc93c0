using AumgJury.Web.Accounts;
using AumgJury.Web.Hosting;
using AumgJury.Web.Realtime;
using AumgJury.Web.Seeds;

namespace AumgJury.Web.Replay;

/// <summary><c>./run --replay [--speed N]</c>: plays the demo sitting before whoever opens its links.</summary>
internal sealed class LiveReplay(HouseOptions house, Calls calls, ILogger<LiveReplay> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!house.Replay || !house.Demo || calls.Find(DemoCall.CallId) is not { } call)
        {
            return;
        }

        if (ReplayScript.Read(Serving.SeedFolder) is not SeedRead<ReplayScript>.Accepted(var script))
        {
            log.LogError("The script of the demo cannot be read.");
            return;
        }

        using var stage = new LiveStage(call, house.Speed);
        try
        {
            if (await new ScriptPlayer(script, stage).Play(stoppingToken) is { } fault)
            {
                log.LogError("The replay stopped: {Fault}", fault);
            }
        }
        catch (OperationCanceledException)
        {
            // The house is closing.
        }
    }
}
