using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Hosting;
using AumgJury.Web.Pages;
using AumgJury.Web.Realtime;
using AumgJury.Web.Room;
using AumgJury.Web.Seeds;
using AumgJury.Web.Sitting;
using AumgJury.Web.Sitting.Chair;
using AumgJury.Web.Tests.Room;
using Bunit;

namespace AumgJury.Web.Tests.Sitting.Chair;

/// <summary>The chair's room on a call in memory: what is pressed is decided by Core, and the room shows the view that follows.</summary>
public abstract class ChairContext : RoomContext
{
    private static readonly CallDefinition Definition = ((SeedRead<CallDefinition>.Accepted)SeedFolder.Read(Serving.SeedFolder)).Value;
    private IRenderedComponent<ChairRoom>? _room;

    protected RehearsedCall Call { get; private set; } = null!;

    protected SeatDesk Desk { get; private set; } = null!;

    /// <summary>What was sent, refused or not.</summary>
    protected List<Command> Sent { get; } = [];

    protected List<string> Said { get; } = [];

    protected ChairView View => Call.View<ChairView>(Call.Jurors[0]);

    protected ConductScene Scene => ConductScene.Of(View);

    protected IRenderedComponent<ChairRoom> Room(string moment)
    {
        Call = ChairRehearsal.At(Definition, moment);
        Desk = new SeatDesk("1", Definition.Grid, Send);
        Desk.Changed += () => _room?.Render(_ => { });
        Desk.Announced += (words, _) => Said.Add(words);
        _room = Render<ChairRoom>(p => p.AddCascadingValue(Desk).AddCascadingValue(new SittingClock(Call.Now, Time.GetUtcNow(), 0)).Add(r => r.View, View));
        return _room;
    }

    protected static string Primary(IRenderedComponent<ChairRoom> room) => room.FindAll("[data-primary-act]").SingleOrDefault()?.TextContent.Trim() ?? "";

    /// <summary>A press by somebody who has read the button: not within the moment after its words changed.</summary>
    protected void Press(IRenderedComponent<ChairRoom> room, string words)
    {
        Time.Advance(ActPlace.Settling);
        room.FindAll("button").First(b => string.Equals(b.TextContent.Trim(), words, StringComparison.Ordinal) || string.Equals(b.GetAttribute("aria-label"), words, StringComparison.Ordinal)).Click();
    }

    private Task<Sent> Send(string id, Command command)
    {
        Sent.Add(command);
        var refusal = Call.Try(Actor.Seat(Call.Jurors[0]), command);
        if (Call.State.View(Call.Jurors[0]) is ChairView view)
        {
            _room?.Render(p => p.Add(r => r.View, view));
        }

        return Task.FromResult(refusal is null ? new Sent(new Answer(Call.Now), null) : new Sent(null, refusal));
    }
}
