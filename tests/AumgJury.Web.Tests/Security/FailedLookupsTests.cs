using System.Net;
using AumgJury.Web.Security;

namespace AumgJury.Web.Tests.Security;

public sealed class FailedLookupsTests
{
    [Theory]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("192.0.2.7", "192.0.2.7")]
    public void Whoever_has_one_address_of_a_network_has_all_of_its_64(string address, string counted) =>
        Assert.Equal(IPAddress.Parse(counted), FailedLookups.Network(IPAddress.Parse(address)));

    [Fact]
    public void Another_network_is_not_limited()
    {
        using var failed = new FailedLookups();
        while (failed.Count(IPAddress.Parse("192.0.2.7")))
        {
        }

        Assert.True(failed.Count(IPAddress.Parse("192.0.2.8")));
    }
}
