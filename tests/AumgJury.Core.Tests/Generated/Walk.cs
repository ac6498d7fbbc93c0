using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Core.Tests.Kit;
using AumgJury.Core.Views;

namespace AumgJury.Core.Tests.Generated;

/// <summary>
/// A random sitting of the small call: each number is one step. Most steps do what the chair's screen expects, so that walks reach
/// the closing; others are a member's work, an accident, or any command by anybody.
/// </summary>
internal sealed class Walk
{
    private readonly Play _play;
    private readonly bool _rough;

    /// <param name="rough">More goes wrong, and to everybody: chairs come and go, links are declared, rooms doubted, Universities called back.</param>
    public Walk(CallDefinition call, bool rough = false) => (_play, _rough) = (new Play(call) { Proves = false }, rough);

    public Play Play => _play;

    public List<(Actor Actor, Command Command, string Id, Outcome Outcome)> Done { get; } = [];

    /// <summary>Looks at the state before and after each command.</summary>
    public Action<CallState, CallState, Outcome>? Seen { get; set; }

    public void Step(uint choice)
    {
        var n = (int)(choice / 16 % 100_000);
        switch (choice % 16)
        {
            case 0:
                _ = Ask(AnyActor(n), Commands.Plausible(Commands.Types[n % Commands.Types.Length], n / 7));
                break;
            case 1 or 5 when _rough:
                Rough(n);
                break;
            case 1:
                Accident(n);
                break;
            case 2 or 3:
                Draft(n);
                break;
            case 4:
                Pass(n % 3 == 0 ? 400 : 20);
                break;
            default:
                Progress(n);
                break;
        }
    }

    public Outcome Ask(Actor actor, Command command)
    {
        var before = _play.State;
        var id = $"w{Done.Count}";
        var outcome = _play.Try(actor, command, id);
        Done.Add((actor, command, id, outcome));
        Seen?.Invoke(before, _play.State, outcome);
        return outcome;
    }

    private static Actor AnyActor(int n) => (n % 13) switch
    {
        < 9 => Actor.Seat(Small.Seats[n % 9]),
        9 => Actor.Room,
        10 => Actor.Presence,
        11 => Actor.Access,
        _ => Actor.Outbox,
    };

    private void Accident(int n)
    {
        if (n % 8 == 0 && _play.Inside.ActingChair is { Length: > 0 } chair)
        {
            _ = Ask(Actor.Seat(chair), Recuse(n % 16 == 0 ? "M3" : "M4", RecusalScope.Dossier, Small.Dossiers[n / 16 % 4], true));
            return;
        }

        var seat = Small.Seats[n % 9];
        Command[] accidents =
        [
            new LoseSeat(seat), new RegainSeat(seat), new LoseSeat("M4"), new RegainSeat("M4"), new RegainSeat("M1"), new RegainSeat("M2"),
        ];
        _ = Ask(Actor.Presence, accidents[n / 9 % accidents.Length]);
    }

    private void Rough(int n)
    {
        var juror = Actor.Seat(Small.Jurors[n / 20 % 4]);
        var id = juror.SeatId!;
        var other = Small.Jurors[n / 80 % 4];
        var dossier = Small.Dossiers[n / 320 % 4];
        var university = _play.Inside.Dossiers[dossier].Definition.University;
        var round = _play.Inside.Dossiers[dossier].Round;
        var chair = Actor.Seat(_play.Inside.ActingChair is { Length: > 0 } acting ? acting : "M1");
        (Actor, Command)[] acts =
        [
            (Actor.Presence, new LoseSeat(id)), (Actor.Presence, new RegainSeat(id)), (juror, new StepOut()), (juror, new StepBack()), (chair, new HandOver()),
            (chair, new Suspend(null, "Pause.")), (juror, new DeclareInterest(dossier, "Un lien.")), (chair, Recuse(id, (RecusalScope)(n / 320 % 2), n / 320 % 2 == 0 ? dossier : university, true)),
            (juror, new PassChair()), (juror, new TakeChair()), (chair, new Recall(university, "Une question.")), (chair, new OpenSecondRound(dossier, "Discussion.")), (chair, new LetSecretaryConduct(n / 320 % 2 == 0)),
            (Actor.Room, new DoubtRoom("Doute.")), (juror, new KeepDraft(dossier, round, "A1", n / 1280 % 6, $"secret-{dossier}", ChangeReason.ReadAgain)), (juror, new KeepNote(dossier, $"secret-{dossier}")),
            (chair, new Discuss(dossier)), (chair, new AttestRoom(_play.Inside.Room.Number, "Pont.")), (Actor.Access, new OpenSession(other, new string("0123"[n / 320 % 4], 64), true)), (chair, new Reveal(dossier, round, [])),
        ];
        var (actor, command) = acts[n % acts.Length];
        _ = Ask(actor, command);
    }

