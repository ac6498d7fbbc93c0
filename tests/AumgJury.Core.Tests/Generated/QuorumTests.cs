using AumgJury.Core.Sittings;
using AumgJury.Core.Tests.Kit;
using AumgJury.Core.Views;

namespace AumgJury.Core.Tests.Generated;

/// <summary>What a juror is told before stepping out is what would happen: that the sitting would be suspended for want of quorum, and never for nothing.</summary>
public sealed class QuorumTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Whoever_would_break_the_quorum_is_told_and_nobody_else(bool recusedCount)
    {
        var (told, untold) = (0, 0);
        for (var seed = 1; seed <= 12; seed++)
        {
            var random = new Random(seed);
            var walk = new Walk(Small.Call(r => r with { RecusedCountForQuorum = recusedCount }), rough: seed % 2 == 0);
            for (var i = 0; i < 160; i++)
            {
                walk.Step((uint)random.Next());
                foreach (var seat in walk.Play.State.IsOpen ? walk.Play.State.Seats.Where(s => Play.IsJuror(walk.Play.State, s)) : [])
                {
                    var now = walk.Play.State.State;
                    if (walk.Play.State.Decide(Actor.Seat(seat), new StepOut(), "out", new Instants(walk.Play.Sitting, walk.Play.Machine), walk.Play.Keys.Seal) is not Outcome.Accepted gone)
                    {
                        continue;
                    }

                    // Who must leave by a recusal is moved out, and does not step out.
                    if (!gone.Next.State.Seats[seat].SteppedOut)
                    {
                        continue;
                    }

                    var breaks = now.Suspension is null && gone.Next.State.Suspension is { Cause: SuspensionCause.Quorum };
                    Assert.True(breaks == now.BreaksQuorum(now.Seats[seat]), $"Seed {seed}, step {i}, {seat}: {now.Phase}, {now.Current?.Step}, {now.PresentVoters()} of {now.Call.Rules.Quorum}, then {gone.Next.State.Suspension?.Cause}.");
                    Assert.Equal(breaks, Lines.Me(now, now.Seats[seat]).BreaksQuorum);
                    (told, untold) = breaks ? (told + 1, untold) : (told, untold + 1);
                }
            }
        }

        Assert.True(told > 20 && untold > 200, $"{told} told, {untold} not.");
    }
}
