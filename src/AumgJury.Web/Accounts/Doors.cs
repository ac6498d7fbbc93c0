using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Realtime;
using AumgJury.Web.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace AumgJury.Web.Accounts;

/// <summary>
/// The way in and out. Opening a link changes nothing (mail scanners open links): the page posts the secret, shows the name, and only
/// *Entrer* opens a session. The secret travels in the body of two requests and is nowhere in an address or a log.
/// </summary>
public static class Doors
{
    private const int LongestSecret = 64;
    private const int LargestPost = 4096; // bytes; a secret and a few words

    public static void MapDoors(this IEndpointRouteBuilder app)
    {
        var small = new RequestSizeLimitAttribute(LargestPost);
        app.MapPost("/entrer/lien", Look).DisableAntiforgery().WithMetadata(small);
        // The page of the same address answers GET; without an order the two would be ambiguous.
        app.MapPost("/entrer", Enter).WithOrder(-1).DisableAntiforgery().WithMetadata(small);
        app.MapPost("/quitter", Leave).WithMetadata(small);
    }

    /// <summary>
    /// Who this link is for; nothing is opened. Posted under the seat's own path, the browser sends the seat's cookie along: a session
    /// that holds the seat is already there, and its link leads straight back to it.
    /// </summary>
    private static IResult Look(HttpContext context, LinkPost post, Calls calls, FailedLookups failed)
    {
        if (!SameOrigin(context.Request))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (Find(calls, post.Secret) is not { } found)
        {
            return MayAskAgain(context, failed) ? Results.NotFound() : Results.StatusCode(StatusCodes.Status429TooManyRequests);
        }

        var number = found.Call.NumberOf(found.Access.Seat);
        var mine = SeatSession.Of(calls, context.User) is { } session && session.Number == number ? session : null;
        var here = mine is { Holds: true };
        return found.Access.Ended && !here
            ? Results.StatusCode(StatusCodes.Status410Gone)
            : Results.Json(new LinkFound(found.Access.Name, found.Access.Capacity, number, found.Access.Session is not null, found.Access.TakeOverWaits, here, found.Access.Confirms, found.Access.MayMark, mine is { Marks: true }));
    }

    /// <summary>Opens the session and sets the seat's cookie. Posted to the seat's own path, so that the cookie takes it.</summary>
    private static async Task<IResult> Enter(HttpContext context, Calls calls, FailedLookups failed, EntrancePace pace, TimeProvider machine)
    {
        if (!SameOrigin(context.Request) || SeatPath.SeatOf(context.Request) is not { } number || !context.Request.HasFormContentType)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (await FormOf(context.Request) is not { } form)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        if (Find(calls, form["secret"]) is not { } found || found.Call.NumberOf(found.Access.Seat) != number)
        {
            return Results.Redirect(MayAskAgain(context, failed) ? "/entrer?refus=lien" : "/entrer?refus=attente");
        }

        if (!pace.Takes(number, context.Connection.RemoteIpAddress))
        {
            return Results.Redirect("/entrer?refus=attente");
        }

        var session = Secret.Sum(Secret.New());
        var mine = SeatSession.Of(calls, context.User) is { } known && known.Number == number ? known : null;

        // The browser that holds the seat would exchange its cookie for one that waits, and nobody would hold the seat.
        if (form["marks"] == "true" && mine is { Holds: true })
        {
            return Results.Redirect("/entrer?refus=change");
        }

        // Who presses twice waits for nobody but themselves.
        var gone = found.Access.PendingSession is { } waits && (mine?.Session == waits || found.Call.Waiting.IsGone(found.Access.Seat, waits));
        var sent = await found.Call.Live.Send(Actor.Access, new OpenSession(found.Access.Seat, session, form["takeover"] == "true", found.Access.Link, gone, form["marks"] == "true"));
        if (sent.Refusal is { } refusal)
        {
            return Results.Redirect($"/entrer?refus={(found.Access.Ended ? "fin" : Word(refusal.Name))}");
        }

        if (found.Call.Live.Kept.Access(found.Access.Seat).PendingSession == session)
        {
            found.Call.Waiting.Asked(found.Access.Seat, session);
        }

        // This browser's cookie is about to be another: the grid that was open in it would be nobody's.
        if (mine is { Marks: true } before)
        {
            await found.Call.Live.Send(Actor.Access, new CloseSession(before.Seat, before.Session));
        }

        // What the page asked with the name, it need not ask again at the door. A device that waits to be let in has confirmed nothing yet.
        var entered = new SeatSession(found.Call, found.Access.Seat, number, session);
        if (form["confirm"] == "true" && found.Access.Confirms && entered.Holds)
        {
            await entered.Send(Guid.NewGuid().ToString("N"), new ConfirmPresence());
        }

        await context.SignInAsync(SeatCookie.Scheme, SeatSession.Principal(number, session), SeatCookie.Lasting(found.Call.Live.Kept.SittingDate, machine.GetUtcNow()));
        return Results.Redirect($"/s/{number}/salle");
    }

