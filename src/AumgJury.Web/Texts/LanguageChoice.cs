using System.Globalization;
using AumgJury.Web.Hosting;
using AumgJury.Web.Security;
using Microsoft.AspNetCore.Localization;

namespace AumgJury.Web.Texts;

/// <summary>French unless the visitor chose English, by <c>?langue=en</c>, which a cookie remembers.</summary>
public static class LanguageChoice
{
    /// <summary>The cookie's and the query's name.</summary>
    public const string Name = "langue";

    /// <summary>The cookie of one seat, which goes before the browser's. Its name differs: of two of one name the order is the browser's.</summary>
    private const string SeatName = "langue-siege";

    /// <summary>Registers the texts, the formatter and the language of each visit.</summary>
    public static void AddTexts(this IServiceCollection services)
    {
        services.AddScoped(visit => new HouseCulture(CultureInfo.CurrentUICulture) { Media = visit.GetService<HouseOptions>()?.Media ?? true });
        services.AddScoped(visit => new Say(visit.GetRequiredService<HouseCulture>().Culture));
        services.AddScoped(typeof(TextsOf<>));
    }

    /// <summary>Reads the choice at each request, the circuit's own included; a query is turned into the cookie and cleaned away.</summary>
    public static void UseLanguageChoice(this IApplicationBuilder app)
    {
        app.Use((context, next) =>
        {
            if (!HttpMethods.IsGet(context.Request.Method) || Known(context.Request.Query[Name]) is not { } chosen)
            {
                return next(context);
            }

            // Chosen at a seat, it is that seat's alone: several people may sit in the tabs of one browser.
            var seat = SeatPath.SeatOf(context.Request) is not null;
            context.Response.Cookies.Append(seat ? SeatName : Name, chosen, new CookieOptions
            {
                Path = seat ? context.Request.PathBase.Value : "/",
                MaxAge = TimeSpan.FromDays(365),
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
            });
            var rest = QueryString.Create(context.Request.Query.Where(q => !string.Equals(q.Key, Name, StringComparison.OrdinalIgnoreCase)));
            context.Response.Redirect(Here(context.Request) + rest.ToUriComponent());
            return Task.CompletedTask;
        });
        app.UseRequestLocalization(new RequestLocalizationOptions
        {
            DefaultRequestCulture = new RequestCulture(HouseCulture.French),
            SupportedCultures = [HouseCulture.French, HouseCulture.English],
            SupportedUICultures = [HouseCulture.French, HouseCulture.English],
            RequestCultureProviders = [new CustomRequestCultureProvider(FromCookie)],
        });
    }

    /// <summary>This same address; two slashes at its head would be read as another host's.</summary>
    private static string Here(HttpRequest request) => "/" + request.PathBase.Add(request.Path).ToUriComponent().TrimStart('/', '\\');

    private static Task<ProviderCultureResult?> FromCookie(HttpContext context) =>
        Task.FromResult((Known(context.Request.Cookies[SeatName]) ?? Known(context.Request.Cookies[Name])) is { } language
            ? new ProviderCultureResult(language is "en" ? HouseCulture.English.Name : HouseCulture.French.Name)
            : null);

    private static string? Known(string? language) => language is "fr" or "en" ? language : null;
}
