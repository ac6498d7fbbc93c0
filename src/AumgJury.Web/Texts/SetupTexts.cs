namespace AumgJury.Web.Texts;

/// <summary>What the commands of the setting up say in a terminal.</summary>
public sealed class SetupTexts;
