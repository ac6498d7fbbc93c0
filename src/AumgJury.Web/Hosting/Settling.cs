using Microsoft.AspNetCore.Components.Server.Circuits;

namespace AumgJury.Web.Hosting;

/// <summary>
/// What comes to stay is put away a few at a time. A page holds half a megabyte for hours: left to the collector, the first collection after a hundred of them have come
/// carries them all, with everybody waiting for a third of a second, in the midst of a sitting. Put away as they come, each portion takes some 20 ms (docs/decisions/0015).
/// </summary>
public sealed class Settling
{
    private const int Portion = 16;

    /// <summary>Nobody's coming and going makes everybody wait more often than this; until then a page is made.</summary>
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(0.5);

    private readonly Action _putAway;
    private readonly TimeProvider _machine;
    private int _came;
    private int _waits;

    public Settling()
        : this(TimeProvider.System, () => GC.Collect(generation: 1, GCCollectionMode.Forced, blocking: true))
    {
    }

    internal Settling(TimeProvider machine, Action putAway) => (_machine, _putAway) = (machine, putAway);

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<Settling>();
        services.AddScoped<CircuitHandler, SettlingPage>();
    }

    /// <summary>A page, or a client that reads a seat's view, has come.</summary>
    public void Came()
    {
        if (Interlocked.Increment(ref _came) >= Portion && Interlocked.Exchange(ref _waits, 1) == 0)
        {
            _ = PutAway();
        }
    }

    private async Task PutAway()
    {
        do
        {
            // Who comes while it waits is counted for the next time: their pages are not made yet.
            Interlocked.Exchange(ref _came, 0);
            await Task.Delay(AtMost, _machine);
            _putAway();
        }
        while (Volatile.Read(ref _came) >= Portion);
        Volatile.Write(ref _waits, 0);
    }
}

/// <summary>Tells of a circuit that it has come; one a circuit.</summary>
internal sealed class SettlingPage(Settling settling) : CircuitHandler
{
    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        settling.Came();
        return Task.CompletedTask;
    }
}
