namespace AumgJury.Core.Views;

/// <summary>A juror's second device in the room: grids, notes, dossiers and the board, to read and to mark. No people, no console, no other act.</summary>
/// <param name="PersonThere">The device that holds the seat is connected; without it nothing is submitted.</param>
public sealed record MarksView(SittingLine Sitting, string Seat, string Name, HearingLine? Hearing, JurorWork Work, Board? Board, bool PersonThere) : SeatView
{
    // It shows what a closed room says and writes: the proof counts on no outsider having it.
    public override bool ServesRoom => true;

    public override bool IsPerson => false;
}

/// <summary>The same device while its person is not in the room: nothing to read, nothing to press.</summary>
/// <param name="Reason">Why the person is outside; null while they have not confirmed their presence at the door.</param>
/// <param name="Universities">Names of what bars them; empty otherwise.</param>
public sealed record MarksAsideView(string Title, string Seat, string Name, OutsideReason? Reason, string[] Universities, string Phone) : SeatView
{
    public override bool ServesRoom => false;

    public override bool IsPerson => false;
}
