using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Texts;

namespace AumgJury.Web.Sitting.Order;

/// <summary>One line of the running order in words.</summary>
public sealed class OrderWords(TextsOf<OrderTexts> texts, Say say)
{
    /// <summary>Where this University stands.</summary>
    public string State(OrderLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var state = line switch
        {
            { OnFile: true } => texts["State_OnFile"],
            { Step: HearingStep.Waiting, Dossiers: [] } => texts["NoDossier"],
            { Step: HearingStep.Waiting } => texts[Waiting(line)],
            { Step: HearingStep.Called or HearingStep.Entering or HearingStep.ExitOrdered or HearingStep.Marking } => texts[$"State_{line.Step}"],
            { Step: HearingStep.Done, StartedAt: { } from, EndedAt: { } to } => texts["State_Heard", say.Hour(from), say.Hour(to)],
            { Step: HearingStep.Done } => texts["State_Done"],
            _ => texts["State_Inside", say.Hour(line.StartedAt ?? line.Planned)],
        };
        return line.Released ? texts["State_Released", state] : state;
    }

    /// <summary>What the presenter answered to a proposed or moved hour; null when nothing was proposed.</summary>
    public string? Notice(OrderLine line) => line.Notice is { } n
        ? texts[(n.Swap, n.Agreed) switch
        {
            (false, null) => "Notice_Asked",
            (false, true) => "Notice_Agreed",
            (false, false) => "Notice_Refused",
            (true, null) => "Notice_SwapAsked",
            (true, true) => "Notice_SwapAgreed",
            _ => "Notice_SwapRefused",
        }, say.Hour(n.Hour)]
        : null;

    /// <summary>What the presenter said of being late; null when nothing.</summary>
    public string? Late(OrderLine line) =>
        line is not { SaidLate: true, Step: HearingStep.Waiting or HearingStep.Called } ? null
        : line.LateMinutes is { } minutes ? texts["Late_Minutes", minutes]
        : texts["Late"];

    /// <summary>The hours worth telling: planned, announced when it differs, expected when it differs from what was announced.</summary>
    public IEnumerable<string> Hours(OrderLine line)
    {
        yield return texts["Planned", say.Hour(line.Planned)];
        if (line.Published != line.Planned)
        {
            yield return texts["Published", say.Hour(line.Published)];
        }

        if (line.Expected is { } expected && say.Hour(expected) != say.Hour(line.Published))
        {
            yield return texts["Expected", say.Hour(expected)];
        }
    }

    private static string Waiting(OrderLine line) => line switch
    {
        { LastCallLapsed: true } => "State_Lapsed",
        { Connected: true, Confirmed: true } => "State_Waiting",
        { Connected: true } => "State_AtDoor",
        { Confirmed: true } => "State_Lost",
        _ => "State_Offline",
    };
}
