namespace AumgJury.Core.Sittings;

/// <summary>
/// Something the machine must ask for at a real instant: a call that lapses, a countdown that ends, a recused member who leaves.
/// They follow from the state alone, so that a restart finds them again.
/// </summary>
/// <param name="Due">Real time.</param>
public sealed record Duty(Actor By, Command Command, DateTimeOffset Due);

/// <summary>A closing that waits for its proof.</summary>
/// <param name="Outsiders">Seats none of whose sessions may hold anything that serves the room.</param>
/// <param name="Expected">Seats that may be in it, connected.</param>
public sealed record ProofWanted(int Number, string[] Outsiders, string[] Expected);

internal static class Duties
{
    public static IEnumerable<Duty> Of(State s)
    {
        if (s.Current is { } h)
        {
            if (h is { Step: HearingStep.Called, LapsesAt: { } lapses })
            {
                yield return new(Actor.Room, new LapseCall(h.University, h.Calls), lapses);
            }

            // A room that a recused member has just left is proven first: they are out before the presenter enters.
            if (h is { Step: HearingStep.Entering, OpensAt: { } opens } && s.Suspension is null && s.RoomIsClosed)
            {
                // The countdown waits for a recused member who is still being warned: nobody asks for what would be refused.
                var lastOut = s.Seats.Values.Where(p => p.InRoom && s.MustBeOut(p)).Max(p => p.LeavesAt);
                yield return new(Actor.Room, new OpenRoom(h.University, h.Calls), lastOut?.AddSeconds(1) is { } free && free > opens ? free : opens);
            }
        }

        foreach (var p in s.InOrder)
        {
            if (p.LeavesAt is { } leaves)
            {
                yield return new(Actor.Room, new MoveOutRecused(p.Id), leaves);
            }

            if (p.ReturnsAt is { } returns)
            {
                yield return new(Actor.Room, new BringBackRecused(p.Id), returns);
            }
        }

        if (s.ChairMissingSince() is { } since)
        {
            yield return new(Actor.Presence, new DeclareChairLost(s.ActingChair), since.AddSeconds(s.Call.Rules.ChairLostSeconds));
        }
    }

    /// <summary>A closing waits for its proof; a proven room is proven again when others of the jury sit in it.</summary>
    public static ProofWanted? Proof(State s)
    {
        var expected = s.ExpectedInside().Select(p => p.Id).ToArray();
        var again = s.Room.Sign == RoomSign.ClosedVerified && !s.Room.Expected.ToHashSet(StringComparer.Ordinal).SetEquals(expected);
        if (!again && s.Room.Sign is not (RoomSign.Closing or RoomSign.NotSecure))
        {
            return null;
        }

        return new(s.Room.Number, Outsiders(s), expected);
    }

    public static string[] Outsiders(State s) => [.. s.InOrder.Where(p => !p.InRoom || p.ReplacedBy is not null).Select(p => p.Id)];
}
