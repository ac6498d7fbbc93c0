using AumgJury.Core.Views;
using AumgJury.Web.Room;
using AumgJury.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace AumgJury.Web.Sitting;

/// <summary>
/// Says, once each, that two minutes are left of the hearing's clock and that its time is up (interface guide, words 46). It shows
/// nothing: the clock beside it does, in silence. Time that is paused does not count; a clock that was prolonged is told anew.
/// </summary>
public sealed class TimeLeft : ComponentBase, IDisposable
{
    /// <summary>Before the end.</summary>
    private static readonly TimeSpan Warning = TimeSpan.FromMinutes(2);

    /// <summary>A timer may ring a little early: it is then set again, not in a tight loop.</summary>
    private static readonly TimeSpan Soonest = TimeSpan.FromMilliseconds(50);

    private ITimer? _timer;
    private (string Of, int Allotted)? _told;
    private TimeSpan _left;

    /// <summary>The clock; null while none runs.</summary>
    [Parameter, EditorRequired] public ClockLine? At { get; set; }

    /// <summary>What is timed: another presentation or other questions are another clock.</summary>
    [Parameter, EditorRequired] public string Of { get; set; } = string.Empty;

    [CascadingParameter] private SeatDesk Desk { get; set; } = default!;

    [CascadingParameter] private SittingClock Clock { get; set; } = default!;

    [Inject] private TimeProvider Time { get; set; } = default!;

    [Inject] private TextsOf<SceneTexts> Texts { get; set; } = default!;

    /// <inheritdoc />
    public void Dispose() => _timer?.Dispose();

    /// <inheritdoc />
    protected override void OnParametersSet() => Look();

    /// <inheritdoc />
    protected override bool ShouldRender() => false;

    private void Look()
    {
        _timer?.Dispose();
        _timer = null;
        if (At is not { } at)
        {
            _told = null;
            return;
        }

        var left = Left(at);
        var isSame = _told == (Of, at.AllottedSeconds);
        if (isSame && _left > TimeSpan.Zero && left <= TimeSpan.Zero)
        {
            Desk.Announce(Texts["Say_TimeUp"]);
        }
        else if (isSame && _left > Warning && left <= Warning)
        {
            Desk.Announce(Texts["Say_TwoMinutes"]);
        }

        (_told, _left) = ((Of, at.AllottedSeconds), left);
        if (at.RunningSince is not null && left > TimeSpan.Zero && Clock.Rate > 0)
        {
            var wait = (left > Warning ? left - Warning : left) / Clock.Rate;
            _timer = Time.CreateTimer(_ => _ = InvokeAsync(Look), state: null, wait > Soonest ? wait : Soonest, Timeout.InfiniteTimeSpan);
        }
    }

    private TimeSpan Left(ClockLine at) => at.Left(Clock.Now(Time.GetUtcNow()));
}
