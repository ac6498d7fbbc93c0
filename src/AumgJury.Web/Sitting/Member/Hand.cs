using AumgJury.Core.Sittings;
using AumgJury.Core.Views;

namespace AumgJury.Web.Sitting.Member;

/// <summary>What a press on the hand does now.</summary>
internal static class Hand
{
    /// <summary>Down when it is up, else up; null for who has the floor already, as Core refuses it.</summary>
    public static Command? Next(Me me) => me.HandPlace > 0 ? new LowerHand() : me.HasFloor ? null : new RaiseHand();

    /// <summary>Does it.</summary>
    public static Task PressAsync(SeatDesk desk, Me me) => Next(me) is { } act ? desk.Do(act) : Task.CompletedTask;
}
