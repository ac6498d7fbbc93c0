namespace AumgJury.Web.Texts;

/// <summary>The scene of the room: phases, steps and announcements that every role there shares.</summary>
public sealed class SceneTexts;

/// <summary>Why an act was not done, one sentence a refusal.</summary>
public sealed class RefusalTexts;

/// <summary>The running order, for whoever may change it.</summary>
public sealed class OrderTexts;

/// <summary>The chair's console.</summary>
public sealed class ChairTexts;
