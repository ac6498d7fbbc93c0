using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Core.Tests.Kit;

namespace AumgJury.Core.Tests.Walls;

/// <summary>Wall 1 for answers: what a seat outside the room is refused tells nothing of what the jury does.</summary>
public sealed class AnswersOutsideTests
{
    [Theory]
    [InlineData("P1")]
    [InlineData("P2")]
    [InlineData("AUT")]
    public void Whatever_the_jury_does_an_outsiders_answers_stay_the_same(string seat)
    {
        var p = Play.Marking(Small.Call());
        var before = Answers.Of(p, seat);
        foreach (var act in new Command[] { new Suspend(null, "Pause."), new Resume(), new RaiseHand(), new NoteIncident("Bruit."), new LetSecretaryConduct(true) })
        {
            p.Do("M1", act);
            Assert.Equal(before, Answers.Of(p, seat));
        }

        p.MarkAll("U1");
        Assert.Equal(before, Answers.Of(p, seat));
    }

    [Fact]
    public void Who_was_moved_out_is_answered_the_same_to_the_end_of_the_sitting()
    {
        // Nobody releases U1: its presenter's page and answers stay as they were when they left.
        var p = Play.Marking(Small.Call());
        var before = Answers.Of(p, "P1");
        p.MarkAll("U1");
        foreach (var university in new[] { "U2", "U3" })
        {
            p.Hear(university);
            Assert.Equal(before, Answers.Of(p, "P1"));
            p.MarkAll(university);
        }

        p.Do("M1", new StartFinalDeliberation());
        Assert.Equal(before, Answers.Of(p, "P1"));
    }

    [Fact]
    public void A_presenter_who_is_called_is_told_that_the_sitting_is_suspended()
    {
        var p = Play.AtTheHearings(Small.Call());
        p.Do("M1", new CallUniversity("U1"));
        p.Do("M1", new Suspend(null, "Pause."));
        p.Refused("P1", RefusalName.Suspended, new EnterRoom("U1"));
    }

    [Fact]
    public void A_juror_outside_the_room_changes_no_grid_and_every_answer_but_a_kept_draft_is_stale()
    {
        var p = Play.Marking(Small.Call());
        p.SubmitAll("D1");
        p.Do("M3", new StepOut());
        Refuses("D1", "D2", "D3");
        p.Do("M3", new KeepDraft("D2", 1, "A1", 3, "", null));
        Assert.Equal(3, p.Inside.Dossiers["D2"].Drafts["M3"].Marks["A1"].Mark);
        p.Refused("M3", RefusalName.Stale, new KeepDraft("D1", 1, "A1", 3, "", null));
        Assert.Contains("M3", p.Inside.Dossiers["D1"].Sheets.Keys);
        p.Do("M1", new Reveal("D1", 1, []));
        Refuses("D1", "D2", "D3");
        p.Refused("M3", RefusalName.Stale, new KeepDraft("D1", 1, "A1", 3, "", null));

        void Refuses(params string[] dossiers) => Assert.All(
            dossiers.SelectMany(d => new Command[] { new SubmitGrid(d, 1), new Abstain(d, 1), new TakeBackGrid(d, 1), new TakeBackGrid(d, 2) }),
            c => Assert.True(p.Refused(Actor.Seat("M3"), c) is { Name: RefusalName.Stale, Details: [] }));
    }

    [Fact]
    public void A_seat_that_does_not_exist_is_answered_as_one_that_does()
    {
        var p = Play.Marking(Small.Call());
        foreach (var with in new[] { "M3", "P2", "nobody" })
        {
            p.Refused("P1", RefusalName.LineClosed, new SendLine(with, null, ""));
        }
    }
}
