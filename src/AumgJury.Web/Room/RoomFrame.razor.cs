using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AumgJury.Web.Room;

/// <summary>The window of the room. Without <see cref="Work"/> it is one calm column (waiting room, recusal).</summary>
public sealed partial class RoomFrame
{
    private ElementReference _root;
    private (bool Work, bool Dossier, bool Act) _skipsOf;
    private IReadOnlyList<SkipLink>? _skips;
    private readonly PageScript _script = new("./Room/RoomFrame.razor.js");

    /// <summary>What the edge and the band say.</summary>
    [Parameter, EditorRequired] public FrameState State { get; set; }

    /// <summary>What follows the state in the browser's tab.</summary>
    [Parameter, EditorRequired] public string Title { get; set; } = string.Empty;

    /// <summary>What the browser's tab begins with, when the state's own word is not enough.</summary>
    [Parameter] public string? Tab { get; set; }

    /// <summary>The phase in words, when the state's own word is not enough.</summary>
    [Parameter] public string? Phase { get; set; }

    /// <summary>The proof, or who hears: "8 attendus, 8 constatés à 11 h 46".</summary>
    [Parameter] public string? Seal { get; set; }

    /// <summary>The reader's own connection.</summary>
    [Parameter] public ConnectionState Connection { get; set; }

    /// <summary>What a phone's first tab is called; "Salle" otherwise.</summary>
    [Parameter] public string? StageTab { get; set; }

    /// <summary>What the phone's second tab is called; "Grille" otherwise.</summary>
    [Parameter] public string? WorkTab { get; set; }

    /// <summary>On a phone, the pane shown first is the work and not the room.</summary>
    [Parameter] public bool WorkFirst { get; set; }

    /// <summary>In the band: the sitting's clock and the phase's own.</summary>
    [Parameter] public RenderFragment? Clock { get; set; }

    /// <summary>Left: who is here, by college.</summary>
    [Parameter] public RenderFragment? People { get; set; }

    /// <summary>Centre, above the stage: who is seen and heard. On a phone a strip above the panes.</summary>
    [Parameter] public RenderFragment? Pictures { get; set; }

    /// <summary>Centre: who is heard, or what the room is about.</summary>
    [Parameter] public RenderFragment? Stage { get; set; }

    /// <summary>Centre, beneath the stage; its own pane on a phone.</summary>
    [Parameter] public RenderFragment? Dossier { get; set; }

    /// <summary>Right: what this person does.</summary>
    [Parameter] public RenderFragment? Work { get; set; }

    /// <summary>Bottom right of the work: the one primary act, always in view.</summary>
    [Parameter] public RenderFragment? Act { get; set; }

    /// <summary>Bottom: microphone, camera, share, hand, leave.</summary>
    [Parameter] public RenderFragment? Bottom { get; set; }

    private bool Calm => Work is null;

    private string FirstPane => WorkFirst && Work is not null ? "work" : "stage";

    /// <summary>The same list while there are the same slots.</summary>
    private IReadOnlyList<SkipLink> Skips
    {
        get
        {
            (bool Work, bool Dossier, bool Act) slots = (Work is not null, Dossier is not null, Act is not null);
            if (_skips is null || slots != _skipsOf)
            {
                (_skipsOf, _skips) = (slots,
                [
                    .. slots.Work ? [new SkipLink("travail", T["Skip_Work"])] : Array.Empty<SkipLink>(),
                    .. slots.Dossier ? [new SkipLink("dossier", T["Skip_Dossier"])] : Array.Empty<SkipLink>(),
                    .. slots.Act ? [new SkipLink("action", T["Skip_Act"])] : Array.Empty<SkipLink>(),
                ]);
            }

            return _skips;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await _script.LetGoAsync("unmount", _root);

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await _script.CallAsync(Js, "mount", _root);
        }
    }
}
