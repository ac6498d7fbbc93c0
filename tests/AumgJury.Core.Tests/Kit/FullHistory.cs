using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;

namespace AumgJury.Core.Tests.Kit;

/// <summary>Two sittings of the small call in which every kind of fact happens at least once, seen after each of their steps.</summary>
internal static class FullHistory
{
    public static Play[] Of(Action<Play>? seen = null) => [Whole(seen), Elsewhere(seen)];

    private static Play Whole(Action<Play>? seen)
    {
        var p = new Play(Small.Call(r => r with { TieBreakers = [] })) { After = seen };
        Access(p);
        p.Do("SEC", new OpenDoors());
        p.EveryoneConfirms();
        p.Do("P1", new SendLine("SEC", null, "Bonjour."));
        p.Do("SEC", new SendLine("P1", "Patientez", ""));
        p.Do("SEC", new ReplacePresenter("P3", "P9", "Autre représentant", "Directeur", "p9@example.org", "04", "Empêchement"));
        p.Do(Actor.Presence, new RegainSeat("P9"));
        p.Do("P9", new ConfirmPresence());
        p.Do("M1", new OpenSitting());
        p.RollCall(but: ["M4", "M3"]);
        p.Do("M1", new RecordAttendance("M3", AttendanceStatus.Substitute, IdentityMeans.CardShown, "Remplaçant de M3"));
        p.Do("M1", new RecordAttendance("M4", AttendanceStatus.Late, IdentityMeans.CardShown, ""));
        p.Do("M2", new DeclareInterest(null, ""));
        p.Do("M3", new DeclareInterest("D3", "Collègue."));
        p.Do("M1", new RuleRecusal("M3", RecusalScope.University, "U2", true, "Même service."));
        p.Do("M1", new LetSecretaryConduct(true));
        p.Do("SEC", new AdoptRules());
        p.Do("SEC", new StartHearings());
        First(p);
        Second(p);
        Third(p);
        Finish(p);
        return p;
    }

    private static void Access(Play p)
    {
        p.Do(Actor.Setup, new IssueLink("M2", new string('a', 64)));
        p.Do(Actor.Access, new OpenSession("M2", new string('b', 64), false));
        p.Do(Actor.Access, new CloseSession("M2", new string('b', 64)));
        p.Do("SEC", new RevokeLink("M2"));
        p.Do("SEC", new IssueLink("M2", new string('c', 64)));
        p.Do(Actor.Access, new OpenSession("M2", new string('d', 64), false));
        p.Do("M1", p.Readmit("M2"));
    }

    private static void First(Play p)
    {
        p.Do("M1", new CallUniversity("U1"));
        p.Do("M1", new CancelCall("U1"));
        p.BringIn("U1");
        p.Do(Actor.Access, new OpenSession("M2", new string('e', 64), true));
        p.Do("M1", p.Readmit("M2"));
        p.Do("SEC", new IssueLink("AUT", new string('1', 64)));
        p.Do(Actor.Access, new OpenSession("AUT", new string('2', 64), false));
        p.Do("M1", p.Readmit("AUT"));
        p.Do(Actor.Access, new OpenSession("M2", new string('f', 64), true));
        p.Do("M2", new AdmitMyDevice("ffffffff"));
        p.Do(Actor.Access, new OpenSession("M2", new string('e', 64), true));
        p.Do("M2", new TurnAway("M2", "eeeeeeee"));
        p.Do(Actor.Access, new OpenSession("M2", new string('e', 64), false, MarksOnly: true));
        p.Do("M2", new AdmitMyDevice("eeeeeeee"));
        p.Do("M2", new CloseMarksDevice("eeeeeeee"));
        p.Do("M2", new RaiseHand());
        p.Do("M2", new LowerHand());
        p.Do("M2", new RaiseHand());
        p.Do("M1", new StartPresentation("D1"));
        p.Do("M1", new GiveFloor("M2"));
        p.Pass(60);
        p.Do("M1", new PauseClock("D1"));
        p.Do("M1", new ResumeClock("D1"));
        p.Do("M1", new Prolong("D1", 2, "Coupure du son."));
        p.Do(Actor.Presence, new LoseSeat("P1"));
        p.Do(Actor.Presence, new RegainSeat("P1"));
        p.Do("M1", new RestartDossier("D1", "Interruption longue."));
        p.Do("M1", new StartQuestions("D1"));
        p.Do(Actor.Presence, new LoseSeat("M2"));
        p.Do("M1", new Suspend(Demo.At(12, 0), "Voix perdue."));
        p.Do("M1", new GoOnWithout("M2", "D1"));
        p.Do(Actor.Presence, new RegainSeat("M2"));
        p.Do("M2", new StepOut());
        p.Do("M2", new StepBack());
        p.Do("M1", new StartPresentation("D2"));
        Media(p);
        p.Do("M1", new NoteIncident("Bruit."));
        p.Leave("U1");
        p.Do(Actor.Room, new DoubtRoom("Un flux inconnu."));
        p.Do("M1", new AdmitLatecomer("M4", IdentityMeans.CardShown));
        foreach (var seat in new[] { "M1", "M3" })
        {
            p.Submit(seat, "D1", 4);
            p.Submit(seat, "D2", 4);
        }

        p.Do("M1", new TakeBackGrid("D1", 1));
        p.Do("M1", new KeepNote("D1", "À revoir."));
        p.Do("M1", new SubmitGrid("D1", 1));
        p.Do("M2", new Abstain("D2", 1));
        p.Do("M1", new Reveal("D1", 1, []));
        p.Do("M1", new OpenSecondRound("D1", "Discussion."));
        p.Do("M1", new Reveal("D1", 2, []));
        p.Do("M1", new Recall("U1", "Une précision."));
        p.Do("P1", new EnterRoom("U1"));
        p.Pass(5);
        p.Proves = false;
        p.Do("M1", new OrderExit("U1"));
        p.Do("M1", new AttestRoom(p.Inside.Room.Number, "Pont téléphonique."));
        p.Proves = true;
        p.Do("M1", new CloseDossier("D1"));
        p.Do("M1", new Reveal("D2", 1, []));
        p.Do("M1", new CloseDossier("D2"));
        p.Do("M1", new ReleaseUniversity("U1"));
    }

