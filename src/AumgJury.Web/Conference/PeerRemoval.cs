namespace AumgJury.Web.Conference;

/// <summary>The way out of Janus, and what Janus itself says of this person: nothing is believed but its answer.</summary>
internal sealed partial class Peer
{
    /// <summary>Ordered out, the removal came to its end, and Janus did not answer that it knows no such session.</summary>
    public bool Unproven
    {
        get
        {
            lock (_removing)
            {
                return _removal is { IsCompleted: true } && ProvenAt is null;
            }
        }
    }

    /// <summary>Whether Janus holds of this person nothing but what was made here (Admin API). A handle that is just being made is given a moment.</summary>
    public async Task<bool> HoldsOnlyItsOwn()
    {
        for (var i = 0; ; i++)
        {
            var attaching = Volatile.Read(ref _attaching) > 0;
            if (_session is not { } session || await janus.Handles(session) is not { } held || Array.TrueForAll(held, Knows))
            {
                return true;
            }

            if ((i >= 5 && !attaching) || i >= 20)
            {
                return false;
            }

            await Task.Delay(Settling);
        }
    }

    /// <summary>
    /// Out, at once: the whole session first, whatever is in it, and without waiting for what this person still asks. The rest is for a Janus that
    /// did not do so: the receiving handle, since a kick alone silences nobody, then every feed and handle. Told again until Janus answers that it
    /// knows no such session.
    /// </summary>
    public Task Remove()
    {
        lock (_removing)
        {
            if (_removal is null || (_removal.IsCompleted && ProvenAt is null))
            {
                OrderedAt = Gone ? OrderedAt : clock.GetUtcNow();
                Gone = true;
                _out.TrySetResult();
                _removal = Task.Run(RemoveNow);
            }

            return _removal;
        }
    }

    private static JanusRefused Removed() => new(JanusRefused.NoSuchSession, "removed");

    private static bool IsGone(JanusRefused refused) => refused.Code is JanusRefused.NoSuchSession or JanusRefused.NoSuchHandle;

    private static async Task Quietly(Func<Task> ask)
    {
        try
        {
            await ask();
        }
        catch (JanusRefused)
        {
            // It lost the race to another part of the removal: that is a success.
        }
    }

    private bool Knows(long handle)
    {
        lock (_handlesGate)
        {
            return _handles.Contains(handle);
        }
    }

    private async Task RemoveNow()
    {
        // A session that is just being made must exist before it can be destroyed.
        try
        {
            await _joining;
        }
        catch (Exception unanswered) when (unanswered is JanusRefused or JanusLost)
        {
            // If it exists all the same, it is a stranger that the proof will meet.
        }

        if (_session is not { } session)
        {
            ProvenAt = clock.GetUtcNow();
            return;
        }

        for (var i = 0; i < Attempts; i++)
        {
            await Task.WhenAll(Requests(session).Select(Quietly));
            if (await janus.Handles(session) is null)
            {
                ProvenAt = clock.GetUtcNow();
                sessions.Forget(session);
                return;
            }
        }
    }

    /// <summary>All at once: they go out in this order, and none waits for another's answer.</summary>
    private Func<Task>[] Requests(long session)
    {
        lock (_handlesGate)
        {
            var kicks = _feeds.Select(feed => (Func<Task>)(() => room.Kick(feed)));
            var others = _handles.Where(h => h != _receiver).Select(handle => (Func<Task>)(() => janus.Detach(session, handle)));
            Func<Task>[] receiving = _receiver is { } receiver ? [() => janus.Detach(session, receiver)] : [];
            Func<Task>[] token = _token.Length > 0 ? [() => room.Dismiss(_token)] : [];
            return [() => janus.DestroySession(session), .. receiving, .. kicks, .. others, .. token];
        }
    }
}
