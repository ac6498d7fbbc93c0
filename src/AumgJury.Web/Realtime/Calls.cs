using System.Collections.Concurrent;
using AumgJury.Core.Sittings;
using AumgJury.Web.Conference;
using AumgJury.Web.Hosting;
using AumgJury.Web.Notifications;
using AumgJury.Web.Room;
using AumgJury.Web.Storage;

namespace AumgJury.Web.Realtime;

/// <summary>The calls of the data folder. Holds the folder's lock from start to stop.</summary>
public sealed class Calls(HouseOptions house, TimeProvider machine, Disk disk, MailDrop mail, NotificationText text, Videoconference conference, ILogger<Calls> log) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ServedCall> _served = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<ClosedCall> _closed = [];
    private readonly ConcurrentDictionary<string, Lazy<ServedCall?>> _ended = new(StringComparer.OrdinalIgnoreCase);
    private FolderLock? _lock;

    public IReadOnlyCollection<ServedCall> Served => [.. _served.Values.OrderBy(c => c.Id, StringComparer.Ordinal)];

    public IReadOnlyList<ClosedCall> Closed
    {
        get
        {
            lock (_closed)
            {
                return [.. _closed];
            }
        }
    }

    /// <exception cref="FolderInUse">Another process serves this folder.</exception>
    public void OpenAll()
    {
        disk.CreateFolder(house.DataFolder);
        _lock ??= FolderLock.Take(house.DataFolder);
        if (OwnFiles.OpenToOthers(house.DataFolder))
        {
            log.LogWarning("Other accounts of this machine may open the data folder {Folder}: chmod 700.", house.DataFolder);
        }

        foreach (var id in CallFiles.CallsIn(house.DataFolder))
        {
            if (EndedMark.Fits(disk, new CallFiles(house.DataFolder, id)))
            {
                _ended[id] = new Lazy<ServedCall?>(() => Open(id));
            }
            else
            {
                Open(id);
            }
        }
    }

    /// <summary>Opens one call, or makes its files when it is new.</summary>
    public ServedCall? Open(string id)
    {
        var opening = new CallOpening(disk, machine, mail, text, TimeOf, conference, (call, fault) => log.LogError(fault, "A fault in the call {Call}.", call));
        var (served, closed) = opening.Open(new CallFiles(house.DataFolder, id));
        if (closed is { Cause: BreakCause.Keys })
        {
            log.LogError("The key file of {Call} cannot be used; put back its backup. This call stays closed.", id);
            _closed.Add(closed);
            return null;
        }

        if (closed is not null)
        {
            log.LogError("The journal of {Call} cannot be believed from line {Line} on ({Cause}); this call stays closed.", id, closed.AtPosition, closed.Cause);
            lock (_closed)
            {
                _closed.Add(closed);
            }

            return null;
        }

        if (served!.CutTail is { } tail)
        {
            log.LogWarning("The end of the journal of {Call} was never acknowledged ({Lines} lines, {Bytes} bytes); it is kept in {Path}.", id, tail.Lines, tail.Bytes, tail.Path);
        }

        _served[id] = served;
        if (served.Live.Kept.IsOpen)
        {
            served.Presence.Expect(served.Live.Kept.ConnectedSeats);
        }

        return served;
    }

    /// <summary>One that has ended is read and verified now, when it is first asked for.</summary>
    public ServedCall? Find(string id) =>
        _served.TryGetValue(id, out var served) ? served : _ended.TryGetValue(id, out var ended) ? ended.Value : null;

    /// <summary>The call and seat that a number in an address names; null when there is none.</summary>
    public (ServedCall Call, string Seat)? Seat(string? number)
    {
        var dash = number?.LastIndexOf('-') ?? -1;
        if (dash <= 0 || !int.TryParse(number.AsSpan(dash + 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var place))
        {
            return null;
        }

        return Find(number![..dash]) is { Live.Kept.IsOpen: true } call && call.Live.Kept.SeatAt(place) is { } seat ? (call, seat) : null;
    }

    public async ValueTask DisposeAsync()
    {
        // Asked twice, by the host's stop and by the container: whoever takes a call out closes it.
        foreach (var id in _served.Keys)
        {
            if (_served.TryRemove(id, out var call))
            {
                await call.DisposeAsync();
                if (call.Live.Kept is { IsOpen: true, HasEnded: true })
                {
                    EndedMark.Leave(disk, new CallFiles(house.DataFolder, id));
                }
            }
        }

        Interlocked.Exchange(ref _lock, null)?.Dispose();
    }

    /// <summary>Real time, or the demo's morning: its start, or the journal's last instant if that is later.</summary>
    private SittingTime TimeOf(CallState state)
    {
        var now = machine.GetUtcNow();
        if (!state.IsOpen || state.DemoStart is not { } start)
        {
            return new SittingTime(machine, SittingClock.RealTime(now));
        }

        return new SittingTime(machine, new SittingClock(state.LastAt > start ? state.LastAt : start, now, 1));
    }
}
