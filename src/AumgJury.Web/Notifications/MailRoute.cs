using AumgJury.Core.Calls;
using AumgJury.Web.Accounts;
using AumgJury.Web.Realtime;

namespace AumgJury.Web.Notifications;

/// <summary>Without SMTP the mails are files; the secretary opens them from the page.</summary>
public static class MailRoute
{
    public static void AddMail(this IServiceCollection services, IConfiguration configuration, string dataFolder)
    {
        services.AddSingleton(MailSettings.Of(configuration));
        services.AddSingleton(scope => new MailDrop(scope.GetRequiredService<MailSettings>(), scope.GetRequiredService<Storage.Disk>(), Path.Combine(dataFolder, "courriers")));
        services.AddSingleton(new NotificationText(NotificationSettings.From(configuration)));
    }

    public static void MapMail(this IEndpointRouteBuilder app) => app.MapGet("/courriers/{university}", Read).RequireAuthorization();

    private static IResult Read(HttpContext context, string university, Calls calls, MailDrop drop)
    {
        if (SeatSession.Of(calls, context.User) is not { Holds: true } me || me.Call.Live.Kept.Access(me.Seat).Role != Role.Secretary)
        {
            return Results.NotFound();
        }

        var known = me.Call.Live.Kept.Archive().Notifications.Any(n => n.University == university);
        var file = known ? drop.FileOf(me.Call.Id, university) : null;
        context.Response.Headers.CacheControl = "no-store";
        return file is not null && File.Exists(file) ? Results.File(file, "message/rfc822", $"{university}.eml") : Results.NotFound();
    }
}
