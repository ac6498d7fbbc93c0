namespace AumgJury.Core.Sittings;

internal static partial class Decide
{
    private static Ruling? Hearing(Act a, Command command) => command switch
    {
        CallUniversity c => Call(a, c.University, recall: false),
        CancelCall c => OfHearing(a, c.University, h => h.Step is HearingStep.Called or HearingStep.Entering ? new CallEnded(h.University, false) : RefusalName.Stale),
        LapseCall c => OfHearing(a, c.University, h => h.Step == HearingStep.Called && h.Calls == c.Number && h.LapsesAt <= a.At.Machine ? new CallEnded(h.University, true) : RefusalName.Stale),
        EnterRoom c => Enter(a, c),
        OpenRoom c => OpenTheRoom(a, c),
        ConfirmPresenter c => OfHearing(a, c.University, h => h.PresenterInside && !h.PresenterConfirmed ? new PresenterConfirmed(h.University) : RefusalName.Stale),
        StartPresentation c => Present(a, c),
        StartQuestions c => OfDossier(a, c.Dossier, h => h.Step == HearingStep.Presentation && h.Dossier == c.Dossier ? new QuestionsStarted(c.Dossier) : RefusalName.Stale),
        Conclude c => ConcludeHearing(a, c),
        PauseClock c => OfDossier(a, c.Dossier, h => h.Dossier == c.Dossier && h.Clock is { RunningSince: not null } ? new ClockPaused(c.Dossier, false) : RefusalName.Stale),
        ResumeClock c => OfDossier(a, c.Dossier, h => h.Dossier == c.Dossier && h.Clock is { RunningSince: null } ? new ClockResumed(c.Dossier) : RefusalName.Stale),
        Prolong c => ProlongTime(a, c),
        RestartDossier c => Restart(a, c),
        NoteIncident c => Act.TextFault("text", c.Text, 2000, 1) is { } fault ? fault : a.Incident("noted", c.Text.Trim(), a.S.Current?.University, a.S.Current?.Dossier),
        Recall c => CallBack(a, c),
        JudgeOnFile c => OnFile(a, c),
        UndoJudgeOnFile c => UndoOnFile(a, c),
        FinishHearing c => OfHearing(a, c.University, h => h.Step == HearingStep.Marking ? new HearingFinished(h.University) : RefusalName.Stale),
        ReleaseUniversity c => OfHearing(a, c.University, h => h.PresenterOutside && !h.Released ? new UniversityReleased(h.University) : RefusalName.Stale),
        _ => null,
    };

    private static Ruling OfHearing(Act a, string university, Func<HearingState, Ruling> rule) =>
        a.S.Hearings.TryGetValue(university, out var hearing) ? rule(hearing) : Refusal.Of(RefusalName.UnknownUniversity, "university", university);

    /// <summary>The dossier must be judged, and of the University in the room.</summary>
    private static Ruling OfDossier(Act a, string dossier, Func<HearingState, Ruling> rule) =>
        !a.S.Dossiers.TryGetValue(dossier, out var d) || !d.IsJudged ? Refusal.Of(RefusalName.UnknownDossier, "dossier", dossier)
            : a.S.Hearings[d.Definition.University] is { PresenterInside: true } hearing ? rule(hearing)
            : RefusalName.Stale;

    private static Ruling Call(Act a, string university, bool recall) => OfHearing(a, university, h =>
    {
        if (a.S.Current is { } current && (!recall || current.University != university))
        {
            return Refusal.Of(RefusalName.HearingInProgress, null, UniversityName(a.S, current.University));
        }

        if (!recall && h.Step != HearingStep.Waiting)
        {
            return RefusalName.Stale;
        }

        if (!recall && !a.S.JudgedOf(university).Any())
        {
            return RefusalName.NotHeard;
        }

        // A closed room ends by a call: it must have been one, or somebody could be let into a doubtful room.
        if (!a.S.RoomIsClosed)
        {
            return RefusalName.RoomNotClosed;
        }

        if (PendingFault(a.S, a.S.JudgedOf(university)) is { } pending)
        {
            return pending;
        }

        var called = new UniversityCalled(university, h.Calls + 1, a.At.Machine.AddSeconds(a.S.Call.Rules.CallSeconds));
        return recall ? called : (Event[])[called, new HoursPublished(Hours.Publication(a.S.WithHearing(university, x => x with { Step = HearingStep.Called, StartedAt = a.At.Sitting })))];
    });

    public static string UniversityName(State s, string id) => s.Call.Universities.First(u => u.Id == id).Name;

    /// <summary>Another University's: said to who is in the room; outside it, it must not tell one phase from another.</summary>
    private static Ruling Foreign(Act a) => a.S.IsKeptOut(a.Seat) ? RefusalName.Stale : RefusalName.NotYourSeat;

    private static Ruling Enter(Act a, EnterRoom c)
    {
        if (c.University != a.Seat!.Definition.University)
        {
            return Foreign(a);
        }

        var h = a.S.Hearings[c.University];
        if (h.Step != HearingStep.Called)
        {
            return RefusalName.Stale;
        }

        if (a.Seat.ConfirmedAt is null)
        {
            return RefusalName.NotConfirmed;
        }

        // Recused members are out before the presenter enters: the countdown waits for their warning.
        var opens = a.At.Machine.AddSeconds(a.S.Call.Rules.EntrySeconds);
        var lastOut = a.S.Seats.Values.Max(p => p.LeavesAt) is { } leaves ? leaves.AddSeconds(1) : opens;
        return new EntryAnnounced(c.University, lastOut > opens ? lastOut : opens);
    }

