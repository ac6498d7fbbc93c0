using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Room;
using AumgJury.Web.Sitting;
using AumgJury.Web.Texts;

namespace AumgJury.Web.Tests.Sitting.Chair;

public sealed class RoomWordsTests
{
    private static readonly RoomWords Words = new(Texts.French<RoomTexts>(), Texts.French<SceneTexts>(), Texts.Say);

    [Theory]
    [InlineData(RoomSign.None, FrameState.Waiting)]
    [InlineData(RoomSign.Open, FrameState.Open)]
    [InlineData(RoomSign.Closing, FrameState.Closing)]
    [InlineData(RoomSign.ClosedVerified, FrameState.ClosedVerified)]
    [InlineData(RoomSign.Attested, FrameState.Attested)]
    [InlineData(RoomSign.NotSecure, FrameState.NotSecure)]
    public void The_edge_of_the_window_is_the_sign_of_the_room(RoomSign sign, FrameState edge) =>
        Assert.Equal(edge, RoomWords.Frame(Scenes.Sitting(Scenes.Room(sign))));

    [Fact]
    public void A_suspension_covers_the_sign_and_says_until_when()
    {
        var until = Scenes.Nine.AddMinutes(135);
        var sitting = Scenes.Sitting(Scenes.Room(RoomSign.ClosedVerified), suspension: new(SuspensionCause.Chair, Scenes.Nine, until, "pause"));

        Assert.Equal(FrameState.Suspended, RoomWords.Frame(sitting));
        Assert.Contains("11\u202fh\u202f15", Words.Seal(sitting), StringComparison.Ordinal);
    }

    [Fact]
    public void A_suspension_of_unknown_length_names_no_hour()
    {
        var sitting = Scenes.Sitting(Scenes.Room(RoomSign.ClosedVerified), suspension: new(SuspensionCause.ChairLost, Scenes.Nine, null, ""));

        Assert.DoesNotContain("Jusqu", Words.Seal(sitting), StringComparison.Ordinal);
    }

    [Fact]
    public void A_closed_room_says_how_many_were_expected_and_found() =>
        Assert.Equal("8 attendus, 8 constatés à 11\u202fh\u202f46", Words.Seal(Scenes.Sitting(Scenes.Room(RoomSign.ClosedVerified))));

    [Fact]
    public void A_declared_room_says_who_declared_it_and_why() =>
        Assert.Contains("pont téléphonique", Words.Seal(Scenes.Sitting(Scenes.Room(RoomSign.Attested))), StringComparison.Ordinal);

    [Fact]
    public void An_open_room_names_who_hears() =>
        Assert.Equal("Pr A. Lefranc (Paris-Lutèce) vous voit et vous entend", Words.Seal(Scenes.Sitting(Scenes.Room(RoomSign.Open, "Pr A. Lefranc"))));

    [Fact]
    public void Before_the_sitting_opens_nobody_is_told_of_a_verified_closed_room()
    {
        var sitting = Scenes.Sitting(Scenes.Room(RoomSign.ClosedVerified), Phase.DoorsOpen);

        Assert.Equal(FrameState.Waiting, RoomWords.Frame(sitting));
        Assert.Equal(("Portes ouvertes", "La séance n’est pas encore ouverte."), (Words.Title(sitting), Words.Seal(sitting)));
        Assert.Equal(FrameState.ClosedVerified, RoomWords.Frame(sitting with { Phase = Phase.RollCall }));
        Assert.Equal(FrameState.NotSecure, RoomWords.Frame(Scenes.Sitting(Scenes.Room(RoomSign.NotSecure), Phase.DoorsOpen)));
    }

    [Fact]
    public void Before_the_doors_open_there_is_no_room()
    {
        var sitting = Scenes.Sitting(Scenes.Room(RoomSign.None), Phase.Convened);

        Assert.Equal(FrameState.Waiting, RoomWords.Frame(sitting));
        Assert.Equal("Séance convoquée", Words.Title(sitting));
    }

    [Theory]
    [InlineData(HearingStep.Called, null, "Paris-Lutèce\u00a0: appel en cours")]
    [InlineData(HearingStep.Presentation, "D01", "Présentation D01")]
    [InlineData(HearingStep.Questions, "D02", "Questions D02")]
    [InlineData(HearingStep.Conclusion, null, "Conclusion de Pr A. Lefranc")]
    public void The_step_names_the_dossier_or_the_person(HearingStep step, string? dossier, string words) =>
        Assert.Equal(words, Words.Step(Scenes.Sitting(Scenes.Room(RoomSign.Open)), Scenes.Hearing(step, dossier)));

