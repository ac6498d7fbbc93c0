using System.Net;
using AumgJury.Web.Accounts;
using AumgJury.Web.Hosting;
using Microsoft.AspNetCore.HttpOverrides;

namespace AumgJury.Web.Security;

/// <summary>
/// A real house stands behind a reverse proxy that holds the certificate: the client's address (for the limits) and HTTPS (for cookies
/// and links) are the proxy's word, taken from it alone. The demo has no proxy.
/// </summary>
public static class BehindProxy
{
    public static void AddProxy(this IServiceCollection services, HouseOptions house)
    {
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            // Only the last entry is the proxy's own; those before it are the client's claims.
            forwarded.ForwardLimit = 1;
            forwarded.ForwardedHeaders = house.Demo ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            if (house.Proxy is { } proxy)
            {
                forwarded.KnownIPNetworks.Clear();
                forwarded.KnownProxies.Clear();
                forwarded.KnownProxies.Add(IPAddress.Parse(proxy));
            }
        });
        services.AddAntiforgery(antiforgery =>
        {
            // The Content-Security-Policy says it already, and more strictly: nobody frames a page.
            antiforgery.SuppressXFrameOptionsHeader = true;
            antiforgery.Cookie.Name = $"aumg-formulaire-{HouseMark.Of(house)}";
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
    }
}