    private static Ruling OpenTheRoom(Act a, OpenRoom c) => OfHearing(a, c.University, h =>
        h.Step != HearingStep.Entering || h.Calls != c.Number || h.OpensAt > a.At.Machine ? RefusalName.Stale
        : a.S.Seats.Values.FirstOrDefault(p => a.S.MustBeOut(p) && p.InRoom) is { } inside ? Refusal.Of(RefusalName.RecusedInside, null, inside.Name)
        : !a.S.RoomIsClosed ? RefusalName.RoomNotClosed
        : new RoomOpened(c.University));

    private static Ruling Present(Act a, StartPresentation c) => OfDossier(a, c.Dossier, h =>
    {
        if (h.Dossier == c.Dossier || h.Step is not (HearingStep.Welcome or HearingStep.Presentation or HearingStep.Questions))
        {
            return RefusalName.Stale;
        }

        if (!h.PresenterConfirmed)
        {
            return RefusalName.NotConfirmed;
        }

        return (Event[])[.. MissedSoFar(a, h), new PresentationStarted(c.Dossier)];
    });

    private static Ruling ConcludeHearing(Act a, Conclude c) => OfHearing(a, c.University, h =>
        h.Step is not (HearingStep.Presentation or HearingStep.Questions) ? RefusalName.Stale
        : NotPresented(a, h) is { Length: > 0 } left ? Refusal.Of(RefusalName.DossiersLeft, null, left)
        : (Event[])[.. MissedSoFar(a, h), new HearingConcluded(c.University)]);

    private static string[] NotPresented(Act a, HearingState h) => [.. a.S.JudgedOf(h.University).Select(d => d.Id).Where(id => !h.Presented.Contains(id))];

    /// <summary>A voter still gone when a dossier's hearing ends missed it (CRPA by analogy: a member who missed a hearing cannot deliberate on it).</summary>
    private static IEnumerable<Event> MissedSoFar(Act a, HearingState h) =>
        h.Dossier is { } dossier ? a.S.LostVoters().Select(p => new VoteMissed(p.Id, dossier, "lost")) : [];

    private static Ruling ProlongTime(Act a, Prolong c) => OfDossier(a, c.Dossier, h =>
        h.Dossier != c.Dossier || h.Clock is null ? RefusalName.Stale
        : c.Minutes is < 1 or > 30 ? Refusal.Of(RefusalName.OutOfRange, "minutes", "1", "30")
        : Act.TextFault("incident", c.Incident, 2000, 1) is { } fault ? fault
        : (Event[])[new TimeProlonged(c.Dossier, c.Minutes), a.Incident("prolonged", c.Incident.Trim(), h.University, c.Dossier)]);

    private static Ruling Restart(Act a, RestartDossier c) => OfDossier(a, c.Dossier, h =>
        h.Dossier != c.Dossier ? RefusalName.Stale
        : Act.TextFault("reason", c.Reason, ReasonLength, 1) is { } fault ? fault with { Name = RefusalName.ReasonMissing }
        : new DossierRestarted(c.Dossier, a.Seal.Text(KeyNames.Sitting, c.Reason.Trim())));

    private static Ruling CallBack(Act a, Recall c) => OfHearing(a, c.University, h =>
    {
        if (h.Step is not (HearingStep.Marking or HearingStep.Done) || h.Released)
        {
            return RefusalName.Stale;
        }

        if (Act.TextFault("reason", c.Reason, ReasonLength, 1) is { } fault)
        {
            return fault with { Name = fault.Name == RefusalName.TextMissing ? RefusalName.ReasonMissing : fault.Name };
        }

        if (a.S.Phase == Phase.FinalDeliberation && a.S.Discussed is not null)
        {
            return RefusalName.Stale;
        }

        var called = Call(a, c.University, recall: true);
        return called.Refusal is { } refused ? refused
            : (Event[])[new UniversityRecalled(c.University, a.Seal.Text(KeyNames.Sitting, c.Reason.Trim())), .. called.Events];
    });

    /// <summary>Absent after its grace, counted from its hour or its first call, the later.</summary>
    private static Ruling OnFile(Act a, JudgeOnFile c) => OfHearing(a, c.University, h =>
    {
        if (h.Step != HearingStep.Waiting || h.Recalled)
        {
            return RefusalName.Stale;
        }

        if (a.S.Current is { } current)
        {
            return Refusal.Of(RefusalName.HearingInProgress, null, UniversityName(a.S, current.University));
        }

        var from = h.FirstCalledAt is { } called && called > h.Planned ? called : h.Planned;
        var until = from.AddMinutes(a.S.Call.Rules.GraceMinutes);
        // Whoever waits at the door is not absent: they are called first.
        if (h is { FirstCalledAt: null, Presenter.Length: > 0 } && a.S.PresenterOf(h) is { Connected: true } here)
        {
            return Refusal.Of(RefusalName.NotAbsent, null, here.Name);
        }

        return a.At.Sitting < until
            ? Refusal.Of(RefusalName.GraceNotOver, null, until.ToString("O", System.Globalization.CultureInfo.InvariantCulture))
            : (Event[])[new JudgedOnFile(c.University), a.Incident("on-file", "", c.University)];
    });

    private static Ruling UndoOnFile(Act a, UndoJudgeOnFile c) => OfHearing(a, c.University, h =>
        !h.OnFile || h.Step is not (HearingStep.Marking or HearingStep.Done) ? RefusalName.Stale
        : a.S.JudgedOf(c.University).Any(d => !d.Rounds.IsEmpty) ? RefusalName.AlreadyRevealed
        : Act.TextFault("reason", c.Reason, ReasonLength, 1) is { } fault ? fault with { Name = RefusalName.ReasonMissing }
        : new JudgedOnFileUndone(c.University, a.Seal.Text(KeyNames.Sitting, c.Reason.Trim())));
}
