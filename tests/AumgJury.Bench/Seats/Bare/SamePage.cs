using AngleSharp.Dom;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;

namespace AumgJury.Bench.Seats.Bare;

/// <summary>A bare page, public because the router looks no further, of the same elements as the measured one; an act in its room changes one number in it.</summary>
[Route("/same/{Room}")]
[SameServer]
public sealed class SamePage : ComponentBase, IDisposable
{
    private int _acts;

    [Parameter] public string Room { get; set; } = "";

    [Inject] public BareRooms Rooms { get; set; } = default!;

    public void Dispose() => Rooms.Acted -= OnActed;

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
        {
            Rooms.Acted += OnActed;
        }
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        Write(builder, Rooms.Body);
        builder.OpenElement(1, "p");
        builder.AddContent(2, _acts);
        builder.CloseElement();
    }

    private void OnActed(string room)
    {
        if (room == Room)
        {
            _acts++;
            _ = InvokeAsync(StateHasChanged);
        }
    }

    // As a template would be compiled: a sequence number of its own for each element, the same in every rendering.
    private static void Write(RenderTreeBuilder builder, INode node)
    {
        switch (node)
        {
            case IText text:
                builder.AddContent(0, text.Data);
                break;
            case IElement element:
                builder.OpenElement(0, element.LocalName);
                foreach (var attribute in element.Attributes)
                {
                    builder.AddAttribute(0, attribute.Name, attribute.Value);
                }

                foreach (var child in element.ChildNodes)
                {
                    Write(builder, child);
                }

                builder.CloseElement();
                break;
        }
    }

    private sealed class SameServer : RenderModeAttribute
    {
        public override IComponentRenderMode Mode => RenderMode.InteractiveServer;
    }
}
