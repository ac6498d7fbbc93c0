using System.Collections.Immutable;
using System.Text.Json;
using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Core.Tests.Kit;
using AumgJury.Core.Views;
using CsCheck;

namespace AumgJury.Core.Tests.Generated;

/// <summary>
/// Sittings in which recusals, chairs that change, second rounds, calls back, doubts and suspensions come in every order: nothing is revealed that must not be, no grid is
/// lost, no casting vote is given wrongly, and the journal tells the same again.
/// </summary>
public sealed class RoughSittingTests
{
    private static readonly Gen<uint[]> Choices = Gen.UInt.Array[150, 420];
    private const int Cases = 40;

    [Fact]
    public void Rough_sittings_meet_what_they_are_about()
    {
        var met = new System.Collections.Concurrent.ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        Each((before, after, command, _) =>
        {
            Meet(before.State.ActingChair.Length == 0 && after.State.ActingChair is { Length: > 0 } chair && Presiding.IsThird(after.State.Seats[chair]), "a third person takes the chair");
            Meet(before.State.ActingChair != after.State.ActingChair && after.State.ActingChair == "M2", "the deputy takes the chair");
            Meet(after.State.Dossiers.Values.Any(d => d.Rounds.Length > 1), "a second round is revealed");
            Meet(after.State.Hearings.Values.Any(h => h.Recalled), "a University is called back");
            Meet(after.State.Suspension is not null && before.State.Suspension is null, "a suspension");
            Meet(command is Reveal && before != after && after.State.Recusals.Length > 0, "a reveal after a recusal");
            Meet(after.State.InOrder.Any(p => p.OutRecused), "a recused member is out");
            Meet(command is RuleRecusal && before.State.PendingInterests().Any() && before != after, "a ruling on a declared link");
        });
        Assert.True(met.Count == 8, string.Join(", ", met.Keys.Order(StringComparer.Ordinal)));

        void Meet(bool happened, string what) => _ = happened && met.AddOrUpdate(what, 1, (_, n) => n + 1) > 0;
    }

    [Fact]
    public void No_view_of_a_recused_member_or_a_presenter_holds_what_is_secret_of_the_dossier() => Each((_, after, _, _) =>
    {
        var s = after.State;
        foreach (var seat in after.Seats)
        {
            var view = after.View(seat);
            var json = Play.Json(view);
            if (s.Seats[seat].Role is Role.Presenter || view is OutsideView or DoorView)
            {
                Assert.DoesNotContain("secret-", json, StringComparison.Ordinal);
                continue;
            }

            var (work, board) = view switch { MemberView m => (m.Work, m.Board), ChairView c => (c.Work, c.Board), _ => (null, null) };
            foreach (var d in s.Judged.Where(d => work is not null && s.IsRecused(seat, d.Id)))
            {
                Assert.DoesNotContain($"secret-{d.Id}", json, StringComparison.Ordinal);
                Assert.DoesNotContain(work!.Grids, g => g.Dossier == d.Id);
                Assert.DoesNotContain(work.Revealed, r => r.Dossier == d.Id);
                Assert.DoesNotContain(board?.Opinions ?? [], o => o.Dossier == d.Id);
            }
        }
    });

    [Fact]
    public void Nothing_is_revealed_before_recused_members_are_out_and_declared_links_ruled_on() => Each((before, after, command, outcome) =>
    {
        foreach (var d in after.State.Judged.Where(d => d.Rounds.Length > before.State.Dossiers[d.Id].Rounds.Length))
        {
            var s = before.State;
            Assert.Equal(d.Id, Assert.IsType<Reveal>(command).Dossier);
            Assert.IsType<Outcome.Accepted>(outcome);
            Assert.True(s.RoomIsClosed && s.Suspension is null && s.ActingChair.Length > 0);
            Assert.DoesNotContain(s.InOrder, p => p.IsJuror && p.InRoom && s.IsRecused(p.Id, d.Id));
            Assert.DoesNotContain(s.Interests, i => i.Dossier == d.Id && !i.Ruled && !s.IsRecused(i.Seat, d.Id));
        }
    });

