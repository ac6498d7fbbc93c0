using AumgJury.Core.Sittings;

namespace AumgJury.Web.Sitting.Messages;

/// <summary>The words of the ready answers, in <c>LobbyTexts</c> under <c>Ready_</c> and the key.</summary>
public static class ReadyWords
{
    /// <summary>The key of the words for a journaled answer; one that the house no longer knows is shown as "a ready answer".</summary>
    public static string TextKey(string key) =>
        ReadyAnswers.ToPresenter.Contains(key) || ReadyAnswers.ToChair.Contains(key) || ReadyAnswers.FromChair.Contains(key) ? $"Ready_{key}" : "Ready_Unknown";
}
