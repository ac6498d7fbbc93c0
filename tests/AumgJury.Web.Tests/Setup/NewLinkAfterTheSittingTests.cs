using System.Globalization;
using AumgJury.Web.Hosting;
using AumgJury.Web.Setup;
using AumgJury.Web.Storage;
using AumgJury.Web.Tests.Replay;
using Microsoft.Extensions.Configuration;

namespace AumgJury.Web.Tests.Setup;

/// <summary><c>--new-link</c> for a seat that is over: a link that opens nothing is not made.</summary>
public sealed class NewLinkAfterTheSittingTests(PlayedSitting played) : IClassFixture<PlayedSitting>
{
    [Theory]
    [InlineData("M3")]
    [InlineData("P1")]
    public void A_seat_that_ended_with_the_sitting_gets_no_link_and_one_line_says_so(string seat)
    {
        var before = File.ReadAllBytes(played.Files.Journal);
        var culture = CultureInfo.CurrentUICulture;
        using var said = new StringWriter(CultureInfo.InvariantCulture);
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr-FR");
            var options = new ConfigurationBuilder().AddCommandLine(CommandLine.Normalise(["--data", played.Folder, "--new-link", seat])).Build();
            Assert.Equal(1, new NewLinkCommand(HouseOptions.From(options, development: false), new LinuxDisk(), TimeProvider.System, said).Run());
        }
        finally
        {
            CultureInfo.CurrentUICulture = culture;
        }

        var line = Assert.Single(said.ToString().Trim().Split('\n'));
        Assert.Contains("aucun lien n'y donne plus accès", line.Replace('’', '\''), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(played.Files.Journal));
    }
}
