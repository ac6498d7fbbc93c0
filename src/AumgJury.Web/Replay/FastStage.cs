using System.Globalization;
using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Web.Realtime;
using AumgJury.Web.Storage;

namespace AumgJury.Web.Replay;

/// <summary>
/// A stage without spectators: the journal is the real one, the clock jumps from act to act, and the machine's duties are done at
/// the very instant they fall due. Both clocks show the script's. Used by one caller at a time.
/// </summary>
public sealed class FastStage : IStage, IAsyncDisposable
{
    private readonly Journal _journal;
    private readonly KeyRing _keys;
    private readonly GroupWriter _writer;
    private DateTimeOffset _now;
    private int _done;

    private FastStage(Journal journal, KeyRing keys, DateTimeOffset start)
    {
        _journal = journal;
        _keys = keys;
        _now = start;
        _writer = new GroupWriter(journal, _ => { });
        Shown = CallState.Empty((key, cipher) => keys.Open(key, cipher));
    }

    public CallState Shown { get; private set; }

    /// <summary>Lines in the journal.</summary>
    public long Lines => _journal.Position;

    /// <summary>Of the journal's last line.</summary>
    public string HeadHash => _journal.HeadHash;

    /// <summary>Makes the call's files, keeps its documents and opens it.</summary>
    /// <param name="folder">The seed folder that holds the documents.</param>
    /// <param name="start">What the clock shows.</param>
    /// <returns>Null when the folder holds this call already: a sitting is not played over another.</returns>
    /// <exception cref="IOException">The disk failed.</exception>
    public static async Task<FastStage?> Open(Disk disk, CallFiles files, string folder, CallDefinition definition, DateTimeOffset start)
    {
        if (Journal.Open(disk, files, readUpTo: 0) is not OpenedJournal.Ready ready)
        {
            return null;
        }

        if (ready.Lines.Count > 0)
        {
            ready.Journal.Dispose();
            return null;
        }

        var keys = KeyRing.Load(disk, files, journalHasLines: false);
        var stage = new FastStage(ready.Journal, keys, start);
        SeedDocuments.Keep(folder, definition, new DocumentStore(disk, files, keys));
        var opened = await stage.Send(Actor.Setup, "setup", new OpenCall(definition));
        return opened.Refusal is null ? stage : throw new InvalidOperationException($"A definition that was read is refused: {opened.Refusal.Name}.");
    }

    public async Task<Sent> Send(Actor actor, string commandId, Command command)
    {
        switch (Shown.Decide(actor, command, commandId, new Instants(_now, _now), (key, clear) => _keys.Seal(key, clear)))
        {
            case Outcome.Accepted accepted:
                return await Keep(accepted);
            case Outcome.Repeated repeated:
                return new Sent(repeated.Answer, null);
            case Outcome.Refused refused:
                return new Sent(null, refused.Refusal);
            case var other:
                throw new InvalidOperationException($"{other.GetType().Name} is no outcome.");
        }
    }

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

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        _journal.Dispose();
        _keys.Dispose();
    }

    private async Task<Sent> Keep(Outcome.Accepted accepted)
    {
        var written = await _writer.Append(accepted.Body, _journal.Position + 1);
        if (written is not Written.Kept)
        {
            return Sent.Refused(written is Written.DiskFull ? RefusalName.DiskFull : written is Written.Closed ? RefusalName.CallClosed : RefusalName.NotKept);
        }

        Shown = accepted.Next;
        if (Shown.EndedKeys.Where(k => !_keys.IsDestroyed(k)).ToArray() is { Length: > 0 } ended)
        {
            _keys.Destroy(ended);
        }

        return new Sent(accepted.Answer, null);
    }

    private string NextId() => string.Create(CultureInfo.InvariantCulture, $"machine-{++_done}");
}
