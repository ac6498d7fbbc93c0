using AumgJury.Core.Sittings;

namespace AumgJury.Core.Views;

/// <summary>The ranking board.</summary>
/// <param name="Opinions">Only of dossiers that do not bar the reader.</param>
/// <param name="Unranked">Inadmissible and withdrawn dossiers, those not revealed yet, and those for which no grid counts.</param>
/// <param name="OpenTies">Groups that the rules leave tied across the last post.</param>
/// <param name="MissingMotives">How many ranked dossiers have no opinion yet.</param>
public sealed record Board(BoardRow[] Rows, BoardOpinion[] Opinions, UnrankedRow[] Unranked, string[][] OpenTies, int Posts, int Threshold, decimal Envelope, string? Discussed, bool DiscussionReady, int MissingMotives, bool Fixed, DateTimeOffset? RulesAdoptedAt);

/// <param name="Score">Out of 100, one decimal.</param>
/// <param name="Cumulated">Euros committed down to this row by the favourable opinions, recorded or proposed; null for any other, and for a reader who is recused on any dossier.</param>
/// <param name="AboveLine">The opinion is favourable: the recorded one, or what posts and threshold propose until then.</param>
public sealed record BoardRow(int Rank, string Dossier, string Nominee, string Structure, string UniversityName, decimal Score, int Counted, Opinion Proposed, decimal Amount, decimal? Cumulated, bool AboveLine, bool UnderThreshold, bool TiedWithAbove, TieLine? Tie);

/// <param name="By">Sub-total or criterion; empty when the chair decided, with <paramref name="Reason"/>. Values and reason are kept from who is recused on either dossier, values also where a picture is put away.</param>
public sealed record TieLine(string Above, string By, decimal? AboveValue, decimal? Value, string Reason);

public sealed record BoardOpinion(string Dossier, Opinion Opinion, string Motive, int Replaced);

public enum UnrankedReason
{
    Inadmissible,
    Withdrawn,
    NotRevealed,

    /// <summary>Revealed, but everybody abstained: no score, and never a zero.</summary>
    NoGrid,
}

/// <param name="Amount">Euros that it would commit.</param>
public sealed record UnrankedRow(string Dossier, string Nominee, string UniversityName, UnrankedReason Reason, string Text, decimal Amount);

public sealed record Decision(string Dossier, DecisionOutcome Outcome, bool Follows, string Reason, DateTimeOffset At);
