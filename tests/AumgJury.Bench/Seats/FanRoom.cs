using System.Diagnostics;
using AumgJury.Bench.Acts;

namespace AumgJury.Bench.Seats;

/// <summary>A room whose pages all follow an act: nine circuits and the hand that acts.</summary>
/// <param name="act">Does the act; its argument alternates.</param>
internal sealed class FanRoom(IReadOnlyList<Circuit> pages, Func<bool, Task> act, IAsyncDisposable? hand) : IAsyncDisposable
{
    public int Seats => pages.Count;

    /// <summary>One act.</summary>
    /// <returns>Milliseconds until every page had a batch that came after it; 20,000 when one never did.</returns>
    public async Task<double> ActAsync(bool up)
    {
        var left = pages.Count;
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var last = 0L;
        foreach (var page in pages)
        {
            var came = 0;
            page.OnBatch = () =>
            {
                if (Interlocked.Exchange(ref came, 1) == 0 && Interlocked.Decrement(ref left) == 0)
                {
                    last = Stopwatch.GetTimestamp();
                    seen.TrySetResult();
                }
            };
        }

        var began = Stopwatch.GetTimestamp();
        await act(up);
        try
        {
            await seen.Task.WaitAsync(TimeSpan.FromSeconds(20));
            return Stopwatch.GetElapsedTime(began, last).TotalMilliseconds;
        }
        catch (TimeoutException)
        {
            return 20_000;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var page in pages)
        {
            await page.DisposeAsync();
        }

        if (hand is not null)
        {
            await hand.DisposeAsync();
        }
    }
}
