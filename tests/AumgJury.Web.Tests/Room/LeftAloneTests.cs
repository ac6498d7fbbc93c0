using AumgJury.Web.Room;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace AumgJury.Web.Tests.Room;

/// <summary>What is not rendered again, and what must be.</summary>
public sealed class LeftAloneTests : RoomContext
{
    private sealed record Shown(string Words, int[] Numbers);

    private sealed class Plain : Part
    {
        [Parameter] public Shown? Value { get; set; }

        [Parameter] public string? More { get; set; }

        public int Taken { get; private set; }

        public void Say(string own)
        {
            More = own;
            StateHasChanged();
        }

        protected override void OnParametersSet() => Taken++;

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, $"{Value?.Words} {Value?.Numbers.Length} {More}");
    }

    private sealed class Acting : Part
    {
        [Parameter] public string Words { get; set; } = "";

        [Parameter] public EventCallback OnPress { get; set; }

        public Task PressAsync() => OnPress.InvokeAsync();

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, Words);
    }

    [Fact]
    public void It_is_rendered_first_though_it_is_given_nothing() => Assert.Equal(1, Render<Plain>().RenderCount);

    [Fact]
    public void What_says_the_same_is_neither_taken_nor_rendered()
    {
        var first = new Shown("a", [1]);
        var part = Render<Plain>(p => p.Add(x => x.Value, first));

        part.Render(p => p.Add(x => x.Value, new Shown("a", [1])));

        Assert.Equal((1, 1), (part.RenderCount, part.Instance.Taken));
        Assert.Same(first, part.Instance.Value);
    }

    [Fact]
    public async Task What_it_says_itself_is_shown_after_it_was_left_alone()
    {
        var part = Render<Plain>(p => p.Add(x => x.Value, new Shown("a", [1])));
        part.Render(p => p.Add(x => x.Value, new Shown("a", [1])));

        await part.InvokeAsync(() => part.Instance.Say("own"));

        Assert.Equal("a 1 own", part.Markup.Trim());
    }

    [Fact]
    public void What_differs_is_rendered_and_so_is_the_way_back()
    {
        var part = Render<Plain>(p => p.Add(x => x.Value, new Shown("a", [1])));

        part.Render(p => p.Add(x => x.Value, new Shown("a", [1, 2])));
        Assert.Equal("a 2", part.Markup.Trim());
        part.Render(p => p.Add(x => x.Value, new Shown("a", [1])).Add(x => x.More, "m"));
        Assert.Equal("a 1 m", part.Markup.Trim());
        part.Render(p => p.Add(x => x.Value, new Shown("a", [1])).Add(x => x.More, null));
        Assert.Equal("a 1", part.Markup.Trim());
    }

    [Fact]
    public async Task A_callback_is_always_the_newest_though_nothing_is_rendered()
    {
        var pressed = "";
        var part = Render<Acting>(p => p.Add(x => x.Words, "a").Add(x => x.OnPress, () => pressed = "old"));

        part.Render(p => p.Add(x => x.Words, "a").Add(x => x.OnPress, () => pressed = "new"));
        await part.InvokeAsync(part.Instance.PressAsync);

        Assert.Equal((1, "new"), (part.RenderCount, pressed));
    }
}
