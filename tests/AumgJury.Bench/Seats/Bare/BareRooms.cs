using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace AumgJury.Bench.Seats.Bare;

/// <summary>What the bare pages share: the body to render, and the acts.</summary>
public sealed class BareRooms(string html)
{
    public IElement Body { get; } = new HtmlParser().ParseDocument(html).QuerySelector("main") ?? throw new InvalidOperationException("The measured page has no main.");

    public event Action<string>? Acted;

    public static async Task ServeAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddSingleton(new BareRooms(await File.ReadAllTextAsync(args[0])));
        var app = builder.Build();
        app.UseAntiforgery();
        app.MapRazorComponents<BareApp>().AddInteractiveServerRenderMode();
        if (args is [_, var scripts])
        {
            // For a browser: Blazor's own script, as the published application sends it.
            app.MapGet("/_framework/blazor.web.js", (HttpResponse answer) =>
            {
                (answer.Headers.ContentEncoding, answer.Headers.CacheControl) = ("br", "max-age=31536000, immutable");
                return Results.File(Path.Combine(scripts, "blazor.web.js.br"), "text/javascript");
            });
        }

        app.MapPost("/act/{room}", (string room, BareRooms rooms) => rooms.Acted?.Invoke(room)).DisableAntiforgery();
        await app.RunAsync();
    }
}
