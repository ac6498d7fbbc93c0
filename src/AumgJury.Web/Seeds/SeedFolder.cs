using AumgJury.Core.Calls;
using AumgJury.Web.Texts;

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
            .. CallZone.Find(definition.TimeZone) is { } zone ? OtherOffsets(definition, zone).Select(slot => order.At(slot.Path, slot.Reason))
                : [call.At("timeZone", SeedTexts.Say("UnknownTimeZone", definition.TimeZone))],
            .. DocumentCheck.Problems(folder, dossiers),
        ];
        return problems.Length > 0
            ? new SeedRead<CallDefinition>.Refused(problems)
            : new SeedRead<CallDefinition>.Accepted(definition with { Dossiers = DocumentCheck.Filled(folder, definition.Dossiers) });

        SeedProblem Placed(string path, string reason) => FileOf(path) switch
        {
            ("grid.json", var rest) => grid.At(rest, reason),
            ("rules.json", var rest) => rules.At(rest, reason),
            ("jury.json", var rest) => jury.At(rest, reason),
            ("dossiers.json", var rest) => dossiers.At(rest, reason),
            ("running-order.json", var rest) => order.At(rest, reason),
            _ => call.At(path, reason),
        };
    }

    /// <summary>The definition is one JSON for Core and six files here: the path's first word says in which one it stands, the rest where.</summary>
    public static (string File, string Path) FileOf(string path)
    {
        var end = path.IndexOfAny(['.', '[']);
        var rest = end < 0 ? "" : path[end..].TrimStart('.');
        return (end < 0 ? path : path[..end]) switch
        {
            "grid" => ("grid.json", rest),
            "rules" => ("rules.json", rest),
            "seats" => ("jury.json", rest),
            "dossiers" => ("dossiers.json", rest),
            "runningOrder" => ("running-order.json", rest),
            _ => ("call.json", path),
        };
    }

    private static string Reason(DefinitionProblem problem) => SeedTexts.Say($"Fault{problem.Fault}", problem.Subject);

    /// <summary>A slot that is written with the offset of another place is the commonest way to hear a University at a wrong hour.</summary>
    private static IEnumerable<(string Path, string Reason)> OtherOffsets(CallDefinition definition, TimeZoneInfo zone) => definition.RunningOrder
        .Select((slot, i) => (Slot: slot, Path: $"[{i}].start", Local: TimeZoneInfo.ConvertTime(slot.Start, zone)))
        .Where(x => x.Slot.Start.Offset != x.Local.Offset)
        .Select(x => (x.Path, SeedTexts.Say("OtherOffset", Offset(x.Slot.Start), definition.TimeZone, Offset(x.Local))));

    private static string Offset(DateTimeOffset instant) => instant.ToString("zzz", System.Globalization.CultureInfo.InvariantCulture);

    private static CallDefinition Together(CallFile c, Grid grid, RulesOfProcedure rules, SeatDefinition[] seats, DossierDefinition[] dossiers, SlotDefinition[] order)
    {
        return new(
            c.Id, c.Title, c.Organisation, c.Wave, c.DemoStart, c.SittingDate, c.TimeZone, c.Contact, c.Phone, c.Posts, c.MonthlyAmount, c.Envelope,
            c.Prerequisites, grid, rules, c.Universities, seats, dossiers, order);
    }
}
