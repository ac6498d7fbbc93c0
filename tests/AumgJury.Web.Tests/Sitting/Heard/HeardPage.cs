using AumgJury.Core.Views;
using AumgJury.Web.Room;
using AumgJury.Web.Sitting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace AumgJury.Web.Tests.Sitting.Heard;

/// <summary>A seat's page without its session: the same live regions, the same room, and a desk by which nobody presses.</summary>
public sealed class HeardPage : ComponentBase
{
    private LiveRegions? _regions;

    [Parameter, EditorRequired] public SeatView View { get; set; } = default!;

    [Parameter, EditorRequired] public SeatDesk Desk { get; set; } = default!;

    [Parameter, EditorRequired] public SittingClock Clock { get; set; } = default!;

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        Desk.Announced += (words, assertive) => _regions?.Announce(new Announcement(words, words, assertive));
        Desk.Hushed += () => _regions?.Hush();
    }

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<LiveRegions>(0);
        builder.AddComponentReferenceCapture(1, regions => _regions = (LiveRegions)regions);
        builder.CloseComponent();
        builder.OpenComponent<CascadingValue<SeatDesk>>(2);
        builder.AddComponentParameter(3, nameof(CascadingValue<SeatDesk>.Value), Desk);
        builder.AddComponentParameter(4, nameof(CascadingValue<SeatDesk>.IsFixed), true);
        builder.AddComponentParameter(5, nameof(CascadingValue<SeatDesk>.ChildContent), (RenderFragment)(inner =>
        {
            inner.OpenComponent<CascadingValue<SittingClock>>(0);
            inner.AddComponentParameter(1, nameof(CascadingValue<SittingClock>.Value), Clock);
            inner.AddComponentParameter(2, nameof(CascadingValue<SittingClock>.ChildContent), (RenderFragment)(room =>
            {
                room.OpenComponent<SeatScene>(0);
                room.AddComponentParameter(1, nameof(SeatScene.View), View);
                room.CloseComponent();
            }));
            inner.CloseComponent();
        }));
        builder.CloseComponent();
    }
}
