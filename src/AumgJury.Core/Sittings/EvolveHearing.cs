using System.Collections.Immutable;

namespace AumgJury.Core.Sittings;

internal static partial class Evolve
{
    private static State? Hearing(State s, Event e, DateTimeOffset at, Unsealing open) => e switch
    {
        UniversityCalled x => Moot(s, x.University).WithHearing(x.University, h => h with { Step = HearingStep.Called, Calls = x.Number, LapsesAt = x.LapsesAt, FirstCalledAt = h.FirstCalledAt ?? at, LastCallLapsed = false }),
        CallEnded x => s.WithHearing(x.University, h => h with { Step = !h.Recalled ? HearingStep.Waiting : h.EndedAt is null ? HearingStep.Marking : HearingStep.Done, LapsesAt = null, OpensAt = null, LastCallLapsed = x.Lapsed, Recalled = false }),
        EntryAnnounced x => s.WithHearing(x.University, h => h with { Step = HearingStep.Entering, LapsesAt = null, OpensAt = x.OpensAt }),
        RoomOpened x => RoomOpens(s, x.University, at),
        PresenterConfirmed x => s.WithHearing(x.University, h => h with { PresenterConfirmed = true }),
        PresentationStarted x => StepTo(s, x.Dossier, HearingStep.Presentation, s.Call.Rules.PresentationMinutes, at),
        QuestionsStarted x => StepTo(s, x.Dossier, HearingStep.Questions, s.Call.Rules.QuestionMinutes, at),
        HearingConcluded x => s.WithHearing(x.University, h => h.GoOn(at) with { Step = HearingStep.Conclusion, Clock = null, Dossier = null }),
        ClockPaused x => ClockOf(s, x.Dossier, c => c.Paused(at)).WithHearing(s.Dossiers[x.Dossier].Definition.University, h => h with { Pause = h.Pause ?? new(at, x.PresenterLost) }),
        ClockResumed x => ClockOf(s, x.Dossier, c => c.Running(at)).WithHearing(s.Dossiers[x.Dossier].Definition.University, h => h.GoOn(at)),
        TimeProlonged x => ClockOf(s, x.Dossier, c => c with { AllottedSeconds = c.AllottedSeconds + (60 * x.Minutes) }).WithHearing(s.Dossiers[x.Dossier].Definition.University, h => h with { ExtraSeconds = h.ExtraSeconds + (60 * x.Minutes) }),
        DossierRestarted x => StepTo(s, x.Dossier, HearingStep.Presentation, s.Call.Rules.PresentationMinutes, at).WithDossier(x.Dossier, Disregarded),
        IncidentNoted x => s with { Incidents = s.Incidents.Add(new(x.Kind, open.Text(x.Text), x.University, x.Dossier, x.Seat, at)) },
        ExitOrdered x => ExitOrders(s, x.University, at),
        RoomProven x => Proven(s, s.Room with { Sign = RoomSign.ClosedVerified, Expected = [.. x.Expected], Found = [.. x.Found], Since = at, Means = x.Means, Reason = "" }, at),
        RoomAttested x => Proven(s, s.Room with { Sign = RoomSign.Attested, Expected = Declared(s, x.Expected), Found = Declared(s, x.Expected), Since = at, Means = null, Reason = open.Text(x.Reason) }, at),
        RoomDoubted x => s with { Room = Close(s.Room, at) with { Sign = RoomSign.NotSecure, Reason = open.Text(x.Reason) } },
        UniversityRecalled x => s.WithHearing(x.University, h => h with { Step = HearingStep.Waiting, Recalled = true }),
        JudgedOnFile x => OnFile(s, x.University, at),
        JudgedOnFileUndone x => NotOnFile(s, x.University),
        SittingSuspended x => Suspended(s, x, at, open),
        SittingResumed => Resumed(s, at),
        VoteMissed x => s.WithDossier(x.Dossier, d => d with { Missed = d.Missed.SetItem(x.Seat, x.Cause) }),
        SteppedOut x => s.WithSeat(x.Seat, p => p with { SteppedOutAt = x.Machine }) with { Hands = s.Hands.Remove(x.Seat), Floor = s.Floor == x.Seat ? null : s.Floor },
        SteppedBack x => s.WithSeat(x.Seat, p => p with { SteppedOutAt = null, OutRecused = false, ReturnDelayed = false, ReturnsAt = null }),
        RecusedWarned x => s.WithSeat(x.Seat, p => p with { LeavesAt = x.LeavesAt }),
        RecusedWarningLifted x => s.WithSeat(x.Seat, p => p with { LeavesAt = null }),
        RecusedMovedOut x => MovedOut(s, x.Seat, at),
        ReturnAnnounced x => s.WithSeat(x.Seat, p => p with { ReturnsAt = x.ReturnsAt }),
        ReturnPutOff x => s.WithSeat(x.Seat, p => p with { ReturnsAt = null, ReturnDelayed = x.ByMember }),
        RecusedReturned x => s.WithSeat(x.Seat, p => p with { OutRecused = false, ReturnsAt = null, ReturnDelayed = false }),
        HandRaised x => s with { Hands = s.Hands.Add(x.Seat) },
        HandLowered x => s with { Hands = s.Hands.Remove(x.Seat) },
        FloorGiven x => GivesFloor(s, x.Seat),
        HearingFinished x => MarkingEnds(s).WithHearing(x.University, h => h with { Step = HearingStep.Done, EndedAt = at }),
        UniversityReleased x => s.WithHearing(x.University, h => h with { Released = true }),
        _ => null,
    };

