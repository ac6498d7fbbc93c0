namespace AumgJury.Web.Room;

/// <summary>A link to a part of the same page.</summary>
/// <param name="Target">The part's id; its <c>data-skip-to</c> may name the control that takes the focus.</param>
/// <param name="Words">What the link says.</param>
public sealed record SkipLink(string Target, string Words);
