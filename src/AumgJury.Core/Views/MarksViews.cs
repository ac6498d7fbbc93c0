using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;

namespace AumgJury.Core.Views;

/// <summary>From a state to the view of a juror's second device.</summary>
internal static class MarksViews
{
    public static SeatView Of(State s, SeatState p)
    {
        if (s.Phase >= Phase.DoorsOpen && p.ConfirmedAt is null)
        {
            return new MarksAsideView(s.Call.Title, p.Id, p.Name, null, [], s.Call.Phone);
        }

        return s.Phase >= Phase.Hearings && !p.InRoom
            ? new MarksAsideView(s.Call.Title, p.Id, p.Name, View.ReasonOf(p), View.Bars(s, p), s.Call.Phone)
            : new MarksView(Lines.Sitting(s), p.Id, p.Name, Lines.Hearing(s), Work(s, p), Boards.InRoom(s, p), p.Connected);
    }

    /// <summary>Without the person nothing is submitted, and the grid says so.</summary>
    private static JurorWork Work(State s, SeatState p)
    {
        var work = Works.Of(s, p);
        return p.Connected ? work : work with
        {
            Grids = [.. work.Grids.Select(g => g.WhyNot is null or RefusalName.GridIncomplete ? g with { MaySubmit = false, WhyNot = RefusalName.MainDeviceLost } : g)],
        };
    }
}
