using System.Collections.Immutable;
using AumgJury.Core.Calls;

namespace AumgJury.Core.Sittings;

/// <summary>One dossier in the sitting, with every secret that it holds.</summary>
internal sealed record DossierState(DossierDefinition Definition)
{
    public string Id => Definition.Id;

    public bool IsJudged => Definition.Admissibility is Admissibility.Admissible or Admissibility.AdmissibleSubjectTo;

    public bool Heard { get; init; }

    public int Round { get; init; } = 1;

    public bool Closed { get; init; }

    /// <summary>Why the second round was opened; empty in the first.</summary>
    public string SecondReason { get; init; } = "";

    /// <summary>Private drafts by seat, for the present round.</summary>
    public ImmutableSortedDictionary<string, Draft> Drafts { get; init; } = ImmutableSortedDictionary.Create<string, Draft>(StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, string> Notes { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Drafts and notes by seat that an earlier device kept, out of sight until the chair has recognised who sits there (docs/decisions/0007).</summary>
    public ImmutableSortedDictionary<string, AsideWork> Aside { get; init; } = ImmutableSortedDictionary.Create<string, AsideWork>(StringComparer.Ordinal);

    /// <summary>Submitted grids of the present round by seat.</summary>
    public ImmutableSortedDictionary<string, Sheet> Sheets { get; init; } = ImmutableSortedDictionary.Create<string, Sheet>(StringComparer.Ordinal);

    public ImmutableArray<RevealedRound> Rounds { get; init; } = [];

    /// <summary>Voters who missed this hearing and may not vote on it, with why.</summary>
    public ImmutableSortedDictionary<string, string> Missed { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public OpinionState? Opinion { get; init; }

    public DecisionState? Decision { get; init; }

    /// <summary>The present round was revealed.</summary>
    public bool IsRevealed => Rounds.Length >= Round;
}

/// <summary>A criterion of a draft or a grid. A null mark is "not marked", never zero; a null comment text was erased.</summary>
internal sealed record DraftMark(int? Mark, string Comment, ChangeReason? Reason);

internal sealed record Draft(ImmutableSortedDictionary<string, DraftMark> Marks, DateTimeOffset KeptAt)
{
    public static Draft Empty { get; } = new(ImmutableSortedDictionary.Create<string, DraftMark>(StringComparer.Ordinal), default);
}

internal sealed record AsideWork(Draft Draft, string Note)
{
    public static AsideWork None { get; } = new(Draft.Empty, "");
}

/// <summary>A submitted grid, or an explicit abstention (no marks).</summary>
/// <param name="Erased">The key was destroyed: the marks can no longer be read.</param>
internal sealed record Sheet(ImmutableSortedDictionary<string, DraftMark> Marks, bool Abstained, DateTimeOffset At, bool Carried, bool Erased);

/// <summary>What one reveal opened. It keeps the sheets as they were then.</summary>
internal sealed record RevealedRound(int Round, ImmutableSortedDictionary<string, Sheet> Sheets, ImmutableArray<string> CountedAsAbstaining, DateTimeOffset At)
{
    /// <summary>The seats whose grid was in the picture when it was first seen.</summary>
    public ImmutableArray<string> Seen { get; init; } = [];
}

internal sealed record OpinionState(Opinion Opinion, string Motive, DateTimeOffset At, int Replaced);

internal sealed record DecisionState(DecisionOutcome Outcome, bool Follows, string Reason, DateTimeOffset At);
