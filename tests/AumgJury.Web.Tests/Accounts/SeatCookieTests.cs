using System.Net;
using AumgJury.Web.Accounts;
using AumgJury.Web.Tests.Realtime;

namespace AumgJury.Web.Tests.Accounts;

public sealed class SeatCookieTests
{
    private static readonly DateTimeOffset Now = new(2030, 1, 15, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2030-02-20", "2030-02-27T00:00Z")]
    [InlineData("2030-01-15", "2030-01-22T10:00Z")]
    [InlineData("2021-05-06", "2030-01-22T10:00Z")]
    public void It_lasts_until_a_week_after_the_sittings_day_and_at_least_a_week(string sitting, string end)
    {
        var lasting = SeatCookie.Lasting(DateOnly.Parse(sitting, System.Globalization.CultureInfo.InvariantCulture), Now);

        Assert.True(lasting.IsPersistent);
        Assert.Equal(DateTimeOffset.Parse(end, System.Globalization.CultureInfo.InvariantCulture), lasting.ExpiresUtc);
    }

    [Fact]
    public async Task A_browser_that_was_closed_for_days_is_known_again()
    {
        using var house = new TestHouse();
        var (_, answer) = await house.Door(new CookieContainer(), house.SecretOf("M4"));
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("aumg-siege-", StringComparison.Ordinal));
        var expires = cookie.Split("; ").Single(part => part.StartsWith("expires=", StringComparison.OrdinalIgnoreCase))[8..];

        Assert.True(DateTimeOffset.Parse(expires, System.Globalization.CultureInfo.InvariantCulture) > DateTimeOffset.UtcNow.AddDays(6));
    }
}
