namespace AumgJury.Web.Texts;

// One class an area; its texts are in the resource files of the same name, French (neutral) and English (.en).

/// <summary>The house around the room: home, layout, language, accessibility.</summary>
public sealed class ShellTexts;

/// <summary>The room: phases, people, clocks, announcements.</summary>
public sealed class RoomTexts;

/// <summary>The grid and its submission.</summary>
public sealed class MarkingTexts;

/// <summary>The ranking board.</summary>
public sealed class BoardTexts;

/// <summary>The secretary's console.</summary>
public sealed class SecretariatTexts;

/// <summary>Links, entering, taking over.</summary>
public sealed class AccessTexts;

/// <summary>What went wrong, what was kept, what to do.</summary>
public sealed class ErrorTexts;

/// <summary>Single words used everywhere.</summary>
public sealed class WordTexts;

/// <summary>The gallery of components, for developers; it borrows the demo's names.</summary>
public sealed class ShowcaseTexts;
