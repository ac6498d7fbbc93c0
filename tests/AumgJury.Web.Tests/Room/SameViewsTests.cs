using System.Text.Json;
using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Realtime;
using AumgJury.Web.Room;
using AumgJury.Web.Tests.Seeds;

namespace AumgJury.Web.Tests.Room;

/// <summary>
/// A reader is given a view only when it says something else than the one before (wall 1). It is compared as records; what travels is the judge of that, through
/// a whole sitting: taken for the same when it is not, a screen would stand still; taken for another, its reader would learn that somebody acted.
/// </summary>
public sealed class SameViewsTests
{
    [Fact]
    public void Two_views_are_the_same_as_records_exactly_when_they_travel_as_the_same_bytes()
    {
        Dictionary<string, (SeatView View, string Json)> before = new(StringComparer.Ordinal);
        var twin = CallState.Empty((_, cipher) => cipher);
        var (same, other) = (0, 0);
        DemoMoments.All((state, line) =>
        {
            // It shares nothing with the other: what is found to be the same is so by what is in it.
            twin = twin.Apply(line.Span);
            var jurors = state.Seats.Where(seat => state.Access(seat).Role is Role.Chair or Role.Member);
            foreach (var (seat, view, twins) in state.Seats.Select(s => (s, state.View(s), twin.View(s))).Concat(jurors.Select(s => (s + "'s marks", state.MarksView(s), twin.MarksView(s)))))
            {
                var json = JsonSerializer.Serialize(view, WireJson.Options);
                Assert.True(SameValues.Are(twins, view), $"{seat} made twice after {state.LastAt}");
                if (before.TryGetValue(seat, out var was))
                {
                    Assert.True(SameValues.Are(was.View, view) == (was.Json == json), $"{seat} after {state.LastAt}");
                    (same, other) = was.Json == json ? (same + 1, other) : (same, other + 1);
                }

                before[seat] = (view, json);
            }
        });
        Assert.True(same > 100 && other > 100, $"{same} the same, {other} others.");
    }
}
