using AumgJury.Core.Sittings;

namespace AumgJury.Web.Sitting.Marking;

/// <summary>What was typed and refused for good, with the reason.</summary>
public sealed record NotTakenItem(Typed Typed, Refusal Refusal);
