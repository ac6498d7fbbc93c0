namespace AumgJury.Web.Texts;

/// <summary>Sound and picture: tiles, buttons, what came between, and the check of one's equipment.</summary>
public sealed class MediaTexts;
