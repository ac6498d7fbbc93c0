using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Texts;

namespace AumgJury.Web.Sitting.Member;

/// <summary>What a press on the hand does now.</summary>
internal static class Hand
{
    /// <summary>Down when it is up or was answered, else up.</summary>
    public static Command Next(Me me) => IsUp(me) ? new LowerHand() : new RaiseHand();

    /// <summary>It waits, or has the floor.</summary>
    public static bool IsUp(Me me) => me.HandPlace > 0 || me.HasFloor;

    /// <summary>What it says: to ask, to ask no longer, to give the floor back.</summary>
    public static string Label(Me me, TextsOf<MemberTexts> texts) => me.HasFloor ? texts["Hand_GiveBack"]
        : me.HandPlace > 0 ? texts["Hand_Lower", me.HandPlace]
        : texts["Hand_Raise"];
}
