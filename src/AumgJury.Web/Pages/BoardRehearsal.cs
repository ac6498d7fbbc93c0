using AumgJury.Core.Sittings;
using AumgJury.Web.Replay;

namespace AumgJury.Web.Pages;

/// <summary>The demo's final deliberation, brought to one of its moments by its own script.</summary>
public static class BoardRehearsal
{
    /// <summary>What each moment is called, with the act of the script before which it stops.</summary>
    private static readonly Dictionary<string, Func<ReplayAct.Press, bool>> Stops = new(StringComparer.Ordinal)
    {
        ["empty"] = p => p is { Name: "start-final-deliberation" },
        ["begun"] = p => p is { Name: "discuss" },
        ["discussed"] = p => p.Commands[0] is RecordOpinion { Dossier: "D06" },
        ["recused"] = p => p.Commands[0] is RecordOpinion { Dossier: "D09" },
        ["tied"] = p => p.Commands[0] is RecordOpinion { Dossier: "D06" },
        ["ready"] = p => p is { Name: "fix-ranking" },
        ["fixed"] = p => p is { Name: "close-sitting" },
        ["decided"] = p => p.Commands[0] is DecideDossier { Dossier: "D02" },
        ["released"] = _ => false,
    };

    public static IEnumerable<string> Moments => Stops.Keys;

    /// <param name="script">The demo's script.</param>
    /// <param name="moment">One of <see cref="Moments"/>; in "tied" the rules declare no breaker, so that D06 and D10 stay equal.</param>
    public static Task<RehearsedCall> At(ReplayScript script, string moment)
    {
        var definition = moment == "tied" ? script.Definition with { Rules = script.Definition.Rules with { TieBreakers = [] } } : script.Definition;
        return RehearsedStage.Play(script with { Definition = definition }, script.Acts.OfType<ReplayAct.Press>().TakeWhile(p => !Stops[moment](p)));
    }
}
