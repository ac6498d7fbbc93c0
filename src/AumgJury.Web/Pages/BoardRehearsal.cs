using AumgJury.Core.Sittings;
using AumgJury.Web.Replay;
using AumgJury.Web.Seeds;

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
    public static async Task<RehearsedCall> At(ReplayScript script, string moment)
    {
        var definition = moment == "tied" ? script.Definition with { Rules = script.Definition.Rules with { TieBreakers = [] } } : script.Definition;
        var call = new RehearsedCall(definition, definition.DemoStart!.Value);
        var acts = script.Acts.OfType<ReplayAct.Press>().TakeWhile(p => !Stops[moment](p));
        var fault = await new ScriptPlayer(script with { Definition = definition, Acts = [.. acts] }, new RehearsedStage(call)).Play();
        return fault is null ? call : throw new InvalidOperationException(fault.ToString());
    }

    /// <summary>The script of a seed folder.</summary>
    /// <exception cref="InvalidOperationException">It cannot be read.</exception>
    public static ReplayScript Script(string folder) =>
        ReplayScript.Read(folder) is SeedRead<ReplayScript>.Accepted { Value: var script } ? script : throw new InvalidOperationException($"No script in {folder}.");
}
