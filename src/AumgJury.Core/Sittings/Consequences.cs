using AumgJury.Core.Room;

namespace AumgJury.Core.Sittings;

/// <summary>
/// Facts that follow from a state by themselves and are journaled with the act that caused them: recused members warned and brought back,
/// a presenter's clock that stops, a sitting suspended for want of quorum or chair.
/// </summary>
internal static class Consequences
{
    /// <summary>The next consequence, or null when the state is at rest.</summary>
    public static Event? Next(State s, Instants at, Sealing seal)
    {
        foreach (var p in s.InOrder.Where(p => p.IsJuror))
        {
            if (OfRecusal(s, p, at) is { } moved)
            {
                return moved;
            }
        }

        if (s.Current is { Step: HearingStep.Presentation or HearingStep.Questions, Clock.RunningSince: not null } h && (h.Held || !s.PresenterOf(h).Connected))
        {
            return new ClockPaused(h.Dossier!, true);
        }

        if (s.Call.Rules.MuteAtMarking && s.Current is { Step: HearingStep.Marking, MarkingMuted: false })
        {
            return new EveryoneMuted([.. s.InOrder.Where(p => p.Muted is null && MediaRights.IsInside(s, p)).Select(p => p.Id)], true);
        }

        if (s.ActingChair.Length > 0 && s.Seats[s.ActingChair].OutRecused)
        {
            return new ChairVacated(s.ActingChair, SuspensionCause.ChairRecused);
        }

        var begun = s.Phase is Phase.Hearings or Phase.FinalDeliberation;
        if (begun && s.Suspension is null && s.ActingChair.Length == 0)
        {
            return new SittingSuspended(SuspensionCause.ChairRecused, null, seal.Text(KeyNames.Sitting, ""));
        }

        return s.NeedsQuorum() && s.PresentVoters() < s.Call.Rules.Quorum
            ? new SittingSuspended(SuspensionCause.Quorum, null, seal.Text(KeyNames.Sitting, ""))
            : null;
    }

    private static Event? OfRecusal(State s, SeatState p, Instants at)
    {
        var must = s.MustBeOut(p);
        if (must && p.ConfirmedAt is null)
        {
            return p.OutRecused ? null : new RecusedMovedOut(p.Id);
        }

        // A presenter is already there: who must not hear leaves at once, without the warning. So does who is not in the room, late or excused: nobody waits for them to leave it.
        if (must && !p.Out && (!p.InRoom || s.Current is { PresenterInside: true }))
        {
            return new RecusedMovedOut(p.Id);
        }

        return (must, p) switch
        {
            (true, { Out: false, LeavesAt: null }) => new RecusedWarned(p.Id, at.Machine.AddSeconds(s.Call.Rules.RecusalWarningSeconds)),
            (true, { OutRecused: true, ReturnsAt: not null }) => new ReturnPutOff(p.Id, false),
            (false, { OutRecused: false, LeavesAt: not null }) => new RecusedWarningLifted(p.Id),
            (false, { OutRecused: true, ReturnsAt: null, ReturnDelayed: false }) => new ReturnAnnounced(p.Id, at.Machine.AddSeconds(s.Call.Rules.ReturnSeconds)),
            _ => null,
        };
    }
}
