using System.Globalization;
using System.Net;
using AumgJury.Web.Texts;
using Microsoft.AspNetCore.Http;

namespace AumgJury.Web.Hosting;

/// <summary>Where a house may listen, and whose word it takes about its clients.</summary>
internal static class Listening
{
    /// <summary>Why this house must not start, in one sentence; null when it may. The demo's links lie in its folder, so it never leaves the machine.</summary>
    public static string? Fault(HouseOptions house, IConfiguration configuration)
    {
        var texts = new TextsOf<SetupTexts>(new HouseCulture(CultureInfo.CurrentUICulture));
        if (house.Proxy is { } proxy && !IPAddress.TryParse(proxy, out _))
        {
            return texts["BadProxy", proxy];
        }

        return house.Demo && Addresses(configuration).FirstOrDefault(a => !StaysHere(a)) is { } beyond ? texts["DemoBeyond", beyond] : null;
    }

    /// <summary>The two ways by which the server is told where to listen.</summary>
    private static IEnumerable<string> Addresses(IConfiguration configuration)
    {
        var urls = configuration[WebHostDefaults.ServerUrlsKey]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        return [.. urls, .. configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"]).OfType<string>()];
    }

    private static bool StaysHere(string address)
    {
        try
        {
            var bound = BindingAddress.Parse(address);
            return bound.IsUnixPipe || bound.Host is "localhost" || (IPAddress.TryParse(bound.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
        }
        catch (FormatException)
        {
            // The server will say it better.
            return true;
        }
    }
}
