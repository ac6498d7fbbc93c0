using Microsoft.JSInterop;

namespace AumgJury.Web.Room;

/// <summary>Lets go of a component's script when the component goes.</summary>
internal static class PageScript
{
    /// <summary>Calls the script's last function and releases it; a page that is already gone is not an error.</summary>
    public static async ValueTask LetGoAsync(IJSObjectReference? script, string lastCall, params object?[] arguments)
    {
        if (script is null)
        {
            return;
        }

        try
        {
            await script.InvokeVoidAsync(lastCall, arguments);
            await script.DisposeAsync();
        }
        catch (Exception left) when (left is JSDisconnectedException or OperationCanceledException)
        {
            // The page left first and took its script along, or is leaving this very moment.
        }
    }

    /// <summary>Releases a script that holds nothing.</summary>
    public static async ValueTask ReleaseAsync(IJSObjectReference? script)
    {
        if (script is null)
        {
            return;
        }

        try
        {
            await script.DisposeAsync();
        }
        catch (Exception left) when (left is JSDisconnectedException or OperationCanceledException)
        {
            // The page left first and took its script along, or is leaving this very moment.
        }
    }
}
