using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;

namespace AumgJury.Core.Views;

/// <summary>Who may read which document.</summary>
internal static class Documents
{
    /// <summary>
    /// Jurors whom nothing bars, the secretary, and the authority once the ranking is fixed; a presenter reads their own University's.
    /// Null otherwise, without saying whether it exists.
    /// </summary>
    public static DocumentDefinition? For(State s, string seat, string dossier, string document)
    {
        if (!s.Seats.TryGetValue(seat, out var p) || p.ReplacedBy is not null || !s.Dossiers.TryGetValue(dossier, out var d))
        {
            return null;
        }

        var may = p.Role switch
        {
            Role.Chair or Role.Member => !s.IsRecused(seat, dossier),
            Role.Secretary => true,
            Role.Authority => s.Phase >= Phase.RankingFixed,
            _ => d.Definition.University == p.Definition.University,
        };
        return may ? d.Definition.Documents.FirstOrDefault(x => x.Id == document) : null;
    }
}
