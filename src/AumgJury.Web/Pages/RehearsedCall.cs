using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Realtime;

namespace AumgJury.Web.Pages;

/// <summary>
/// A call played in memory, for the gallery and for tests of panels: nothing is sealed, nothing is written, the machine's duties are
/// done as soon as they are due.
/// </summary>
public sealed class RehearsedCall
{
    private int _count;

    /// <param name="start">What both clocks show first.</param>
    public RehearsedCall(CallDefinition definition, DateTimeOffset start)
    {
        Definition = definition;
        Now = start;
        State = CallState.Empty((_, cipher) => cipher);
        Do(Actor.Setup, new OpenCall(definition));
    }

    public CallDefinition Definition { get; }

    public CallState State { get; private set; }

    /// <summary>What both clocks show.</summary>
    public DateTimeOffset Now { get; private set; }

    public string[] Jurors => [.. Definition.Seats.Where(s => s.Role is Role.Chair or Role.Member).Select(s => s.Id)];

    public T View<T>(string seat)
        where T : SeatView => (T)State.View(seat);

    /// <summary>Asks; returns the refusal or null.</summary>
    public Refusal? Try(Actor actor, Command command)
    {
        switch (State.Decide(actor, command, $"c{++_count}", new Instants(Now, Now), (_, clear) => clear))
        {
            case Outcome.Accepted accepted:
                State = accepted.Next;
                break;
            case Outcome.Refused refused:
                return refused.Refusal;
        }

        Prove();
        return null;
    }

    /// <summary>Asks as a page does.</summary>
    public Sent Send(Actor actor, Command command) => Try(actor, command) is { } refusal ? new Sent(null, refusal) : new Sent(new Answer(Now), null);

    /// <exception cref="InvalidOperationException">The act was refused.</exception>
    public void Do(Actor actor, Command command)
    {
        if (Try(actor, command) is { } refusal)
        {
            throw new InvalidOperationException($"{actor} {command}: {refusal.Name} {string.Join(", ", refusal.Details)}");
        }
    }

    public void Do(string seat, Command command) => Do(Actor.Seat(seat), command);

    /// <summary>Time goes by; what falls due meanwhile is done.</summary>
    public void Pass(TimeSpan time)
    {
        Now += time;
        while (State.Duties().Where(d => d.Due <= Now).OrderBy(d => d.Due).FirstOrDefault() is { } duty)
        {
            Do(duty.By, duty.Command);
        }
    }

    public void Enter(string seat)
    {
        Do(Actor.Presence, new RegainSeat(seat));
        Do(seat, new ConfirmPresence());
    }

    /// <summary>Whether a closing is left without its proof, as when the machine cannot give it.</summary>
    public bool Unproven { get; set; }

    private void Prove()
    {
        if (!Unproven && State.IsOpen && State.ProofWanted() is { } wanted)
        {
            Do(Actor.Room, new ProveRoom(wanted.Number, ProofMeans.Server, wanted.Expected, wanted.Expected));
        }
    }
}
