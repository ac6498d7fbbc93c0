using System.Diagnostics;
using AumgJury.EndToEnd.Browsing;
using AumgJury.Web.Conference;
using Microsoft.Extensions.DependencyInjection;

namespace AumgJury.EndToEnd.Conference;

internal static class RealJanus
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Waits until the house's own Janus is there: the house opens before, and says to whoever tests then that it is starting.</summary>
    public static async Task JanusIsThereAsync(this AppHost house)
    {
        var janus = house.Services.GetRequiredService<JanusEngine>();
        for (var watch = Stopwatch.StartNew(); janus.Life is null;)
        {
            Assert.True(watch.Elapsed < Patience, "Janus never came.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
