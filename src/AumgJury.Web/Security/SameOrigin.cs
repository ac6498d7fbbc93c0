using AumgJury.Web.Realtime;

namespace AumgJury.Web.Security;

/// <summary>
/// Connections that act for a seat come from our own pages. SameSite keeps other sites' pages from sending the cookie, not those of another port or
/// of a sister sub-domain, and a WebSocket is bound by no same-origin policy: its server must look (RFC 6455, 10.2).
/// </summary>
public static class SameOrigin
{
    /// <summary>The hubs and every WebSocket: an <c>Origin</c> that is present and not ours is 403. A program that sends none is no browser.</summary>
    public static void UseSameOrigin(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (Connects(context.Request) && !IsOurs(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return next(context);
    });

    /// <summary>The request names no origin, or the one that it was sent to.</summary>
    public static bool IsOurs(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }

    private static bool Connects(HttpRequest request) =>
        request.Path.StartsWithSegments(JuryHub.Path, StringComparison.OrdinalIgnoreCase)
        || request.Path.StartsWithSegments(Circuits, StringComparison.OrdinalIgnoreCase)
        || request.Headers.Upgrade.ToString().Contains("websocket", StringComparison.OrdinalIgnoreCase);

    /// <summary>Where Blazor's circuits connect.</summary>
    internal const string Circuits = "/_blazor";
}
