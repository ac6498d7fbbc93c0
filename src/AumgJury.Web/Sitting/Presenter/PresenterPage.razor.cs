using System.Text.Json;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Room;
using AumgJury.Web.Sitting.Media;
using AumgJury.Web.Sitting.Messages;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AumgJury.Web.Sitting.Presenter;

/// <summary>The one page of a University's representative, from the convocation to the release.</summary>
public sealed partial class PresenterPage
{
    private readonly MessageDraft _draft = new();
    private PresenterView? _shown;
    private bool _callEnded;
    private DateTimeOffset? _rung;
    private readonly PageScript _bell = new("./Sitting/Presenter/BellChoice.razor.js");
    private bool _changed;
    private bool _acting;

    /// <summary>What this seat may see now.</summary>
    [Parameter, EditorRequired] public PresenterView View { get; set; } = default!;

    [CascadingParameter] private SeatDesk Desk { get; set; } = default!;

    /// <summary>Nothing of the page changes by itself.</summary>
    private bool Silent => View.Standing is PresenterStanding.JuryDeliberates or PresenterStanding.Released;

    private FrameState Frame => View switch
    {
        { Standing: PresenterStanding.InRoom, Inside.Held: true } => FrameState.Waiting,
        { Standing: PresenterStanding.InRoom, Inside.Suspended: true } => FrameState.Suspended,
        { Standing: PresenterStanding.InRoom } => FrameState.Open,
        _ => FrameState.Waiting,
    };

    private string? TabWords => View.Standing switch
    {
        PresenterStanding.Called => T["Tab_Called"],
        PresenterStanding.Entering => T["Tab_Entering"],
        PresenterStanding.InRoom when View.Inside is { Suspended: false, Held: false } => T["Tab_Inside"],
        PresenterStanding.JuryDeliberates or PresenterStanding.Released => T["Tab_Over"],
        _ => null,
    };

    private string PhaseWords => View.Standing switch
    {
        PresenterStanding.Convened => T["Convened_Title"],
        PresenterStanding.Waiting => T[View.Confirmed ? "Waiting_Title" : "Confirm_Title"],
        PresenterStanding.Called => R["JuryReady"],
        PresenterStanding.Entering => T["Tab_Entering"],
        PresenterStanding.InRoom => View.Inside switch
        {
            { Held: true } => T["Inside_Held"],
            { Suspended: true, SuspendedUntil: { } until } => T["Inside_SuspendedUntil", Say.Hour(until)],
            { Suspended: true } => T["Inside_Suspended"],
            _ => T["Inside_Title"],
        },
        PresenterStanding.JuryDeliberates => T["Over_Title"],
        _ => T["Released_Title"],
    };

    private string? SealWords => View switch
    {
        { Standing: PresenterStanding.InRoom, Inside.Held: true } => R["Seal_Waiting"],
        { Standing: PresenterStanding.InRoom, Inside.Suspended: true } => T["Inside_Off"],
        { Standing: PresenterStanding.InRoom, Inside.Jury: { Length: > 0 } jury } => jury.Length == 1 ? T["Inside_SealOne"] : T["Inside_Seal", jury.Length],
        { Standing: PresenterStanding.Entering } => null,
        _ => R["Seal_Waiting"],
    };

    private RenderFragment? ActPart => View switch
    {
        { Standing: PresenterStanding.Waiting, Confirmed: false } => Primary(A["Alone_Confirm"], () => DoAsync(new ConfirmPresence())),
        { Standing: PresenterStanding.Called, Confirmed: true } => Primary(R["EnterRoom"], EnterAsync),
        { Standing: PresenterStanding.Called } => Primary(T["Called_Confirm"], EnterAsync),
        _ => null,
    };

    private RenderFragment? PicturesPart => View is { Standing: PresenterStanding.InRoom, Inside: { Held: false } inside }
        ? builder =>
        {
            builder.OpenComponent<GalleryPanel>(0);
            builder.AddComponentParameter(1, nameof(GalleryPanel.People), TilePerson.Of(View, inside));
            builder.AddComponentParameter(2, nameof(GalleryPanel.Silent), true);
            builder.CloseComponent();
        }
    : null;

    private RenderFragment? BottomPart => View.Standing == PresenterStanding.InRoom
        ? builder =>
        {
            builder.OpenComponent<ConferenceBar>(0);
            builder.CloseComponent();
            builder.OpenComponent<ConferenceSettings>(1);
            builder.AddComponentParameter(2, nameof(ConferenceSettings.Keys), true);
            builder.CloseComponent();
        }
    : null;

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await _bell.LetGoAsync("hush");

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (_shown is not null && IsSame(_shown, View))
        {
            return;
        }