    private void Draft(int n)
    {
        var seat = Small.Jurors[n % 4];
        var dossier = Small.Dossiers[n / 4 % 4];
        var round = _play.Inside.Dossiers[dossier].Round;
        Command[] acts =
        [
            new KeepDraft(dossier, round, "A1", n / 16 % 6, "", ChangeReason.ReadAgain), new KeepDraft(dossier, round, "C1", n / 96 % 6, "", ChangeReason.ReadAgain),
            new SubmitGrid(dossier, round), new TakeBackGrid(dossier, round), new KeepNote(dossier, $"note {n}"), new Abstain(dossier, round),
        ];
        _ = Ask(Actor.Seat(seat), acts[n / 576 % acts.Length]);
    }

    private void Pass(int seconds)
    {
        var end = _play.Machine.AddSeconds(seconds);
        for (var i = 0; i < 50 && _play.State.Duties().Where(d => d.Due <= end).OrderBy(d => d.Due).FirstOrDefault() is { } duty; i++)
        {
            _play.Jump(duty.Due);
            if (Ask(duty.By, duty.Command) is Outcome.Refused)
            {
                break;
            }
        }

        _play.Jump(end);
    }

    /// <summary>What the situation asks for.</summary>
    private void Progress(int n)
    {
        var s = _play.Inside;
        if (s.Phase >= Phase.DoorsOpen && s.InOrder.FirstOrDefault(p => p.ConfirmedAt is null && p.Role != Role.Authority && p.ReplacedBy is null) is { } late)
        {
            _ = Ask(Actor.Presence, new RegainSeat(late.Id));
            _ = Ask(Actor.Seat(late.Id), new ConfirmPresence());
        }
        else if (_play.State.ProofWanted() is { } wanted)
        {
            _ = Ask(Actor.Room, new ProveRoom(wanted.Number, ProofMeans.Server, wanted.Expected, wanted.Expected));
        }
        else if (s.Phase == Phase.Closed)
        {
            _ = AfterClosing(s, n);
        }
        else if (_rough && n % 5 == 0)
        {
            // Whoever is gone comes back sooner or later, or every rough sitting would end for want of a quorum.
            var back = Small.Jurors[n / 5 % 4];
            _ = Ask(Actor.Presence, new RegainSeat(back));
            _ = Ask(Actor.Seat(back), new StepBack());
        }
        else if (s.ActingChair.Length == 0 && s.ThirdInTurn() is { } third)
        {
            _ = Ask(Actor.Seat(third.Id), n % 4 == 0 ? new PassChair() : new TakeChair());
        }
        else if (s.ActingChair.Length == 0)
        {
            _ = Ask(Actor.Presence, new RegainSeat(n % 2 == 0 ? "M1" : "M2"));
            _ = Ask(Actor.Seat(n % 2 == 0 ? "M1" : "M2"), new TakeChair());
        }
        else
        {
            Expected(s, n);
        }
    }

    private Outcome AfterClosing(State s, int n)
    {
        var left = s.Judged.FirstOrDefault(d => d.Decision is null && d.Opinion is not null);
        return left is not null ? Ask(Actor.Seat("AUT"), new DecideDossier(left.Id, (DecisionOutcome)(n % 3), "Un motif assez long."))
            : s.NotificationsReleased ? Ask(Actor.Outbox, n % 2 == 0 ? new ReportAttempt("U1", "<1>") : new ReportDelivery("U1", "<1>", n % 4 == 1, ""))
            : Ask(Actor.Seat("SEC"), new ReleaseNotifications());
    }

