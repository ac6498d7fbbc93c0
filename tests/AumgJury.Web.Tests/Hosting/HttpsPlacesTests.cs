using System.Globalization;
using System.Net;
using AumgJury.Web.Hosting;
using AumgJury.Web.Texts;

namespace AumgJury.Web.Tests.Hosting;

public sealed class HttpsPlacesTests
{
    private static readonly IPAddress[] Own = [IPAddress.Parse("192.0.2.7"), IPAddress.Parse("2001:db8::7")];

    [Theory]
    [InlineData("192.0.2.7", "", "192.0.2.7")]
    [InlineData("2001:db8::7", "", "2001:db8::7")]
    [InlineData("127.0.0.1", "", "")]
    [InlineData("localhost", "127.0.0.1", "")]
    [InlineData("jury.example", "192.0.2.7", "192.0.2.7")]
    [InlineData("jury.example", "127.0.1.1 192.0.2.7", "192.0.2.7")]
    public void It_listens_where_the_name_leads_and_nowhere_else(string host, string known, string places)
    {
        var found = Of(host, known);

        Assert.Equal((places, null, null), (string.Join(' ', found.Addresses), found.Fault, found.Warning));
    }

    [Theory]
    [InlineData("192.0.2.8", "", "« 192.0.2.8 » n’est pas une adresse de cette machine. Elle a : 192.0.2.7, 2001:db8::7.")]
    [InlineData("0.0.0.0", "", "« 0.0.0.0 » n’est pas une adresse de cette machine.")]
    [InlineData("::", "", "« :: » n’est pas une adresse de cette machine.")]
    [InlineData("absent.example", "", "« absent.example » est un nom que cette machine ne trouve pas. Donnez une de ses adresses : 192.0.2.7, 2001:db8::7.")]
    [InlineData("other.example", "198.51.100.4", "« other.example » désigne 198.51.100.4, et non cette machine.")]
    public void What_is_not_this_machine_is_refused_in_one_line(string host, string known, string said)
    {
        var found = Of(host, known);

        Assert.StartsWith(said, Plain(found.Fault), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', found.Fault!);
        Assert.Empty(found.Addresses);
    }

    [Theory]
    [InlineData("poste", "127.0.1.1", "« poste » ne désigne cette machine que pour elle-même")]
    [InlineData("poste.local", "", "« poste.local » n’est pas trouvé ici")]
    [InlineData("poste.local", "198.51.100.4", "« poste.local » n’est pas trouvé ici")]
    public void A_name_that_only_the_telephone_may_know_is_a_warning(string host, string known, string said)
    {
        var found = Of(host, known);

        Assert.Null(found.Fault);
        Assert.StartsWith(said, Plain(found.Warning), StringComparison.Ordinal);
        Assert.Equal(Own, found.Addresses);
    }

    [Fact]
    public void What_this_machine_says_of_itself_can_be_bound() => Assert.All(HttpsPlaces.Own(), address =>
    {
        using var listener = new System.Net.Sockets.TcpListener(address, 0);
        listener.Start();
    });

    private static HttpsPlaces Of(string host, string known) => HttpsPlaces.Of(
        new HttpsHost(host, 5080),
        [.. known.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(IPAddress.Parse)],
        Own,
        new TextsOf<SetupTexts>(new HouseCulture(CultureInfo.GetCultureInfo("fr-FR"))));

    private static string? Plain(string? sentence) => sentence?.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
