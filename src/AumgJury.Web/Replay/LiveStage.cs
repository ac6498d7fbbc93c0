using AumgJury.Core.Sittings;
using AumgJury.Web.Realtime;

namespace AumgJury.Web.Replay;

/// <summary>
/// The script before browsers: its people read their views like anybody, so that the room is proven as with people; spectators
/// open the links. Waiting for the machine's real seconds, the sitting's clock goes at its natural pace.
/// </summary>
public sealed class LiveStage(ServedCall call, double speed) : IStage, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly Dictionary<string, Subscription> _readers = new(StringComparer.Ordinal);
    private readonly List<IDisposable> _here = [];

    public CallState Shown => call.Live.Kept;

    public async Task<Sent> Send(Actor actor, string commandId, Command command)
    {
        if (command is RegainSeat regained)
        {
            Read(regained.Seat);
        }

        return await call.Live.Send(actor, commandId, command);
    }

    public async Task Until(DateTimeOffset sittingInstant)
    {
        if (call.Live.Time.Now.Sitting < sittingInstant)
        {
            call.Live.Time.Run(speed);
        }

        while (call.Live.Time.Now.Sitting is var now && now < sittingInstant)
        {
            var left = (sittingInstant - now) / speed;
            await Task.Delay(left < Patience ? left + TimeSpan.FromMilliseconds(1) : Patience);
        }

        // Acts take their own time: at full speed the script's hours would run away from them.
        call.Live.Time.Run(1);
    }

    public async Task Settled()
    {
        if (Shown.Duties().Length == 0 && Shown.ProofWanted() is null)
        {
            return;
        }

        var changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Changed() => changed.TrySetResult();
        call.Live.Published += Changed;
        await Task.WhenAny(changed.Task, Task.Delay(Patience));
        call.Live.Published -= Changed;
    }

    public void Dispose()
    {
        foreach (var reader in _readers.Values)
        {
            reader.Dispose();
        }

        _here.ForEach(h => h.Dispose());
    }

    /// <summary>A person of the script reads their page until the end.</summary>
    private void Read(string seat)
    {
        if (_readers.ContainsKey(seat))
        {
            return;
        }

        var reader = call.Live.Views.Subscribe(seat, session: null);
        _readers[seat] = reader;
        _here.Add(call.Presence.Arrive(seat));
        _ = Task.Run(async () =>
        {
            while (await reader.ComesAsync())
            {
                // Taking the view is what a page does.
                reader.Take();
            }
        });
    }
}
