using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;

namespace AumgJury.Core.Views;

/// <summary>What the door needs to know of one seat; never shown to another.</summary>
/// <param name="Link">SHA-256 of the valid link's secret; null when there is none.</param>
/// <param name="Session">SHA-256 of the session that holds the seat.</param>
/// <param name="PendingSession">A second device that waits to be readmitted.</param>
/// <param name="TakeOverWaits">A second device needs somebody's agreement.</param>
/// <param name="LateLink">The link was made in place of another by a seat: whoever opens it waits for the chair.</param>
/// <param name="SittingOver">The sitting is closed and this seat ended with it: its session shows and does nothing more.</param>
/// <param name="Ended">Its links let nobody in any more.</param>
/// <param name="Live">Whether the seat still acts: false once it was replaced.</param>
public sealed record SeatAccess(string Seat, string Name, string Capacity, Role Role, string? Link, string? Session, string? PendingSession, bool Live, bool TakeOverWaits, bool LateLink, bool SittingOver, bool Ended, bool Confirms)
{
    internal static SeatAccess Of(State s, SeatState p) =>
        new(p.Id, p.Name, p.Definition.Capacity, p.Role, p.Link, p.Session, p.PendingSession, p.ReplacedBy is null, s.TakeOverWaits(p), p.LateLink is not null, Decide.SittingOver(s, p), Decide.LinksEnded(s, p), s.Phase is >= Phase.DoorsOpen and < Phase.Closed && p is { ConfirmedAt: null, Role: not Calls.Role.Authority })
        {
            MarksSession = s.Phase < Phase.Closed ? p.Marks?.Session : null,
            MarksWaits = p.PendingSession is not null && p.PendingMarks,
            MayMark = MarksOnly.Fault(s, p) is null,
        };

    /// <summary>SHA-256 of the session of the second device that has grid and dossiers only; null when there is none.</summary>
    public string? MarksSession { get; init; }

    /// <summary>The device that waits asks for grid and dossiers only.</summary>
    public bool MarksWaits { get; init; }

    /// <summary>A second device may ask for grid and dossiers only.</summary>
    public bool MayMark { get; init; }

    /// <summary>What the device that waits shows, to be compared; null when none waits.</summary>
    public string? WaitingCode => PendingSession?.DeviceCode();

    /// <summary>This session acts and reads for the seat now.</summary>
    public bool IsHeldBy(string session) => Session == session && !SittingOver;

    /// <summary>This session reads and marks beside the one that holds the seat.</summary>
    public bool IsMarksDevice(string session) => MarksSession == session;
}
