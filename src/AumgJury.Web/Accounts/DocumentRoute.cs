using AumgJury.Core.Calls;
using AumgJury.Core.Views;
using AumgJury.Web.Realtime;
using AumgJury.Web.Storage;

namespace AumgJury.Web.Accounts;

/// <summary>Documents, for the seat in the path. What a seat may not read does not exist for it.</summary>
public static class DocumentRoute
{
    public static void MapDocuments(this IEndpointRouteBuilder app) =>
        app.MapGet("/documents/{dossier}/{document}", Read).RequireAuthorization();

    private static IResult Read(HttpContext context, string dossier, string document, Calls calls)
    {
        if (SeatSession.Of(calls, context.User) is not { Reads: true } session)
        {
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }

        // The second device of somebody who is out of the room has no dossier.
        if (session.Marks && session.Call.Live.Kept.MarksView(session.Seat) is MarksAsideView)
        {
            return Results.NotFound();
        }

        if (session.Call.Live.Kept.Document(session.Seat, dossier, document) is not { } known)
        {
            return Results.NotFound();
        }

        try
        {
            // Never HTML or SVG: what was deposited is a PDF, and is served as nothing else.
            context.Response.Headers.CacheControl = "no-store";
            return session.Call.Documents.Read($"dossier/{dossier}", known.Sha256) is { } bytes
                ? Results.Bytes(bytes, "application/pdf", fileDownloadName: null)
                : Results.StatusCode(StatusCodes.Status410Gone);
        }
        catch (DocumentLost)
        {
            return Results.NotFound();
        }
    }
}
