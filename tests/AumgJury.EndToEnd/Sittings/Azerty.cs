using Microsoft.Playwright;

namespace AumgJury.EndToEnd.Sittings;

/// <summary>
/// The digit row of an AZERTY keyboard without Shift: the key « & » has the code <c>Digit1</c>. The events are the browser's own
/// (trusted), since Playwright itself only knows the American keyboard.
/// </summary>
internal sealed class Azerty(ICDPSession keyboard)
{
    private static readonly string[] Row = ["à", "&", "é", "\"", "'", "("];

    public static async Task<Azerty> OfAsync(IPage page) => new(await page.Context.NewCDPSessionAsync(page));

    /// <summary>Presses the key under this digit, 0 to 5.</summary>
    public async Task DigitAsync(int digit)
    {
        foreach (var type in new[] { "keyDown", "keyUp" })
        {
            await keyboard.SendAsync("Input.dispatchKeyEvent", new()
            {
                ["type"] = type,
                ["key"] = Row[digit],
                ["code"] = $"Digit{digit}",
                ["text"] = type == "keyDown" ? Row[digit] : "",
                ["windowsVirtualKeyCode"] = 48 + digit,
            });
        }
    }
}