        _callEnded = View.Standing == PresenterStanding.Waiting && (_callEnded || _shown?.Standing is PresenterStanding.Called or PresenterStanding.Entering);
        if (_shown?.Standing != View.Standing && Words() is { } words)
        {
            Desk.Announce(words, assertive: true);
        }
        else if (_shown is not null)
        {
            if (_shown.Standing != View.Standing)
            {
                Desk.Hush();
            }

            SayNews(_shown);
        }

        _shown = View;
        _changed = true;
    }

    /// <inheritdoc />
    protected override bool ShouldRender() => _changed;

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        _changed = false;
        // The script comes with the page, not with the call: a browser lets it sound only after a press that it has seen.
        if (firstRender || _rung != View.LapsesAt)
        {
            _rung = View.LapsesAt;
            await _bell.CallAsync(Js, _rung is null ? "hush" : "ring");
        }
    }

    // Two views are the same when their JSON is (SeatView).
    private static bool IsSame(PresenterView one, PresenterView other) =>
        ReferenceEquals(one, other) || JsonSerializer.SerializeToUtf8Bytes(one).AsSpan().SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(other));

    private string? Words() => View.Standing switch
    {
        PresenterStanding.Called => T["Called_Say"],
        PresenterStanding.Waiting when _callEnded => T["Called_Ended"],
        PresenterStanding.InRoom => T["Inside_Say"],
        PresenterStanding.JuryDeliberates when _shown is not null => T["Over_Say"],
        _ => null,
    };

    /// <summary>What changed on the same page, politely: one's hour in the waiting room; a suspension and the floor in the room.</summary>
    private void SayNews(PresenterView before)
    {
        if (View.Standing == PresenterStanding.Released && before.Standing != PresenterStanding.Released)
        {
            Desk.Announce(T["Released_What"]);
        }
        else if (View is { Standing: PresenterStanding.Waiting, Notice: null, Estimate: { } hour } && before.Estimate != hour)
        {
            Desk.Announce(R["WaitingSlot", Say.Hour(hour)]);
        }

        if (View.Inside is not { } inside || before.Inside is not { } was)
        {
            return;
        }

        if (inside.Suspended != was.Suspended)
        {
            Desk.Announce(inside switch
            {
                { Suspended: false } => S["Say_Resumed"],
                { SuspendedUntil: { } until } => S["Say_SuspendedUntil", Say.Hour(until)],
                _ => S["Say_Suspended"],
            });
        }

        if (inside.HasFloor != was.HasFloor)
        {
            Desk.Announce(inside.HasFloor ? R["Say_Floor"] : S["Say_FloorTaken"]);
        }

        if (inside.MutedByChair != was.MutedByChair)
        {
            Desk.Announce(S[inside.MutedByChair ? "Say_Muted" : "Say_MuteLifted"]);
        }

        // Whose turn it is to speak, and on what: the page shows it, and there is nobody to be asked for it.
        if (InsideRoom.StepOf(inside) is var step && (step, inside.Dossier) != (InsideRoom.StepOf(was), was.Dossier))
        {
            var which = inside.Dossier is { } id && id != was.Dossier ? $"{T["Inside_Dossier", inside.DossierNumber, inside.DossierCount, id]}. " : "";
            Desk.Announce($"{which}{T[$"Step_{step}"]}. {T[$"Step_{step}_What"]}");
        }
    }

    private async Task EnterAsync()
    {
        if (View.Confirmed || await Desk.Do(new ConfirmPresence()) is null)
        {
            await Desk.Do(new EnterRoom(View.University));
        }
    }

    private async Task DoAsync(Command command) => await Desk.Do(command);

    private RenderFragment Primary(string label, Func<Task> act) => builder =>
    {
        builder.OpenComponent<PrimaryAct>(0);
        builder.AddComponentParameter(1, nameof(PrimaryAct.Label), label);
        builder.AddComponentParameter(2, nameof(PrimaryAct.Busy), _acting);
        builder.AddComponentParameter(3, nameof(PrimaryAct.OnPress), EventCallback.Factory.Create(this, () => ActAsync(act)));
        builder.CloseComponent();
    };

    private async Task ActAsync(Func<Task> act)
    {
        (_acting, _changed) = (true, true);
        StateHasChanged();
        try
        {
            await act();
        }
        finally
        {
            (_acting, _changed) = (false, true);
        }
    }
}
