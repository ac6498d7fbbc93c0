namespace AumgJury.Web.Sitting.Messages;

/// <summary>
/// The ready answers, by key; their words are in <c>LobbyTexts</c> under <c>Ready_</c> and the key. They are journaled by key,
/// so that each reader has them in their own language.
/// </summary>
public static class ReadyAnswers
{
    /// <summary>From the secretary to a presenter: true whatever the jury does, they tell nothing of it.</summary>
    public static readonly string[] ToPresenter = ["BienRecu", "Patientez", "RetardJury", "OnVousAppelle", "VerifiezSon", "RestezPret", "Merci"];

    /// <summary>From the secretary to the chair.</summary>
    public static readonly string[] ToChair = ["Arrive", "Absent", "JeRegarde", "Merci"];

    /// <summary>From the chair to the secretary.</summary>
    public static readonly string[] FromChair = ["JeRegarde", "Merci"];

    /// <summary>
    /// The key of the words for a journaled answer. A key that the house does not know is shown as "a ready answer" and never in its
    /// own letters: through it, free text would reach a presenter while the room is closed.
    /// </summary>
    public static string TextKey(string key) =>
        ToPresenter.Contains(key) || ToChair.Contains(key) || FromChair.Contains(key) ? $"Ready_{key}" : "Ready_Unknown";
}
