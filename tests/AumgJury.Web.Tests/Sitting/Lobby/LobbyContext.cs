using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Web.Notifications;
using AumgJury.Web.Realtime;
using AumgJury.Web.Room;
using AumgJury.Web.Sitting;
using AumgJury.Web.Tests.Room;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace AumgJury.Web.Tests.Sitting.Lobby;

/// <summary>Panels with a desk that keeps what they send and say.</summary>
public abstract class LobbyContext : RoomContext
{
    protected LobbyContext()
    {
        Services.AddSingleton(new NotificationText(new("", null)));
        Services.AddSingleton(new MailSettings("mail.example", 587, MailKit.Security.SecureSocketOptions.StartTls, "", "", ""));
        Desk = new SeatDesk("7", new Grid("", 0, []), (_, command) =>
        {
            Done.Add(command);
            return Task.FromResult(Refuses is { } name ? Sent.Refused(name) : new Sent(new Answer(default), null));
        });
        Desk.Announced += (words, assertive) => Said.Add((words, assertive));
    }

    protected List<Command> Done { get; } = [];

    protected List<(string Words, bool Assertive)> Said { get; } = [];

    /// <summary>What every act is answered; null when it is done.</summary>
    protected RefusalName? Refuses { get; set; }

    protected SeatDesk Desk { get; }

    protected SittingClock Clock => SittingClock.RealTime(Time.GetUtcNow());

    /// <summary>Spaces and apostrophes as one types them.</summary>
    protected static string Plain(string text) => string.Join(' ', text.Replace('’', '\'').Split([' ', '\n', '\u00a0', '\u202f'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A button by the words on it.</summary>
    protected static AngleSharp.Dom.IElement Button<T>(IRenderedComponent<T> page, string words)
        where T : IComponent => page.FindAll("button").First(button => Plain(button.TextContent) == words);
}