    [Fact]
    public void No_grid_is_lost_save_by_the_one_who_takes_it_back() => Each((before, after, command, _) =>
    {
        foreach (var d in after.State.Judged)
        {
            var was = before.State.Dossiers[d.Id];
            Assert.True(was.Rounds.SequenceEqual(d.Rounds.Take(was.Rounds.Length)), $"A revealed round of {d.Id} changed.");
            foreach (var (seat, sheet) in was.Sheets)
            {
                var kept = d.Sheets.GetValueOrDefault(seat);
                var mine = command is TakeBackGrid back && back.Dossier == d.Id;
                var undone = command is UndoJudgeOnFile undo && undo.University == d.Definition.University;
                Assert.True(mine || undone || kept == sheet || (d.Round > was.Round && kept!.Marks.Count == sheet.Marks.Count), $"{command.GetType().Name} lost the grid of {seat} for {d.Id}.");
            }
        }
    });

    [Fact]
    public void The_casting_vote_is_given_by_who_may_vote_on_the_whole_tie_and_by_a_third_person_only_for_want_of_both() => Each((before, after, command, _) =>
    {
        if (after.State.TieBreaks.Length == before.State.TieBreaks.Length)
        {
            return;
        }

        var s = before.State;
        var tie = Assert.IsType<BreakTie>(command).Order;
        bool Barred(string seat) => !s.Seats[seat].Attends || tie.Any(d => s.IsRecused(seat, d) || s.Dossiers[d].Missed.ContainsKey(seat));
        Assert.False(Barred(s.ActingChair));
        Assert.True(s.ActingChair is "M1" or "M2" || (Barred("M1") && Barred("M2")));
    });

    [Fact]
    public void A_third_person_takes_the_chair_only_when_neither_chair_nor_deputy_is_there_and_free_and_somebody_always_can() => Each((before, after, _, _) =>
    {
        var s = after.State;
        if (s.ActingChair.Length > 0 && s.ActingChair != before.State.ActingChair && Presiding.IsThird(s.Seats[s.ActingChair]))
        {
            Assert.DoesNotContain(before.State.InOrder, p => p.Id is "M1" or "M2" && p is { InRoom: true, Connected: true } && !before.State.MustBeOut(p));
            Assert.False(before.State.Current is { } h && before.State.IsRecusedAtAll(s.ActingChair, h.University));
        }

        // Whoever is in the room, connected, entitled and recused on nothing can be asked: the sitting is never without a way on.
        if (s.ActingChair.Length == 0 && s.Phase is Phase.Hearings or Phase.FinalDeliberation
            && s.InOrder.Any(p => p.IsJuror && p is { Attends: true, InRoom: true, Connected: true, LeavesAt: null } && s.Recusals.All(r => r.Seat != p.Id)))
        {
            Assert.Contains(s.InOrder, p => p.IsJuror && s.MayTakeChair(p));
        }

        Assert.True(s.ActingChair.Length > 0 || s.Suspension is not null || s.Phase is not (Phase.Hearings or Phase.FinalDeliberation));
    });

    [Fact]
    public void The_journal_read_again_gives_the_same_state_to_the_last_secret() => Choices.Sample(
        choices =>
        {
            var p = Walked(choices).Play;
            var again = p.Lines.Aggregate(CallState.Empty(p.Keys.Open), (state, line) => state.Apply(line));

            // The sums of commands are not in the journal: with them the marks of a draft could be tried out.
            Assert.Equal(Whole(p.Inside), Whole(again.State));
            Assert.Equal(p.AllViews(), Play.AllViews(again));
            Assert.Equal(p.Inside.Accepted.All.Order(), again.State.Accepted.All.Order());
        },
        iter: Cases);

    private static string Whole(State s) => JsonSerializer.Serialize(s with { Accepted = AcceptedActs.None });

    private static Walk Walked(uint[] choices)
    {
        var walk = new Walk(Call, rough: true);
        Array.ForEach(choices, walk.Step);
        return walk;
    }

    private static void Each(Action<CallState, CallState, Command, Outcome> holds) => Choices.Sample(
        choices =>
        {
            var walk = new Walk(Call, rough: true);
            walk.Seen = (before, after, outcome) =>
            {
                if (before.IsOpen)
                {
                    holds(before, after, walk.Done[^1].Command, outcome);
                }
            };
            Array.ForEach(choices, walk.Step);
        },
        iter: Cases);

    private static CallDefinition Call => Small.Call(r => r with { TieBreakers = [], Quorum = 1 });
}
