using Microsoft.JSInterop;

namespace AumgJury.Web.Room;

/// <summary>
/// A component's own script: brought by its first call and let go with the component. A component can go while its script is still on the way: the call
/// is then not made, for what it would be given (the element, the component itself) is no more.
/// </summary>
/// <param name="path">Where the page finds it: "./Room/Keyboard.razor.js".</param>
internal sealed class PageScript(string path)
{
    private IJSObjectReference? _module;
    private bool _gone;

    /// <summary>Calls a function of the script, if the component is still there when the script has come.</summary>
    public async Task CallAsync(IJSRuntime js, string function, params object?[] arguments)
    {
        try
        {
            if (await ComeAsync(js))
            {
                await _module!.InvokeVoidAsync(function, arguments);
            }
        }
        catch (Exception) when (_gone)
        {
            // It went in the midst of the call, with the page or without.
        }
    }

    /// <summary>Asks a function of the script; null when the component went before the answer.</summary>
    public async Task<T?> AskAsync<T>(IJSRuntime js, string function, params object?[] arguments)
        where T : struct
    {
        try
        {
            return await ComeAsync(js) ? await _module!.InvokeAsync<T>(function, arguments) : null;
        }
        catch (Exception) when (_gone)
        {
            return null;
        }
    }

    /// <summary>Makes the script's last call, if it has one, and releases it; a page that is already gone is not an error.</summary>
    public async ValueTask LetGoAsync(string? lastCall = null, params object?[] arguments)
    {
        _gone = true;
        if (_module is not { } module)
        {
            return;
        }

        _module = null;
        try
        {
            if (lastCall is not null)
            {
                await module.InvokeVoidAsync(lastCall, arguments);
            }

            await module.DisposeAsync();
        }
        catch (Exception left) when (left is JSDisconnectedException or OperationCanceledException)
        {
            // The page left first and took its script along, or is leaving this very moment.
        }
    }

    /// <summary>Whether the script has come and the component is still there.</summary>
    private async Task<bool> ComeAsync(IJSRuntime js)
    {
        if (_module is null && !_gone)
        {
            var come = await js.InvokeAsync<IJSObjectReference>("import", path);
            _module ??= come;
            if (_gone)
            {
                await LetGoAsync();
            }
        }

        return !_gone;
    }
}
