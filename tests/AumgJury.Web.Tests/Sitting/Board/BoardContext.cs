using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Pages;
using AumgJury.Web.Realtime;
using AumgJury.Web.Sitting;
using AumgJury.Web.Sitting.Boards;
using AumgJury.Web.Tests.Room;
using AumgJury.Web.Tests.Seeds;
using Bunit;

namespace AumgJury.Web.Tests.Sitting.Board;

/// <summary>The demo's final deliberation at a moment, and the board as one of its seats sees it.</summary>
public abstract class BoardContext : RoomContext
{
    /// <summary>What was sent and accepted.</summary>
    protected List<Command> Done { get; } = [];

    protected static Task<RehearsedCall> At(string moment) => BoardRehearsal.At(DemoRehearsal.Script(SeedCopy.Original), moment);

    protected SeatDesk Desk(RehearsedCall call, string seat) => new("1", call.Definition.Grid, (_, command) =>
    {
        var refusal = call.Try(Actor.Seat(seat), command);
        if (refusal is null)
        {
            Done.Add(command);
        }

        return Task.FromResult(refusal is null ? new Sent(new Answer(call.Now), null) : new Sent(null, refusal));
    });

    protected IRenderedComponent<BoardPanel> Panel(RehearsedCall call, string seat, SeatDesk? desk = null)
    {
        var (board, work, expected) = Seen(call, seat);
        return Render<BoardPanel>(p => p.AddCascadingValue(desk ?? Desk(call, seat)).Add(b => b.Board, board).Add(b => b.Work, work)
            .Add(b => b.Conducts, expected is not null).Add(b => b.Expected, expected));
    }

    protected IRenderedComponent<BoardAct> Act(RehearsedCall call, string seat)
    {
        var (board, work, expected) = Seen(call, seat);
        return Render<BoardAct>(p => p.AddCascadingValue(Desk(call, seat)).Add(b => b.Board, board).Add(b => b.Work, work)
            .Add(b => b.Conducts, expected is not null).Add(b => b.Expected, expected));
    }

    /// <summary>What that seat's view gives the board: an expected act for whoever conducts alone.</summary>
    protected static (Core.Views.Board Board, JurorWork? Work, ExpectedAct? Expected) Seen(RehearsedCall call, string seat) => call.State.View(seat) switch
    {
        ChairView chair => (chair.Board!, chair.Work, chair.Console.Expected),
        MemberView member => (member.Board!, member.Work, null),
        SecretaryView secretary => (secretary.Board!, null, secretary.Conduct?.Expected),
        AuthorityView authority => (authority.Board!, null, null),
        var other => throw new InvalidOperationException(other.GetType().Name),
    };

    /// <summary>Text as it is read, with ordinary spaces.</summary>
    protected static string Plain(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ').Replace('’', '\'');
}
