namespace AumgJury.Web.Replay;

/// <summary>Where a live replay is, for the pages that watch it.</summary>
public sealed class ReplayProgress
{
    /// <summary>It began, paused or ended; told on the replay's own thread.</summary>
    public event Action? Changed;

    public bool Plays { get; private set; }

    /// <summary>What an act from outside the script made impossible: the sitting goes on by hand. Null otherwise.</summary>
    public ReplayFault? Paused { get; private set; }

    internal void Begin() => Set(plays: true, null);

    internal void Pause(ReplayFault fault) => Set(plays: false, fault);

    internal void End() => Set(plays: false, null);

    private void Set(bool plays, ReplayFault? paused)
    {
        (Plays, Paused) = (plays, paused);
        Changed?.Invoke();
    }
}