    private static State RoomOpens(State s, string university, DateTimeOffset at) =>
        (MarkingEnds(s) with { Room = s.Room with { Sign = RoomSign.Open, Since = at, Means = null, Reason = "" }, Floor = null, Hands = [] })
            .WithHearing(university, h => h with { Step = h.Recalled ? HearingStep.Conclusion : HearingStep.Welcome, OpensAt = null, StartedAt = h.StartedAt ?? at, EndedAt = null, Late = null, Notice = null, Held = false, MarkingMuted = false });

    /// <summary>Whoever has the floor is heard: it lifts their mute and lets them share.</summary>
    private static State GivesFloor(State s, string? seat) => seat is null
        ? s with { Floor = null }
        : s.WithSeat(seat, p => p with { Muted = null, ShareStopped = false }) with { Floor = seat, Hands = s.Hands.Remove(seat) };

    private static State StepTo(State s, string dossier, HearingStep step, int minutes, DateTimeOffset at) =>
        s.WithHearing(s.Dossiers[dossier].Definition.University, h => h.GoOn(at)).WithHearing(s.Dossiers[dossier].Definition.University, h => h with
        {
            Step = step,
            Dossier = dossier,
            Presented = h.Presented.Contains(dossier) ? h.Presented : h.Presented.Add(dossier),
            Clock = new HearingClock(60 * minutes, 0, at),
            InterruptedSeconds = h.Dossier == dossier ? h.InterruptedSeconds : 0,
        }) with
        {
            Floor = null,
        };

    /// <summary>A University that is called, or judged on its file, leaves its place to nobody: a swap that was proposed with it is withdrawn.</summary>
    private static State Moot(State s, string university) => s.Order.Where(u => s.Hearings[u].Notice is { Agreed: null, SwapWith: { } with } && with == university)
        .Aggregate(s, (t, u) => t.WithHearing(u, h => h with { Notice = null }));

    /// <summary>The first attempt is disregarded: who missed only that may vote on the second.</summary>
    private static DossierState Disregarded(DossierState d) => d with { Missed = d.Missed.RemoveRange(d.Missed.Where(p => p.Value == "lost").Select(p => p.Key)) };

    private static State ClockOf(State s, string dossier, Func<HearingClock, HearingClock> change) =>
        s.WithHearing(s.Dossiers[dossier].Definition.University, h => h with { Clock = h.Clock is { } c ? change(c) : null });

    private static State ExitOrders(State s, string university, DateTimeOffset at)
    {
        var heard = s.JudgedOf(university).Aggregate(s, (t, d) => t.With(d with { Heard = true }));
        return (PresenterLeaves(heard, s.Hearings[university].Presenter) with { Room = Close(s.Room, at), Floor = null, Hands = [] })
            .WithHearing(university, h => h.GoOn(at) with { Held = false, Step = HearingStep.ExitOrdered, ExitOrderedAt = at, Clock = null, Dossier = null });
    }

    /// <summary>An attested room holds whom the chair declares: the seats are those of the state, their number is the fact's.</summary>
    private static ImmutableArray<string> Declared(State s, int count) => [.. s.ExpectedInside().Select(p => p.Id).Concat(Enumerable.Repeat("", count)).Take(count)];

    private static State Proven(State s, RoomState room, DateTimeOffset at)
    {
        var left = s.Current is { Step: HearingStep.ExitOrdered } h ? h with { Step = HearingStep.Marking, ExitProvenAt = at, Recalled = false } : null;
        return left is null ? s with { Room = room } : (s with { Room = room }).With(left);
    }

    private static State OnFile(State s, string university, DateTimeOffset at) =>
        s.JudgedOf(university).Aggregate(Moot(s, university), (t, d) => t.With(d with { Heard = true }))
            .WithHearing(university, h => h with { Step = HearingStep.Marking, OnFile = true, MarkingMuted = false, StartedAt = at, LapsesAt = null, OpensAt = null });

    private static State NotOnFile(State s, string university) =>
        s.JudgedOf(university).Aggregate(MarkingEnds(s), (t, d) => t.With(d with { Heard = false, Sheets = d.Sheets.Clear(), Missed = d.Missed.Clear() }))
            .WithHearing(university, h => h with { Step = HearingStep.Waiting, OnFile = false, Released = false, StartedAt = null, EndedAt = null });

    private static State Suspended(State s, SittingSuspended x, DateTimeOffset at, Unsealing open)
    {
        var paused = s.Current is { Clock: { } clock } h ? s.With(h with { Clock = clock.Paused(at) }) : s;
        return paused with { Suspension = new(x.Cause, at, x.Until, open.Text(x.Reason), s.Current?.Clock?.RunningSince is not null), Floor = null };
    }

    /// <summary>
    /// The time of a suspension is given back: the clock goes on where it stood, unless it stood still before; then the pause counts the time.
    /// </summary>
    private static State Resumed(State s, DateTimeOffset at)
    {
        var lost = (int)Math.Max(0, (at - s.Suspension!.Since).TotalSeconds);
        var resumed = s.Current is { } h
            ? s.With(h with
            {
                Clock = s.Suspension.ClockRan ? h.Clock?.Running(at) : h.Clock,
                ExtraSeconds = h.ExtraSeconds + (h.Pause is null ? lost : 0),
                InterruptedSeconds = h.InterruptedSeconds + (h.Pause is { PresenterLost: true } ? 0 : lost),
            })
            : s;
        return resumed with { Suspension = null };
    }

    private static State MovedOut(State s, string seat, DateTimeOffset at)
    {
        var outside = s.WithSeat(seat, p => p with { OutRecused = true, LeavesAt = null }) with
        {
            Hands = s.Hands.Remove(seat),
            Floor = s.Floor == seat ? null : s.Floor,
        };
        return outside.Room.Sign == RoomSign.Open ? outside : outside with { Room = Close(s.Room, at) };
    }
}
