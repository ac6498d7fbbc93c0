using AumgJury.Core.Sittings;
using AumgJury.Web.Realtime;

namespace AumgJury.Web.Notifications;

/// <summary>The outbox of a live call at work: it looks at every change, one mail after the other.</summary>
public sealed class Mailroom : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly LiveCall _call;
    private readonly Outbox _outbox;
    private readonly Task _working;

    public Mailroom(LiveCall call, MailDrop drop, NotificationText text, TimeProvider time, Action<Exception> onFault)
    {
        _call = call;
        _outbox = new Outbox(() => call.Kept.Archive(), command => call.Send(Actor.Outbox, command), drop, text, time);
        call.Changed += Changed;
        _working = Task.Run(() => Work(onFault));
    }

    private void Changed()
    {
        if (_call.Kept is { IsOpen: true, HasNotifications: true })
        {
            _outbox.Wake();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _call.Changed -= Changed;
        await _stopping.CancelAsync();
        await _working;
        _stopping.Dispose();
    }

    /// <summary>A call whose first line is not written has nothing to send.</summary>
    private async Task Opened()
    {
        while (!_call.Kept.IsOpen)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), _stopping.Token);
        }
    }

    private async Task Work(Action<Exception> onFault)
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                await Opened();
                await _outbox.Run(_stopping.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception fault)
            {
                onFault(fault);
                await Task.Delay(TimeSpan.FromSeconds(5), _stopping.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
    }
}
