namespace AumgJury.Core.Sittings;

/// <summary>What a decider answers: facts, or a refusal.</summary>
internal sealed class Ruling
{
    private Ruling(Event[] events, Refusal? refusal) => (Events, Refusal) = (events, refusal);

    public Event[] Events { get; }

    public Refusal? Refusal { get; }

    public static implicit operator Ruling(Event e) => new([e], null);

    public static implicit operator Ruling(Event[] events) => new(events, null);

    public static implicit operator Ruling(RefusalName name) => new([], Refusal.Of(name));

    public static implicit operator Ruling(Refusal refusal) => new([], refusal);
}

/// <summary>One act being decided: by whom, when, and with which seals.</summary>
/// <param name="Seat">The actor's seat; null for the machine.</param>
internal sealed record Act(State S, Actor By, SeatState? Seat, Instants At, Sealing Seal)
{
    /// <summary>The actor's seat id; only in rules that the permit gives to seats.</summary>
    public string Me => Seat!.Id;

    /// <summary>What a text of one or several lines is refused for, if it is: its length in characters, or what it holds.</summary>
    public static Refusal? TextFault(string field, string? text, int most, int least = 0) => Fault(field, text ?? "", most, least, oneLine: false);

    /// <summary>The same for a name or an address, which is one line.</summary>
    public static Refusal? LineFault(string field, string? text, int most, int least = 0) => Fault(field, text ?? "", most, least, oneLine: true);

    private static Refusal? Fault(string field, string text, int most, int least, bool oneLine)
    {
        var trimmed = text.Trim();
        var length = trimmed.Length;
        return length > most ? Refusal.Of(RefusalName.TextTooLong, field, $"{most}", $"{length}")
            : !Printable.IsClean(trimmed, oneLine) ? Refusal.Of(RefusalName.BadCharacter, field)
            : length < least || (least > 0 && !Printable.Shows(trimmed)) ? Refusal.Of(RefusalName.TextMissing, field, $"{least}")
            : null;
    }

    public IncidentNoted Incident(string kind, string text, string? university = null, string? dossier = null, string? seat = null) =>
        new(kind, university, dossier, seat, Seal.Text(KeyNames.Sitting, text));
}
