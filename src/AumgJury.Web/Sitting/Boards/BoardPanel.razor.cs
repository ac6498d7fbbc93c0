using AumgJury.Core.Views;
using Microsoft.AspNetCore.Components;

namespace AumgJury.Web.Sitting.Boards;

/// <summary>The ranking, for whoever may read it.</summary>
public sealed partial class BoardPanel
{
    private readonly string _id = $"board-{Guid.NewGuid():n}";
    private readonly Dictionary<string, OpinionDraft> _drafts = new(StringComparer.Ordinal);
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

    private BoardRow? Picked => Board.Rows.FirstOrDefault(r => r.Dossier == _picked);

    /// <summary>Lines of the list, its heads included and the detail not.</summary>
    private int Lines => 1 + _items.Count + _items.OfType<BoardItem.Ranked>().Count(r => r.TiedBelow is not null || r.Row.TiedWithAbove);

    private decimal Committed => Board.Rows.Max(r => r.Cumulated) ?? 0;

    private string Figures => Committed > Board.Envelope
        ? T["Envelope_Over", Say.Euros(Committed), Say.Euros(Board.Envelope), Say.Euros(Committed - Board.Envelope)]
        : T["Envelope_Figures", Say.Euros(Committed), Say.Euros(Board.Envelope)];

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        _items = BoardItems.Of(Board);

        // Whoever conducts put it under discussion: the detail follows. The others keep what they are reading.
        if (_discussed != Board.Discussed)
        {
            _discussed = Board.Discussed;
            _picked = _discussed is not null && (Conducts || _picked is null) ? _discussed : _picked;
        }
    }

    private string Posts(int filled) => filled == Board.Posts ? T["PostsFilled", filled]
        : filled > Board.Posts ? T["PostsFilled_Tied", Board.Posts, filled]
        : T["PostsFilled_Some", filled, Board.Posts];

    private void Pick(string dossier) => _picked = _picked == dossier ? null : dossier;

    private OpinionDraft DraftOf(string dossier)
    {
        if (!_drafts.TryGetValue(dossier, out var draft))
        {
            _drafts[dossier] = draft = new OpinionDraft();
        }

        return draft;
    }

    private BoardRow? Above(BoardRow row) => Board.Rows.ElementAtOrDefault(Array.IndexOf(Board.Rows, row) - 1);

    private BoardRow? Below(BoardRow row) => Board.Rows.ElementAtOrDefault(Array.IndexOf(Board.Rows, row) + 1);
}
