namespace AumgJury.Web.Texts;

/// <summary>The waiting room and the messages between the secretary, the chair and the presenters.</summary>
public sealed class LobbyTexts;
