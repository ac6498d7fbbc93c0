using MudBlazor;

namespace AumgJury.Web.Hosting;

/// <summary>MudBlazor's files under addresses that name its version, so that a browser may keep them for ever.</summary>
public static class VersionedFiles
{
    private const string Folder = "_content/MudBlazor/";

    private static string Version { get; } = typeof(MudTheme).Assembly.GetName().Version!.ToString(3);

    /// <summary>The address of a file of MudBlazor's, relative to the root. Not by way of the assets' map: there it is served uncompressed.</summary>
    public static string MudBlazor(string file) => $"{Folder}{file}?v={Version}";

    /// <summary>Says so to the browser; for this version alone.</summary>
    public static void UseVersionedFiles(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.Path.StartsWithSegments("/_content/MudBlazor", StringComparison.Ordinal) && context.Request.Query["v"] == Version)
        {
            context.Response.OnStarting(() =>
            {
                if (context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified)
                {
                    context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                }

                return Task.CompletedTask;
            });
        }

        return next(context);
    });
}
