using AumgJury.Web.Accounts;
using AumgJury.Web.Hosting;
using AumgJury.Web.Realtime;
using AumgJury.Web.Seeds;
using AumgJury.Web.Texts;

namespace AumgJury.Web.Replay;

/// <summary><c>./run --replay [--speed N]</c>: plays the demo sitting before whoever opens its links.</summary>
internal sealed class LiveReplay(HouseOptions house, Calls calls, ReplayProgress progress, ILogger<LiveReplay> log) : BackgroundService
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
            progress.Begin();
            if (await new ScriptPlayer(script, stage).Play(stoppingToken) is { } fault)
            {
                var visit = new HouseCulture(HouseCulture.French);
                progress.Pause(fault);
                log.LogWarning("{Paused} {Fault}", new TextsOf<ReplayTexts>(visit)["Live_Paused", new Say(visit.Culture).Hour(fault.Act.At)], ReplayCommand.Sentence(fault, visit));
            }
            else
            {
                progress.End();
            }

            // The people of the script stay where they are: whoever watches may go on with them.
            await Task.Delay(Timeout.Infinite, stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The house is closing.
        }
    }
}
