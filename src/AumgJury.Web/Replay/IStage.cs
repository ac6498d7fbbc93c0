using AumgJury.Core.Sittings;
using AumgJury.Web.Realtime;

namespace AumgJury.Web.Replay;

/// <summary>
/// Where a script is played: a call of which the stage keeps the clock and does the machine's part. In memory and at once
/// (<see cref="FastStage"/>), or live before browsers. Everybody acts through <see cref="Send"/>, as people do.
/// </summary>
public interface IStage
{
    /// <summary>What is on disk and shown.</summary>
    CallState Shown { get; }

    /// <summary>Judges an act and answers once it is on disk and shown.</summary>
    /// <param name="commandId">The same for the same act of the script, so that sending it again is harmless.</param>
    Task<Sent> Send(Actor actor, string commandId, Command command);

    /// <summary>Returns when the sitting's clock shows that instant; meanwhile the machine does what falls due.</summary>
    Task Until(DateTimeOffset sittingInstant);

    /// <summary>
    /// Lets the machine do what it owes now, and returns once that is shown; at once when it owes nothing.
    /// A live stage waits for the next change, a second at most: the player asks again as long as it expects one.
    /// </summary>
    Task Settled();
}
