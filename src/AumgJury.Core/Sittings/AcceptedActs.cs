using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace AumgJury.Core.Sittings;

/// <summary>
/// Accepted commands of the whole sitting, by actor and command id; none is ever forgotten. Immutable: the newest are a chain, to which an act adds one link, older ones
/// are tables that never change. Of an id its sum is kept, in which nothing is to be looked for: a tree of ids had forty nodes made anew for every act, and they and the ids
/// were most of what a collection of garbage carries along.
/// </summary>
internal sealed class AcceptedActs
{
    private const int LinksAChain = 32;

    /// <summary>Of a table that no further one is joined with; beyond it joining costs more than looking in one table more.</summary>
    private const int ActsATable = 1024;

    private readonly Link? _newest;
    private readonly int _links;

    /// <summary>Largest first.</summary>
    private readonly ImmutableArray<Dictionary<UInt128, AcceptedAct>> _tables;

    private AcceptedActs(Link? newest, int links, ImmutableArray<Dictionary<UInt128, AcceptedAct>> tables) => (_newest, _links, _tables) = (newest, links, tables);

    public static AcceptedActs None { get; } = new(null, 0, []);

    /// <summary>The sums of all, in no order.</summary>
    public IEnumerable<UInt128> All => [.. Chain().Select(l => l.Key), .. _tables.SelectMany(t => t.Keys)];

    /// <summary>What was accepted under this id; null when nothing was.</summary>
    public AcceptedAct? Find(string actor, string id)
    {
        var key = SumOf(actor, id);
        for (var link = _newest; link is not null; link = link.Before)
        {
            if (link.Key == key)
            {
                return link.Act;
            }
        }

        foreach (var table in _tables)
        {
            if (table.TryGetValue(key, out var found))
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>With one more; of an id that a damaged journal names twice, one of the two.</summary>
    public AcceptedActs With(string actor, string id, AcceptedAct act)
    {
        var newest = new Link(SumOf(actor, id), act, _newest);
        return _links + 1 < LinksAChain ? new(newest, _links + 1, _tables) : new AcceptedActs(newest, LinksAChain, _tables).Tabled();
    }

    /// <summary>The chain becomes a table, joined with those that are not larger: there are few of them at any time.</summary>
    private AcceptedActs Tabled()
    {
        var joined = _tables.Length;
        var count = LinksAChain;
        while (joined > 0 && _tables[joined - 1].Count <= count && _tables[joined - 1].Count + count <= ActsATable)
        {
            count += _tables[--joined].Count;
        }

        var table = new Dictionary<UInt128, AcceptedAct>(count);
        foreach (var (key, act) in Chain().Select(l => KeyValuePair.Create(l.Key, l.Act)).Concat(_tables.Skip(joined).SelectMany(t => t)))
        {
            table.TryAdd(key, act);
        }

        return new(null, 0, [.. _tables.Take(joined), table]);
    }

    /// <summary>Half of the SHA-256 of both: no two of a sitting's thousands are the same.</summary>
    private static UInt128 SumOf(string actor, string id)
    {
        Span<byte> sum = stackalloc byte[SHA256.HashSizeInBytes];
        var most = Encoding.UTF8.GetMaxByteCount(actor.Length + 1 + id.Length);
        var text = most <= 512 ? stackalloc byte[512] : new byte[most];
        var length = Encoding.UTF8.GetBytes(actor, text);
        text[length++] = (byte)'|';
        length += Encoding.UTF8.GetBytes(id, text[length..]);
        SHA256.HashData(text[..length], sum);
        return BinaryPrimitives.ReadUInt128BigEndian(sum);
    }

    private IEnumerable<Link> Chain()
    {
        for (var link = _newest; link is not null; link = link.Before)
        {
            yield return link;
        }
    }

    private sealed record Link(UInt128 Key, AcceptedAct Act, Link? Before);
}
