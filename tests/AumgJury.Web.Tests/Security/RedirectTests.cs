using AumgJury.Web.Tests.Realtime;

namespace AumgJury.Web.Tests.Security;

public sealed class RedirectTests
{
    [Theory]
    [InlineData("//evil.example/?langue=fr", "/evil.example/")]
    [InlineData("///evil.example?langue=en", "/evil.example")]
    [InlineData("/entrer?langue=en&x=1", "/entrer?x=1")]
    [InlineData("/s/idf-2021-14/?langue=en", "/s/idf-2021-14/")]
    public async Task Choosing_a_language_never_leads_to_another_host(string address, string expected)
    {
        using var house = new TestHouse();
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var raw = new Uri(house.Address.GetLeftPart(UriPartial.Authority) + address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var answer = await http.GetAsync(raw, TestContext.Current.CancellationToken);

        Assert.Equal(expected, answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/entrer?langue=en", "langue=en", "path=/")]
    [InlineData("/s/idf-2021-14/salle?langue=en", "langue-siege=en", "path=/s/idf-2021-14")]
    public async Task A_language_chosen_at_a_seat_is_that_seats_alone(string address, string cookie, string path)
    {
        using var house = new TestHouse();
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
        var answer = await http.GetAsync(new Uri(house.Address, address), TestContext.Current.CancellationToken);
        var parts = Assert.Single(answer.Headers.GetValues("Set-Cookie")).Split("; ");
        Assert.Contains(cookie, parts);
        Assert.Contains(path, parts);

        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(house.Address, "/entrer")) { Headers = { { "Cookie", $"langue=fr; {cookie}" } } };
        var page = await (await http.SendAsync(request, TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("<html lang=\"en\"", page, StringComparison.Ordinal);
    }
}
