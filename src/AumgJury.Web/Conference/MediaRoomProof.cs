namespace AumgJury.Web.Conference;

/// <summary>Janus's own lists beside the plan: what proves a closed room, and what is found that has no business there.</summary>
public sealed partial class MediaRoom
{
    /// <summary>
    /// Asks Janus itself who is there: nobody but those who may be, with nothing but what was made for them. Null when that is not so,
    /// or when no answer comes.
    /// </summary>
    /// <param name="number">The closing to prove.</param>
    internal async Task<MediaProof?> Prove(int number)
    {
        try
        {
            var life = _house.Janus.Life;
            Removal[] left;
            lock (_gate)
            {
                left = [.. _leaving];
            }

            if (life is null || life != _life || Array.Exists(left, r => r.Peer.ProvenAt is null) || !await HoldsOnlyThePlan() || _house.Janus.Life != life)
            {
                return null;
            }

            lock (_gate)
            {
                // Somebody may have been moved out while the lists were read: too late to be among those who left, too early to be among those looked at.
                if (_leaving.Exists(r => r.Peer.ProvenAt is null))
                {
                    return null;
                }

                _leaving.RemoveAll(r => left.Contains(r));
            }

            var ordered = left.Where(r => r.Closing == number).ToArray();
            return new(ordered.Length == 0 ? null : ordered.Min(r => r.Peer.OrderedAt), ordered.Length == 0 ? null : ordered.Max(r => r.Peer.ProvenAt));
        }
        catch (Exception fault) when (fault is JanusLost or JanusRefused)
        {
            return null;
        }
    }

    /// <summary>Whether something was found since the last question that has no business in Janus.</summary>
    internal bool TakeLeak() => Interlocked.Exchange(ref _leaks, 0) == 1;

    /// <summary>Janus's own lists beside the plan; whatever is more is a leak, and ended.</summary>
    private async Task<bool> HoldsOnlyThePlan()
    {
        var strangers = await _house.Sessions.Strangers();
        foreach (var stranger in strangers)
        {
            _house.Log.LogError("Janus holds a session that this house did not make; it is ended.");
            await Quietly(_house.Janus.DestroySession(stranger));
        }

        // Those who are only just being let in count too: whoever among them may not be in any more is about to be ordered out.
        Peer[] peers;
        lock (_gate)
        {
            peers = [.. _people.Values.Select(p => p.Peer).OfType<Peer>()];
        }

        var held = await Task.WhenAll(peers.Select(p => p.HoldsOnlyItsOwn()));
        var clean = strangers.Length == 0 && Array.TrueForAll(held, h => h);
        if (!clean)
        {
            Interlocked.Exchange(ref _leaks, 1);
            Changed?.Invoke();
        }

        var plan = _live.Kept.Media();
        return clean && Array.TrueForAll(peers, p => plan.Of(p.Seat) is not null);
    }
}

/// <summary>What Janus answered: nobody is there who may not be.</summary>
/// <param name="Ordered">When the removal was ordered, with <paramref name="Proven"/>; null when nobody had to be removed.</param>
internal sealed record MediaProof(DateTimeOffset? Ordered, DateTimeOffset? Proven);
