namespace AumgJury.Core.Calls;

/// <summary>A versioned marking grid, frozen when the sitting opens (domain E). Weights sum to 100.</summary>
public sealed record Grid(string Id, int Version, Criterion[] Criteria)
{
    /// <summary>The highest mark; marks are whole numbers from 0 to this.</summary>
    public const int HighestMark = 5;

    public int TotalWeight => Criteria.Sum(c => c.Weight);

    /// <summary>The criterion of that id, or null when the grid has none.</summary>
    public Criterion? Find(string id) => Array.Find(Criteria, c => string.Equals(c.Id, id, StringComparison.Ordinal));
}

/// <summary>One criterion.</summary>
/// <param name="Id">Short, such as <c>C1</c>.</param>
/// <param name="Group">The sub-total it belongs to, such as <c>C</c>.</param>
/// <param name="Weight">Points out of 100; at least 1.</param>
/// <param name="Anchors">Six verbal anchors, for the marks 0 to 5.</param>
/// <param name="Source">The rule it comes from, such as <c>S1-15</c>.</param>
public sealed record Criterion(string Id, string Group, string Title, int Weight, string[] Anchors, string Source);
