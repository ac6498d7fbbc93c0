namespace AumgJury.Web.Texts;

/// <summary>The e-mail that notifies a University of what was decided on its dossiers.</summary>
public sealed class NotificationTexts;