    private static void Media(Play p)
    {
        p.Do("P1", new ReportCheck(CheckVerdict.Works, CheckVerdict.Works, CheckVerdict.NotTested, CheckVerdict.Fails, CheckVerdict.Works));
        p.Do("M1", new MuteSeat("M3"));
        p.Do("M1", new LiftMute("M3"));
        p.Do("M1", new MuteAll());
        p.Do("M1", new LiftAllMutes());
        p.Do("M1", new StopShare("P1"));
        p.Do("M1", new AllowShare("P1"));
        p.Do(Actor.Room, new NoteAudioOnly("M3", true));
        p.Do(Actor.Room, new NoteAudioOnly("M3", false));
        p.Do(Actor.Room, new HoldOutsiders());
        p.Do("M1", new AdmitAgain("U1"));
        p.Do("M1", new ResumeClock("D2"));
    }

    /// <summary>U2 is late and is judged on its file, then heard after all; M3 is recused and takes their time.</summary>
    private static void Second(Play p)
    {
        p.Do("P2", new SayLate(15));
        p.Do("SEC", new AnnounceHours());
        p.Do("SEC", new MoveUniversity("U2", 2));
        p.Do("SEC", new MoveUniversity("U2", 1));
        p.Do("SEC", new ProposeSwap("U2", "U3"));
        p.Answer("U3", false);
        p.Pass(TimeSpan.FromHours(2));
        p.Do("M1", new CallUniversity("U2"));
        p.Pass(60);
        p.Pass(TimeSpan.FromMinutes(10));
        p.Do("M1", new JudgeOnFile("U2"));
        p.Do("M1", new UndoJudgeOnFile("U2", "La représentante est arrivée."));
        p.Hear("U2");
        p.MarkAll("U2");
        p.Do("M3", new DelayReturn());
        p.Do("M3", new StepBack());
    }

    private static void Third(Play p)
    {
        p.Do("M1", new HandOver());
        p.Do("M2", new TakeChair());
        p.Do("M1", new StepOut());
        p.Do("M2", new StepOut());
        p.Pass(60);
        p.Do("M3", new PassChair());
        p.Do("M4", new TakeChair());
        p.Do("M1", new StepBack());
        p.Do("M2", new StepBack());
        p.Do("M1", new TakeChair());
        p.Hear("U3");
        p.MarkAll("U3", (_, _, _) => 2);
        p.Do("M1", new StartFinalDeliberation());
    }

    private static void Finish(Play p)
    {
        // D2 and D4 are not tied; D1 (80) and D2 (80) are, and need an order for the record.
        p.Do("M1", new BreakTie(["D2", "D1"], "Zone plus fragile."));
        p.OpineAllAndFix();
        p.CloseAndDecide();
        p.Do("SEC", new ReleaseNotifications());
        p.Do(Actor.Outbox, new ReportAttempt("U1", "<1@demo>"));
        p.Do("SEC", new ResendNotification("U1"));
        p.Do(Actor.Outbox, new ReportAttempt("U1", "<1@demo>"));
        p.Do(Actor.Outbox, new ReportDelivery("U1", "<1@demo>", true, "250 OK"));
        p.Do(Actor.Outbox, new ReportAttempt("U2", "<1@demo>"));
        p.Do(Actor.Outbox, new ReportWritten("U2", "<1@demo>"));
        p.Do("SEC", new DeclareHandedOver(["U2"]));
    }

    /// <summary>A warning that is lifted, and a call to somebody who is out for good.</summary>
    private static Play Elsewhere(Action<Play>? seen)
    {
        var p = new Play(Small.Call()) { After = seen };
        p.Do("SEC", new OpenDoors());
        p.EveryoneConfirms("M4");
        p.Do("M1", new OpenSitting());
        p.RollCall();
        p.Do("M1", new RuleRecusal("M3", RecusalScope.University, "U1", true, "Lien."));
        p.Do("M1", new AdoptRules());
        p.Do("M1", new StartHearings());
        p.Do("M1", new CallUniversity("U1"));
        p.Do("M1", new CancelCall("U1"));
        p.Do("M1", new CallUniversity("U1"));
        p.Pass(40);
        p.Do("M1", new CancelCall("U1"));
        p.Do("M1", new CallUniversity("U1"));
        p.Do("M4", new ConfirmPresence());
        return p;
    }
}
