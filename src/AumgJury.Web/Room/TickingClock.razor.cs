using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AumgJury.Web.Room;

/// <summary>A clock that the page lets tick by itself, from instants of the sitting's clock.</summary>
public sealed partial class TickingClock
{
    private ElementReference _root;
    private readonly PageScript _script = new("./Room/TickingClock.razor.js");
    private Spec? _asked;
    private Spec? _given;

    /// <summary>The sitting's clock (or <see cref="SittingClock.RealTime"/>).</summary>
    [Parameter, EditorRequired] public SittingClock Clock { get; set; } = default!;

    /// <summary>What is shown.</summary>
    [Parameter] public ClockFace Face { get; set; }

    /// <summary>The instant from which time is counted, on the sitting's clock; not used by the time of day.</summary>
    [Parameter] public DateTimeOffset From { get; set; }

    /// <summary>How long there is.</summary>
    [Parameter] public TimeSpan? Length { get; set; }

    /// <summary>When paused: what had been used by then.</summary>
    [Parameter] public TimeSpan? StoppedAt { get; set; }

    /// <summary>Draws a bar of the time used; needs <see cref="Length"/>.</summary>
    [Parameter] public bool Bar { get; set; }

    /// <summary>What is timed, for a screen reader that asks.</summary>
    [Parameter, EditorRequired] public string Label { get; set; } = string.Empty;

    /// <summary>The same once <see cref="Length"/> is used up; as <see cref="Label"/> when it is not said.</summary>
    [Parameter] public string? LabelOver { get; set; }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await _script.LetGoAsync("drop", _root);

    /// <inheritdoc />
    protected override void OnParametersSet() =>
        _asked = new Spec(Clock, Face, From, Length, StoppedAt, Bar, Label, LabelOver);

    /// <inheritdoc />
    protected override bool ShouldRender() => _asked != _given;

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        _given = _asked;
        await _script.CallAsync(Js, "set", _root, new
        {
            now = Clock.Now(Time.GetUtcNow()).ToUnixTimeMilliseconds(),
            rate = Clock.Rate,
            face = Face.ToString(),
            from = From.ToUnixTimeMilliseconds(),
            length = Length?.TotalMilliseconds,
            stopped = StoppedAt?.TotalMilliseconds,
            french = Visit.IsFrench,
            label = Label,
            over = LabelOver ?? Label,
        });
    }

    private string FirstFigures()
    {
        var now = Clock.Now(Time.GetUtcNow());
        var used = StoppedAt ?? now - From;
        var left = (Length ?? TimeSpan.Zero) - used;
        return Face switch
        {
            ClockFace.TimeOfDay => Say.Hour(now),
            ClockFace.Elapsed => Say.Length(used),
            _ => left >= TimeSpan.Zero ? Say.Length(left) : $"+{Say.Length(-left)}",
        };
    }

    private sealed record Spec(
        SittingClock Clock, ClockFace Face, DateTimeOffset From, TimeSpan? Length, TimeSpan? StoppedAt, bool Bar, string Label, string? LabelOver);
}
