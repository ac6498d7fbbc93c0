using System.Reflection;
using System.Text.RegularExpressions;
using AumgJury.Web.Room;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace AumgJury.Web.Tests.Sitting.Heard;

/// <summary>Over the whole demo sitting, a page that leaves its unchanged parts alone shows what one shows that renders all of them.</summary>
public sealed partial class PartTests : HeardContext
{
    private static readonly MethodInfo Rendered = typeof(PartTests).GetMethod(nameof(RenderAll), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo[] Parts = [.. typeof(Part).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Part))).Select(t => Rendered.MakeGenericMethod(t))];

    private int _shownTimes;
    private int _looked;

    [Fact]
    public async Task A_part_that_is_left_alone_shows_nothing_stale()
    {
        await PlayAsync("M1", "M4", "P1", "SEC");
        Assert.True(Parts.Length >= 8 && _looked > 100, $"{Parts.Length} parts, looked at {_looked} times.");
    }

    protected override void Followed(string seat, IRenderedComponent<HeardPage> page)
    {
        // What is stale stays so for a while: one look in three finds it.
        if (++_shownTimes % 3 == 0)
        {
            var left = Shown(page);
            _looked += Parts.Sum(part => (int)part.Invoke(null, [page])!) > 0 ? 1 : 0;
            Assert.Equal(Shown(page), left);
        }
    }

    // Each rendering numbers its handlers anew.
    [GeneratedRegex("blazor:\\w+=\"[^\"]*\"", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers { get; }

    private static string Shown(IRenderedComponent<HeardPage> page) => Numbers.Replace(page.Markup, "");

    private static int RenderAll<T>(IRenderedComponent<HeardPage> page)
        where T : IComponent
    {
        var all = page.FindComponents<T>();
        foreach (var part in all)
        {
            part.Render();
        }

        return all.Count;
    }
}
