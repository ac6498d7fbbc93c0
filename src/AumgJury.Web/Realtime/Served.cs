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

    /// <summary>A second device, until somebody readmits it.</summary>
    public sealed record Waiting : Served;

    /// <summary>Nothing more will come: the session ended, or the house is closing.</summary>
    public sealed record Ended(RefusalName Why) : Served;
}
