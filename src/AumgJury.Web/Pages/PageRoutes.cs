using AumgJury.Web.Security;

namespace AumgJury.Web.Pages;

/// <summary>The pages, and what is shown when there is none.</summary>
public static class PageRoutes
{
    /// <summary>A failure shows <c>/erreur</c>, an unknown address <c>/introuvable</c>, with their own status codes.</summary>
    public static void UseErrorPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler("/erreur", createScopeForErrors: true);

        // Only what a person opens gets a page: a post that is answered 404 keeps its bare answer.
        app.UseWhen(
            context => HttpMethods.IsGet(context.Request.Method),
            get => get.UseStatusCodePagesWithReExecute("/introuvable", createScopeForStatusCodePages: true));
    }

    /// <summary>Serves the Razor pages; a room page is interactive, the others are plain HTML.</summary>
    public static void MapPages(this IEndpointRouteBuilder app) =>
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(server =>
            server.ContentSecurityFrameAncestorsPolicy = ContentSecurityPolicy.FrameAncestors);
}