    [Theory]
    [InlineData(1, false, "Notation D01")]
    [InlineData(2, false, "Second tour D01")]
    [InlineData(1, true, "D01 dévoilé")]
    [InlineData(2, true, "D01 dévoilé")]
    public void The_closed_room_says_whether_the_dossier_is_marked_or_revealed(int round, bool revealed, string words) =>
        Assert.Equal(words, Words.Step(Scenes.Sitting(Scenes.Room(RoomSign.ClosedVerified)), Scenes.Hearing(HearingStep.Marking), new Submissions("D01", round, true, revealed, false, [], [], [])));

    [Fact]
    public void A_dossier_judged_on_its_file_is_said_to_be_revealed_too()
    {
        var (sitting, hearing) = (Scenes.Sitting(Scenes.Room(RoomSign.ClosedVerified)), Scenes.Hearing(HearingStep.Marking, onFile: true));

        Assert.Equal("Sur dossier\u00a0: Paris-Lutèce", Words.Step(sitting, hearing, new Submissions("D01", 1, true, false, false, [], [], [])));
        Assert.Equal("D01 dévoilé", Words.Step(sitting, hearing, new Submissions("D01", 1, true, true, false, [], [], [])));
    }

    [Theory]
    [InlineData(60, "Reste 4\u00a0min\u00a030.")]
    [InlineData(330, "Temps écoulé.")]
    public void Whoever_asks_hears_who_hears_the_step_and_the_time_left(int runsFor, string left)
    {
        var now = new DateTimeOffset(2021, 5, 6, 9, 27, 0, TimeSpan.FromHours(2));
        var clock = new ClockLine(420, 90, now.AddSeconds(-runsFor));
        var spoken = Words.Spoken(Scenes.Sitting(Scenes.Room(RoomSign.Open)), Scenes.Hearing(HearingStep.Presentation, "D01", clock), now);

        Assert.StartsWith("Salle ouverte. ", spoken, StringComparison.Ordinal);
        Assert.EndsWith($" Présentation D01. {left}", spoken, StringComparison.Ordinal);
        Assert.EndsWith("Présentation D01.", Words.Spoken(Scenes.Sitting(Scenes.Room(RoomSign.Open)), Scenes.Hearing(HearingStep.Presentation, "D01"), now), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_phase_and_every_step_has_words_in_both_languages()
    {
        foreach (var words in new[] { Words, new RoomWords(Texts.English<RoomTexts>(), Texts.English<SceneTexts>(), Texts.Say) })
        {
            var phases = Enum.GetValues<Phase>().Select(p => words.Step(Scenes.Sitting(Scenes.Room(RoomSign.Open), p), null));
            var steps = Enum.GetValues<HearingStep>().Select(s => words.Step(Scenes.Sitting(Scenes.Room(RoomSign.Open)), Scenes.Hearing(s)));
            Assert.All(phases.Concat(steps), Assert.NotEmpty);
        }
    }

    [Fact]
    public void Somebody_who_has_submitted_shows_it_until_the_reveal()
    {
        var at = new Submissions("D01", 1, true, false, false, ["Dr M. Orsoni"], [], []) { SubmittedCount = 1 };

        Assert.Equal(PersonState.Submitted, State(at));
        Assert.Equal(PersonState.Present, State(at with { Revealed = true }));

        static PersonState State(Submissions at) =>
            ScenePeople.Groups(Scenes.People(), "M1", at, Texts.French<SceneTexts>()).SelectMany(g => g.People).Single(p => p.Key == "M4").State;
    }

    [Theory]
    [InlineData(true, PersonState.Lost)]
    [InlineData(false, PersonState.Offline)]
    public void Whoever_has_gone_after_the_closing_has_lost_nothing(bool open, PersonState expected) =>
        Assert.Contains(expected, ScenePeople.Groups(Scenes.People(PersonStanding.Lost), "M1", null, Texts.French<SceneTexts>(), open).SelectMany(g => g.People).Select(p => p.State));

    [Fact]
    public void Only_jurors_are_counted_as_present() =>
        Assert.Equal((2, 3), ScenePeople.Count(Scenes.People(PersonStanding.Lost)));
}
