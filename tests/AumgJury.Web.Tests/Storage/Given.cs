using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AumgJury.Web.Storage;

namespace AumgJury.Web.Tests.Storage;

/// <summary>What these tests start from.</summary>
internal static class Given
{
    public static readonly CallFiles Files = new("/data", "S1");

    public static ReadOnlyMemory<byte> Body(string id) =>
        JsonSerializer.SerializeToUtf8Bytes(new { at = "2021-05-06T08:55:00Z", actor = "chair", id, events = new[] { new { kind = "said.v1", text = "é \" \n {" } } });

    public static IReadOnlyList<ReadOnlyMemory<byte>> Bodies(params string[] ids) => [.. ids.Select(Body)];

    public static OpenedJournal.Ready Opened(Disk disk, CallFiles? files = null, long readUpTo = 0) =>
        Assert.IsType<OpenedJournal.Ready>(Journal.Open(disk, files ?? Files, readUpTo));

    /// <summary>Lines 1-2 | 3-5 | 6 in three groups, all acknowledged.</summary>
    public static Journal ThreeGroups(Disk disk)
    {
        var journal = Opened(disk).Journal;
        Assert.IsType<GroupWritten.Kept>(journal.AppendGroup(Bodies("a", "b"), after: 0));
        Assert.IsType<GroupWritten.Kept>(journal.AppendGroup(Bodies("c", "d", "e"), after: 2));
        Assert.IsType<GroupWritten.Kept>(journal.AppendGroup(Bodies("f"), after: 5));
        return journal;
    }

    /// <summary>A group as the journal would write it after its head, but at the position that is asked for.</summary>
    public static ComposedGroup Composed(Journal journal, long head, params string[] ids)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        return ComposedGroup.Of(journal.HeadHash, head, Bodies(ids), sha);
    }

    /// <summary>The command ids in order, with a space between.</summary>
    public static string Ids(IEnumerable<JournalLine> lines) =>
        string.Join(' ', lines.Select(l => JsonDocument.Parse(l.Json).RootElement.GetProperty("id").GetString()));

    /// <summary>The chain as an auditor would walk it, sharing no code with the journal.</summary>
    public static void AuditorAccepts(byte[] file, int lines)
    {
        var text = Encoding.UTF8.GetString(file);
        Assert.True(lines == 0 || text.EndsWith('\n'));
        var previous = new string('0', 64);
        var position = 0;
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var (hash, json) = (line.Split(' ', 2)[0], line.Split(' ', 2)[1]);
            Assert.Equal(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(previous + json))).ToLowerInvariant(), hash);
            Assert.Equal(++position, JsonDocument.Parse(json).RootElement.GetProperty("position").GetInt64());
            previous = hash;
        }

        Assert.Equal(lines, position);
    }

    public static string TemporaryFolder() => Directory.CreateTempSubdirectory("aumgjury-storage-").FullName;
}
