using AumgJury.Core.Sittings;

namespace AumgJury.Web.Sitting.Marking;

/// <summary>What was typed and will not be kept.</summary>
/// <param name="Refusal">Why; null when another device had kept something newer.</param>
public sealed record NotTakenItem(Typed Typed, Refusal? Refusal);
