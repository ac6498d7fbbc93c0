using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Room;
using AumgJury.Web.Texts;

namespace AumgJury.Web.Sitting.Member;

/// <summary>A juror's hand under a button or a key: it asks for the floor, asks no longer, or gives it back.</summary>
/// <remarks>One press is one act: a second one, or one that was meant for the words before, would do the opposite.</remarks>
internal sealed class Hand(TimeProvider time)
{
    private readonly ActPlace _place = new();
    private bool _pressing;

    /// <summary>What a press does now, in words.</summary>
    public static string Label(Me me, TextsOf<MemberTexts> texts) => me.HasFloor ? texts["Hand_GiveBack"]
        : me.HandPlace > 0 ? texts["Hand_Lower", me.HandPlace]
        : texts["Hand_Raise"];

    /// <summary>What a press does now.</summary>
    public static Command Next(Me me) => me.HandPlace > 0 || me.HasFloor ? new LowerHand() : new RaiseHand();

    /// <summary>This is where the hand is now. A place further up in the queue is still the same hand.</summary>
    public void Show(Me me) => _place.Show(me.HasFloor ? "floor" : me.HandPlace > 0 ? "up" : "down", time.GetUtcNow());

    /// <summary>Does it, unless a press is under way or the words have only just changed.</summary>
    public async Task PressAsync(SeatDesk desk, Me me)
    {
        if (_pressing || _place.Unsettled(time.GetUtcNow()) > TimeSpan.Zero)
        {
            return;
        }

        _pressing = true;
        try
        {
            await desk.Do(Next(me));
        }
        finally
        {
            _pressing = false;
        }
    }
}
