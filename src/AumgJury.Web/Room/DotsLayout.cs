namespace AumgJury.Web.Room;

/// <summary>A dot of a distribution.</summary>
/// <param name="Value">From 0 to 100.</param>
/// <param name="Level">0 on the axis, 1 above it…: dots that would overlap are piled up.</param>
/// <param name="IsOwn">The reader's own.</param>
public sealed record Dot(decimal Value, int Level, bool IsOwn);

/// <summary>Piles up dots so that none hides another.</summary>
public static class DotsLayout
{
    /// <summary>
    /// Places each value at its exact abscissa, on the lowest level where the previous dot is at least
    /// <paramref name="width"/> away. Exactly one dot of value <paramref name="own"/> is marked, if there is one.
    /// </summary>
    public static IReadOnlyList<Dot> Pile(IEnumerable<decimal> values, decimal? own, decimal width)
    {
        var ends = new List<decimal>();
        var dots = new List<Dot>();
        var ownLeft = own;
        foreach (var value in values.Order())
        {
            var level = ends.FindIndex(end => value - end >= width);
            if (level < 0)
            {
                level = ends.Count;
                ends.Add(value);
            }

            ends[level] = value;
            dots.Add(new Dot(value, level, value == ownLeft));
            ownLeft = value == ownLeft ? null : ownLeft;
        }

        return dots;
    }
}
