using AumgJury.Core.Sittings;
using AumgJury.Core.Views;

namespace AumgJury.Web.Sitting.Order;

/// <summary>Where a University may be moved, and whether the announced hours still hold.</summary>
public static class OrderPlaces
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    /// <summary>The place one up (-1) or down (+1) of this University, counted from zero in the whole order; null when it may not go there.</summary>
    public static int? Next(OrderLine[] order, string university, int by)
    {
        var at = Array.FindIndex(order, l => l.University == university);
        var first = order.TakeWhile(l => l.Step != HearingStep.Waiting).Count();
        return at >= 0 && order[at].Step == HearingStep.Waiting && at + by >= first && at + by < order.Length ? at + by : null;
    }

    /// <summary>Those with whom this University may exchange its place.</summary>
    public static IEnumerable<OrderLine> Partners(OrderLine[] order, string university) =>
        order.Where(l => l.University != university && l.Step == HearingStep.Waiting && l.Dossiers.Length > 0);

    /// <summary>Whether somebody waits for another hour than the one expected, to five minutes as presenters are told.</summary>
    public static bool HoursMoved(OrderLine[] order) =>
        order.Any(l => l is { Step: HearingStep.Waiting, Expected: { } expected } && Rounded(expected) != Rounded(l.Published));

    private static long Rounded(DateTimeOffset hour) => (hour.UtcTicks + (Step.Ticks / 2)) / Step.Ticks;
}
