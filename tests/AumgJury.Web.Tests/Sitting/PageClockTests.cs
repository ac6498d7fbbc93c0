using System.Text.RegularExpressions;
using AumgJury.Web.Room;
using AumgJury.Web.Sitting;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace AumgJury.Web.Tests.Sitting;

public sealed partial class PageClockTests : BunitContext
{
    private static readonly DateTimeOffset Nine = new(2026, 11, 27, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_clock_that_shows_the_same_is_not_told_again_and_another_is()
    {
        PageClock.Add(Services);
        var clock = Services.GetRequiredService<PageClock>();
        await clock.ShowAsync(SittingClock.RealTime(Nine));
        var reader = Render<Reader>();
        Assert.Equal((SittingClock.RealTime(Nine), 1), (reader.Instance.Clock, reader.RenderCount));

        await reader.InvokeAsync(() => clock.ShowAsync(SittingClock.RealTime(Nine)));
        Assert.Equal(1, reader.RenderCount);

        var jumped = new SittingClock(Nine.AddHours(1), Nine, 1);
        await reader.InvokeAsync(() => clock.ShowAsync(jumped));
        Assert.Equal((jumped, 2), (reader.Instance.Clock, reader.RenderCount));
    }

    /// <summary>One that is not fixed tells with every view, whatever it holds, and each reader is rendered twice for each act.</summary>
    [Fact]
    public void No_page_hands_down_a_value_that_is_told_with_every_view()
    {
        var open = SourceFiles.Of("*.razor").Where(file => !Path.GetFileName(file).StartsWith("Showcase", StringComparison.Ordinal))
            .SelectMany(file => HandedDown().Matches(File.ReadAllText(file)).Where(m => !m.Value.Contains("IsFixed=\"true\"", StringComparison.Ordinal)).Select(m => $"{Path.GetFileName(file)}: {m.Value}"));

        Assert.Empty(open);
    }

    [GeneratedRegex("<CascadingValue\\b[^>]*>")]
    private static partial Regex HandedDown();

    private sealed class Reader : ComponentBase
    {
        [CascadingParameter] public SittingClock Clock { get; set; } = default!;

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, $"{Clock}");
    }
}
