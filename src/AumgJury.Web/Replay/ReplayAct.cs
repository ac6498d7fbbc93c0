using AumgJury.Core.Sittings;

namespace AumgJury.Web.Replay;

/// <summary>One line of a script.</summary>
/// <param name="At">The sitting's instant.</param>
/// <param name="Line">In <c>script.json</c>, from 1.</param>
public abstract record ReplayAct(DateTimeOffset At, int Line)
{
    /// <summary>Somebody presses: one command, or one a criterion for drafts.</summary>
    /// <param name="Name">The act's name in the script, for what is said when it is refused.</param>
    public sealed record Press(DateTimeOffset At, int Line, Actor By, string Name, Command[] Commands) : ReplayAct(At, Line);

    /// <summary>What must be true at that moment.</summary>
    public sealed record Expect(DateTimeOffset At, int Line, ReplayFact Fact) : ReplayAct(At, Line);
}

/// <summary>Why a replay stopped.</summary>
public abstract record ReplayFault(ReplayAct Act)
{
    /// <summary>An act was refused.</summary>
    public sealed record Refused(ReplayAct.Press Press, Refusal Refusal) : ReplayFault(Press);

    /// <summary>Something else was found than what the script expects.</summary>
    /// <param name="Found">What was found instead, short.</param>
    public sealed record Unmet(ReplayAct.Expect Expect, string Found) : ReplayFault(Expect);
}
