using System.Globalization;
using System.Text.Json;
using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Seeds;

namespace AumgJury.Web.Tests.Seeds;

/// <summary>The script is played on the decider itself: every act is accepted and the sitting comes to its known end.</summary>
public sealed class DemoPlayTests
{
    private static readonly CallDefinition Call = ((SeedRead<CallDefinition>.Accepted)SeedFolder.Read(SeedCopy.Original)).Value;

    private static readonly DemoMarks Marks = ((SeedRead<DemoMarks>.Accepted)DemoMarks.Read(SeedCopy.Original, Call)).Value;

    [Fact]
    public void Every_act_is_accepted_and_the_ranking_and_the_decisions_are_those_of_the_description()
    {
        var play = new DemoPlay(Call, Marks);
        var facts = new HashSet<string>(StringComparer.Ordinal);
        play.Run(Acts(), (now, expected) => facts.Add(Check(now.State, expected)));
        Assert.Equal(10, facts.Count);
        Assert.Equal("", string.Join("\n", play.Refusals));
        var archive = play.State.Archive();
        Assert.Equal(
            [("D09", 90.2m), ("D08", 86.4m), ("D01", 83.4m), ("D11", 83.0m), ("D02", 81.2m), ("D03", 78.0m), ("D05", 70.6m), ("D06", 69.2m), ("D10", 69.2m), ("D12", 43.4m)],
            archive.Dossiers.Where(d => d.Rank is not null).OrderBy(d => d.Rank).Select(d => (d.Id, d.Score!.Value)));
        Assert.Equal(8, archive.Dossiers.Count(d => d.Outcome == DecisionOutcome.Selected));
        Assert.Equal("D10", archive.Dossiers.Single(d => d.Outcome == DecisionOutcome.ReserveList).Id);
        Assert.Equal("D12", archive.Dossiers.Single(d => d.Outcome == DecisionOutcome.NotSelected).Id);
        Assert.All(archive.Dossiers.Where(d => d.Outcome is not null), d => Assert.True(d.Follows));
        Assert.Equal(360000m, archive.Dossiers.Where(d => d.Outcome == DecisionOutcome.Selected).Sum(d => d.Amount));
        Assert.Equal(7, archive.Notifications.Length);
    }

    /// <summary>Compares what the seats see now with one fact that the script expects.</summary>
    private static string Check(CallState state, JsonElement expected)
    {
        var fact = expected.GetProperty("fact").GetString()!;
        var chair = state.View("M1") as ChairView;
        switch (fact)
        {
            case "quorum":
                Assert.Equal((expected.GetProperty("present").GetInt32(), expected.GetProperty("required").GetInt32()), (chair!.Sitting.Voters, chair.Sitting.Quorum));
                break;
            case "room-open":
                Assert.Equal((RoomSign.Open, Name(Text(expected, "university"))), (chair!.Sitting.Room.Sign, chair.Sitting.Room.HearsFrom));
                break;
            case "room-proven":
                Assert.Equal((RoomSign.ClosedVerified, expected.GetProperty("present").GetInt32()), (chair!.Sitting.Room.Sign, chair.Sitting.Room.Expected));
                break;
            case "recused-out":
                Assert.Equal(OutsideReason.Recused, Assert.IsType<OutsideView>(state.View(Text(expected, "seat"))).Reason);
                break;
            case "recused-back":
                Assert.IsType<MemberView>(state.View(Text(expected, "seat")));
                break;
            case "score":
                var round = Assert.Single(Assert.Single(chair!.Work.Revealed, r => r.Dossier == Text(expected, "dossier")).Rounds);
                Assert.Equal((Text(expected, "score"), expected.GetProperty("grids").GetInt32()), (round.Score!.Value.ToString("0.0", CultureInfo.InvariantCulture), round.Counted));
                break;
            case "order":
                Assert.Equal(Texts(expected, "universities"), chair!.Console.Order.Select(o => o.University));
                break;
            case "tie":
                var tied = Texts(expected, "dossiers");
                var broken = Assert.Single(chair!.Board!.Rows, r => r.Tie is not null && tied.Contains(r.Dossier)).Tie!;
                Assert.Equal((Text(expected, "first"), Text(expected, "brokenBy")), (broken.Above, broken.By));
                Assert.Equal(Texts(expected, "subtotals"), new[] { broken.AboveValue, broken.Value }.Select(v => v!.Value.ToString("0.0", CultureInfo.InvariantCulture)));
                break;
            case "ranking":
                Assert.Equal(Texts(expected, "dossiers"), chair!.Board!.Rows.Select(r => r.Dossier));
                Assert.Equal(expected.GetProperty("selected").GetInt32(), chair.Board.Rows.Count(r => r.AboveLine));
                Assert.Equal(Texts(expected, "outside"), chair.Board.Unranked.Select(u => u.Dossier));
                break;
            case "commitment":
                Assert.Equal(expected.GetProperty("amount").GetDecimal(), Assert.IsType<AuthorityView>(state.View("AUT")).Committed);
                break;
            default:
                Assert.Fail(fact);
                break;
        }

        return fact;
    }

    private static string Text(JsonElement fact, string member) => fact.GetProperty(member).GetString()!;

    private static string[] Texts(JsonElement fact, string member) => [.. fact.GetProperty(member).EnumerateArray().Select(e => e.GetString()!)];

    private static string Name(string university) => Call.Universities.Single(u => u.Id == university).Name;

    private static JsonElement[] Acts()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(SeedCopy.Original, "script.json")));
        return [.. json.RootElement.Clone().EnumerateArray()];
    }
}