    private void Expected(State s, int n)
    {
        var chair = Actor.Seat(s.ActingChair);
        var e = Expectations.OfChair(s);
        switch (e.Act)
        {
            case ActName.AwaitAnswer:
                _ = Ask(Actor.Seat(s.Current!.Presenter), new EnterRoom(e.University!));
                break;
            case ActName.AwaitEntry:
                Pass(40);
                break;
            case ActName.Reveal when e.Blocked == RefusalName.GridsMissing:
                Submit(s, e.Dossier!, n);
                break;
            default:
                _ = ChairAct(s, e, n) is { } command ? Ask(chair, command) : null;
                break;
        }
    }

    private void Submit(State s, string dossier, int n)
    {
        var d = s.Dossiers[dossier];
        var missing = s.Missing(d).ToArray();
        if (n % 9 == 0)
        {
            _ = Ask(Actor.Seat(s.ActingChair), d.Round == 1 ? new Reveal(dossier, 1, [.. missing.Select(p => p.Id)]) : new Reveal(dossier, d.Round, []) { Missing = missing.Length });
            return;
        }

        var seat = Actor.Seat(missing[n % missing.Length].Id);
        _ = Ask(seat, new KeepDraft(dossier, d.Round, "A1", n % 6, "", ChangeReason.ReadAgain));
        _ = Ask(seat, new KeepDraft(dossier, d.Round, "C1", n / 6 % 6, "", ChangeReason.ReadAgain));
        _ = Ask(seat, new SubmitGrid(dossier, d.Round));
    }

    private RuleRecusal Recuse(string seat, RecusalScope scope, string target, bool recused) => Recuse(_play.Inside, seat, scope, target, recused);

    /// <summary>Ruled by somebody who has read which revealed results it changes.</summary>
    private static RuleRecusal Recuse(State s, string seat, RecusalScope scope, string target, bool recused) => new(seat, scope, target, recused, "Lien découvert.")
    {
        ChangesResultOf = recused ? [.. s.Judged.Where(d => !d.Rounds.IsEmpty && (scope == RecusalScope.Dossier ? d.Id : d.Definition.University) == target).Select(d => d.Id)] : [],
    };

    private static Command? ChairAct(State s, ExpectedAct e, int n) => e.Act switch
    {
        ActName.OpenDoors => new OpenDoors(),
        ActName.OpenSitting => new OpenSitting(),
        ActName.RecordAttendance => new RecordAttendance(e.Seat!, n % 7 == 0 ? AttendanceStatus.Late : AttendanceStatus.Present, IdentityMeans.CardShown, ""),
        ActName.RuleRecusal => Recuse(s, e.Seat!, (RecusalScope)(n % 2), n % 2 == 0 ? e.Dossier! : s.Dossiers[e.Dossier!].Definition.University, n % 3 != 0),
        ActName.AdoptRules => new AdoptRules(),
        ActName.StartHearings => new StartHearings(),
        ActName.CallUniversity => new CallUniversity(e.University!),
        ActName.ConfirmPresenter => new ConfirmPresenter(e.University!),
        ActName.StartPresentation => new StartPresentation(e.Dossier!),
        ActName.StartQuestions => new StartQuestions(e.Dossier!),
        ActName.Conclude => new Conclude(e.University!),
        ActName.OrderExit => new OrderExit(e.University!),
        ActName.Reveal => new Reveal(e.Dossier!, s.Dossiers[e.Dossier!].Round, []),
        ActName.CloseDossier => n % 5 == 0 ? new OpenSecondRound(e.Dossier!, "Discussion.") : new CloseDossier(e.Dossier!),
        ActName.FinishHearing => new FinishHearing(e.University!),
        ActName.StartFinalDeliberation => n % 4 == 0 ? new Recall("U1", "Une question.") : new StartFinalDeliberation(),
        ActName.Discuss => n % 11 == 0 ? new Recall("U2", "Une question.") : new Discuss(e.Dossier!),
        ActName.RecordOpinion => new RecordOpinion(e.Dossier!, (Opinion)(n % 3), $"Un motif assez long, secret-{e.Dossier}.", ""),
        ActName.BreakTie => new BreakTie(e.Details, "Un motif assez long."),
        ActName.FixRanking => new FixRanking(),
        ActName.CloseSitting => new CloseSitting(),
        ActName.Resume => new Resume(),
        _ => null,
    };
}
