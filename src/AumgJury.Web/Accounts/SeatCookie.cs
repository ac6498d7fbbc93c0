using AumgJury.Web.Hosting;
using AumgJury.Web.Realtime;
using AumgJury.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace AumgJury.Web.Accounts;

/// <summary>
/// The session cookie, one a seat: its path is the seat's, so that several seats live in the tabs of one browser.
/// A path is no border: the claim is compared with the path at every request.
/// </summary>
public static class SeatCookie
{
    public const string Scheme = "seat";

    public static void AddSeatCookie(this IServiceCollection services, HouseOptions house)
    {
        services.AddAuthentication(Scheme).AddCookie(Scheme, options =>
        {
            // __Host- is impossible with a path; the demo listens on the loopback without TLS, unless it is tried on a network.
            options.Cookie.Name = $"{(house.Demo ? "" : "__Secure-")}aumg-siege-{HouseMark.Of(house)}";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = house.Demo ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            // The journal says how long a session lasts. A cookie that ended before it would leave the seat to a device that nobody has any more: whoever came
            // back by their link would be asked to take over from themselves, and wait to be let in.
            options.SlidingExpiration = true;
            options.Events = new CookieAuthenticationEvents
            {
                OnRedirectToLogin = context => Redirect(context),
                OnRedirectToAccessDenied = context => Redirect(context),
            };
        });
        services.AddAuthorization();
        services.AddCascadingAuthenticationState();
    }

    /// <summary>
    /// Kept by the browser until a week after the sitting's day, and at least for a week; use puts that off. A call may be convened weeks before: the device of the pre-check is
    /// known on the day. Whoever shares a computer leaves by *Quitter*, which ends the session itself.
    /// </summary>
    /// <param name="sitting">The call's day.</param>
    public static AuthenticationProperties Lasting(DateOnly sitting, DateTimeOffset now)
    {
        var day = new DateTimeOffset(sitting.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        return new() { IsPersistent = true, IssuedUtc = now, ExpiresUtc = (day > now ? day : now) + Beyond };
    }

    private static readonly TimeSpan Beyond = TimeSpan.FromDays(7);

    /// <summary>
    /// Refuses a request whose path names another seat than its cookie, and a circuit without a seat, or too many connections of one: the circuits held for the absent would be
    /// thrown away for it.
    /// </summary>
    public static void UseSeatMatch(this IApplicationBuilder app, HouseOptions house) => app.Use(async (context, next) =>
    {
        var seated = context.User.Identity?.IsAuthenticated == true;
        if (!seated && !house.Showcase && context.Request.Path.StartsWithSegments(SameOrigin.Circuits, StringComparison.OrdinalIgnoreCase))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (seated && context.User.FindFirst(SeatSession.NumberClaim)?.Value != SeatPath.SeatOf(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        if (seated && !IsPaced(context.RequestServices.GetRequiredService<CircuitPace>(), context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }

        await next(context);
    });

    private static bool IsPaced(CircuitPace pace, HttpRequest request) =>
        IsNew(request, SameOrigin.Circuits) ? pace.Takes(SeatPath.SeatOf(request)!) : !IsNew(request, JuryHub.Path) || pace.TakesHub(SeatPath.SeatOf(request)!);

    /// <summary>The beginning of a connection: its negotiation, or a WebSocket that never negotiated.</summary>
    private static bool IsNew(HttpRequest request, PathString hub) => request.Path.StartsWithSegments(hub, StringComparison.OrdinalIgnoreCase, out var rest)
        && (rest.Value?.TrimEnd('/') ?? "") is var inside
        && (inside.Equals("/negotiate", StringComparison.OrdinalIgnoreCase) || (inside.Length == 0 && string.IsNullOrEmpty(request.Query["id"])));

    /// <summary>The page that says how to come in, and nothing else; a hub or a document gets the bare status.</summary>
    private static Task Redirect(RedirectContext<CookieAuthenticationOptions> context)
    {
        var page = context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
        if (page)
        {
            context.Response.Redirect("/entrer");
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }

        return Task.CompletedTask;
    }
}
