namespace AumgJury.Web.Texts;

/// <summary>What the replay says in a terminal.</summary>
public sealed class ReplayTexts;
