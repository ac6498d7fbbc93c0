using AumgJury.Core.Sittings;

namespace AumgJury.Core.Views;

/// <summary>A juror's own work and what the jury knows together.</summary>
public sealed record JurorWork(DossierFile[] Files, BarredDossier[] Barred, MyGrid[] Grids, Submissions[] Submissions, RevealedDossier[] Revealed)
{
    /// <summary>Drafts and notes of an earlier device wait until the chair has recognised who sits here.</summary>
    public bool Aside { get; init; }
}

public enum MyGridStanding
{
    Draft,
    Submitted,
    Abstained,

    /// <summary>The University was called back: every grid is frozen and hidden.</summary>
    Frozen,
    Revealed,

    /// <summary>The hearing was missed: no vote on this dossier.</summary>
    Missed,
}

/// <summary>One's own grid of one dossier. An unmarked criterion has no mark; it never counts as zero.</summary>
/// <param name="Points">Σ weight × mark / 5 of the marked criteria: out of <paramref name="WeightMarked"/>.</param>
/// <param name="MaySubmit">Complete, heard, and in a closed room.</param>
/// <param name="WhyNot">Why it may not be submitted now; null when it may.</param>
public sealed record MyGrid(
    string Dossier,
    int Round,
    MyGridStanding Standing,
    MyMark[] Marks,
    string Note,
    DateTimeOffset? KeptAt,
    DateTimeOffset? SubmittedAt,
    decimal Points,
    int WeightMarked,
    string[] Left,
    bool MaySubmit,
    RefusalName? WhyNot)
{
    /// <summary>Why the second round was opened, in the chair's words; empty in the first.</summary>
    public string SecondReason { get; init; } = "";
}

/// <param name="FirstRound">The first round's mark, in a second round.</param>
public sealed record MyMark(string Criterion, int? Mark, string Comment, ChangeReason? Reason, int? FirstRound);

/// <summary>
/// Who has submitted, never what (S1-21; part of the declared view). In a second round only how many: beside the two pictures a name would tell whose marks changed
/// (docs/decisions/0009).
/// </summary>
/// <param name="Submitted">Names, in seat order; abstentions included. Empty in a second round, as the two that follow.</param>
public sealed record Submissions(string Dossier, int Round, bool Heard, bool Revealed, bool Closed, string[] Submitted, string[] Awaited, string[] AwaitedSeats)
{
    /// <summary>How many have submitted or abstained.</summary>
    public int SubmittedCount { get; init; }

    /// <summary>How many have done neither.</summary>
    public int AwaitedCount { get; init; }

    /// <summary>In a second round, how many of the submitted are still the first one's, untouched.</summary>
    public int Carried { get; init; }
}

/// <summary>A revealed dossier as voting members see it.</summary>
public sealed record RevealedDossier(string Dossier, RevealedRoundLine[] Rounds, bool Closed);

/// <param name="Score">Out of 100, exact to one decimal for display; null when no grid counts: an abstention is not a zero.</param>
/// <param name="Dots">In ascending order of total: their order tells nothing of who.</param>
/// <param name="Dots">Empty when they are put away.</param>
/// <param name="Abstaining">Who pressed to abstain; empty in a second round.</param>
public sealed record RevealedRoundLine(int Round, DateTimeOffset At, decimal? Score, int Counted, string[] Abstaining, Dot[] Dots, CriterionSpread[] Criteria)
{
    /// <summary>Who had submitted nothing and was counted as abstaining by the chair's reveal; empty in a second round.</summary>
    public string[] WithoutGrid { get; init; } = [];

    /// <summary>How many these two are, in every round.</summary>
    public int WithoutMarks { get; init; }

    /// <summary>Why dots, counts and means of criteria are not shown to this reader; null when they are.</summary>
    public PutAway? PutAway { get; init; }
}

/// <summary>Why a picture is put away: beside one that was seen before, it would tell one person's marks (docs/decisions/0009).</summary>
public enum PutAway
{
    /// <summary>It differs from the first round's by one other grid.</summary>
    SecondRound,

    /// <summary>A grid was taken out of it after the reveal.</summary>
    Afterwards,
}

/// <param name="Name">Empty unless the rules show names.</param>
public sealed record Dot(decimal Total, bool Mine, string Name);

/// <param name="Mean">From 0 to 5; null when no grid counts, or when it is put away with the counts.</param>
/// <param name="Counts">How many gave each mark from 0 to 5; empty when they are put away.</param>
public sealed record CriterionSpread(string Criterion, decimal? Mean, int[] Counts, int? Mine);

/// <summary>What the secretary sees of a revealed dossier: means and counts.</summary>
/// <param name="Score">Out of 100; null when no grid counts.</param>
public sealed record ResultLine(string Dossier, int Round, decimal? Score, int Counted, int Abstaining, CriterionMean[] Criteria);

/// <param name="Mean">From 0 to 5; null when no grid counts, or when it is put away.</param>
public sealed record CriterionMean(string Criterion, decimal? Mean);
