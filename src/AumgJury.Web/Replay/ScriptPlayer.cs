using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Realtime;

namespace AumgJury.Web.Replay;

/// <summary>Plays a script on a stage: each act by the seat that presses, at its hour; what the script expects is looked at.</summary>
public sealed class ScriptPlayer(ReplayScript script, IStage stage)
{
    private const int Tries = 3;

    /// <summary>How often the stage is asked to settle before an expectation is given up: about a minute and a half on a live stage.</summary>
    private const int Patience = 100;

    private readonly HashSet<Actor> _arrived = [];

    /// <summary>Told before each act, for a stage with spectators.</summary>
    public event Action<ReplayAct>? Playing;

    /// <summary>Plays to the end, or to the first act that is refused or expectation that is not met. Playing on from the middle of a sitting is harmless: ids repeat.</summary>
    public async Task<ReplayFault?> Play(CancellationToken stop = default)
    {
        foreach (var act in script.Acts)
        {
            stop.ThrowIfCancellationRequested();
            await stage.Until(act.At);
            Playing?.Invoke(act);
            if (await (act is ReplayAct.Press press ? Pressed(press) : Expected((ReplayAct.Expect)act)) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private async Task<ReplayFault?> Pressed(ReplayAct.Press press)
    {
        await Arrive(press.By);
        foreach (var (i, command) in press.Commands.Index())
        {
            if (IsDone(command))
            {
                continue;
            }

            var sent = await Send(press.By, $"replay-{press.Line}-{i}", command);
            if (sent.Refusal is { } refusal)
            {
                return new ReplayFault.Refused(press, refusal);
            }
        }

        await stage.Settled();
        return null;
    }

    /// <summary>A person who acts is there: their first act is their arrival. Before a live stage a browser may have brought them already.</summary>
    private async Task Arrive(Actor by)
    {
        if (by.SeatId is { } seat && _arrived.Add(by))
        {
            await Send(Actor.Presence, $"replay-arrival-{seat}", new RegainSeat(seat));
        }
    }

    /// <summary>Closing a University's last dossier ends its closed room by itself; the script's chair looks before pressing once more.</summary>
    private bool IsDone(Command command) =>
        command is FinishHearing { University: var university }
        && stage.Shown.View(script.Definition.Seats.First(s => s.Role == Role.Secretary).Id) is SecretaryView { Order: var order }
        && order.Any(o => o.University == university && o.Step == HearingStep.Done);

    private async Task<Sent> Send(Actor by, string id, Command command)
    {
        var sent = await stage.Send(by, id, command);
        for (var i = 1; i < Tries && sent.Refusal?.Name == RefusalName.NotKept; i++)
        {
            sent = await stage.Send(by, id, command);
        }

        return sent;
    }

    private async Task<ReplayFault?> Expected(ReplayAct.Expect expect)
    {
        var found = expect.Fact.Unmet(stage.Shown, script.Definition);
        for (var i = 0; i < Patience && found is not null; i++)
        {
            await stage.Settled();
            found = expect.Fact.Unmet(stage.Shown, script.Definition);
        }

        return found is null ? null : new ReplayFault.Unmet(expect, found);
    }
}
