using System.Security.Cryptography;

namespace AumgJury.Web.Security;

/// <summary>The policy that every answer carries. Scripts: ours, or the import map with its nonce.</summary>
public static class ContentSecurityPolicy
{
    private static readonly object Key = new();

    /// <summary>Who may frame us; Blazor adds a header of its own that must agree.</summary>
    public const string FrameAncestors = "'none'";

    /// <summary>The nonce of this request, for the import map.</summary>
    /// <exception cref="InvalidOperationException">The middleware did not run.</exception>
    public static string NonceOf(HttpContext context) =>
        context.Items[Key] as string ?? throw new InvalidOperationException("The content security policy was not set.");

    /// <summary>
    /// Sets the header and the nonce. Styles stay 'unsafe-inline': pages write style attributes (how far a bar is filled), which no
    /// nonce covers. A re-executed request (the error page) keeps its first nonce.
    /// </summary>
    public static void UseContentSecurityPolicy(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!context.Items.ContainsKey(Key))
        {
            context.Items[Key] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));
        }

        context.Response.Headers.ContentSecurityPolicy = Policy(NonceOf(context));
        return next(context);
    });

    internal static string Policy(string nonce) => string.Join("; ",
        "default-src 'self'",
        $"script-src 'self' 'nonce-{nonce}'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "media-src 'self' blob:",
        "frame-src 'self'",
        "worker-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        $"frame-ancestors {FrameAncestors}");
}
