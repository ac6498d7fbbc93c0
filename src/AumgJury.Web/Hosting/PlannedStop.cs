using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.JSInterop;

namespace AumgJury.Web.Hosting;

/// <summary>
/// Before a planned stop every page is asked to pause its circuit: the browser then holds the page's state and resumes it, without a
/// reload, in the house that starts next. From the first moment of a stop, new requests are turned away until then.
/// </summary>
public sealed class PlannedStop
{
    /// <summary>A phone asleep answers nothing: the stop waits no longer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private readonly ConcurrentDictionary<PausedPage, IJSRuntime> _pages = [];
    private volatile TaskCompletionSource? _allPaused;

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<PlannedStop>();
        services.AddScoped<CircuitHandler, PausedPage>();
    }

    /// <summary>Turns requests away while stopping, and pauses the pages before the server closes their connections.</summary>
    public static void Use(WebApplication app)
    {
        var stop = app.Services.GetRequiredService<PlannedStop>();
        app.Use((context, next) =>
        {
            // A page that is just being opened still gets its scripts: without them its circuit would break instead of pausing.
            if (stop._allPaused is null || context.Request.Path.Value?.EndsWith(".js", StringComparison.Ordinal) == true)
            {
                return next(context);
            }

            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        });

        // What is told last is called first: once started, this comes before the server's own closing of connections.
        app.Lifetime.ApplicationStarted.Register(() => app.Lifetime.ApplicationStopping.Register(stop.Pause));
    }

    internal void Here(PausedPage page, IJSRuntime browser) => _pages[page] = browser;

    /// <summary>Once asked to pause, a page is done only when its circuit is closed: its connection counts as lost before its state was handed over.</summary>
    internal void Lost(PausedPage page)
    {
        if (_allPaused is null)
        {
            _pages.TryRemove(page, out _);
        }
    }

    internal void Gone(PausedPage page)
    {
        _pages.TryRemove(page, out _);
        if (_pages.IsEmpty)
        {
            _allPaused?.TrySetResult();
        }
    }

    private void Pause()
    {
        _allPaused = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        foreach (var browser in _pages.Values)
        {
            _ = Ask(browser);
        }

        if (!_pages.IsEmpty)
        {
            _allPaused.Task.Wait(Patience);
        }
    }

    private static async Task Ask(IJSRuntime browser)
    {
        try
        {
            await browser.InvokeVoidAsync("pauseForRestart", Patience);
        }
        catch (Exception gone) when (gone is JSDisconnectedException or JSException or OperationCanceledException or InvalidOperationException)
        {
            // A page that is gone, or going, has nothing to pause.
        }
    }
}

/// <summary>One page's place in the list; one a circuit.</summary>
internal sealed class PausedPage(PlannedStop stop, IJSRuntime browser) : CircuitHandler
{
    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        stop.Here(this, browser);
        return Task.CompletedTask;
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        stop.Lost(this);
        return Task.CompletedTask;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        stop.Gone(this);
        return Task.CompletedTask;
    }
}
