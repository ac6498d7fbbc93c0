namespace AumgJury.Core.Sittings;

/// <summary>Why a mark changed in a second round.</summary>
public enum ChangeReason
{
    HeardAtHearing,
    ReadAgain,
    Harmonising,
    Other,
}

/// <summary>Voter: one criterion of a private draft; on disk before it is acknowledged.</summary>
/// <param name="Round">1 or 2.</param>
/// <param name="Mark">0 to 5; null clears it.</param>
/// <param name="Comment">At most 2,000 characters; kept, may be disclosed.</param>
/// <param name="Reason">Required in the second round for a mark that differs from the first.</param>
public sealed record KeepDraft(string Dossier, int Round, string Criterion, int? Mark, string Comment, ChangeReason? Reason) : Command
{
    /// <summary>What was changed; the rest stays as it is on disk, where another device may have put it. Empty: all three.</summary>
    public DraftField[] Fields { get; init; } = [];
}

/// <summary>A part of a draft's criterion.</summary>
public enum DraftField
{
    Mark,
    Comment,
    Reason,
}

/// <summary>Juror: a private note, erased at closing. At most 4,000 characters.</summary>
public sealed record KeepNote(string Dossier, string Text) : Command;

/// <summary>Voter, in a closed room: the draft becomes this round's grid; complete only.</summary>
public sealed record SubmitGrid(string Dossier, int Round) : Command;

/// <summary>Voter, in a closed room: explicitly no grid; never a zero.</summary>
public sealed record Abstain(string Dossier, int Round) : Command;

/// <summary>Voter: until the reveal.</summary>
public sealed record TakeBackGrid(string Dossier, int Round) : Command;

/// <summary>Chair: opens the grids of one dossier.</summary>
/// <param name="CountAsAbstaining">The seats whose grid is missing and that the chair names as abstaining; exactly those. Empty in a second round, where nobody is named.</param>
public sealed record Reveal(string Dossier, int Round, string[] CountAsAbstaining) : Command
{
    /// <summary>In a second round, how many grids are missing and count as abstaining; exactly so many. 0 in the first.</summary>
    public int Missing { get; init; }
}

public sealed record OpenSecondRound(string Dossier, string Reason) : Command;

/// <summary>Chair: no further round on this dossier.</summary>
public sealed record CloseDossier(string Dossier) : Command;
