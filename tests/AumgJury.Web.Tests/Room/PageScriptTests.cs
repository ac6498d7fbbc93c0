using AumgJury.Web.Room;
using Microsoft.JSInterop;

namespace AumgJury.Web.Tests.Room;

public sealed class PageScriptTests
{
    private readonly SlowPage _page = new();
    private readonly PageScript _script = new("./a.js");

    [Fact]
    public async Task A_script_that_arrives_after_its_component_went_is_let_go_and_not_called()
    {
        var mounting = _script.CallAsync(_page, "mount");
        await _script.LetGoAsync("unmount");
        _page.Module.SetResult(_page);
        await mounting;
        Assert.Equal(["import", "disposed"], _page.Calls);
    }

    [Fact]
    public async Task A_component_that_is_still_there_is_mounted_once_and_its_script_let_go_with_it()
    {
        _page.Module.SetResult(_page);
        await _script.CallAsync(_page, "mount");
        await _script.CallAsync(_page, "show");
        await _script.LetGoAsync("unmount");
        Assert.Equal(["import", "mount", "show", "unmount", "disposed"], _page.Calls);
    }

    [Fact]
    public async Task A_call_that_fails_while_the_component_goes_is_nobodys_error_and_before_it_is_one()
    {
        _page.Module.SetResult(_page);
        _page.Fails = true;
        await Assert.ThrowsAsync<JSException>(() => _script.CallAsync(_page, "mount"));
        _page.BeforeFailing = () => _script.LetGoAsync().AsTask();
        await _script.CallAsync(_page, "mount");
        Assert.Null(await _script.AskAsync<bool>(_page, "flush"));
    }

    /// <summary>A page whose script comes when the test says so.</summary>
    private sealed class SlowPage : IJSRuntime, IJSObjectReference
    {
        public TaskCompletionSource<IJSObjectReference> Module { get; } = new();

        public List<string> Calls { get; } = [];

        public bool Fails { get; set; }

        public Func<Task> BeforeFailing { get; set; } = () => Task.CompletedTask;

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => InvokeAsync<TValue>(identifier, default, args);

        public async ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args)
        {
            Calls.Add(identifier);
            if (identifier == "import")
            {
                return (TValue)await Module.Task;
            }

            if (Fails)
            {
                await BeforeFailing();
                throw new JSException("the element is no more");
            }

            return default!;
        }

        public ValueTask DisposeAsync()
        {
            Calls.Add("disposed");
            return ValueTask.CompletedTask;
        }
    }
}
