namespace AumgJury.Core.Sittings;

/// <summary>
/// The ready answers, by key; their words belong to the pages. They are journaled by key, so that each reader has them in their own
/// language. The list is part of the rules: through a free key, words would reach a presenter while the room is closed.
/// </summary>
public static class ReadyAnswers
{
    /// <summary>From the secretary to a presenter: true whatever the jury does, they tell nothing of it.</summary>
    public static string[] ToPresenter => ["BienRecu", "Patientez", "RetardJury", "OnVousAppelle", "VerifiezSon", "RestezPret", "Merci"];

    /// <summary>From the secretary to the chair.</summary>
    public static string[] ToChair => ["Arrive", "Absent", "JeRegarde", "Merci"];

    /// <summary>From the chair to the secretary.</summary>
    public static string[] FromChair => ["JeRegarde", "Merci"];

    /// <summary>A presenter has none: they write in their own words, to the secretary alone.</summary>
    internal static bool Holds(string key, bool bySecretary, bool toPresenter, bool fromPresenter) =>
        !fromPresenter && (bySecretary ? toPresenter ? ToPresenter : ToChair : FromChair).Contains(key);
}
