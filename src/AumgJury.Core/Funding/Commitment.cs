using AumgJury.Core.Calls;

namespace AumgJury.Core.Funding;

/// <summary>Euros that a selection commits (domain G, S1-23).</summary>
public static class Commitment
{
    /// <summary>Months of a first recruitment (S1-08).</summary>
    public const int FirstMonths = 24;

    /// <summary>Months of a renewal (S1-09).</summary>
    public const int RenewalMonths = 12;

    /// <summary>T × N for a start within the first month.</summary>
    public static decimal Full(decimal monthly, ContractKind kind) => monthly * (kind == ContractKind.First ? FirstMonths : RenewalMonths);
}
