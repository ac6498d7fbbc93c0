using AumgJury.Core.Sittings;
using AumgJury.Web.Conference;

namespace AumgJury.Web.Realtime;

/// <summary>
/// Does the machine's duties when they are due, and proves a closing room as soon as no outsider reads it. Both follow from the state
/// alone: after a restart it goes on where it was.
/// </summary>
public sealed class MachineHand : IAsyncDisposable
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);
    private readonly LiveCall _call;
    private readonly TimeProvider _machine;
    private readonly MediaRoom? _media;
    private readonly SemaphoreSlim _wake = new(1);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Action<Exception> _onFault;
    private readonly Task _loop;

    /// <param name="media">The media room, whose own list is part of the proof when it is in use.</param>
    /// <param name="onFault">Told of a fault of ours; the hand goes on, since a sitting without it would stand still.</param>
    public MachineHand(LiveCall call, TimeProvider machine, MediaRoom? media, Action<Exception> onFault)
    {
        _onFault = onFault;
        _call = call;
        _machine = machine;
        _media = media is { InUse: true } ? media : null;
        call.Changed += Wake;
        call.Views.ReadersChanged += Wake;
        if (_media is not null)
        {
            _media.Changed += Wake;
        }

        _loop = Task.Run(Run);
    }

    public async ValueTask DisposeAsync()
    {
        _call.Changed -= Wake;
        _call.Views.ReadersChanged -= Wake;
        if (_media is not null)
        {
            _media.Changed -= Wake;
        }

        await _stopping.CancelAsync();
        await _loop;
        _stopping.Dispose();
        _wake.Dispose();
    }

    private void Wake()
    {
        try
        {
            if (_wake.CurrentCount == 0)
            {
                _wake.Release();
            }
        }
        catch (ObjectDisposedException)
        {
            // The house is closing.
        }
    }

    private async Task Run()
    {
        var wait = Timeout.InfiniteTimeSpan;
        try
        {
            while (true)
            {
                await Slept(wait);
                wait = await Done();
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task<TimeSpan> Done()
    {
        try
        {
            if (!_call.Kept.IsOpen)
            {
                return Timeout.InfiniteTimeSpan;
            }

            await Prove();
            return await DoDue();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            _onFault(fault);
            return Again;
        }
    }

    private async Task Slept(TimeSpan wait)
    {
        if (wait == Timeout.InfiniteTimeSpan)
        {
            await _wake.WaitAsync(_stopping.Token);
            return;
        }

        using var due = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
        await using var timer = _machine.CreateTimer(_ => Wake(), state: null, wait, Timeout.InfiniteTimeSpan);
        await _wake.WaitAsync(due.Token);
    }

    private async Task Prove()
    {
        // Fails closed: a reader of the room who should be outside ends the proof (it would be a fault of ours), and so does whatever
        // Janus holds and should not.
        if (_call.Views.Leaks() || _media?.TakeLeak() == true)
        {
            await _call.Send(Actor.Room, new DoubtRoom(""));
        }

        if (_call.Kept.ProofWanted() is { } wanted)
        {
            var (outsidersOut, found) = _call.Views.Proof(wanted);
            if (outsidersOut && found.Length == wanted.Expected.Length)
            {
                await Prove(wanted, found);
            }
        }
    }

    /// <summary>The readers are as they should be; when cameras and voices pass through Janus, its own lists must say the same.</summary>
    private async Task Prove(ProofWanted wanted, string[] found)
    {
        if (_media is null)
        {
            await _call.Send(Actor.Room, new ProveRoom(wanted.Number, ProofMeans.Server, wanted.Expected, found));
        }
        else if (await _media.Prove(wanted.Number) is { } proof)
        {
            await _call.Send(Actor.Room, new ProveRoom(wanted.Number, ProofMeans.Media, wanted.Expected, found, proof.Ordered, proof.Proven));
        }
    }

    /// <returns>How long until the next duty; infinite without one.</returns>
    private async Task<TimeSpan> DoDue()
    {
        var now = _machine.GetUtcNow();
        foreach (var duty in _call.Kept.Duties().Where(d => d.Due <= now).OrderBy(d => d.Due))
        {
            await _call.Send(duty.By, duty.Command);
        }

        var left = _call.Kept.Duties();
        if (left.Length == 0)
        {
            return Timeout.InfiniteTimeSpan;
        }

        // One still due was refused for now (another must come first): tried again in a while, or at the next change.
        var next = left.Min(d => d.Due) - _machine.GetUtcNow();
        return next > TimeSpan.Zero ? next : Again;
    }
}
