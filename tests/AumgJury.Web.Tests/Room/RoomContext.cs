using AumgJury.Web.Texts;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;

namespace AumgJury.Web.Tests.Room;

/// <summary>Renders components as the application would, in French, with a clock that the test moves.</summary>
public abstract class RoomContext : BunitContext
{
    protected RoomContext()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddTexts();
        Services.AddSingleton<TimeProvider>(Time);
        Services.AddScoped(_ => new HouseCulture(HouseCulture.French));
    }

    /// <summary>Ten past nine in Paris on the demo's day.</summary>
    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2021, 5, 6, 7, 10, 0, TimeSpan.Zero));
}
