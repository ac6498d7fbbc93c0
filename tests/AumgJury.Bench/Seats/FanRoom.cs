using System.Diagnostics;

namespace AumgJury.Bench.Seats;

/// <summary>A room whose pages all follow an act.</summary>
/// <param name="pages">Its circuits.</param>
/// <param name="act">Does the act of this number, from 0.</param>
/// <param name="shows">Whether a batch shows the act of a number at a page, both from 0: other batches may come between.</param>
internal sealed class FanRoom(IReadOnlyList<Circuit> pages, Func<int, Task> act, Func<int, int, RenderedBatch, bool> shows) : IAsyncDisposable
{
    /// <summary>Pages of a room: everybody but the one who acts.</summary>
    public const int Pages = 9;

    /// <summary>What an act counts that not every page has shown after 20 s, in milliseconds.</summary>
    public const double Never = 20_000;

    private int _acts;

    /// <summary>Opens the pages, one after the other.</summary>
    public static async Task<FanRoom> OpenAsync(Func<int, Task<Circuit>> open, Func<int, Task> act, Func<int, int, RenderedBatch, bool> shows)
    {
        var pages = new List<Circuit>();
        var room = new FanRoom(pages, act, shows);
        try
        {
            for (var i = 0; i < Pages; i++)
            {
                pages.Add(await open(i));
            }

            return room;
        }
        catch
        {
            await room.DisposeAsync();
            throw;
        }
    }

    /// <summary>One act.</summary>
    /// <returns>Milliseconds until the last page had the batch that shows it; <see cref="Never"/> when one had not.</returns>
    public async Task<double> ActAsync()
    {
        var (number, left, last) = (_acts++, pages.Count, 0L);
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        for (var i = 0; i < pages.Count; i++)
        {
            var page = i;
            pages[i].OnBatch = batch =>
            {
                if (shows(page, number, batch))
                {
                    pages[page].OnBatch = null;
                    if (Interlocked.Decrement(ref left) == 0)
                    {
                        last = Stopwatch.GetTimestamp();
                        seen.TrySetResult();
                    }
                }
            };
        }

        var began = Stopwatch.GetTimestamp();
        await act(number);
        try
        {
            await seen.Task.WaitAsync(TimeSpan.FromMilliseconds(Never));
            return Stopwatch.GetElapsedTime(began, last).TotalMilliseconds;
        }
        catch (TimeoutException late)
        {
            return pages.Select(p => p.Fault).FirstOrDefault(f => f is not null) is { } fault ? throw new InvalidOperationException($"A circuit failed: {fault}", late) : Never;
        }
    }

    public async ValueTask DisposeAsync() => await Task.WhenAll(pages.Select(p => p.DisposeAsync().AsTask()));
}
