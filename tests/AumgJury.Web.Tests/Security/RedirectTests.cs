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
}
