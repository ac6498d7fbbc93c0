using System.Collections.Concurrent;

namespace AumgJury.Web.Conference;

/// <summary>Every Janus session that this house made: whatever else Janus holds is a stranger.</summary>
internal sealed class Sessions(IJanus janus)
{
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(50);
    private readonly ConcurrentDictionary<long, bool> _ours = new();
    private int _making;

    public async Task<long> Create()
    {
        Interlocked.Increment(ref _making);
        try
        {
            var session = await janus.CreateSession();
            _ours[session] = true;
            return session;
        }
        finally
        {
            Interlocked.Decrement(ref _making);
        }
    }

    /// <summary>A session of an earlier life of Janus, or one that was proven gone.</summary>
    public void Forget(long session) => _ours.TryRemove(session, out _);

    /// <summary>Sessions in Janus that nobody here made. One that is just being made is given a moment to say so.</summary>
    public async Task<long[]> Strangers()
    {
        for (var i = 0; ; i++)
        {
            var held = await janus.Sessions();
            var strange = held.Where(s => !_ours.ContainsKey(s)).ToArray();
            if (strange.Length == 0 || (i >= 5 && Volatile.Read(ref _making) == 0) || i >= 20)
            {
                return strange;
            }

            await Task.Delay(Settling);
        }
    }
}
