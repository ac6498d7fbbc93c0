using System.Collections.Immutable;

namespace AumgJury.Core.Sittings;

/// <summary>One University's hearing (S1-21: one a University, one exit).</summary>
internal sealed record HearingState(string University, string Presenter, DateTimeOffset Planned)
{
    public HearingStep Step { get; init; } = HearingStep.Waiting;

    /// <summary>The hour the presenter was told; changes only when published.</summary>
    public DateTimeOffset Published { get; init; } = Planned;

    public DateTimeOffset? FirstCalledAt { get; init; }

    /// <summary>Calls so far; a lapse or an opening names its call.</summary>
    public int Calls { get; init; }

    /// <summary>Real time.</summary>
    public DateTimeOffset? LapsesAt { get; init; }

    /// <summary>Real time.</summary>
    public DateTimeOffset? OpensAt { get; init; }

    public bool LastCallLapsed { get; init; }

    public bool PresenterConfirmed { get; init; }

    public string? Dossier { get; init; }

    /// <summary>Dossiers whose presentation has begun: the exit comes after the last one.</summary>
    public ImmutableArray<string> Presented { get; init; } = [];

    public HearingClock? Clock { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? ExitOrderedAt { get; init; }

    public DateTimeOffset? ExitProvenAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public bool OnFile { get; init; }

    /// <summary>A reopened hearing: every grid is frozen and hidden until its exit.</summary>
    public bool Recalled { get; init; }

    public bool Released { get; init; }

    /// <summary>Held out after a failure of the media, until the chair admits the presenter again.</summary>
    public bool Held { get; init; }

    /// <summary>The microphones were muted when this marking opened.</summary>
    public bool MarkingMuted { get; init; }

    public LateState? Late { get; init; }

    public HourNotice? Notice { get; init; }

    /// <summary>The clock stands still, outside a suspension.</summary>
    public PauseState? Pause { get; init; }

    /// <summary>Seconds added by prolongations, pauses and suspensions, for the estimates.</summary>
    public int ExtraSeconds { get; init; }

    /// <summary>Seconds of this dossier's time lost to interruptions ("half" is counted on the dossier's own time).</summary>
    public int InterruptedSeconds { get; init; }

    /// <summary>The pause is over; what it took is counted.</summary>
    public HearingState GoOn(DateTimeOffset at)
    {
        if (Pause is not { } pause)
        {
            return this;
        }

        var lost = (int)Math.Max(0, (at - pause.Since).TotalSeconds);
        return this with { Pause = null, ExtraSeconds = ExtraSeconds + lost, InterruptedSeconds = InterruptedSeconds + (pause.PresenterLost ? lost : 0) };
    }

    /// <summary>The presenter is in the jury's room.</summary>
    public bool PresenterInside => Step is HearingStep.Welcome or HearingStep.Presentation or HearingStep.Questions or HearingStep.Conclusion;

    /// <summary>Moved out, or judged on the file: until the release the page outside stays the same.</summary>
    public bool PresenterOutside => Step is HearingStep.ExitOrdered or HearingStep.Marking or HearingStep.Done;
}

/// <summary>A clock that ticks on the page: what was used before, and since when it runs.</summary>
internal sealed record HearingClock(int AllottedSeconds, double UsedSeconds, DateTimeOffset? RunningSince)
{
    public HearingClock Paused(DateTimeOffset at) =>
        RunningSince is { } since ? this with { UsedSeconds = UsedSeconds + Math.Max(0, (at - since).TotalSeconds), RunningSince = null } : this;

    public HearingClock Running(DateTimeOffset at) => RunningSince is null ? this with { RunningSince = at } : this;
}

/// <param name="PresenterLost">It stopped by itself with the presenter's connection: an interruption.</param>
internal sealed record PauseState(DateTimeOffset Since, bool PresenterLost);

internal sealed record LateState(int? Minutes, DateTimeOffset At);

/// <param name="SwapWith">The University whose place is proposed; null for a plain move.</param>
internal sealed record HourNotice(DateTimeOffset Hour, string? SwapWith, bool? Agreed);
