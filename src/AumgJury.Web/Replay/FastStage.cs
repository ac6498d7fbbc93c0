using System.Globalization;
using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Web.Realtime;
using AumgJury.Web.Seeds;
using AumgJury.Web.Storage;

namespace AumgJury.Web.Replay;

/// <summary>
/// A stage without spectators: the journal is the real one, the clock jumps from act to act, and the machine's duties are done at
/// the very instant they fall due. Both clocks show the script's. Used by one caller at a time.
/// </summary>
public sealed class FastStage : IStage, IAsyncDisposable
{
    private readonly CallOnDisk _call;
    private DateTimeOffset _now;
    private int _done;

    private FastStage(CallOnDisk call, DateTimeOffset start) => (_call, _now) = (call, start);

    public CallState Shown => _call.State;

    /// <summary>Lines in the journal.</summary>
    public long Lines => _call.Lines;

    /// <summary>Of the journal's last line.</summary>
    public string HeadHash => _call.HeadHash;

    /// <summary>Makes the call's files, keeps its documents and opens it.</summary>
    /// <param name="folder">The seed folder that holds the documents.</param>
    /// <param name="start">What the clock shows.</param>
    /// <returns>Null when the folder holds this call already: a sitting is not played over another.</returns>
    /// <exception cref="IOException">The disk failed.</exception>
    public static async Task<FastStage?> Open(Disk disk, CallFiles files, string folder, CallDefinition definition, DateTimeOffset start)
    {
        if (CallOnDisk.Open(disk, files) is not { } call)
        {
            return null;
        }

        if (call.Lines > 0)
        {
            call.Dispose();
            return null;
        }

        var stage = new FastStage(call, start);
        SeedDocuments.Keep(folder, definition, call.Documents);
        var opened = await stage.Send(Actor.Setup, "setup", new OpenCall(definition));
        return opened.Refusal is null ? stage : throw new InvalidOperationException($"A definition that was read is refused: {opened.Refusal.Name}.");
    }

    public Task<Sent> Send(Actor actor, string commandId, Command command) =>
        Task.FromResult(_call.Send(actor, commandId, command, new Instants(_now, _now)));

    public async Task Until(DateTimeOffset sittingInstant)
    {
        // A duty refused for now is not asked again before the next act.
        var refused = new HashSet<Duty>();
        while (Shown.Duties().Where(d => d.Due <= sittingInstant && !refused.Contains(d)).MinBy(d => d.Due) is { } duty)
        {
            _now = duty.Due > _now ? duty.Due : _now;
            if ((await Send(duty.By, NextId(), duty.Command)).Refusal is not null)
            {
                refused.Add(duty);
            }

            await Settled();
        }

        _now = sittingInstant > _now ? sittingInstant : _now;
    }

    /// <summary>Nobody reads this stage, so no outsider holds anything that serves the room: it is proven as soon as it closes.</summary>
    public async Task Settled()
    {
        while (Shown.ProofWanted() is { } wanted)
        {
            var proof = new ProveRoom(wanted.Number, ProofMeans.Server, wanted.Expected, wanted.Expected);
            if ((await Send(Actor.Room, NextId(), proof)).Refusal is not null)
            {
                return;
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        _call.Dispose();
        return ValueTask.CompletedTask;
    }

    private string NextId() => string.Create(CultureInfo.InvariantCulture, $"machine-{++_done}");
}
