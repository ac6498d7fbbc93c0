using System.Diagnostics;
using AumgJury.Web.Storage;
using LiteDB;

namespace AumgJury.Web.Tests.Storage;

public sealed class CallIndexTests
{
    private readonly CallFiles files = new(Given.TemporaryFolder(), "S1");

    [Fact]
    public void A_new_index_asks_to_be_built()
    {
        using var index = Open(RebuildCause.Missing);
        Assert.Equal(0, index.ReadPosition);
    }

    [Fact]
    public void After_a_clean_stop_it_is_trusted_with_what_it_has_read()
    {
        LeftCleanly();

        using var index = Open(null);

        Assert.Equal(7, index.ReadPosition);
        Assert.Equal("admis", index.Get("dossiers", "D06")!["state"].AsString);
        Assert.Equal("D01 D06", string.Join(' ', index.All("dossiers").Select(d => d["_id"].AsString)));
        Assert.Equal("D01", Assert.Single(index.Find("dossiers", "$.state = @0", "déposé"))["_id"].AsString);
        Assert.Null(index.Get("dossiers", "d06"));
        Assert.False(File.Exists(files.IndexSum));
    }

    [Fact]
    public void The_recorded_sum_is_what_sha256sum_says()
    {
        LeftCleanly();

        using var check = Process.Start(new ProcessStartInfo("sha256sum", ["--check", "--status", files.IndexSum]) { WorkingDirectory = files.Folder })!;
        check.WaitForExit();

        Assert.Equal(0, check.ExitCode);
    }

    [Fact]
    public void A_stop_that_was_not_clean_asks_for_a_rebuild()
    {
        LeftCleanly();
        Open(null).Dispose();

        using var index = Open(RebuildCause.NotClosedCleanly);

        Assert.Equal(0, index.ReadPosition);
        Assert.Empty(index.All("dossiers"));
    }

    [Fact]
    public void A_deleted_file_asks_for_a_rebuild()
    {
        LeftCleanly();
        File.Delete(files.Index);

        using var index = Open(RebuildCause.Missing);
        Assert.Empty(index.All("dossiers"));
    }

    [Theory]
    [InlineData("truncated")]
    [InlineData("flipped")]
    [InlineData("emptied")]
    [InlineData("log beside")]
    public void A_file_that_is_not_the_one_left_asks_for_a_rebuild_and_works_again(string damage)
    {
        LeftCleanly();
        var bytes = File.ReadAllBytes(files.Index);
        switch (damage)
        {
            case "truncated":
                File.WriteAllBytes(files.Index, bytes[..^1]);
                break;
            case "flipped":
                bytes[bytes.Length / 2] ^= 1;
                File.WriteAllBytes(files.Index, bytes);
                break;
            case "emptied":
                File.WriteAllBytes(files.Index, []);
                break;
            default:
                File.WriteAllBytes(files.IndexLog, new byte[8192]);
                break;
        }

        using (var index = Open(RebuildCause.NotTheFileThatWasLeft))
        {
            Assert.Equal(0, index.ReadPosition);
            Fill(index);
            index.CloseCleanly();
        }

        using var again = Open(null);
        Assert.Equal("admis", again.Get("dossiers", "D06")!["state"].AsString);
    }

    [Fact]
    public void Texts_keep_their_emptiness_spaces_and_case_of_ids()
    {
        using var index = Open(RebuildCause.Missing);
        var document = index.Mapper.ToDocument(new Note("", "  deux  "));
        index.Write(1, [new("notes", "a", document), new("notes", "A", new BsonDocument { ["Text"] = "other" })]);

        Assert.Equal(2, index.All("notes").Count);
        var note = index.Mapper.ToObject<Note>(index.Get("notes", "a")!);
        Assert.Equal(new Note("", "  deux  "), note);
    }

    [Fact]
    public void Null_takes_a_document_away_and_positions_only_grow()
    {
        using var index = Open(RebuildCause.Missing);
        Fill(index);

        index.Write(8, [new("dossiers", "D06", null)]);

        Assert.Null(index.Get("dossiers", "D06"));
        Assert.Throws<ArgumentOutOfRangeException>(() => index.Write(8, []));
        index.Write(9, []);
        Assert.Equal(9, index.ReadPosition);
    }

    [Fact]
    public async Task A_page_waits_until_the_index_has_reached_its_command()
    {
        using var index = Open(RebuildCause.Missing);
        var (five, seven, nine) = (index.WaitUntil(5, Cancel), index.WaitUntil(7, Cancel), index.WaitUntil(9, Cancel));

        index.Write(7, []);

        await Task.WhenAll(five, seven);
        Assert.False(nine.IsCompleted);
        Assert.True(index.WaitUntil(7, Cancel).IsCompletedSuccessfully);
        index.Dispose();
        await Assert.ThrowsAsync<IndexBroken>(() => nine);
        Assert.Throws<IndexBroken>(() => index.All("dossiers"));
    }

    [Fact]
    public void A_write_that_LiteDB_refuses_breaks_the_index_and_is_not_recorded_as_clean()
    {
        using var index = Open(RebuildCause.Missing);
        Fill(index);

        Assert.Throws<IndexBroken>(() => index.Write(8, [new("dossiers", "D07", new BsonDocument()), new("no such $ name", "x", new BsonDocument())]));
        Assert.Equal(7, index.ReadPosition);
        Assert.Throws<IndexBroken>(() => index.Get("dossiers", "D06"));
        index.CloseCleanly();

        using var again = Open(RebuildCause.NotClosedCleanly);
        Assert.Empty(again.All("dossiers"));
    }

    [Fact]
    public async Task Readers_beside_the_writer_do_not_harm_the_engine()
    {
        using var index = Open(RebuildCause.Missing);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var readers = Enumerable.Range(0, 2).Select(n => Task.Run(() =>
        {
            var seen = 0;
            while (!stop.IsCancellationRequested)
            {
                seen = Math.Max(seen, index.All($"c{n}").Count);
                Thread.Yield();
            }

            return seen;
        })).ToArray();

        for (var position = 1; position <= 100; position++)
        {
            index.Write(position, [new("c0", $"{position}", new BsonDocument()), new("c1", $"{position}", new BsonDocument())]);
        }

        await stop.CancelAsync();
        Assert.All(await Task.WhenAll(readers), seen => Assert.InRange(seen, 0, 100));
        Assert.Equal((100, 100), (index.All("c0").Count, index.All("c1").Count));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private CallIndex Open(RebuildCause? expected)
    {
        var opened = CallIndex.Open(new LinuxDisk(), files);
        Assert.Equal(expected, opened.NeedsRebuild);
        return opened.Index;
    }

    private void LeftCleanly()
    {
        using var index = Open(RebuildCause.Missing);
        Fill(index);
        index.CloseCleanly();
    }

    private static void Fill(CallIndex index)
    {
        index.Write(3, [new("dossiers", "D01", new BsonDocument { ["state"] = "déposé" }), new("dossiers", "D06", new BsonDocument { ["state"] = "déposé" })]);
        index.Write(7, [new("dossiers", "D06", new BsonDocument { ["state"] = "admis" })]);
    }

    private sealed record Note(string Empty, string Spaced);
}
