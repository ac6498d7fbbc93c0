namespace AumgJury.Core.Sittings;

// Versions of facts that are written no more. They are read as long as a journal may hold one.

internal sealed record DoorsOpenedV1 : Event;

internal sealed record SteppedOutV1(string Seat) : Event;

/// <summary>It counted people and did not name their seats.</summary>
internal sealed record RoomProvenV1(int Number, ProofMeans Means, int Expected, int Found) : Event;

/// <summary>Turns an earlier version of a fact into the present one, so that one rule folds it.</summary>
internal static class Upcast
{
    /// <param name="before">The state that the fact met.</param>
    /// <param name="at">The line's instant, which stands for a real time that was not kept.</param>
    public static Event Of(Event e, State before, DateTimeOffset at) => e switch
    {
        DoorsOpenedV1 => new DoorsOpened(at),
        SteppedOutV1 x => new SteppedOut(x.Seat, at),
        RoomProvenV1 x => new RoomProven(x.Number, x.Means, Seats(before, x.Expected), Seats(before, x.Found)),
        _ => e,
    };

    /// <summary>Those who were expected then. With another count the seats are not known: places without a seat keep the count, and the room is counted again.</summary>
    private static string[] Seats(State before, int count)
    {
        var expected = before.ExpectedInside().Select(p => p.Id).ToArray();
        return expected.Length == count ? expected : [.. Enumerable.Repeat("", count)];
    }
}
