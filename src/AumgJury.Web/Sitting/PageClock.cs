using AumgJury.Web.Room;
using Microsoft.AspNetCore.Components;

namespace AumgJury.Web.Sitting;

/// <summary>
/// The clock that a page's sitting goes by, handed down to all that is on it, and told again only when it is another: a jump or another rate. The component
/// <c>CascadingValue</c> would tell it with every view, and whatever reads the clock would be rendered twice for each act of the sitting (docs/decisions/0017).
/// </summary>
public sealed class PageClock
{
    private SittingClock? _shows;

    /// <summary>For the pages' components, by their cascading parameter of this type.</summary>
    internal CascadingValueSource<SittingClock> Source { get; } = new((SittingClock)null!, isFixed: false);

    /// <summary>Tells it; before anything that reads it is first rendered.</summary>
    internal Task ShowAsync(SittingClock clock)
    {
        if (clock == _shows)
        {
            return Task.CompletedTask;
        }

        _shows = clock;
        return Source.NotifyChangedAsync(clock);
    }

    internal static void Add(IServiceCollection services)
    {
        services.AddScoped<PageClock>();
        services.AddCascadingValue(visit => visit.GetRequiredService<PageClock>().Source);
    }
}
