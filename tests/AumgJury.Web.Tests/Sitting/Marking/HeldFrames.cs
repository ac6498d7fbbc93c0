#pragma warning disable BL0006 // A guard of what Blazor holds must look at what Blazor holds.
using System.Collections;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.RenderTree;

namespace AumgJury.Web.Tests.Sitting.Marking;

/// <summary>What a renderer holds of each component on its page: known to Blazor's own renderer alone.</summary>
internal static class HeldFrames
{
    private const BindingFlags Inside = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;

    public static IEnumerable<(IComponent Component, RenderTreeFrame[] Frames)> Of(Renderer renderer)
    {
        var states = (IDictionary)typeof(Renderer).GetField("_componentStateById", Inside)!.GetValue(renderer)!;
        foreach (var state in states.Values)
        {
            var tree = state.GetType().GetProperty("CurrentRenderTree", Inside)!.GetValue(state)!;
            var frames = (ArrayRange<RenderTreeFrame>)tree.GetType().GetMethod("GetFrames", Inside)!.Invoke(tree, null)!;
            yield return ((IComponent)state.GetType().GetProperty("Component", Inside)!.GetValue(state)!, frames.Array[..frames.Count]);
        }
    }

    /// <summary>The pieces of markup of the components that are asked for, in order.</summary>
    public static string[] Markup(Renderer renderer, Func<IComponent, bool> wanted) =>
        [.. Of(renderer).Where(c => wanted(c.Component)).SelectMany(c => c.Frames).Where(f => f.FrameType == RenderTreeFrameType.Markup).Select(f => f.MarkupContent)];
}
