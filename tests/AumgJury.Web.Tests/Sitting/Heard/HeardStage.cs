using AumgJury.Core.Sittings;
using AumgJury.Web.Realtime;
using AumgJury.Web.Replay;
using Microsoft.Extensions.Time.Testing;

namespace AumgJury.Web.Tests.Sitting.Heard;

/// <summary>The fast stage with listeners: its clock goes second by second, and whoever listens is told of each new state at its second.</summary>
internal sealed class HeardStage(FastStage stage, FakeTimeProvider time, Action<CallState> show) : IStage
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);
    private CallState? _shown;

    public CallState Shown => stage.Shown;

    public async Task<Sent> Send(Actor actor, string commandId, Command command)
    {
        var sent = await stage.Send(actor, commandId, command);
        ShowNew();
        return sent;
    }

    public async Task Until(DateTimeOffset sittingInstant)
    {
        while (time.GetUtcNow() < sittingInstant)
        {
            var next = time.GetUtcNow() + Step is var second && second < sittingInstant ? second : sittingInstant;
            await stage.Until(next);
            time.Advance(next - time.GetUtcNow());
            ShowNew();
        }
    }

    public async Task Settled()
    {
        await stage.Settled();
        ShowNew();
    }

    private void ShowNew()
    {
        if (!ReferenceEquals(_shown, stage.Shown))
        {
            _shown = stage.Shown;
            show(_shown);
        }
    }
}
