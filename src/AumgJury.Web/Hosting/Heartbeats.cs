using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.SignalR;

namespace AumgJury.Web.Hosting;

/// <summary>
/// Gives each connection its own moment in the second. SignalR looks after all of them in one go, once a second: with a thousand that must give a sign of life every two seconds,
/// several hundred pings go out together, and whoever acts then waits for 15 to 30 ms (docs/decisions/0016). The pace of each connection stays as it was.
/// </summary>
/// <remarks>It is a provider of user ids, which nothing here uses, because that is asked of every hub, Blazor's own too, just before a connection's heart begins to beat. Were it asked later, they would beat together again; a test tells.</remarks>
internal sealed class Heartbeats : DefaultUserIdProvider, IDisposable
{
    /// <summary>Of a second. One timer for all: thousands of them would be looked through each time that one is due.</summary>
    internal const int Moments = 25;

    /// <summary>Multiples of the golden ratio's fraction fall evenly into the second, however many there are.</summary>
    private const double Golden = 0.6180339887498949;

    /// <summary>So many beats in one go, two a connection (the sign of life and the look whether the other side gave one), keep nobody waiting, and a wheel that turns for them costs a small sitting more than they do.</summary>
    private const int Few = 64;

    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1.0 / Moments);
    private readonly Lock _gate = new();
    private readonly List<(Action<object> Act, object State)>[] _due = [.. Enumerable.Range(0, Moments).Select(_ => new List<(Action<object>, object)>())];
    private readonly TimeProvider _machine;
    private readonly int _few;
    private readonly ILogger<Heartbeats> _log;
    private readonly ITimer _timer;
    private int _connections;
    private int _now;
    private int _waiting;

    /// <summary>When the wheel began to turn, and how many moments it has turned since.</summary>
    private long _began;
    private long _turned;

    /// <summary>When the common beat last began, how many beat in it by now, and how many did in the one before.</summary>
    private long _common;
    private int _beating;
    private int _beatBefore;

    /// <param name="few">Beats up to which they go together.</param>
    public Heartbeats(TimeProvider machine, ILogger<Heartbeats> log, int few = Few)
    {
        (_machine, _log, _few, _common) = (machine, log, few, machine.GetTimestamp());
        using var nothing = ExecutionContext.SuppressFlow();
        _timer = machine.CreateTimer(_ => Pass(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public override string? GetUserId(HubConnectionContext connection)
    {
        if (connection.Features.Get<IConnectionHeartbeatFeature>() is { } all and not Beat)
        {
            connection.Features.Set<IConnectionHeartbeatFeature>(new Beat(all, this, Place()));
        }

        return base.GetUserId(connection);
    }

    public void Dispose() => _timer.Dispose();

    /// <summary>Where in the second the next connection beats, from 0 to <see cref="Moments"/> - 1.</summary>
    internal int Place()
    {
        var turns = (uint)Interlocked.Increment(ref _connections) * Golden;
        return (int)((turns - Math.Floor(turns)) * Moments);
    }

    /// <summary>The common beat of a connection has come: its own too while there are few, else so many moments later.</summary>
    internal void Turn(int moments, Action<object> act, object state)
    {
        if (AreFew())
        {
            act(state);
        }
        else
        {
            Later(moments, act, state);
        }
    }

    private bool AreFew()
    {
        lock (_gate)
        {
            // All of them come in one go, once a second: after a pause it is the next one.
            if (_machine.GetElapsedTime(_common) > TimeSpan.FromSeconds(0.5))
            {
                (_common, _beatBefore, _beating) = (_machine.GetTimestamp(), _beating, 0);
            }

            _beating++;
            return _beating <= _few && _beatBefore <= _few;
        }
    }

    /// <summary>Its own beat follows so many moments later.</summary>
    internal void Later(int moments, Action<object> act, object state)
    {
        lock (_gate)
        {
            _due[(_now + 1 + moments) % Moments].Add((act, state));
            if (_waiting++ == 0)
            {
                (_began, _turned) = (_machine.GetTimestamp(), 0);
                _timer.Change(Moment, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void Pass()
    {
        var due = new List<(Action<object> Act, object State)>();
        lock (_gate)
        {
            // By the clock and not by its own turns: on a machine that is at its end every turn comes late, and nobody's sign of life may wait for all of that.
            var turned = (long)Math.Round(_machine.GetElapsedTime(_began) / Moment);
            for (var late = Math.Min(turned - _turned, Moments); late > 0; late--)
            {
                _now = (_now + 1) % Moments;
                due.AddRange(_due[_now]);
                _due[_now].Clear();
            }

            _turned = Math.Max(_turned, turned);
            _waiting -= due.Count;
            if (_waiting > 0)
            {
                _timer.Change(Moment, Timeout.InfiniteTimeSpan);
            }
        }

        foreach (var (act, state) in due)
        {
            try
            {
                act(state);
            }
            catch (Exception fault)
            {
                // As in the common beat: one connection's fault is nobody else's, and no end of the house.
                _log.LogError(fault, "A connection's heartbeat failed.");
            }
        }
    }

    /// <summary>Of one connection; it beats as long as the common one does, so nothing outlives the connection.</summary>
    private sealed class Beat(IConnectionHeartbeatFeature all, Heartbeats house, int moments) : IConnectionHeartbeatFeature
    {
        public void OnHeartbeat(Action<object> action, object state) => all.OnHeartbeat(mine => house.Turn(moments, action, mine), state);
    }
}
