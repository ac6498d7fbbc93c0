namespace AumgJury.Bench.Report;

/// <summary>One part of the report.</summary>
/// <param name="Name">As it is called on the command line and in the report's file.</param>
/// <param name="Needs">What must be on the machine.</param>
/// <param name="Run">Measures.</param>
internal sealed record Measure(string Name, IReadOnlyList<Need> Needs, Func<Task<Table>> Run)
{
    /// <summary>What is missing, in one line; null when nothing is.</summary>
    public string? Missing => string.Join(", ", Needs.Where(n => !n.IsThere()).Select(n => n.Name)) is { Length: > 0 } names ? $"{Name} needs what is not on this machine: {names}." : null;
}
