using System.Collections.Concurrent;
using AumgJury.Core.Sittings;
using AumgJury.Core.Tests.Kit;
using CsCheck;

namespace AumgJury.Core.Tests.Generated;

/// <summary>A hearing and the room advance only as declared (domain D), in random sittings and in the full histories.</summary>
public sealed class StepTests
{
    private const string Steps = """
        Waiting       Called Marking
        Called        Waiting Entering Marking Done
        Entering      Waiting Welcome Conclusion Marking Done
        Welcome       Presentation
        Presentation  Questions Conclusion ExitOrdered
        Questions     Presentation Conclusion ExitOrdered
        Conclusion    ExitOrdered
        ExitOrdered   Marking
        Marking       Called Done Waiting
        Done          Called Waiting
        """;

    private const string Signs = """
        None            Closing
        Open            Closing
        Closing         ClosedVerified Attested None
        ClosedVerified  Open Closing NotSecure None
        Attested        Open Closing NotSecure None
        NotSecure       ClosedVerified Attested Closing None
        """;

    [Fact]
    public void Every_step_and_every_sign_has_its_row()
    {
        Assert.Equal(Enum.GetNames<HearingStep>().Order(StringComparer.Ordinal), Table(Steps).Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Enum.GetNames<RoomSign>().Order(StringComparer.Ordinal), Table(Signs).Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Hearings_and_room_advance_only_as_declared()
    {
        var met = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        Gen.UInt.Array[50, 260].Sample(
            choices =>
            {
                var walk = new Walk(Small.Call());
                walk.Seen = (before, after, _) => Look(before, after, met);
                Array.ForEach(choices, walk.Step);
            },
            iter: 80);
        CallState? last = null;
        FullHistory.Of(p =>
        {
            if (last is not null && last.LastAt <= p.State.LastAt && p.Lines.Count > 1)
            {
                Look(last, p.State, met);
            }

            last = p.State;
        });

        // Most of what is declared does happen; the rest needs a rare order of accidents.
        var declared = Table(Steps).Sum(r => r.Value.Length) + Table(Signs).Sum(r => r.Value.Length);
        Assert.True(met.Count * 5 >= declared * 3, $"{met.Count} of {declared}: {string.Join(", ", met.Keys.Order(StringComparer.Ordinal))}");
    }

    private static void Look(CallState before, CallState after, ConcurrentDictionary<string, bool> met)
    {
        if (!before.IsOpen)
        {
            return;
        }

        foreach (var (university, h) in after.State.Hearings)
        {
            Advance(Table(Steps), $"{before.State.Hearings[university].Step}", $"{h.Step}", met);
        }

        Advance(Table(Signs), $"{before.State.Room.Sign}", $"{after.State.Room.Sign}", met);
    }

    private static void Advance(Dictionary<string, string[]> table, string from, string to, ConcurrentDictionary<string, bool> met)
    {
        if (from != to)
        {
            Assert.True(table[from].Contains(to), $"{from} became {to}.");
            met[$"{from} {to}"] = true;
        }
    }

    private static Dictionary<string, string[]> Table(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToDictionary(w => w[0], w => w[1..], StringComparer.Ordinal);
}
