using System.Text.Json;
using AumgJury.Core.Scoring;
using AumgJury.Core.Sittings;
using AumgJury.Core.Tests.Kit;
using AumgJury.Core.Views;
using CsCheck;

namespace AumgJury.Core.Tests.Generated;

/// <summary>What holds in every history.</summary>
public sealed class HistoryTests
{
    private static readonly Gen<uint[]> Choices = Gen.UInt.Array[50, 260];
    private const int Cases = 60;

    [Fact]
    public void Walks_reach_every_phase()
    {
        var reached = new System.Collections.Concurrent.ConcurrentDictionary<Phase, int>();
        Choices.Sample(choices => reached.AddOrUpdate(Walked(choices).Play.Inside.Phase, 1, (_, n) => n + 1), iter: 100);
        Assert.True(reached.Where(r => r.Key >= Phase.Hearings).Sum(r => r.Value) > 50, string.Join(", ", reached));
        Assert.True(reached.GetValueOrDefault(Phase.Closed) > 0, string.Join(", ", reached));
    }

    [Fact]
    public void Replaying_the_lines_gives_the_same_views_and_the_same_duties() => Choices.Sample(
        choices =>
        {
            var p = Walked(choices).Play;
            var again = p.Lines.Aggregate(CallState.Empty(p.Keys.Open), (state, line) => state.Apply(line));
            Assert.Equal(p.AllViews(), Play.AllViews(again));
            Assert.Equal(p.State.Duties(), again.Duties());
            Assert.Equal(JsonSerializer.Serialize(p.State.ProofWanted()), JsonSerializer.Serialize(again.ProofWanted()));
            Assert.Equal(JsonSerializer.Serialize(p.State.Archive()), JsonSerializer.Serialize(again.Archive()));
            Assert.Equal(p.State.LastAt, again.LastAt);
        },
        iter: Cases);

    [Fact]
    public void A_repeat_of_an_accepted_command_gets_its_first_answer_and_changes_nothing() => Choices.Sample(
        choices =>
        {
            var walk = Walked(choices);
            var p = walk.Play;
            var (before, lines) = (p.AllViews(), p.Lines.Count);
            p.Jump(p.Machine.AddHours(1));
            foreach (var (actor, command, id, outcome) in walk.Done.Where(d => d.Outcome is Outcome.Accepted))
            {
                Assert.Equal(((Outcome.Accepted)outcome).Answer, Assert.IsType<Outcome.Repeated>(p.Try(actor, command, id)).Answer);
            }

            Assert.Equal((before, lines), (p.AllViews(), p.Lines.Count));
        },
        iter: Cases);

    [Fact]
    public void A_refused_command_changes_no_view_and_is_judged_again() => Choices.Sample(
        choices =>
        {
            var refused = 0;
            var walk = new Walk(Small.Call());
            walk.Seen = (before, after, outcome) =>
            {
                if (outcome is Outcome.Refused)
                {
                    refused++;
                    Assert.Same(before, after);
                }
            };
            Array.ForEach(choices, walk.Step);
            Assert.True(refused > 0);
            foreach (var (actor, command, id, _) in walk.Done.Where(d => d.Outcome is Outcome.Refused))
            {
                Assert.IsNotType<Outcome.Repeated>(walk.Play.State.Decide(actor, command, id, new Instants(walk.Play.Sitting, walk.Play.Machine), walk.Play.Keys.Seal));
            }
        },
        iter: Cases);

    [Fact]
    public void Phases_only_advance_and_journal_instants_never_go_backwards() => Each((before, after, _) =>
    {
        Assert.True(after.State.Phase >= before.State.Phase);
        Assert.True(after.State.Phase - before.State.Phase <= 1);
        Assert.True(after.LastAt >= before.LastAt);
    });

    [Fact]
    public void A_clock_set_back_does_not_set_the_journal_back()
    {
        var p = Play.Marking(Small.Call());
        var last = p.State.LastAt;
        var outcome = p.State.Decide(Actor.Seat("M3"), new KeepNote("D1", "tard"), "back", new Instants(last.AddHours(-1), p.Machine), p.Keys.Seal);
        var accepted = Assert.IsType<Outcome.Accepted>(outcome);
        Assert.Equal((last, last), (accepted.Answer.At, accepted.Next.LastAt));
        Assert.Equal(last, CallState.Empty(p.Keys.Open).Apply(p.Lines[0]).Apply(accepted.Body).LastAt);
    }

