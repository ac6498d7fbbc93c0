using AumgJury.Core.Sittings;
using AumgJury.Core.Views;

namespace AumgJury.Web.Sitting.Boards;

/// <summary>One thing that is read in the ranking, from top to bottom.</summary>
public abstract record BoardItem
{
    /// <param name="Row">The dossier.</param>
    /// <param name="TiedBelow">The dossier below it, when a tie with it was broken.</param>
    public sealed record Ranked(BoardRow Row, BoardRow? TiedBelow) : BoardItem;

    /// <summary>The line of posts.</summary>
    /// <param name="Filled">How many dossiers are above it.</param>
    public sealed record PostsLine(int Filled) : BoardItem;

    /// <summary>The line under which nothing is selected.</summary>
    public sealed record ThresholdLine : BoardItem;
}

/// <summary>The ranking with the lines drawn through it.</summary>
public static class BoardItems
{
    /// <summary>Rows in order; the line of posts under the last place that has one (it says how many favourable opinions there are), the threshold before the first one under it.</summary>
    public static IReadOnlyList<BoardItem> Of(Board board)
    {
        ArgumentNullException.ThrowIfNull(board);
        var places = board.Rows.Count(r => r.Proposed == Opinion.Favourable);
        var under = board.Rows.Count(r => !r.UnderThreshold);
        var items = new List<BoardItem>();
        for (var i = 0; i <= board.Rows.Length; i++)
        {
            if (i == places)
            {
                items.Add(new BoardItem.PostsLine(board.Rows.Count(r => r.AboveLine)));
            }

            if (i == under)
            {
                items.Add(new BoardItem.ThresholdLine());
            }

            if (i < board.Rows.Length)
            {
                var below = i + 1 < board.Rows.Length && board.Rows[i + 1].Tie?.Above == board.Rows[i].Dossier ? board.Rows[i + 1] : null;
                items.Add(new BoardItem.Ranked(board.Rows[i], below));
            }
        }

        return items;
    }
}