    /// <summary>Leaves this device: the session ends, and the page that follows clears what the browser kept.</summary>
    private static async Task<IResult> Leave(HttpContext context, Calls calls, IAntiforgery antiforgery)
    {
        if (await FormOf(context.Request) is null || !await antiforgery.IsRequestValidAsync(context))
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        if (SeatSession.Of(calls, context.User) is { } session)
        {
            await session.Call.Live.Send(Actor.Access, new CloseSession(session.Seat, session.Session));
        }

        await context.SignOutAsync(SeatCookie.Scheme);
        return Results.Redirect($"/parti?siege={SeatPath.SeatOf(context.Request)}");
    }

    private static (ServedCall Call, SeatAccess Access)? Find(Calls calls, string? secret)
    {
        if (secret is not { Length: > 20 and <= LongestSecret })
        {
            return null;
        }

        var sum = Secret.Sum(secret);
        foreach (var call in calls.Served.Where(c => c.Live.Kept.IsOpen))
        {
            var state = call.Live.Kept;
            if (state.SeatOfLink(sum) is { } seat)
            {
                return (call, state.Access(seat));
            }
        }

        return null;
    }

    /// <summary>What the entrance's page is told: only a link that is not valid is called so.</summary>
    internal static string Word(RefusalName why) => why switch
    {
        RefusalName.TakeOverUnconfirmed => "autre",
        RefusalName.DeviceWaits => "occupe",
        RefusalName.Stale or RefusalName.NotYourRole => "change",
        RefusalName.DiskFull or RefusalName.NotKept or RefusalName.CallClosed => "serveur",
        _ => "lien",
    };

    /// <summary>Posts that carry a secret come from our own page: another site cannot sign somebody in.</summary>
    private static bool SameOrigin(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        return site.Length > 0 ? site == "same-origin" : Security.SameOrigin.IsOurs(request);
    }

    /// <summary>Whether a secret that is nobody's may be answered as such, or the address has tried too often.</summary>
    private static bool MayAskAgain(HttpContext context, FailedLookups failed)
    {
        if (failed.Count(context.Connection.RemoteIpAddress))
        {
            return true;
        }

        context.Response.Headers.RetryAfter = $"{FailedLookups.RetryAfter}";
        return false;
    }

    /// <summary>The posted form; null when it is none, too large or malformed.</summary>
    private static async Task<IFormCollection?> FormOf(HttpRequest request)
    {
        try
        {
            return request.HasFormContentType ? await request.ReadFormAsync() : null;
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            return null;
        }
    }
}

/// <param name="Secret">The fragment of the link.</param>
public sealed record LinkPost(string Secret);

/// <param name="Held">Another device holds the seat now.</param>
/// <param name="Waits">Taking the seat over then waits for the device that holds it, or for the chair.</param>
/// <param name="Here">This browser holds the seat itself.</param>
/// <param name="Confirms">The doors are open: whoever enters confirms with the same press that nobody else hears.</param>
/// <param name="Marks">A second device may have grid and dossiers only.</param>
/// <param name="MarksHere">This browser is such a device already.</param>
public sealed record LinkFound(string Name, string Capacity, string Number, bool Held, bool Waits, bool Here, bool Confirms, bool Marks, bool MarksHere);
