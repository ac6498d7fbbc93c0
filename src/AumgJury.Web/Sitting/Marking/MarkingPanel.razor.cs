using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Room;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AumgJury.Web.Sitting.Marking;

/// <summary>One's own marks. What is typed is kept by the page until it is on disk (MarkingPanel.razor.js).</summary>
public sealed partial class MarkingPanel
{
    private readonly string _id = Guid.NewGuid().ToString("n");
    private ElementReference _root;
    private readonly PageScript _script = new("./Sitting/Marking/MarkingPanel.razor.js");
    private DotNetObjectReference<MarkingPanel>? _self;
    private IReadOnlyList<NotTakenItem> _notTaken = [];
    private string? _shown;
    private bool _asking;
    private bool _gone;

    [CascadingParameter] public required SeatDesk Desk { get; set; }

    [CascadingParameter] public required SittingClock Clock { get; set; }

    /// <summary>The juror's own work.</summary>
    [Parameter, EditorRequired] public required JurorWork Work { get; set; }

    /// <summary>The dossier shown; null lets <see cref="DossierAtHand"/> choose.</summary>
    [Parameter] public string? Dossier { get; set; }

    /// <summary>The juror chose another.</summary>
    [Parameter] public EventCallback<string> DossierChanged { get; set; }

    /// <summary>The room, for what may be done now.</summary>
    [Parameter, EditorRequired] public required RoomLine Room { get; set; }

    /// <summary>The University in the room; null between two.</summary>
    [Parameter] public HearingLine? Hearing { get; set; }

    private MyGrid? Grid => Work.Grids.FirstOrDefault(g => g.Dossier == _shown);

    private string WhyNoGrid => Work.Grids.Length == 0 ? "NoGrid_Voice" : "NoGrid_Aside";

    /// <summary>Called by the page for each change, until it is answered "kept" or "refused".</summary>
    [JSInvokable]
    public async Task<KeptAnswer> KeepAsync(Typed typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        if (typed.IsOvertaken(OnDisk(typed)))
        {
            await ShowNotTaken(new NotTakenItem(typed, null));
            return new KeptAnswer("refused", "");
        }

        var refusal = await Desk.Do(typed.Command(), quiet: true);
        var answer = KeptAnswer.Of(refusal, Say.Hour(Clock.Now(Time.GetUtcNow())));
        if (refusal is not null && answer.Outcome == "refused")
        {
            await ShowNotTaken(new NotTakenItem(typed, refusal));
        }

        return answer;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _gone = true;
        await _script.LetGoAsync("unmount", _id);
        _self?.Dispose();
    }

    /// <inheritdoc />
    protected override void OnParametersSet() => _shown = DossierAtHand.Of(Work, Hearing, Dossier);

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            await _script.CallAsync(Js, "mount", _root, _self, Desk.Number, _id);
        }
    }

    private TypedOver OnDisk(Typed typed)
    {
        var grid = Work.Grids.FirstOrDefault(g => g.Dossier == typed.Dossier && (typed.IsNote || g.Round == typed.Round));
        return typed.IsNote ? new(null, grid?.Note ?? "", null)
            : grid?.Marks.FirstOrDefault(m => m.Criterion == typed.Criterion) is { } mark ? new(mark.Mark, mark.Comment, mark.Reason?.ToString())
            : new(null, "", null);
    }

    private async Task ShowNotTaken(NotTakenItem item)
    {
        if (!_gone)
        {
            _notTaken = [.. _notTaken.Where(n => n.Typed.Criterion != item.Typed.Criterion || n.Typed.Dossier != item.Typed.Dossier), item];
            await InvokeAsync(StateHasChanged);
        }
    }

    private static bool MayAbstain(MyGrid grid) => grid is { Standing: MyGridStanding.Draft, WhyNot: null or RefusalName.GridIncomplete };

    private string Hour(DateTimeOffset? at) => at is { } instant ? Say.Hour(instant) : string.Empty;

    private async Task TakeBackAsync()
    {
        if (Grid is { } grid)
        {
            await Desk.Do(new TakeBackGrid(grid.Dossier, grid.Round));
        }
    }

    private async Task AbstainAsync()
    {
        _asking = false;
        if (Grid is { } grid)
        {
            await Desk.Do(new Abstain(grid.Dossier, grid.Round));
        }
    }
}
