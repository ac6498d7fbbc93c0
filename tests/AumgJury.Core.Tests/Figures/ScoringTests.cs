using System.Collections.Immutable;
using AumgJury.Core.Calls;
using AumgJury.Core.Funding;
using AumgJury.Core.Scoring;
using AumgJury.Core.Sittings;
using AumgJury.Core.Tests.Kit;
using AumgJury.Core.Views;
using CsCheck;

namespace AumgJury.Core.Tests.Figures;

public sealed class ScoringTests
{
    private static Sheet SheetOf(Grid grid, params int[] marks) => new(
        grid.Criteria.Zip(marks).ToImmutableSortedDictionary(x => x.First.Id, x => new DraftMark(x.Second, "", null), StringComparer.Ordinal), false, default, false, false);

    [Fact]
    public void The_worked_example_of_D08_is_432_fifths() =>
        Assert.Equal(new Rational(432, 5), Score.OfSheet(Demo.G1(), SheetOf(Demo.G1(), Demo.Means["D08"])));

    [Theory]
    [InlineData("D01", 83.4)]
    [InlineData("D02", 81.2)]
    [InlineData("D03", 78.0)]
    [InlineData("D05", 70.6)]
    [InlineData("D06", 69.2)]
    [InlineData("D09", 90.2)]
    [InlineData("D10", 69.2)]
    [InlineData("D11", 83.0)]
    [InlineData("D12", 43.4)]
    public void A_line_of_the_table_scores_as_it_says(string dossier, double score) =>
        Assert.Equal((decimal)score, Score.OfSheet(Demo.G1(), SheetOf(Demo.G1(), Demo.Means[dossier])).Rounded(1));

    [Fact]
    public void The_sum_is_divided_by_the_weights_whatever_they_sum_to() => Gen.Select(Gen.Int[1, 60].Array[1, 8], Gen.Int[0, 5].Array[8], Gen.Int[2, 9]).Sample((weights, marks, factor) =>
    {
        var grid = new Grid("G", 1, [.. weights.Select((w, i) => Demo.Criterion($"A{i}", w))]);
        var heavier = new Grid("G", 1, [.. weights.Select((w, i) => Demo.Criterion($"A{i}", w * factor))]);
        var sheet = SheetOf(grid, marks);
        var score = Score.OfSheet(grid, sheet);
        Assert.Equal(new Rational(weights.Zip(marks).Sum(x => 100L * x.First * x.Second), 5L * weights.Sum()), score);
        Assert.Equal(score, Score.OfSheet(heavier, sheet));
        Assert.InRange(score.Rounded(6), 0, 100);
    });

    [Fact]
    public void The_mean_of_sheets_is_the_mean_of_their_scores() => Gen.Int[0, 5].Array[10].Array[1, 8].Sample(sheets =>
    {
        var all = sheets.Select(m => SheetOf(Demo.G1(), m)).ToArray();
        var sum = all.Select(x => Score.OfSheet(Demo.G1(), x)).Aggregate(new Rational(0, 1), (t, x) => new Rational((t.Numerator * x.Denominator) + (x.Numerator * t.Denominator), t.Denominator * x.Denominator));
        Assert.Equal(new Rational(sum.Numerator, sum.Denominator * all.Length), Score.Mean(Demo.G1(), all));
    });

    [Fact]
    public void No_sheet_has_no_mean_rather_than_zero()
    {
        Assert.Null(Score.Mean(Demo.G1(), []));
        Assert.Null(Score.Breaker(Demo.G1(), [], "C"));
    }

    [Fact]
    public void A_breaker_is_a_sub_total_out_of_100_or_a_criterions_mean_mark()
    {
        var sheet = SheetOf(Demo.G1(), Demo.Means["D06"]);
        Assert.Equal(34.6m, Score.Breaker(Demo.G1(), [sheet], "C")!.Value.Rounded(1));
        Assert.Equal(new Rational(5, 1), Score.Breaker(Demo.G1(), [sheet], "C1"));
        Assert.Equal(30.0m, Score.Breaker(Demo.G1(), [SheetOf(Demo.G1(), Demo.Means["D10"])], "C")!.Value.Rounded(1));
    }

    [Fact]
    public void An_abstention_never_counts_as_zero()
    {
        var p = Play.Marking(Small.Call());
        p.Do("M1", new Abstain("D1", 1));
        foreach (var seat in new[] { "M2", "M3", "M4" })
        {
            p.Submit(seat, "D1", 4);
        }

        p.Do("M1", new Reveal("D1", 1, []));
        var round = p.View<MemberView>("M2").Work.Revealed.Single().Rounds.Single();
        Assert.Equal(80m, round.Score);
        Assert.Equal(3, round.Counted);
        Assert.Equal(["Présidente"], round.Abstaining);
        Assert.Empty(round.WithoutGrid);
    }

    [Fact]
    public void A_dossier_on_which_everybody_abstains_has_no_score_and_is_accounted_for()
    {
        var p = Play.AtTheHearings(Small.Call());
        foreach (var university in new[] { "U1", "U2", "U3" })
        {
            p.Hear(university);
            foreach (var dossier in p.Judged(university))
            {
                foreach (var seat in Small.Jurors)
                {
                    if (dossier == "D3")
                    {
                        p.Do(seat, new Abstain(dossier, 1));
                    }
                    else
                    {
                        p.Submit(seat, dossier, 4);
                    }
                }

                p.Do("M1", new Reveal(dossier, 1, []));
                p.Do("M1", new CloseDossier(dossier));
            }
        }

        p.Do("M1", new StartFinalDeliberation());
        var board = p.View<ChairView>("M1").Board!;
        Assert.Equal(["D1", "D2", "D4"], board.Rows.Select(r => r.Dossier));
        Assert.Equal(("D3", UnrankedReason.NoGrid), board.Unranked.Select(u => (u.Dossier, u.Reason)).Single());
    }

    [Fact]
    public void Rationals_compare_exactly_where_floating_point_does_not()
    {
        Assert.Equal(new Rational(1, 3), new Rational(33_333_333_333_333_333, 99_999_999_999_999_999));
        Assert.True(new Rational(1, 3) > new Rational(33_333_333_333_333_333, 100_000_000_000_000_000));
        Assert.Equal(new Rational(-1, 2), new Rational(1, -2));
        Assert.Throws<DivideByZeroException>(() => new Rational(1, 0));
        Assert.Equal(0.5m, new Rational(45, 100).Rounded(1));
        Gen.Select(Gen.Int, Gen.Int[1, 9999], Gen.Int, Gen.Int[1, 9999]).Sample((a, b, c, d) =>
            Assert.Equal(Math.Sign((a * (Int128)d).CompareTo(c * (Int128)b)), Math.Sign(new Rational(a, b).CompareTo(new Rational(c, d)))));
    }

    [Theory]
    [InlineData(ContractKind.First, 48_000)]
    [InlineData(ContractKind.Renewal, 24_000)]
    public void A_selection_commits_T_times_N(ContractKind kind, int amount) => Assert.Equal(amount, Commitment.Full(2000m, kind));
}
