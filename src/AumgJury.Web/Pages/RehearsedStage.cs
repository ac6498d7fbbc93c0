using AumgJury.Core.Sittings;
using AumgJury.Web.Realtime;
using AumgJury.Web.Replay;

namespace AumgJury.Web.Pages;

/// <summary>A script played on a call in memory, for the gallery.</summary>
public sealed class RehearsedStage(RehearsedCall call) : IStage
{
    public CallState Shown => call.State;

    /// <summary>A call after these acts of a script; what the script expects is not looked at.</summary>
    /// <exception cref="InvalidOperationException">An act was refused.</exception>
    public static async Task<RehearsedCall> Play(ReplayScript script, IEnumerable<ReplayAct.Press> acts)
    {
        var call = new RehearsedCall(script.Definition, script.Definition.DemoStart!.Value);
        var fault = await new ScriptPlayer(script with { Acts = [.. acts] }, new RehearsedStage(call)).Play();
        return fault is null ? call : throw new InvalidOperationException(fault.ToString());
    }

    public Task<Sent> Send(Actor actor, string commandId, Command command) => Task.FromResult(call.Send(actor, command));

    public Task Until(DateTimeOffset sittingInstant)
    {
        if (sittingInstant > call.Now)
        {
            call.Pass(sittingInstant - call.Now);
        }

        return Task.CompletedTask;
    }

    public Task Settled() => Task.CompletedTask;
}
