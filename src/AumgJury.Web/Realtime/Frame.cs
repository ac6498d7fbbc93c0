using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Room;

namespace AumgJury.Web.Realtime;

/// <summary>One message of a <see cref="JuryHub.Watch"/> stream.</summary>
/// <param name="Kind"><c>view</c>, <c>waiting</c> or <c>ended</c>.</param>
/// <param name="Code">Of a device that waits: what people compare before they admit it.</param>
public sealed record Frame(string Kind, SeatView? View, SittingClock? Clock, RefusalName? Why, string? Code = null)
{
    public static Frame Of(Served served) => served switch
    {
        Served.Shown shown => new("view", shown.View, shown.Clock, null),
        Served.Waiting waiting => new("waiting", null, null, null, waiting.Code),
        Served.Ended ended => new("ended", null, null, ended.Why),
        _ => throw new InvalidOperationException($"{served.GetType().Name} cannot travel."),
    };
}
