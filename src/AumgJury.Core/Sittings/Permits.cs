using AumgJury.Core.Calls;

namespace AumgJury.Core.Sittings;

/// <summary>Who may ask for an act. Several may.</summary>
[Flags]
internal enum Who
{
    Setup = 1,
    Access = 2,
    Presence = 4,
    Room = 8,
    Outbox = 16,

    /// <summary>The acting chair, or the secretary when the chair lets them press.</summary>
    Conduct = 32,

    /// <summary>The acting chair alone, and not while out of the room by choice.</summary>
    Chair = 64,
    Secretary = 128,
    Juror = 256,
    Voter = 512,
    Presenter = 1024,
    Authority = 2048,

    /// <summary>The deputy, or the chair coming back.</summary>
    ChairInWaiting = 4096,
    Everyone = 8192,
}

/// <summary>Who, and from which phase to which; the role by command by phase table, tested over every command type.</summary>
/// <param name="AtTheDoor">A juror or the secretary may ask for it before confirming their presence.</param>
/// <param name="FromTheRoom">Only from within the room: whoever is kept out of it is told nothing more, whatever the reason would be.</param>
internal sealed record Permit(Who Who, Phase From, Phase To, bool WhileSuspended = false, bool AtTheDoor = false, bool FromTheRoom = false)
{
    public static Permit For(Command c) => c switch
    {
        OpenCall => new(Who.Setup, Phase.Convened, Phase.Convened),
        IssueLink => new(Who.Setup | Who.Access | Who.Secretary, Phase.Convened, Phase.Closed, true, true),
        RevokeLink => new(Who.Chair | Who.Secretary, Phase.Convened, Phase.Closed, true, true),
        OpenSession or CloseSession => new(Who.Access, Phase.Convened, Phase.Closed, true),
        Readmit => new(Who.Chair | Who.Secretary | Who.Juror, Phase.Convened, Phase.Closed, true, true),
        AdmitMyDevice or TurnAway => new(Who.Everyone, Phase.Convened, Phase.Closed, true, true),
        CloseMarksDevice => new(Who.Juror, Phase.Convened, Phase.Closed, true, true),
        LoseSeat or RegainSeat => new(Who.Presence, Phase.Convened, Phase.Closed, true),
        DeclareChairLost => new(Who.Presence, Phase.DoorsOpen, Phase.RankingFixed, true),
        OpenDoors => new(Who.Secretary | Who.Conduct, Phase.Convened, Phase.Convened),
        ConfirmPresence => new(Who.Everyone, Phase.DoorsOpen, Phase.Closed, true, true),
        SendLine => new(Who.Conduct | Who.Chair | Who.Secretary | Who.Presenter, Phase.Convened, Phase.Closed, true),
        SayLate => new(Who.Presenter, Phase.Convened, Phase.Hearings, true),
        AnnounceHours or MoveUniversity or ProposeSwap => new(Who.Conduct | Who.Secretary, Phase.Convened, Phase.Hearings, true),
        AnswerHour => new(Who.Presenter, Phase.Convened, Phase.Hearings, true),
        ReplacePresenter => new(Who.Secretary, Phase.Convened, Phase.Hearings, true),
        OpenSitting => new(Who.Conduct, Phase.DoorsOpen, Phase.DoorsOpen),
        RecordAttendance or AdoptRules => new(Who.Conduct, Phase.RollCall, Phase.RollCall, true),
        AdmitLatecomer => new(Who.Conduct, Phase.Hearings, Phase.Hearings, true),
        DeclareInterest => new(Who.Juror, Phase.Convened, Phase.FinalDeliberation, true, true),
        RuleRecusal => new(Who.Conduct | Who.Juror, Phase.RollCall, Phase.FinalDeliberation, true),
        LetSecretaryConduct or HandOver => new(Who.Chair, Phase.DoorsOpen, Phase.RankingFixed, true),
        TakeChair => new(Who.ChairInWaiting | Who.Voter, Phase.DoorsOpen, Phase.Closed, true, FromTheRoom: true),
        PassChair => new(Who.Voter, Phase.Hearings, Phase.RankingFixed, true),
        StartHearings => new(Who.Conduct, Phase.RollCall, Phase.RollCall),
        CallUniversity or ConfirmPresenter or StartPresentation or StartQuestions or Conclude or PauseClock or ResumeClock
            or Prolong or RestartDossier or JudgeOnFile => new(Who.Conduct, Phase.Hearings, Phase.Hearings),
        UndoJudgeOnFile => new(Who.Conduct, Phase.Hearings, Phase.Hearings, true),

        // What a University that is called back needs reaches into the final deliberation.
        Recall or FinishHearing => new(Who.Conduct, Phase.Hearings, Phase.FinalDeliberation),
        CancelCall or OrderExit => new(Who.Conduct, Phase.Hearings, Phase.FinalDeliberation, true),
        LapseCall => new(Who.Room, Phase.Hearings, Phase.FinalDeliberation, true),
        OpenRoom => new(Who.Room, Phase.Hearings, Phase.FinalDeliberation),
        EnterRoom => new(Who.Presenter, Phase.Hearings, Phase.FinalDeliberation),
        NoteIncident => new(Who.Conduct | Who.Secretary, Phase.DoorsOpen, Phase.Closed, true),
        ProveRoom or DoubtRoom => new(Who.Room, Phase.DoorsOpen, Phase.RankingFixed, true),
        AttestRoom => new(Who.Chair, Phase.DoorsOpen, Phase.RankingFixed, true),
        Suspend or Resume => new(Who.Conduct, Phase.RollCall, Phase.FinalDeliberation, true),
        GoOnWithout => new(Who.Conduct, Phase.Hearings, Phase.FinalDeliberation, true),
        StepOut or StepBack => new(Who.Juror, Phase.DoorsOpen, Phase.RankingFixed, true),
        MoveOutRecused or BringBackRecused => new(Who.Room, Phase.Hearings, Phase.RankingFixed, true),
        DelayReturn => new(Who.Juror, Phase.Hearings, Phase.RankingFixed, true),
        RaiseHand or LowerHand => new(Who.Juror, Phase.RollCall, Phase.RankingFixed, FromTheRoom: true),
        GiveFloor => new(Who.Conduct, Phase.RollCall, Phase.RankingFixed),
        MuteSeat or LiftMute or MuteAll or LiftAllMutes or StopShare or AllowShare => new(Who.Conduct, Phase.DoorsOpen, Phase.RankingFixed, true),
        AdmitAgain => new(Who.Conduct, Phase.Hearings, Phase.FinalDeliberation, true),
        HoldOutsiders => new(Who.Room, Phase.Hearings, Phase.FinalDeliberation, true),
        NoteAudioOnly => new(Who.Room, Phase.DoorsOpen, Phase.RankingFixed, true),
        ReportCheck => new(Who.Everyone, Phase.Convened, Phase.Closed, true, true),
        ReleaseUniversity => new(Who.Conduct, Phase.Hearings, Phase.Closed, true),

        // A page that was open before the doors loses nothing at them.
        KeepDraft => new(Who.Voter, Phase.Convened, Phase.FinalDeliberation, true, true),
        KeepNote => new(Who.Juror, Phase.Convened, Phase.RankingFixed, true, true),
        SubmitGrid or Abstain => new(Who.Voter, Phase.Hearings, Phase.FinalDeliberation),
        TakeBackGrid => new(Who.Voter, Phase.Hearings, Phase.FinalDeliberation, true),
        Reveal or OpenSecondRound or CloseDossier => new(Who.Conduct, Phase.Hearings, Phase.FinalDeliberation),
        StartFinalDeliberation => new(Who.Conduct, Phase.Hearings, Phase.Hearings),
        Discuss or EndDiscussion or RecordOpinion or BreakTie or FixRanking => new(Who.Conduct, Phase.FinalDeliberation, Phase.FinalDeliberation),
        CloseSitting => new(Who.Conduct, Phase.RankingFixed, Phase.RankingFixed),
        DecideDossier => new(Who.Authority, Phase.RankingFixed, Phase.Closed),
        ReleaseNotifications or ResendNotification or DeclareHandedOver => new(Who.Secretary, Phase.Closed, Phase.Closed),
        ReportAttempt or ReportDelivery or ReportWritten => new(Who.Outbox, Phase.Closed, Phase.Closed),
        _ => throw new InvalidOperationException($"No permit covers the command {c.GetType().Name}."),
    };

