namespace AumgJury.Web.Texts;

/// <summary>A member's page: the room, outside it, at its door, and leaving.</summary>
public sealed class MemberTexts;
