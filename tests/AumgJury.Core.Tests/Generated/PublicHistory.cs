using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Core.Tests.Kit;

namespace AumgJury.Core.Tests.Generated;

/// <summary>
/// One public history with a pause after each act, in which jurors act in secret. At its end every juror brings the same
/// final grids, at the same instants, and they are revealed: not even then may the way there show. A second round on one dossier
/// follows in the same manner.
/// </summary>
internal static class PublicHistory
{
    /// <summary>Seconds from one public act to the next.</summary>
    private const int Slot = 55;

    /// <summary>The seat of the acting chair is written as *.</summary>
    private static readonly (string Seat, Command Command)[] Acts =
    [
        ("*", new OpenSitting()), ("*", new RecordAttendance("M1", AttendanceStatus.Present, IdentityMeans.OnSite, "")), ("*", new RecordAttendance("M2", AttendanceStatus.Present, IdentityMeans.OnSite, "")),
        ("*", new RecordAttendance("M3", AttendanceStatus.Present, IdentityMeans.OnSite, "")), ("*", new RecordAttendance("M4", AttendanceStatus.Present, IdentityMeans.OnSite, "")),
        ("M4", new DeclareInterest("D3", "Lien.")), ("*", new RuleRecusal("M4", RecusalScope.University, "U2", true, "Lien.")), ("*", new AdoptRules()), ("*", new StartHearings()),
        ("*", new CallUniversity("U1")), ("P1", new EnterRoom("U1")), ("*", new ConfirmPresenter("U1")), ("*", new StartPresentation("D1")), ("M2", new RaiseHand()), ("*", new StartQuestions("D1")),
        ("*", new StartPresentation("D2")), ("*", new PauseClock("D2")), ("*", new ResumeClock("D2")), ("*", new StartQuestions("D2")), ("*", new Conclude("U1")), ("*", new OrderExit("U1")),
        ("P2", new SayLate(10)), ("*", new Suspend(null, "Pause.")), ("*", new Resume()), ("SEC", new AnnounceHours()),
        ("*", new Recall("U1", "Une précision.")), ("P1", new EnterRoom("U1")), ("*", new OrderExit("U1")), ("*", new FinishHearing("U1")),
        ("*", new CallUniversity("U2")), ("P2", new EnterRoom("U2")), ("*", new ConfirmPresenter("U2")), ("*", new StartPresentation("D3")), ("*", new StartQuestions("D3")), ("*", new Conclude("U2")),
        ("*", new OrderExit("U2")), ("SEC", new NoteIncident("Bruit.")), ("*", new FinishHearing("U2")), ("*", new ReleaseUniversity("U1")),
        ("*", new CallUniversity("U3")), ("P3", new EnterRoom("U3")), ("*", new ConfirmPresenter("U3")), ("*", new StartPresentation("D4")), ("*", new StartQuestions("D4")), ("*", new Conclude("U3")),
        ("*", new OrderExit("U3")), ("*", new FinishHearing("U3")), ("*", new StartFinalDeliberation()), ("*", new Discuss("D1")), ("*", new EndDiscussion("D1")),
    ];

    public static int Slots => Acts.Length;

    /// <param name="answered">Told each outcome of the observer's own acts.</param>
    public static Play Of(string observer, SecretAct[] secrets, Action<Play> seen, Action<string> answered)
    {
        // The observer's own acts are the same in both histories.
        var own = Own(observer).ToLookup(a => a.Slot);
        var others = secrets.Where(a => a.Seat != observer).ToLookup(a => a.Slot);
        var p = new Play(Small.Call(r => r with { Reveal = RevealMoment.AtFinalDeliberation })) { After = seen };
        p.Do("SEC", new OpenDoors());
        p.EveryoneConfirms();
        for (var slot = 0; slot < Acts.Length; slot++)
        {
            var (seat, command) = Acts[slot];
            p.Do(seat == "*" ? "M1" : seat, command);
            foreach (var act in others[slot].OrderBy(a => a.Second).Concat(own[slot]))
            {
                p.Reach(slot, 5 * act.Second);
                foreach (var c in act.Commands())
                {
                    Ask(p, act.Seat, c, act.Seat == observer ? answered : null);
                }
            }

            p.Reach(slot + 1, 0);
        }

        Reveal(p);
        SecondRound(p, secrets.Where(a => a.Seat != observer));
        return p;
    }

    private static void Ask(Play p, string seat, Command c, Action<string>? answered)
    {
        var outcome = p.Try(Actor.Seat(seat), c);
        answered?.Invoke(outcome switch
        {
            Outcome.Accepted x => $"{x.Answer}",
            Outcome.Refused { Refusal: var r } => $"{r.Name} {r.Field} {string.Join(' ', r.Details)}",
            _ => $"{outcome}",
        });
    }

    /// <summary>Every third secret act comes once more, in the second round of D1.</summary>
    private static void SecondRound(Play p, IEnumerable<SecretAct> others)
    {
        p.Do("M1", new Discuss("D1"));
        p.Pass(60);
        p.Do("M1", new OpenSecondRound("D1", "Discussion."));
        var start = p.Sitting;
        foreach (var act in others.Where(a => a.Slot % 3 == 0).OrderBy(a => a.Slot).ThenBy(a => a.Second))
        {
            p.Pass(start.AddSeconds((10 * act.Slot) + act.Second) - p.Sitting);
            foreach (var c in (act with { Dossier = "D1" }).Commands(round: 2))
            {
                Ask(p, act.Seat, c, null);
            }
        }

        p.Pass(start.AddSeconds(10 * (Slots + 1)) - p.Sitting);
        foreach (var seat in p.Voters("D1"))
        {
            _ = p.Try(Actor.Seat(seat), new TakeBackGrid("D1", 2));
            p.Draft(seat, "D1", i => (i + seat[^1]) % 6, 2, ChangeReason.Harmonising);
            p.Do(seat, new SubmitGrid("D1", 2));
        }

        p.Do("M1", new Reveal("D1", 2, []));
    }

    private static IEnumerable<SecretAct> Own(string observer) => Small.Jurors.Contains(observer)
        ?
        [
            new(3, 9, observer, 0, "D1", "A1", 4, "le mien"), new(14, 9, observer, 4, "D1", "A1", 0, "ma note"), new(20, 9, observer, 5, "D1", "A1", 2, ""),
            new(24, 9, observer, 8, "D1", "A1", 3, ""), new(36, 9, observer, 5, "D3", "A1", 1, ""), new(45, 9, observer, 9, "D4", "A1", 1, ""),
        ]
        : [];

    /// <summary>The same instants in every history, short enough for a call to be answered.</summary>
    private static void Reach(this Play p, int slot, int second) => p.Pass(Demo.Start.AddSeconds((Slot * slot) + second) - p.Sitting);

    private static void Reveal(Play p)
    {
        foreach (var dossier in Small.Dossiers)
        {
            p.Do("M1", new Discuss(dossier));
            p.Pass(60);
            foreach (var seat in p.Voters(dossier))
            {
                _ = p.Try(Actor.Seat(seat), new TakeBackGrid(dossier, 1));
                p.Draft(seat, dossier, i => (i + seat[^1] + dossier[^1]) % 6);
                p.Do(seat, new SubmitGrid(dossier, 1));
            }

            p.Do("M1", new Reveal(dossier, 1, []));
        }
    }
}
