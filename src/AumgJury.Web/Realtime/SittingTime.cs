using AumgJury.Core.Sittings;
using AumgJury.Web.Room;

namespace AumgJury.Web.Realtime;

/// <summary>
/// The sitting's clock: real time, or the demo's, which starts at its own morning and runs at a chosen rate.
/// The machine's clock is always real (design, wall 2).
/// </summary>
public sealed class SittingTime(TimeProvider machine, SittingClock start)
{
    private readonly Lock _gate = new();
    private SittingClock _clock = start;

    /// <summary>The rate changed, or the clock jumped.</summary>
    public event Action? Changed;

    public SittingClock Clock
    {
        get
        {
            lock (_gate)
            {
                return _clock;
            }
        }
    }

    public Instants Now
    {
        get
        {
            var real = machine.GetUtcNow();
            return new Instants(Clock.Now(real).ToOffset(Clock.At.Offset), real);
        }
    }

    public void Advance(TimeSpan by) => Set(clock => clock with { At = clock.At + by });

    public void Jump(DateTimeOffset to) => Set(clock => clock with { At = to });

    /// <param name="rate">Sitting seconds a real second, 0 to 600.</param>
    public void Run(double rate) => Set(clock => clock with { Rate = Math.Clamp(rate, 0, 600) });

    private void Set(Func<SittingClock, SittingClock> change)
    {
        lock (_gate)
        {
            var real = machine.GetUtcNow();
            _clock = change(_clock with { At = _clock.Now(real), MachineAt = real });
        }

        Changed?.Invoke();
    }
}

/// <summary>What the demo's menu may do with the clock.</summary>
public sealed class DemoClock(SittingTime time)
{
    public SittingClock Clock => time.Clock;

    public Task Advance(TimeSpan by)
    {
        time.Advance(by);
        return Task.CompletedTask;
    }

    public Task SetRate(double rate)
    {
        time.Run(rate);
        return Task.CompletedTask;
    }
}
