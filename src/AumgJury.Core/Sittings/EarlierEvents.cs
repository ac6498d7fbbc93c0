namespace AumgJury.Core.Sittings;

// Versions of facts that are written no more. They are read as long as a journal may hold one.

internal sealed record DoorsOpenedV1 : Event;

internal sealed record SteppedOutV1(string Seat) : Event;

/// <summary>Turns an earlier version of a fact into the present one, so that one rule folds it.</summary>
internal static class Upcast
{
    /// <param name="at">The line's instant, which stands for a real time that was not kept.</param>
    public static Event Of(Event e, DateTimeOffset at) => e switch
    {
        DoorsOpenedV1 => new DoorsOpened(at),
        SteppedOutV1 x => new SteppedOut(x.Seat, at),
        _ => e,
    };
}
