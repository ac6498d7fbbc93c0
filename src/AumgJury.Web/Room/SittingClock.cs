namespace AumgJury.Web.Room;

/// <summary>What the sitting's clock showed at one instant of the machine's, and how fast it runs.</summary>
/// <param name="At">The sitting's instant.</param>
/// <param name="MachineAt">The machine's instant at that moment.</param>
/// <param name="Rate">Seconds of the sitting in one second of the machine: 1, 0 when stopped, more in the demo.</param>
public sealed record SittingClock(DateTimeOffset At, DateTimeOffset MachineAt, double Rate)
{
    /// <summary>A clock that shows the machine's own time.</summary>
    public static SittingClock RealTime(DateTimeOffset now) => new(now, now, 1);

    /// <summary>What it shows when the machine's clock shows <paramref name="machineNow"/>.</summary>
    public DateTimeOffset Now(DateTimeOffset machineNow) => At + ((machineNow - MachineAt) * Rate);
}

/// <summary>What a clock shows.</summary>
public enum ClockFace
{
    /// <summary>The hour in the call's time zone.</summary>
    TimeOfDay,

    /// <summary>The time since an instant.</summary>
    Elapsed,

    /// <summary>The time left of a length, then the time beyond it with a plus sign.</summary>
    Remaining,
}
