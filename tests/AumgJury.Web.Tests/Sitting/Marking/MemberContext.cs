using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Pages;
using AumgJury.Web.Realtime;
using AumgJury.Web.Room;
using AumgJury.Web.Sitting;
using AumgJury.Web.Tests.Room;
using AumgJury.Web.Tests.Seeds;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace AumgJury.Web.Tests.Sitting.Marking;

/// <summary>Renders a member's panels on the demo sitting, played from its script to an hour; what a panel sends is really decided.</summary>
public abstract class MemberContext : RoomContext
{
    private readonly List<Command> _sent = [];
    private RehearsedCall? _play;

    /// <summary>What the panels sent, in order.</summary>
    protected IReadOnlyList<Command> Sent => _sent;

    private protected RehearsedCall Play => _play ?? throw new InvalidOperationException("Call At first.");

    /// <summary>The sitting at an hour such as 11:45:10.</summary>
    private protected RehearsedCall At(string hour) => _play = DemoRehearsal.At(DemoRehearsal.Script(SeedCopy.Original), hour).GetAwaiter().GetResult();

    /// <summary>What this member sees now.</summary>
    protected MemberView Member(string seat = "M4") => (MemberView)Play.State.View(seat);

    /// <summary>Renders with the desk of a seat and the sitting's clock.</summary>
    protected IRenderedComponent<T> Show<T>(Action<ComponentParameterCollectionBuilder<T>> parameters, string seat = "M4")
        where T : IComponent
    {
        var desk = new SeatDesk("4", Play.State.Grid, (_, command) => Task.FromResult(Send(seat, command)));
        return Render<T>(p =>
        {
            p.AddCascadingValue(desk);
            p.AddCascadingValue(new SittingClock(Play.Now, Time.GetUtcNow(), 1));
            parameters(p);
        });
    }

    private Sent Send(string seat, Command command)
    {
        _sent.Add(command);
        return Play.Send(Actor.Seat(seat), command);
    }
}
