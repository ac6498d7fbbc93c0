using AumgJury.Core.Sittings;

namespace AumgJury.Web.Sitting.Marking;

/// <summary>One criterion, or the note, as the page typed it and keeps it until it is acknowledged.</summary>
/// <param name="Round">0 for the note, which belongs to no round.</param>
/// <param name="Criterion">A criterion's id, or <see cref="TheNote"/>.</param>
/// <param name="Mark">Null when unmarked; of no meaning for the note.</param>
/// <param name="Text">The comment, or the note.</param>
/// <param name="Reason">The name of a <see cref="ChangeReason"/>.</param>
public sealed record Typed(string Dossier, int Round, string Criterion, int? Mark, string Text, string? Reason)
{
    /// <summary>What was changed here: <c>mark</c>, <c>text</c>, <c>reason</c>; null from a page that did not say, which is all of it.</summary>
    public string[]? Fields { get; init; }

    /// <summary>An earlier page of this browser left it behind: it may be older than what is on disk.</summary>
    public bool Old { get; init; }

    /// <summary>What was on disk when it was typed, as far as the page had read it; null from a page that did not say.</summary>
    public TypedOver? Read { get; init; }

    /// <summary>What was sent of it before without an answer: if it is on disk, it was no other device; null when nothing was.</summary>
    public TypedOver? Sent { get; init; }

    /// <summary>Whether an old item would replace what somebody, on another device, kept after it had been typed.</summary>
    /// <param name="disk">What is on disk now.</param>
    public bool IsOvertaken(TypedOver disk)
    {
        ArgumentNullException.ThrowIfNull(disk);
        bool Ours(string field) => Fields?.Contains(field, StringComparer.Ordinal) ?? true;
        TypedOver typed = new(Mark, Text, Reason);
        bool Overtakes<T>(string field, Func<TypedOver, T> value) =>
            Ours(field) && !Array.Exists([Read, Sent, typed], known => known is not null && EqualityComparer<T>.Default.Equals(value(known), value(disk)));
        return Old && Read is not null && (Overtakes("mark", t => t.Mark) || Overtakes("text", t => Printable.Of(t.Text ?? "")) || Overtakes("reason", t => t.Reason ?? ""));
    }

    /// <summary>What the page calls the private note.</summary>
    public const string TheNote = "note";

    /// <summary>The private note and not a criterion.</summary>
    public bool IsNote => Criterion == TheNote;

    /// <summary>The act that keeps it, without what a copy from a document brings along and nobody sees.</summary>
    public Command Command() => IsNote
        ? new KeepNote(Dossier, Printable.Of(Text))
        : new KeepDraft(Dossier, Round, Criterion, Mark, Printable.Of(Text), Enum.TryParse<ChangeReason>(Reason, out var reason) ? reason : null)
        {
            Fields = [.. (Fields ?? []).Select(FieldOf).OfType<DraftField>().Distinct()],
        };

    private static DraftField? FieldOf(string name) => name switch { "mark" => DraftField.Mark, "text" => DraftField.Comment, "reason" => DraftField.Reason, _ => null };
}

/// <summary>The fields of a criterion as they were on disk.</summary>
/// <param name="Text">The comment, or the note; empty when there was none.</param>
/// <param name="Reason">The name of a <see cref="ChangeReason"/>.</param>
public sealed record TypedOver(int? Mark, string Text, string? Reason);

/// <summary>What the page is told: <c>kept</c> (on disk), <c>refused</c> (never will be) or <c>later</c> (to be sent again).</summary>
/// <param name="Hour">The sitting's hour, in words, when it was kept.</param>
public sealed record KeptAnswer(string Outcome, string Hour)
{
    /// <summary>Refusals that may lift by themselves: what was typed stays in the browser and is sent again.</summary>
    private static readonly HashSet<RefusalName> Passing =
    [
        RefusalName.NotKept, RefusalName.DiskFull, RefusalName.CallClosed, RefusalName.SessionEnded, RefusalName.AwaitingReadmission,
        RefusalName.RoomNotClosed, RefusalName.Suspended, RefusalName.TooMany,
    ];

    /// <summary>From what became of the act.</summary>
    public static KeptAnswer Of(Refusal? refusal, string hour) =>
        refusal is null ? new("kept", hour) : new(Passing.Contains(refusal.Name) ? "later" : "refused", "");
}
