using AumgJury.Core.Sittings;
using AumgJury.Web.Realtime;
using AumgJury.Web.Replay;

namespace AumgJury.Web.Pages;

/// <summary>A script played on a call in memory, for the gallery.</summary>
public sealed class RehearsedStage(RehearsedCall call) : IStage
{
    public CallState Shown => call.State;

    public Task<Sent> Send(Actor actor, string commandId, Command command)
    {
        var refusal = call.Try(actor, command);
        return Task.FromResult(refusal is null ? new Sent(new Answer(call.Now), null) : new Sent(null, refusal));
    }

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
