using AumgJury.Core.Sittings;

namespace AumgJury.Core.Tests.Kit;

/// <summary>The small call, played to each phase.</summary>
internal static class Phases
{
    public static Play To(Phase phase) => phase switch
    {
        Phase.Convened => new Play(Small.Call()),
        Phase.DoorsOpen => Doors(),
        Phase.RollCall => Play.AtTheRollCall(Small.Call()),
        Phase.Hearings => Play.Marking(Small.Call()),
        _ => Ended(phase),
    };

    private static Play Doors()
    {
        var p = Play.AtTheDoors(Small.Call());
        p.EveryoneConfirms();
        return p;
    }

    private static Play Ended(Phase phase)
    {
        var p = Play.Deliberating(Small.Call());
        if (phase >= Phase.RankingFixed)
        {
            if (p.View<Views.ChairView>("M1").Board!.OpenTies is [var tie])
            {
                p.Do("M1", new BreakTie(tie, "Le projet le plus avancé d'abord."));
            }

            p.OpineAllAndFix();
        }

        if (phase == Phase.Closed)
        {
            p.CloseAndDecide();
        }

        return p;
    }
}
