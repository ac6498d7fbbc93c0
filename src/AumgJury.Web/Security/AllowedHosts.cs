using AumgJury.Web.Hosting;
using Microsoft.AspNetCore.HostFiltering;

namespace AumgJury.Web.Security;

/// <summary>
/// Under which names the house answers. A page elsewhere can give its own name this machine's address (DNS rebinding) and would then read the demo's
/// links as its own: the demo answers to the loopback's names only, and to the one name that <c>--https</c> gives it. A real house to the setting <c>AllowedHosts</c>, any name without it.
/// </summary>
public static class AllowedHosts
{
    private static readonly string[] Loopback = ["localhost", "127.0.0.1", "[::1]"];

    public static void AddAllowedHosts(this IServiceCollection services, HouseOptions house)
    {
        if (house.Demo)
        {
            services.Configure<HostFilteringOptions>(hosts => hosts.AllowedHosts = house.Https is { } https ? [.. Loopback, https.Host] : [.. Loopback]);
        }
    }
}