    /// <summary>Null when the actor may ask this now; else the refusal.</summary>
    public Refusal? Check(State s, Actor actor, SeatState? seat)
    {
        if (!Allows(s, actor, seat))
        {
            return Refusal.Of(RefusalName.NotYourRole);
        }

        if (s.Phase < From || s.Phase > To)
        {
            // The authority waits before one and the same page: not even the phase's name.
            return s.IsKeptOut(seat) ? Refusal.Of(RefusalName.Stale)
                : seat is { Role: Role.Authority } ? Refusal.Of(RefusalName.WrongPhase)
                : Refusal.Of(RefusalName.WrongPhase, null, s.Phase.ToString());
        }

        if (seat is { ConfirmedAt: null } && (seat.IsJuror || seat.Role == Role.Secretary) && s.Phase >= Phase.DoorsOpen && !AtTheDoor)
        {
            return Refusal.Of(RefusalName.NotConfirmed);
        }

        if (FromTheRoom && s.IsKeptOut(seat))
        {
            return Refusal.Of(RefusalName.Stale);
        }

        // Who is called may know why the door does not open.
        return s.Suspension is null || WhileSuspended ? null
            : Refusal.Of(s.IsKeptOut(seat) && !s.IsCalled(seat) ? RefusalName.Stale : RefusalName.Suspended);
    }

    private bool Allows(State s, Actor actor, SeatState? seat)
    {
        if (seat is null)
        {
            return (actor == Actor.Setup && Who.HasFlag(Who.Setup))
                || (actor == Actor.Access && Who.HasFlag(Who.Access))
                || (actor == Actor.Presence && Who.HasFlag(Who.Presence))
                || (actor == Actor.Room && Who.HasFlag(Who.Room))
                || (actor == Actor.Outbox && Who.HasFlag(Who.Outbox));
        }

        return Who.HasFlag(Who.Everyone)
            || (Who.HasFlag(Who.Conduct) && s.Conducts(seat))
            || (Who.HasFlag(Who.Chair) && seat.Id == s.ActingChair && !seat.SteppedOut)
            || (Who.HasFlag(Who.Secretary) && seat.Role == Role.Secretary)
            || (Who.HasFlag(Who.Juror) && seat.IsJuror)
            || (Who.HasFlag(Who.Voter) && seat.Definition.Votes)
            || (Who.HasFlag(Who.Presenter) && seat.Role == Role.Presenter)
            || (Who.HasFlag(Who.Authority) && seat.Role == Role.Authority)
            || (Who.HasFlag(Who.ChairInWaiting) && (seat.Definition.Deputy || seat.Role == Role.Chair));
    }
}
