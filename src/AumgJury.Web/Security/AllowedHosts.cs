using AumgJury.Web.Hosting;
using Microsoft.AspNetCore.HostFiltering;

namespace AumgJury.Web.Security;

/// <summary>
/// Under which names the house answers. A page elsewhere can give its own name this machine's address (DNS rebinding) and would then read the demo's
/// links as its own: the demo answers to the loopback's names only. A real house to the setting <c>AllowedHosts</c>, any name without it.
/// </summary>
public static class AllowedHosts
{
    public static void AddAllowedHosts(this IServiceCollection services, HouseOptions house)
    {
        if (house.Demo)
        {
            services.Configure<HostFilteringOptions>(hosts => hosts.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"]);
        }
    }
}
