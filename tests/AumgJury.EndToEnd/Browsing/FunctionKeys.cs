using Microsoft.Playwright;

namespace AumgJury.EndToEnd.Browsing;

/// <summary>Keys that mean something else when they are held.</summary>
internal static class FunctionKeys
{
    /// <summary>
    /// F2 pressed and let go in one breath: the browser is told both at once, so that a machine that stalls between the two makes no held key of it. The
    /// events are the browser's own (trusted).
    /// </summary>
    public static async Task PressF2Async(this IPage page)
    {
        var keyboard = await page.Context.NewCDPSessionAsync(page);
        await Task.WhenAll(new[] { "rawKeyDown", "keyUp" }.Select(type => keyboard.SendAsync("Input.dispatchKeyEvent", new()
        {
            ["type"] = type,
            ["key"] = "F2",
            ["code"] = "F2",
            ["windowsVirtualKeyCode"] = 113,
        })));
        await keyboard.DetachAsync();
    }
}
