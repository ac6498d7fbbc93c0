using AumgJury.Core.Sittings;
using AumgJury.Web.Storage;

namespace AumgJury.Web.Realtime;

/// <summary>
/// One call's files in the hands of a command while no house serves them: an act is judged, kept, then answered. No clock, no
/// presence, no duty of the machine. The caller holds the folder's lock; used by one caller at a time.
/// </summary>
public sealed class CallOnDisk : IDisposable
{
    private readonly Journal _journal;
    private readonly KeyRing _keys;
    private readonly CallIndex? _index;

    private CallOnDisk(Disk disk, CallFiles files, OpenedJournal.Ready ready, CallIndex? index)
    {
        _journal = ready.Journal;
        _index = index;
        _keys = KeyRing.Load(disk, files, ready.Lines.Count > 0);
        Documents = new DocumentStore(disk, files, _keys);
        State = ready.Lines.Aggregate(CallState.Empty((key, cipher) => _keys.Open(key, cipher)), (state, line) => state.Apply(line.Json.Span));
    }

    /// <summary>What is on disk.</summary>
    public CallState State { get; private set; }

    public DocumentStore Documents { get; }

    /// <summary>Lines in the journal.</summary>
    public long Lines => _journal.Position;

    /// <summary>Of the journal's last line; 64 zeros when there is none.</summary>
    public string HeadHash => _journal.HeadHash;

    /// <summary>Opens the files of a call, or makes them when there are none.</summary>
    /// <returns>Null when the journal cannot be believed: nothing was changed.</returns>
    /// <exception cref="IOException">The disk failed, or the keys are missing or damaged.</exception>
    public static CallOnDisk? Open(Disk disk, CallFiles files)
    {
        // A trusted LiteDB tells the journal what had been acknowledged; one that is not is left for the house to rebuild.
        var index = IndexSum.Check(disk, files) is null ? CallIndex.Open(disk, files).Index : null;
        OpenedJournal? opened = null;
        try
        {
            opened = Journal.Open(disk, files, index?.ReadPosition ?? 0);
            if (opened is OpenedJournal.Ready ready)
            {
                return new CallOnDisk(disk, files, ready, index);
            }

            index?.CloseCleanly();
            return null;
        }
        catch
        {
            (opened as OpenedJournal.Ready)?.Journal.Dispose();
            index?.CloseCleanly();
            throw;
        }
    }

    /// <summary>Answers once the act is on disk.</summary>
    public Sent Send(Actor actor, string commandId, Command command, Instants at) =>
        State.Decide(actor, command, commandId, at, (key, clear) => _keys.Seal(key, clear)) switch
        {
            Outcome.Accepted accepted => Keep(accepted),
            Outcome.Repeated repeated => new Sent(repeated.Answer, null),
            Outcome.Refused refused => new Sent(null, refused.Refusal),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is no outcome."),
        };

    public void Dispose()
    {
        _journal.Dispose();
        _keys.Dispose();
        _index?.CloseCleanly();
    }

    private Sent Keep(Outcome.Accepted accepted)
    {
        switch (_journal.AppendGroup([accepted.Body], _journal.Position))
        {
            case GroupWritten.Kept:
                State = accepted.Next;
                if (State.EndedKeys.Where(k => !_keys.IsDestroyed(k)).ToArray() is { Length: > 0 } ended)
                {
                    _keys.Destroy(ended);
                }

                return new Sent(accepted.Answer, null);
            case GroupWritten.DiskFull:
                return Sent.Refused(RefusalName.DiskFull);
            case GroupWritten.Closed or GroupWritten.Stale:
                return Sent.Refused(RefusalName.CallClosed);
            default:
                return Sent.Refused(RefusalName.NotKept);
        }
    }
}
