using AumgJury.Web.Sitting.Member;
using Bunit;

namespace AumgJury.Web.Tests.Sitting.Marking;

/// <summary>
/// What a juror's page weighs in the server's memory (docs/decisions/0014): Blazor keeps what each component rendered, and what it rendered before that, in pieces of
/// 32, 64, 128… frames of 40 bytes. Counted here; measured by <c>./bench seats</c>.
/// </summary>
public sealed class PageWeightTests : MemberContext
{
    private const int MostComponents = 60;
    private const int MostFrames = 2800;

    [Fact]
    public void A_juror_s_page_stays_light()
    {
        At("11:20:00");
        Show<MemberRoom>(p => p.Add(x => x.View, Member()));
        var frames = HeldFrames.Of(Renderer).Select(c => c.Frames.Length).ToArray();

        Assert.InRange(frames.Length, 20, MostComponents);
        Assert.InRange(frames.Sum(Held), 1000, MostFrames);
    }

    [Fact]
    public void No_page_is_made_of_MudBlazors_components()
    {
        var pages = Directory.GetFiles(Path.Combine(SourceFiles.Root, "src", "AumgJury.Web"), "*.razor", SearchOption.AllDirectories);

        Assert.NotEmpty(pages);
        Assert.Empty(pages.Where(p => File.ReadAllText(p).Contains("<Mud", StringComparison.Ordinal)).Select(Path.GetFileName));
    }

    /// <summary>The room that a rendering takes: its pieces double.</summary>
    private static int Held(int frames) => frames == 0 ? 0 : (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(frames, 32));
}
