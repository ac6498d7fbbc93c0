using AumgJury.Web.Texts;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AumgJury.Web.Tests.Room;

/// <summary>Renders components as the application would, in French, with a clock that the test moves.</summary>
public abstract class RoomContext : BunitContext
{
    /// <param name="now">What the clock shows; ten past nine in Paris on the demo's day otherwise.</param>
    protected RoomContext(DateTimeOffset? now = null)
    {
        Time = new FakeTimeProvider(now ?? new DateTimeOffset(2021, 5, 6, 7, 10, 0, TimeSpan.Zero));
        JSInterop.Mode = JSRuntimeMode.Loose;

        // A machine that does other work renders late, and that is no fault.
        DefaultWaitTimeout = TimeSpan.FromSeconds(60);

        Services.AddTexts();
        Services.AddSingleton<TimeProvider>(Time);
        Services.AddScoped(_ => new HouseCulture(HouseCulture.French));
    }

    protected FakeTimeProvider Time { get; }
}
