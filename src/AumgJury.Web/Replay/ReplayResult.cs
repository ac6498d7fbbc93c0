using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;

namespace AumgJury.Web.Replay;

/// <summary>What a sitting came to: ranking, opinions, decisions and money, as the authority sees them.</summary>
/// <param name="Commitment">Euros that the decisions commit.</param>
/// <param name="Left">Dossiers that await their decision.</param>
public sealed record ReplayResult(
    string Call,
    string Title,
    string Organisation,
    DateOnly SittingDate,
    int Posts,
    int Threshold,
    RankedLine[] Ranking,
    UnrankedLine[] Unranked,
    int Left,
    decimal Envelope,
    decimal Commitment,
    long JournalLines,
    string HeadHash)
{
    /// <exception cref="InvalidOperationException">The ranking is not fixed.</exception>
    public static ReplayResult Of(CallState state, CallDefinition definition, long lines, string headHash)
    {
        var seat = definition.Seats.First(s => s.Role == Role.Authority).Id;
        if (state.View(seat) is not AuthorityView { Board: { } board } view)
        {
            throw new InvalidOperationException("The ranking is not fixed.");
        }

        return new(
            definition.Id,
            definition.Title,
            definition.Organisation,
            definition.SittingDate,
            board.Posts,
            board.Threshold,
            [.. board.Rows.Select(r => Line(view, board, r))],
            [.. board.Unranked.Select(u => new UnrankedLine(u.Dossier, u.Nominee, u.UniversityName, u.Reason, u.Text))],
            view.Left,
            board.Envelope,
            view.Committed,
            lines,
            headHash);
    }

    private static RankedLine Line(AuthorityView view, Board board, BoardRow r)
    {
        var opinion = board.Opinions.FirstOrDefault(o => o.Dossier == r.Dossier);
        var decision = view.Decisions.FirstOrDefault(d => d.Dossier == r.Dossier);
        return new(r.Rank, r.Dossier, r.Nominee, r.Structure, r.UniversityName, r.Score, r.Counted, r.Tie, opinion?.Opinion, decision?.Outcome, decision?.Follows, r.Amount, r.Cumulated);
    }
}

/// <param name="Amount">Euros if selected.</param>
/// <param name="Cumulated">Euros down to this row by the favourable opinions; null for any other.</param>
public sealed record RankedLine(int Rank, string Dossier, string Nominee, string Structure, string University, decimal Score, int Grids, TieLine? Tie, Opinion? Opinion, DecisionOutcome? Decision, bool? Follows, decimal Amount, decimal? Cumulated);

public sealed record UnrankedLine(string Dossier, string Nominee, string University, UnrankedReason Reason, string Text);
