using System.Text;
using System.Text.Json;
using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;

namespace AumgJury.Core.Tests.Kit;

/// <summary>
/// A call being played: every state comes from commands. It keeps both clocks, does the machine's duties when their time comes,
/// and proves the room as soon as a proof is wanted (unless told not to).
/// </summary>
internal sealed partial class Play
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);
    private int _commands;

    public Play(CallDefinition definition)
    {
        Definition = definition;
        State = CallState.Empty(Keys.Open);
        Sitting = definition.DemoStart ?? Demo.Start;
        Machine = new DateTimeOffset(2030, 1, 1, 8, 0, 0, TimeSpan.Zero);
        Do(Actor.Setup, new OpenCall(definition));
    }

    public CallDefinition Definition { get; }

    public FakeKeys Keys { get; } = new();

    public CallState State { get; private set; }

    public List<byte[]> Lines { get; } = [];

    public DateTimeOffset Sitting { get; private set; }

    public DateTimeOffset Machine { get; private set; }

    /// <summary>False leaves every closing without its proof.</summary>
    public bool Proves { get; set; } = true;

    /// <summary>Called after each accepted command.</summary>
    public Action<Play>? After { get; set; }

    public string[] Jurors => [.. Definition.Seats.Where(s => s.Role is Role.Chair or Role.Member).Select(s => s.Id)];

    /// <summary>The domain, for assertions on facts that no view shows.</summary>
    public State Inside => State.State;

    public T View<T>(string seat)
        where T : SeatView => Assert.IsType<T>(State.View(seat));

    public string Json(string seat) => Json(State.View(seat));

    public static string Json(SeatView view) => JsonSerializer.Serialize(view, Web);

    /// <summary>Every seat's view in one text: equal texts are byte-identical views.</summary>
    public string AllViews() => AllViews(State);

    /// <summary>A juror's second device's among them.</summary>
    public static string AllViews(CallState state) => string.Join('\n', state.Seats.Select(s => s + " " + Json(state.View(s)))
        .Concat(state.Seats.Where(s => IsJuror(state, s)).Select(s => s + " beside " + Json(state.MarksView(s)))));

    public static bool IsJuror(CallState state, string seat) => state.Access(seat).Role is Role.Chair or Role.Member;

    public string Journal() => string.Join('\n', Lines.Select(l => Encoding.UTF8.GetString(l)));

    public Outcome Try(Actor actor, Command command, string? id = null)
    {
        var outcome = State.Decide(actor, command, id ?? $"c{++_commands}", new Instants(Sitting, Machine), Keys.Seal);
        if (outcome is Outcome.Accepted accepted)
        {
            State = accepted.Next;
            Lines.Add(accepted.Body);
            After?.Invoke(this);
        }

        return outcome;
    }

    public void Do(Actor actor, Command command)
    {
        var outcome = Try(actor, command);
        if (outcome is Outcome.Refused { Refusal: var r })
        {
            Assert.Fail($"{actor} {command}: refused {r.Name} {r.Field} [{string.Join(", ", r.Details)}]");
        }

        Assert.IsType<Outcome.Accepted>(outcome);
        Prove();
    }

    /// <summary>Admits the device that waits for this seat now; "" names none.</summary>
    public Readmit Readmit(string seat) => new(seat, State.Access(seat).PendingSession is { } waits ? waits[..8] : "");

    public void Do(string seat, Command command) => Do(Actor.Seat(seat), command);

    public Refusal Refused(Actor actor, Command command)
    {
        var before = AllViews();
        var outcome = Try(actor, command);
        var refused = outcome as Outcome.Refused;
        if (refused is null)
        {
            Assert.Fail($"{actor} {command} was not refused.");
        }

        Assert.Equal(before, AllViews());
        return refused.Refusal;
    }

    public void Refused(string seat, RefusalName name, Command command) => Assert.Equal(name, Refused(Actor.Seat(seat), command).Name);

    public void Refused(Actor actor, RefusalName name, Command command) => Assert.Equal(name, Refused(actor, command).Name);

    /// <summary>Lets time pass on both clocks; each duty is done at its own instant.</summary>
    public void Pass(TimeSpan time)
    {
        var end = Machine + time;
        Prove();
        for (var i = 0; NextDuty(end) is { } duty; i++)
        {
            Assert.True(i < 100, $"Duties do not come to rest: {duty.Command}");
            Tick((duty.Due > Machine ? duty.Due : Machine) - Machine);
            Do(duty.By, duty.Command);
        }

        Tick(end - Machine);
    }

    public void Pass(int seconds) => Pass(TimeSpan.FromSeconds(seconds));

    /// <summary>Lets the sitting's clock come to that hour of the demo's day.</summary>
    public void Until(int hour, int minute, int second = 0) => Pass(Demo.At(hour, minute, second) - Sitting);

    /// <summary>To that real instant, without any duty; an earlier one changes nothing.</summary>
    public void Jump(DateTimeOffset machine) => Tick(machine > Machine ? machine - Machine : TimeSpan.Zero);

    private Duty? NextDuty(DateTimeOffset end) => State.Duties().Where(d => d.Due <= end).OrderBy(d => d.Due).FirstOrDefault();

    private void Tick(TimeSpan time)
    {
        Assert.True(time >= TimeSpan.Zero, $"Time does not go backwards: {time}");
        Sitting += time;
        Machine += time;
    }

    private void Prove()
    {
        if (Proves && State.IsOpen && State.ProofWanted() is { } wanted)
        {
            Do(Actor.Room, new ProveRoom(wanted.Number, ProofMeans.Server, wanted.Expected, wanted.Expected));
        }
    }
}
