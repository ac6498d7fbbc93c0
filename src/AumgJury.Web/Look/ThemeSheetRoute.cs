namespace AumgJury.Web.Look;

/// <summary>Registers and serves the theme's style sheet.</summary>
public static class ThemeSheetRoute
{
    /// <summary>The sheet, made once.</summary>
    public static void AddLook(this IServiceCollection services) => services.AddSingleton<ThemeSheet>();

    /// <summary>Serves it under an address that changes with its content.</summary>
    public static void MapLook(this IEndpointRouteBuilder app) =>
        app.MapGet("/look/theme.css", async (ThemeSheet sheet, HttpResponse response) =>
        {
            response.Headers.CacheControl = "public, max-age=31536000, immutable";
            return Results.Text(await sheet.CssAsync(), "text/css; charset=utf-8");
        });
}
