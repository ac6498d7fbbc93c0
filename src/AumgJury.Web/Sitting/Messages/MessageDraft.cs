namespace AumgJury.Web.Sitting.Messages;

/// <summary>What is being written to the other end: it belongs to the page, so that a call or another panel does not take it away.</summary>
public sealed class MessageDraft
{
    public string Text { get; set; } = string.Empty;
}
