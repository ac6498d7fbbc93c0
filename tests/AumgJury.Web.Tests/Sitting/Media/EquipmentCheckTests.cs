using AumgJury.Core.Sittings;
using AumgJury.Web.Sitting.Media;
using AumgJury.Web.Tests.Sitting.Lobby;
using Bunit;

namespace AumgJury.Web.Tests.Sitting.Media;

public sealed class EquipmentCheckTests : LobbyContext
{
    private IRenderedComponent<EquipmentCheck> Show() => Render<EquipmentCheck>(p => p.AddCascadingValue(Desk));

    [Fact]
    public void Nothing_is_opened_before_the_person_presses()
    {
        var check = Show();

        Assert.Equal("Commencer le test", check.Find("[data-check-act=start]").TextContent.Trim());
        Assert.Empty(check.FindAll("video"));
        Assert.Empty(Done);
    }

    [Fact]
    public async Task The_verdict_goes_to_the_secretary_and_that_is_said()
    {
        var check = Show();
        await check.InvokeAsync(() => check.Instance.ReportAsync(CheckVerdict.Works, CheckVerdict.Works, CheckVerdict.NotTested, CheckVerdict.Fails, CheckVerdict.Works));

        Assert.Equal(new ReportCheck(CheckVerdict.Works, CheckVerdict.Works, CheckVerdict.NotTested, CheckVerdict.Fails, CheckVerdict.Works), Assert.Single(Done));
        Assert.Contains("Le secrétariat voit le résultat", check.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verdict_that_could_not_be_kept_is_said_and_the_test_stays_done()
    {
        Refuses = RefusalName.DiskFull;
        var check = Show();
        await check.InvokeAsync(() => check.Instance.ReportAsync(CheckVerdict.Works, CheckVerdict.Works, CheckVerdict.Works, CheckVerdict.Works, CheckVerdict.Works));

        Assert.Contains("pas pu être transmis", check.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("good")]
    [InlineData("relayed")]
    [InlineData("faceless")]
    [InlineData("soundless")]
    [InlineData("voiceless")]
    [InlineData("blocked")]
    [InlineData("unavailable")]
    public void Every_verdict_has_plain_words_and_a_shape(string verdict)
    {
        var said = Show().Find($"[data-check=verdict] [data-says={verdict}]");

        Assert.True(said.TextContent.Trim().Length > 20);
        Assert.NotNull(said.QuerySelector("svg"));
    }

    [Fact]
    public void A_browser_without_camera_is_told_how_to_open_the_link_elsewhere() =>
        Assert.Contains("Safari, Chrome ou Firefox", Show().Markup, StringComparison.Ordinal);
}
