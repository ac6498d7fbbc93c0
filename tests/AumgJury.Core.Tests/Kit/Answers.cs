using System.Text.Json;
using AumgJury.Core.Sittings;

namespace AumgJury.Core.Tests.Kit;

/// <summary>What a seat would be answered to every command, without any of them being done.</summary>
internal static class Answers
{
    public static string Of(Play p, string seat) => string.Join('\n', Commands.Types.SelectMany(type => Enumerable.Range(0, 3).Select(n => Commands.Plausible(type, n))).Select(c => Of(p, seat, c)));

    private static string Of(Play p, string seat, Command command) =>
        p.State.Decide(Actor.Seat(seat), command, "asked", new Instants(p.Sitting, p.Machine), p.Keys.Seal) is Outcome.Refused refused
            ? $"{command.GetType().Name} {JsonSerializer.Serialize(refused.Refusal)}"
            : $"{command.GetType().Name} accepted";
}