    [Fact]
    public void A_presenter_inside_never_meets_a_closed_room_and_a_revealed_dossier_never_an_open_grid() => Each((before, after, _) =>
    {
        var s = after.State;
        if (s.Current is { PresenterInside: true } h)
        {
            Assert.False(s.RoomIsClosed);
            Assert.All(s.InOrder.Where(p => p.IsJuror && p.InRoom), p => Assert.False(s.MustBeOut(p), $"{p.Id} hears a dossier that bars them."));
            Assert.IsType<PresenterView>(after.View(h.Presenter));
            Assert.True(after.View(h.Presenter).ServesRoom);
        }

        // At most one presenter is served by the room, and none while it is closed.
        Assert.Equal(s.Current is { PresenterInside: true } ? 1 : 0, after.Seats.Count(id => s.Seats[id].Role == Calls.Role.Presenter && after.View(id).ServesRoom));
        foreach (var d in s.Judged.Where(d => before.State.Dossiers[d.Id].Sheets != d.Sheets && before.State.Dossiers[d.Id].Round == d.Round && d.Heard))
        {
            Assert.False(before.State.Dossiers[d.Id].IsRevealed, $"{d.Id} changed after its reveal.");
        }
    });

    [Fact]
    public void A_grid_is_only_ever_added_in_a_closed_room() => Each((before, after, _) =>
    {
        foreach (var d in after.State.Judged.Where(d => d.Round == before.State.Dossiers[d.Id].Round && d.Sheets.Count > before.State.Dossiers[d.Id].Sheets.Count))
        {
            Assert.True(before.State.RoomIsClosed, $"{d.Id} was submitted in a room that is {before.State.Room.Sign}.");
            Assert.Null(before.State.Suspension);
        }
    });

    [Fact]
    public void The_sheet_of_a_recused_member_is_never_counted()
    {
        var met = 0;
        Each((_, after, _) =>
        {
            foreach (var d in after.State.Judged.Where(d => !d.Rounds.IsEmpty))
            {
                Assert.All(Score.Counted(after.State, d), sheet => Assert.False(after.State.IsRecused(sheet.Key, d.Id)));
                if (d.Rounds[^1].Sheets.Any(x => !x.Value.Abstained && after.State.IsRecused(x.Key, d.Id)))
                {
                    Interlocked.Increment(ref met);
                }
            }
        });
        Assert.True(met > 0, "No walk recused a member who had submitted.");
    }

    [Fact]
    public void Every_due_duty_is_accepted_when_it_comes() => Each((before, _, outcome) =>
    {
        if (outcome is Outcome.Refused { Refusal: var refusal } && refusal.Name == RefusalName.RecusedInside)
        {
            Assert.DoesNotContain(before.Duties(), d => d.Command is OpenRoom && d.Due <= before.State.Seats.Values.Where(p => p.LeavesAt is not null && p.InRoom && before.State.MustBeOut(p)).Max(p => p.LeavesAt));
        }
    });

    [Fact]
    public void No_view_carries_a_note_or_a_comment_of_somebody_else() => Choices.Sample(
        choices =>
        {
            var walk = new Walk(Small.Call());
            Array.ForEach(choices, walk.Step);
            foreach (var juror in Small.Jurors)
            {
                _ = walk.Ask(Actor.Seat(juror), new KeepNote("D1", $"secret-note-{juror}"));
                _ = walk.Ask(Actor.Seat(juror), new KeepDraft("D4", 1, "A1", 2, $"secret-comment-{juror}", null));
            }

            foreach (var seat in walk.Play.State.Seats)
            {
                foreach (var other in Small.Jurors.Where(j => j != seat))
                {
                    Assert.DoesNotContain($"secret-note-{other}", walk.Play.Json(seat), StringComparison.Ordinal);
                    Assert.DoesNotContain($"secret-comment-{other}", walk.Play.Json(seat), StringComparison.Ordinal);
                }
            }
        },
        iter: Cases);

    private static Walk Walked(uint[] choices)
    {
        var walk = new Walk(Small.Call());
        Array.ForEach(choices, walk.Step);
        return walk;
    }

    private static void Each(Action<CallState, CallState, Outcome> holds) => Choices.Sample(
        choices =>
        {
            var walk = new Walk(Small.Call());
            walk.Seen = (before, after, outcome) =>
            {
                if (before.IsOpen)
                {
                    holds(before, after, outcome);
                }
            };
            Array.ForEach(choices, walk.Step);
        },
        iter: Cases);
}
