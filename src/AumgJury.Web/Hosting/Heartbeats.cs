using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.SignalR;

namespace AumgJury.Web.Hosting;

/// <summary>
/// Gives each connection its own moment in the second. SignalR looks after all of them in one go, once a second: with a thousand that must give a sign of life every two seconds,
/// several hundred pings go out together, and whoever acts then waits for 15 to 30 ms (docs/decisions/0016). The pace of each connection stays as it was.
/// </summary>
/// <remarks>It is a provider of user ids, which nothing here uses, because that is asked of every hub, Blazor's own too, just before a connection's heart begins to beat. Were it asked later, they would beat together again; a test tells.</remarks>
internal sealed class Heartbeats(TimeProvider machine, ILogger<Heartbeats> log) : DefaultUserIdProvider
{
    /// <summary>Multiples of the golden ratio's fraction fall evenly into the second, however many there are.</summary>
    private const double Golden = 0.6180339887498949;

    private int _connections;

    private TimeProvider Machine { get; } = machine;

    public override string? GetUserId(HubConnectionContext connection)
    {
        if (connection.Features.Get<IConnectionHeartbeatFeature>() is { } all and not Beat)
        {
            var place = (uint)Interlocked.Increment(ref _connections) * Golden;
            connection.Features.Set<IConnectionHeartbeatFeature>(new Beat(all, this, TimeSpan.FromSeconds(place - Math.Floor(place))));
        }

        return base.GetUserId(connection);
    }

    private void Run(Action<object> action, object state)
    {
        try
        {
            action(state);
        }
        catch (Exception fault)
        {
            // As in the common beat: one connection's fault is nobody else's, and no end of the house.
            log.LogError(fault, "A connection's heartbeat failed.");
        }
    }

    /// <summary>Of one connection; it beats as long as the common one does, so nothing outlives the connection.</summary>
    private sealed class Beat(IConnectionHeartbeatFeature all, Heartbeats house, TimeSpan after) : IConnectionHeartbeatFeature
    {
        public void OnHeartbeat(Action<object> action, object state)
        {
            // What the connection's start had in its context would else be kept for hours.
            using var nothing = ExecutionContext.SuppressFlow();
            var own = house.Machine.CreateTimer(_ => house.Run(action, state), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            all.OnHeartbeat(timer => ((ITimer)timer).Change(after, Timeout.InfiniteTimeSpan), own);
        }
    }
}
