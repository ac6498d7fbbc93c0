using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Room;

namespace AumgJury.Web.Realtime;

/// <summary>What a watcher is given.</summary>
public abstract record Served
{
    private Served()
    {
    }

    /// <summary>The seat's whole view, and the sitting's clock.</summary>
    public sealed record Shown(SeatView View, SittingClock Clock) : Served;

    /// <summary>A device that waits until somebody readmits it.</summary>
    /// <param name="ByNewLink">By a link that a seat made in place of another.</param>
    /// <param name="Code">Four signs that are also beside the button which admits it: people compare them.</param>
    /// <param name="MarksOnly">It asks for grid and dossiers only.</param>
    public sealed record Waiting(bool ByNewLink, string Code, bool MarksOnly = false) : Served;

    /// <summary>Nothing more will come: the session ended, or the house is closing.</summary>
    public sealed record Ended(RefusalName Why) : Served;
}
