using AumgJury.Core.Sittings;
using AumgJury.Web.Sitting.Chair;
using AumgJury.Web.Sitting.Order;
using AumgJury.Web.Texts;

namespace AumgJury.Web.Tests.Sitting.Chair;

public sealed class ConsoleNewsTests : ChairContext
{
    private ConsoleNews Now => new(View.Console, View.People, View.Me.Seat);

    [Fact]
    public void A_university_that_will_be_late_is_told_once_and_again_when_the_minutes_are_known()
    {
        Room("between");
        var before = Now;
        Call.Do("P2", new SayLate(null));
        Assert.Equal("Paris-Ourcq. Sera en retard.", Assert.Single(Since(before)));

        before = Now;
        Assert.Empty(Since(before));
        Call.Do("P2", new SayLate(12));
        Assert.Equal("Paris-Ourcq. Sera en retard d’environ 12\u00a0min.", Assert.Single(Since(before)));
    }

    [Fact]
    public void A_declared_link_is_told_with_its_dossier_and_never_with_what_it_is()
    {
        Room("between");
        var before = Now;
        Call.Do("M4", new DeclareInterest("D03", "Direction de thèse."));

        var words = Assert.Single(Since(before));
        Assert.Contains("D03", words, StringComparison.Ordinal);
        Assert.DoesNotContain("thèse", words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_raised_hand_is_told_and_one_s_own_is_not()
    {
        Room("between");
        var before = Now;
        Call.Do("M4", new RaiseHand());
        Call.Do(Call.Jurors[0], new RaiseHand());

        Assert.Equal("Dr M. Orsoni demande la parole.", Assert.Single(Since(before)));
    }

    [Fact]
    public void A_floor_that_is_given_back_is_told_and_one_that_goes_on_to_another_is_not()
    {
        Room("between");
        Call.Do(Call.Jurors[0], new GiveFloor("M4"));
        var before = Now;
        Call.Do(Call.Jurors[0], new GiveFloor("M5"));
        Assert.Empty(Since(before));

        before = Now;
        Call.Do("M5", new LowerHand());
        Assert.Equal("Dr Y. Kerdoncuff n’a plus la parole.", Assert.Single(Since(before)));
    }

    private string[] Since(ConsoleNews before) => [.. Now.Since(before, Texts.French<ChairTexts>(), new OrderWords(Texts.French<OrderTexts>(), Texts.Say))];
}
