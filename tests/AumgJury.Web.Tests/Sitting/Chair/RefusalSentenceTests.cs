using AumgJury.Core.Sittings;
using AumgJury.Web.Sitting;
using AumgJury.Web.Texts;

namespace AumgJury.Web.Tests.Sitting.Chair;

public sealed class RefusalSentenceTests
{
    public static TheoryData<RefusalName> Names => [.. Enum.GetValues<RefusalName>()];

    private static RefusalSentence French => new(Texts.French<RefusalTexts>(), Texts.Say);

    private static RefusalSentence English => new(Texts.English<RefusalTexts>(), new Say(HouseCulture.English));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_refusal_is_a_whole_sentence_in_both_languages_whatever_it_details(RefusalName name)
    {
        string[][] details = [[], ["Dr M. Orsoni"], ["4", "12"], ["A", "B", "C"]];
        foreach (var told in details)
        {
            var refusal = new Refusal(name, null, told);
            var (french, english) = (French.Of(refusal), English.Of(refusal));
            Assert.NotEqual(french, english);
            Assert.All([french, english], sentence =>
            {
                Assert.EndsWith(".", sentence, StringComparison.Ordinal);
                Assert.DoesNotContain("{", sentence, StringComparison.Ordinal);
                Assert.DoesNotContain(name.ToString(), sentence, StringComparison.Ordinal);
                Assert.DoesNotContain("!", sentence, StringComparison.Ordinal);
            });
        }
    }

    [Fact]
    public void A_lack_of_quorum_counts() =>
        Assert.StartsWith("Quorum non atteint\u00a0: 3 présents, 4 requis.", French.Of(new(RefusalName.NoQuorum, null, ["3", "4"])), StringComparison.Ordinal);

    [Fact]
    public void A_mark_after_the_reveal_says_when_it_was() =>
        Assert.Equal("Note non prise\u00a0: D08 a été dévoilé à 11\u202fh\u202f58. Demandez un second tour.", French.Of(new(RefusalName.AlreadyRevealed, null, ["D08", "2021-05-06T11:58:00.0000000+02:00"])));

    [Fact]
    public void Missing_people_are_listed() =>
        Assert.Contains("A, B et C", French.Of(new(RefusalName.RollCallIncomplete, null, ["A", "B", "C"])), StringComparison.Ordinal);

    [Fact]
    public void The_grace_says_until_when() =>
        Assert.Contains("12\u202fh\u202f05", French.Of(new(RefusalName.GraceNotOver, null, ["2021-05-06T12:05:00.0000000+02:00"])), StringComparison.Ordinal);
}
