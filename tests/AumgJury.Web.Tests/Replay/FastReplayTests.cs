using System.Text;
using System.Text.Json;
using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Realtime;
using AumgJury.Web.Replay;
using AumgJury.Web.Seeds;
using AumgJury.Web.Storage;
using AumgJury.Web.Tests.Seeds;

namespace AumgJury.Web.Tests.Replay;

/// <summary>The demo sitting, played to its end, comes to what its description says (domain H).</summary>
public sealed class FastReplayTests(PlayedSitting played) : IClassFixture<PlayedSitting>
{
    [Fact]
    public void It_is_played_to_its_end_without_a_refusal() => Assert.Null(played.Fault);

    [Fact]
    public void Its_ranking_and_scores_are_those_of_the_description()
    {
        (int, string, decimal)[] expected =
        [
            (1, "D09", 90.2m), (2, "D08", 86.4m), (3, "D01", 83.4m), (4, "D11", 83.0m), (5, "D02", 81.2m), (6, "D03", 78.0m),
            (7, "D05", 70.6m), (8, "D06", 69.2m), (9, "D10", 69.2m), (10, "D12", 43.4m),
        ];
        Assert.Equal(expected, played.Result.Ranking.Select(r => (r.Rank, r.Dossier, r.Score)));
        Assert.Equal([("D04", UnrankedReason.Inadmissible), ("D07", UnrankedReason.Withdrawn)], played.Result.Unranked.Select(u => (u.Dossier, u.Reason)));
    }

    [Fact]
    public void Seven_grids_count_where_a_member_is_recused_and_eight_elsewhere() =>
        Assert.All(played.Result.Ranking, r => Assert.Equal(r.Dossier is "D08" or "D09" ? 7 : 8, r.Grids));

    [Fact]
    public void The_eighth_post_is_decided_by_the_sub_total_C()
    {
        var tenth = played.Result.Ranking.Single(r => r.Dossier == "D10");
        Assert.Equal(new TieLine("D06", "C", 34.6m, 30.0m, ""), tenth.Tie);
        Assert.All(played.Result.Ranking.Where(r => r.Dossier != "D10"), r => Assert.Null(r.Tie));
    }

    [Fact]
    public void The_authority_follows_every_opinion_and_commits_360_000_euros()
    {
        Assert.All(played.Result.Ranking, r => Assert.True(r.Follows));
        Assert.Equal(8, played.Result.Ranking.Count(r => r.Decision == DecisionOutcome.Selected));
        Assert.Equal(DecisionOutcome.ReserveList, played.Result.Ranking.Single(r => r.Dossier == "D10").Decision);
        Assert.Equal(DecisionOutcome.NotSelected, played.Result.Ranking.Single(r => r.Dossier == "D12").Decision);
        Assert.Equal(360_000m, played.Result.Commitment);
        Assert.Equal(360_000m, played.Result.Ranking.Single(r => r.Rank == 8).Cumulated);
    }

    [Fact]
    public void Its_journal_verifies()
    {
        var whole = Assert.IsType<Verified.Whole>(Journal.Verify(played.Files.Journal));
        Assert.Equal((played.Lines, played.HeadHash), (whole.Lines, whole.HeadHash));
    }

    [Fact]
    public void Opened_again_it_shows_every_seat_the_same_bytes()
    {
        var disk = new LinuxDisk();
        var ready = Assert.IsType<OpenedJournal.Ready>(Journal.Open(disk, played.Files, readUpTo: 0));
        using var journal = ready.Journal;
        using var keys = KeyRing.Load(disk, played.Files, journalHasLines: true);
        var again = ready.Lines.Aggregate(CallState.Empty((key, cipher) => keys.Open(key, cipher)), (s, line) => s.Apply(line.Json.Span));

        Assert.Null(ready.CutTail);
        Assert.Equal(17, again.Seats.Length);
        Assert.All(again.Seats, seat => Assert.Equal(Text(played.State, seat), Text(again, seat)));

        static string Text(CallState state, string seat) => JsonSerializer.Serialize(state.View(seat), WireJson.Options);
    }

    [Fact]
    public void Drafts_and_private_notes_end_with_the_sitting()
    {
        using var keys = KeyRing.Load(new LinuxDisk(), played.Files, journalHasLines: true);
        Assert.Equal(17, played.State.EndedKeys.Length);
        Assert.All(played.State.EndedKeys, key => Assert.True(keys.IsDestroyed(key), key));
    }

    [Fact]
    public void Its_journal_holds_neither_a_name_nor_a_motive_in_clear()
    {
        var journal = File.ReadAllText(played.Files.Journal, Encoding.UTF8);
        var names = played.Script.Definition.Seats.Select(s => s.Name).Concat(played.Script.Definition.Dossiers.Select(d => d.Nominee));
        Assert.All(names.Concat(played.Script.Marks.Opinions.Select(o => o.Motive[..30])), text => Assert.DoesNotContain(text, journal, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_document_of_the_seed_is_kept_sealed_and_reads_back()
    {
        var disk = new LinuxDisk();
        using var keys = KeyRing.Load(disk, played.Files, journalHasLines: true);
        var store = new DocumentStore(disk, played.Files, keys);
        var documents = played.Script.Definition.Dossiers.SelectMany(d => d.Documents.Select(x => (d.Id, x.Sha256, x.Bytes))).ToArray();
        Assert.NotEmpty(documents);
        Assert.All(documents, d => Assert.Equal(d.Bytes, store.Read(SeedDocuments.KeyOf(d.Id), d.Sha256)!.Length));
    }

    [Fact]
    public async Task A_sitting_is_not_played_over_another() =>
        Assert.Null(await FastStage.Open(new LinuxDisk(), played.Files, SeedCopy.Original, played.Script.Definition, played.Script.Definition.DemoStart!.Value));
}
