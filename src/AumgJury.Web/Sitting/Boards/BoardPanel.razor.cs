using System.Globalization;
using AumgJury.Core.Views;
using AumgJury.Web.Room;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AumgJury.Web.Sitting.Boards;

/// <summary>The ranking, for whoever may read it.</summary>
public sealed partial class BoardPanel : IAsyncDisposable
{
    private readonly string _id = $"board-{Guid.NewGuid():n}";
    private readonly OpinionDrafts _drafts = new();
    private ElementReference _root;
    private readonly PageScript _script = new("./Sitting/Boards/BoardAct.razor.js");
    private IReadOnlyList<BoardItem> _items = [];
    private string? _picked;
    private string? _discussed;

    /// <summary>The ranking as this reader may see it.</summary>
    [Parameter, EditorRequired] public Board Board { get; set; } = default!;

    /// <summary>A juror's own work, for the distributions and the marks beside; null for the secretary.</summary>
    [Parameter] public JurorWork? Work { get; set; }

    /// <summary>The reader conducts: discussion, opinion, second round, tie-break.</summary>
    [Parameter] public bool Conducts { get; set; }

    /// <summary>The act expected of whoever conducts.</summary>
    [Parameter] public ExpectedAct? Expected { get; set; }

    /// <summary>Whether the rules have a reserve list.</summary>
    [Parameter] public bool Reserve { get; set; } = true;

    /// <summary>The detail is shown elsewhere, by <see cref="BoardDetail"/>: the choice is then the caller's.</summary>
    [Parameter] public bool Beside { get; set; }

    /// <summary>With <see cref="Beside"/>, the dossier whose detail is shown.</summary>
    [Parameter] public string? Picked { get; set; }

    [Parameter] public EventCallback<string?> PickedChanged { get; set; }

    private string? Chosen => Beside ? Picked : _picked;

    /// <summary>The row whose detail is shown within the list.</summary>
    private BoardRow? Inside => Beside ? null : Board.Rows.FirstOrDefault(r => r.Dossier == _picked);

    /// <summary>Lines of the list, its heads included and the detail not.</summary>
    private int Lines => 1 + _items.Count + _items.OfType<BoardItem.Ranked>().Count(r => r.TiedBelow is not null || r.Row.TiedWithAbove);

    /// <summary>This reader is shown what the dossiers commit: nobody who is recused on one of them is.</summary>
    private bool AddsUp => Board.Rows.Length == 0 || Board.Rows.Any(r => r.Cumulated is not null) || Board.Rows.All(r => !r.AboveLine);

    private int Columns => AddsUp ? 7 : 6;

    private decimal Committed => Board.Rows.Max(r => r.Cumulated) ?? 0;

    private string Figures => Committed > Board.Envelope
        ? T["Envelope_Over", Say.Euros(Committed), Say.Euros(Board.Envelope), Say.Euros(Committed - Board.Envelope)]
        : T["Envelope_Figures", Say.Euros(Committed), Say.Euros(Board.Envelope)];

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _script.LetGoAsync();

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        _items = BoardItems.Of(Board);

        // Whoever conducts put it under discussion: the detail follows. The others keep what they are reading.
        if (_discussed != Board.Discussed)
        {
            _discussed = Board.Discussed;
            if (_discussed is not null && _discussed != Chosen && (Conducts || Chosen is null))
            {
                await Choose(_discussed);
            }
        }
    }

    /// <summary>Where a score stands on the dots' own axis, in percent of its width.</summary>
    private static string At(int score) => (100m * (4 + (2 * score)) / 208).ToString("0.##", CultureInfo.InvariantCulture);

    private string Posts(int filled) => filled == Board.Posts ? T.Count("PostsFilled", filled)
        : filled > Board.Posts ? T["PostsFilled_Tied", Board.Posts, filled]
        : T["PostsFilled_Some", filled, Board.Posts];

    private async Task Pick(string dossier)
    {
        await Choose(Chosen == dossier ? null : dossier);
        if (Beside && Chosen is not null)
        {
            // On a phone the detail is in another pane: it is shown.
            await _script.CallAsync(Js, "showDetail", _root);
        }
    }

    private Task Choose(string? dossier)
    {
        _picked = dossier;
        return Beside ? PickedChanged.InvokeAsync(dossier) : Task.CompletedTask;
    }

    private BoardRow? Above(BoardRow row) => Board.Rows.ElementAtOrDefault(Array.IndexOf(Board.Rows, row) - 1);

    private BoardRow? Below(BoardRow row) => Board.Rows.ElementAtOrDefault(Array.IndexOf(Board.Rows, row) + 1);
}
