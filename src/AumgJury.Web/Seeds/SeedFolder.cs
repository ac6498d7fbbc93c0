using AumgJury.Core.Calls;

namespace AumgJury.Web.Seeds;

/// <summary>
/// A call as a folder: <c>call.json</c>, <c>grid.json</c>, <c>rules.json</c>, <c>jury.json</c>, <c>dossiers.json</c>,
/// <c>running-order.json</c> and the documents that the dossiers name.
/// </summary>
public static class SeedFolder
{
    /// <summary>Reads and checks everything; nothing is written. A disk that cannot be read throws.</summary>
    public static SeedRead<CallDefinition> Read(string folder)
    {
        var call = SeedFile<CallFile>.Read(folder, "call.json");
        var grid = SeedFile<Grid>.Read(folder, "grid.json");
        var rules = SeedFile<RulesOfProcedure>.Read(folder, "rules.json");
        var jury = SeedFile<SeatDefinition[]>.Read(folder, "jury.json");
        var dossiers = SeedFile<DossierDefinition[]>.Read(folder, "dossiers.json");
        var order = SeedFile<SlotDefinition[]>.Read(folder, "running-order.json");

        SeedProblem[] unread = [.. call.Problems, .. grid.Problems, .. rules.Problems, .. jury.Problems, .. dossiers.Problems, .. order.Problems];
        if (unread.Length > 0)
        {
            return new SeedRead<CallDefinition>.Refused(unread);
        }

        var definition = Together(call.Value!, grid.Value!, rules.Value!, jury.Value!, dossiers.Value!, order.Value!);
        SeedProblem[] problems =
        [
            .. DefinitionCheck.Problems(definition).Select(problem => Placed(problem.Path, Reason(problem))),
            .. UnknownTimeZone(definition).Select(reason => call.At("timeZone", reason)),
            .. DocumentCheck.Problems(folder, dossiers),
        ];
        return problems.Length > 0 ? new SeedRead<CallDefinition>.Refused(problems) : new SeedRead<CallDefinition>.Accepted(definition);

        // The definition is one JSON for Core and six files here: the path's first word says which.
        SeedProblem Placed(string path, string reason)
        {
            var end = path.IndexOfAny(['.', '[']);
            var rest = end < 0 ? "" : path[end..].TrimStart('.');
            return (end < 0 ? path : path[..end]) switch
            {
                "grid" => grid.At(rest, reason),
                "rules" => rules.At(rest, reason),
                "seats" => jury.At(rest, reason),
                "dossiers" => dossiers.At(rest, reason),
                "runningOrder" => order.At(rest, reason),
                _ => call.At(path, reason),
            };
        }
    }

    private static string Reason(DefinitionProblem problem) => SeedTexts.Say($"Fault{problem.Fault}", problem.Subject);

    private static IEnumerable<string> UnknownTimeZone(CallDefinition definition)
    {
        return TimeZoneInfo.TryFindSystemTimeZoneById(definition.TimeZone, out _) ? [] : [SeedTexts.Say("UnknownTimeZone", definition.TimeZone)];
    }

    private static CallDefinition Together(CallFile c, Grid grid, RulesOfProcedure rules, SeatDefinition[] seats, DossierDefinition[] dossiers, SlotDefinition[] order)
    {
        return new(
            c.Id, c.Title, c.Organisation, c.Wave, c.DemoStart, c.SittingDate, c.TimeZone, c.Contact, c.Phone, c.Posts, c.MonthlyAmount, c.Envelope,
            c.Prerequisites, grid, rules, c.Universities, seats, dossiers, order);
    }
}
