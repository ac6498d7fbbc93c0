using AumgJury.Core.Sittings;
using AumgJury.Core.Tests.Kit;
using AumgJury.Core.Views;

namespace AumgJury.Core.Tests;

/// <summary>Plays part H and keeps what its tests look at.</summary>
public sealed class DemoSitting
{
    public DemoSitting()
    {
        Play = Play.AtTheDoors(Demo.Call());
        Play.EveryoneConfirms();
        Play.Draft("M3", "D08", _ => 5);
        DraftOfTheRecused = Play.Inside.Dossiers["D08"].Drafts["M3"].Marks.Values.All(m => m.Mark == 5);
        Opening();
        foreach (var university in new[] { "U1", "U2", "U3" })
        {
            Play.Hear(university);
            Mark(university);
        }

        PlateauSud();
        ValDeBievre();
        LateThenSwapped();
        Deliberation = Deliberate();
        Play.CloseAndDecide();
        Play.Do("SEC", new ReleaseNotifications());
    }

    internal Play Play { get; }

    public bool DraftOfTheRecused { get; }

    public Board Deliberation { get; }

    public double UsedWhenDropped { get; private set; }

    public double UsedWhenBack { get; private set; }

    public int Interrupted { get; private set; }

    public DateTimeOffset EndOfU4 { get; private set; }

    public TimeSpan Warned { get; private set; }

    public bool OutBeforeEntry { get; private set; }

    public OutsideView WhileOut { get; private set; } = null!;

    public int QuorumOfU5 { get; private set; }

    public TimeSpan Notice { get; private set; }

    public bool BackAfterwards { get; private set; }

    public DateTimeOffset NewHourOfU6 { get; private set; }

    public DateTimeOffset StartOfU6 { get; private set; }

    private void Mark(string university) => Play.MarkAll(university, (seat, dossier, criterion) => Demo.Mark(dossier, criterion, Play.Voters(dossier), seat));

    private void Opening()
    {
        Play.Until(9, 0);
        Play.Do("M1", new OpenSitting());
        Play.RollCall();
        foreach (var seat in Demo.Jurors.Where(s => s != "M3"))
        {
            Play.Do(seat, new DeclareInterest(null, ""));
        }

        Play.Do("M3", new DeclareInterest("D08", "J'ai dirigé la thèse."));
        Play.Do("M1", new RuleRecusal("M3", Calls.RecusalScope.University, "U5", true, "Directrice de thèse de la candidate pressentie."));
        Play.Do("M1", new AdoptRules());
        Play.Do("M1", new StartHearings());
        Play.Until(9, 20);
    }

    /// <summary>M6 drops from 10:44 to 10:49: suspended, and the time is given back.</summary>
    private void PlateauSud()
    {
        Play.Until(10, 40);
        Play.BringIn("U4");
        Play.Do("M1", new StartPresentation("D06"));
        Play.Until(10, 44);
        Play.Do(Actor.Presence, new LoseSeat("M6"));
        UsedWhenDropped = (Play.Sitting - Play.Inside.Current!.Clock!.RunningSince!.Value).TotalSeconds;
        Play.Do("M1", new Suspend(null, "Une voix est perdue."));
        Play.Until(10, 49);
        Play.Do(Actor.Presence, new RegainSeat("M6"));
        Play.Do("M1", new Resume());
        UsedWhenBack = Play.Inside.Current!.Clock!.UsedSeconds;
        Interrupted = Play.Inside.Current.InterruptedSeconds;
        Play.Pass(6 * 60);
        Play.Do("M1", new StartQuestions("D06"));
        Play.Until(11, 0);
        Play.Leave("U4");
        Play.Until(11, 5);
        Mark("U4");
        EndOfU4 = Play.Inside.Hearings["U4"].EndedAt!.Value;
    }

    private void ValDeBievre()
    {
        Play.Until(11, 15);
        Play.Do("M1", new CallUniversity("U5"));
        Warned = Play.View<MemberView>("M3").Me.LeavesAt!.Value - Play.Machine;
        Play.Do("P5", new EnterRoom("U5"));
        Play.Pass(Play.Inside.Hearings["U5"].OpensAt!.Value - Play.Machine - TimeSpan.FromSeconds(1));
        OutBeforeEntry = Play.Inside.Seats["M3"].OutRecused && Play.Inside.Current!.Step == HearingStep.Entering;
        Play.Pass(1);
        QuorumOfU5 = Play.View<ChairView>("M1").Sitting.Voters;
        WhileOut = Play.View<OutsideView>("M3");
        Play.Do("M1", new ConfirmPresenter("U5"));
        Play.PresentAll("U5");
        Play.Leave("U5");
        Mark("U5");
        Notice = Play.View<OutsideView>("M3").ReturnsAt!.Value - Play.Machine;
        Play.Pass(5);
        BackAfterwards = Play.State.View("M3") is MemberView;
    }

    /// <summary>U6's presenter is late; U7 agrees to come first.</summary>
    private void LateThenSwapped()
    {
        Play.Until(11, 55);
        Play.Do("P6", new SayLate(30));
        Play.Until(12, 0);
        Play.Do("SEC", new ProposeSwap("U6", "U7"));
        Play.Answer("U7", true);
        Play.Until(12, 5);
        Play.BringIn("U7");
        NewHourOfU6 = Play.View<PresenterView>("P6").Estimate!.Value;
        Play.PresentAll("U7");
        Play.Leave("U7");
        Play.Until(12, 45);
        Mark("U7");
        Play.Do("M1", new CallUniversity("U6"));
        StartOfU6 = Play.Sitting;
        Play.Do("P6", new EnterRoom("U6"));
        Play.Pass(5);
        Play.Do("M1", new ConfirmPresenter("U6"));
        Play.PresentAll("U6");
        Play.Leave("U6");
        Mark("U6");
    }

    private Board Deliberate()
    {
        Play.Do("M1", new StartFinalDeliberation());
        var board = Play.View<ChairView>("M1").Board!;
        Play.OpineAllAndFix();
        return board;
    }
}
