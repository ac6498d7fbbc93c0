using Microsoft.AspNetCore.Components.Server.Circuits;

namespace AumgJury.Web.Sitting;

/// <summary>
/// Tells a page whether its browser is there: a circuit outlives its connection by a quarter of an hour, its person does not.
/// One a circuit.
/// </summary>
public sealed class CircuitPresence : CircuitHandler
{
    private Func<IDisposable>? _arrive;
    private IDisposable? _alive;
    private bool _up;

    /// <summary>What an arrival is for this page's seat.</summary>
    public void Present(Func<IDisposable> arrive)
    {
        _arrive = arrive;
        if (_up)
        {
            _alive ??= arrive();
        }
    }

    public void Gone()
    {
        _arrive = null;
        Leave();
    }

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _up = true;
        _alive ??= _arrive?.Invoke();
        return Task.CompletedTask;
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _up = false;
        Leave();
        return Task.CompletedTask;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Gone();
        return Task.CompletedTask;
    }

    private void Leave()
    {
        _alive?.Dispose();
        _alive = null;
    }
}
