using System.Text.RegularExpressions;
using AumgJury.Core.Sittings;

namespace AumgJury.Core.Calls;

/// <summary>What is wrong with a definition, and where: <paramref name="Path"/> is a path into its JSON such as <c>grid.criteria[3].weight</c>.</summary>
public sealed record DefinitionProblem(string Path, DefinitionFault Fault, string Subject);

public enum DefinitionFault
{
    BadIdentifier,
    Duplicate,
    WeightsNotHundred,
    AnchorsNotSix,
    UnknownCriterion,
    UnknownUniversity,
    UnknownPrerequisite,
    NoChair,
    NoSecretary,
    NoAuthority,
    QuorumOutOfRange,
    OutOfRange,
    Missing,
    UniversityWithoutSlot,
    PresenterWithoutUniversity,
    BadAddress,
    BadText,
}

/// <summary>Checks a definition before it becomes a journal's first line; pure.</summary>
public static partial class DefinitionCheck
{
    private const int MostMinutes = 240;
    private const int MostSeconds = 900;

    /// <summary>Every problem found, in the order of the file; empty when the call may open.</summary>
    public static DefinitionProblem[] Problems(CallDefinition d) => [.. Identity(d), .. GridProblems(d.Grid), .. RuleProblems(d), .. TimeProblems(d.Rules), .. SeatProblems(d), .. DossierProblems(d), .. SlotProblems(d)];

    private static IEnumerable<DefinitionProblem> Identity(CallDefinition d)
    {
        // The database keeps the log of S1 in S1-log, which would also be the name of another call's files.
        if (d.Id.Length is 0 or > 40 || !SafeName().IsMatch(d.Id) || d.Id.EndsWith("-log", StringComparison.OrdinalIgnoreCase))
        {
            yield return new("id", DefinitionFault.BadIdentifier, d.Id);
        }

        if (d.Contact.Length > 0 && !Printable.IsAddress(d.Contact))
        {
            yield return new("contact", DefinitionFault.BadAddress, d.Contact);
        }

        if (d.Posts < 1)
        {
            yield return new("posts", DefinitionFault.OutOfRange, $"{d.Posts}");
        }

        foreach (var (member, amount) in new[] { ("monthlyAmount", d.MonthlyAmount), ("envelope", d.Envelope) }.Where(x => x.Item2 < 0))
        {
            yield return new(member, DefinitionFault.OutOfRange, amount.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        foreach (var problem in Duplicates("universities", d.Universities.Select(u => u.Id)))
        {
            yield return problem;
        }
    }

    private static IEnumerable<DefinitionProblem> GridProblems(Grid grid)
    {
        if (grid.TotalWeight != 100)
        {
            yield return new("grid.criteria", DefinitionFault.WeightsNotHundred, $"{grid.TotalWeight}");
        }

        for (var i = 0; i < grid.Criteria.Length; i++)
        {
            var criterion = grid.Criteria[i];
            if (criterion.Weight < 1)
            {
                yield return new($"grid.criteria[{i}].weight", DefinitionFault.OutOfRange, $"{criterion.Weight}");
            }

            if (criterion.Anchors.Length != Grid.HighestMark + 1)
            {
                yield return new($"grid.criteria[{i}].anchors", DefinitionFault.AnchorsNotSix, criterion.Id);
            }
        }

        foreach (var problem in Duplicates("grid.criteria", grid.Criteria.Select(c => c.Id)))
        {
            yield return problem;
        }
    }

    private static IEnumerable<DefinitionProblem> RuleProblems(CallDefinition d)
    {
        var voters = d.Seats.Count(s => s.Votes);
        if (d.Rules.Quorum < 1 || d.Rules.Quorum > voters)
        {
            yield return new("rules.quorum", DefinitionFault.QuorumOutOfRange, $"{d.Rules.Quorum}/{voters}");
        }

        if (d.Rules.Threshold is < 0 or > 100)
        {
            yield return new("rules.threshold", DefinitionFault.OutOfRange, $"{d.Rules.Threshold}");
        }

        for (var i = 0; i < d.Rules.TieBreakers.Length; i++)
        {
            var id = d.Rules.TieBreakers[i];
            if (d.Grid.Find(id) is null && d.Grid.Criteria.All(c => c.Group != id))
            {
                yield return new($"rules.tieBreakers[{i}]", DefinitionFault.UnknownCriterion, id);
            }
        }
    }

    /// <summary>Minutes and seconds of the rules that would stop a sitting, or never let it end.</summary>
    private static IEnumerable<DefinitionProblem> TimeProblems(RulesOfProcedure r) =>
        new (string Name, int Value, int Least)[]
        {
            ("presentationMinutes", r.PresentationMinutes, 1), ("questionMinutes", r.QuestionMinutes, 1), ("closedRoomMinutes", r.ClosedRoomMinutes, 0),
            ("transitionMinutes", r.TransitionMinutes, 0), ("graceMinutes", r.GraceMinutes, 0), ("callSeconds", r.CallSeconds, 1), ("entrySeconds", r.EntrySeconds, 0),
            ("recusalWarningSeconds", r.RecusalWarningSeconds, 0), ("returnSeconds", r.ReturnSeconds, 0), ("chairLostSeconds", r.ChairLostSeconds, 1),
        }.Where(x => x.Value < x.Least || x.Value > (x.Name.EndsWith("Seconds", StringComparison.Ordinal) ? MostSeconds : MostMinutes)).Select(x => new DefinitionProblem("rules." + x.Name, DefinitionFault.OutOfRange, $"{x.Value}"));

    private static IEnumerable<DefinitionProblem> SeatProblems(CallDefinition d)
    {
        if (d.Seats.Count(s => s.Role == Role.Chair) != 1)
        {
            yield return new("seats", DefinitionFault.NoChair, "chair");
        }

        // Without them nobody opens the doors, and nobody decides. A second one is named below.
        foreach (var (role, fault) in new[] { (Role.Secretary, DefinitionFault.NoSecretary), (Role.Authority, DefinitionFault.NoAuthority) }.Where(x => d.Seats.All(s => s.Role != x.Item1)))
        {
            yield return new("seats", fault, $"{role}");
        }

        for (var i = 0; i < d.Seats.Length; i++)
        {
            var seat = d.Seats[i];
            if (!Printable.Shows(seat.Name))
            {
                yield return new($"seats[{i}].name", DefinitionFault.Missing, seat.Id);
            }

            if (seat.Email.Length > 0 && !Printable.IsAddress(seat.Email))
            {
                yield return new($"seats[{i}].email", DefinitionFault.BadAddress, seat.Email);
            }

            // A name goes into the head of a mail: one line of what can be printed.
            foreach (var (member, text) in new[] { ("name", seat.Name), ("capacity", seat.Capacity), ("phone", seat.Phone) }.Where(x => !Printable.IsClean(x.Item2, oneLine: true)))
            {
                yield return new($"seats[{i}].{member}", DefinitionFault.BadText, seat.Id);
            }

            if (seat.Role == Role.Presenter && d.Universities.All(u => u.Id != seat.University))
            {
                yield return new($"seats[{i}].university", DefinitionFault.PresenterWithoutUniversity, seat.University ?? "");
            }

            // Minutes, links and notices tell people apart by their names.
            if (d.Seats.Take(i).Any(before => string.Equals(before.Name.Trim(), seat.Name.Trim(), StringComparison.OrdinalIgnoreCase)) && Printable.Shows(seat.Name))
            {
                yield return new($"seats[{i}].name", DefinitionFault.Duplicate, seat.Name);
            }

            // One representative per University (S1-21), one secretary, one authority, one deputy, and no voice for who does not sit.
            if (d.Seats.Take(i).Any(before => SamePlace(before, seat)))
            {
                yield return new($"seats[{i}].role", DefinitionFault.Duplicate, seat.Id);
            }

            if ((seat.Votes || seat.Deputy) && seat.Role is not (Role.Chair or Role.Member))
            {
                yield return new($"seats[{i}].votes", DefinitionFault.OutOfRange, seat.Id);
            }
            else if (seat.Deputy && (seat.Role == Role.Chair || !seat.Votes))
            {
                // The deputy is another voting member than the chair.
                yield return new($"seats[{i}].deputy", DefinitionFault.OutOfRange, seat.Id);
            }
        }

        foreach (var problem in Duplicates("seats", d.Seats.Select(s => s.Id)))
        {
            yield return problem;
        }
    }

    private static bool SamePlace(SeatDefinition a, SeatDefinition b) =>
        (a.Deputy && b.Deputy) || (a.Role == b.Role && (a.Role is Role.Secretary or Role.Authority || (a.Role == Role.Presenter && a.University == b.University)));

    private static IEnumerable<DefinitionProblem> DossierProblems(CallDefinition d)
    {
        for (var i = 0; i < d.Dossiers.Length; i++)
        {
            var dossier = d.Dossiers[i];
            if (d.Universities.All(u => u.Id != dossier.University))
            {
                yield return new($"dossiers[{i}].university", DefinitionFault.UnknownUniversity, dossier.University);
            }

            foreach (var id in dossier.PrerequisitesMet.Where(p => d.Prerequisites.All(q => q.Id != p)))
            {
                yield return new($"dossiers[{i}].prerequisitesMet", DefinitionFault.UnknownPrerequisite, id);
            }
        }

        foreach (var problem in Duplicates("dossiers", d.Dossiers.Select(x => x.Id)))
        {
            yield return problem;
        }
    }

    private static IEnumerable<DefinitionProblem> SlotProblems(CallDefinition d)
    {
        foreach (var university in d.Universities.Where(u => d.RunningOrder.Count(s => s.University == u.Id) != 1))
        {
            yield return new("runningOrder", DefinitionFault.UniversityWithoutSlot, university.Id);
        }

        for (var i = 0; i < d.RunningOrder.Length; i++)
        {
            if (d.Universities.All(u => u.Id != d.RunningOrder[i].University))
            {
                yield return new($"runningOrder[{i}].university", DefinitionFault.UnknownUniversity, d.RunningOrder[i].University);
            }
        }
    }

    private static IEnumerable<DefinitionProblem> Duplicates(string path, IEnumerable<string> ids)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var i = 0;
        foreach (var id in ids)
        {
            if (!SafeName().IsMatch(id) || id.Length > 40)
            {
                yield return new($"{path}[{i}].id", DefinitionFault.BadIdentifier, id);
            }
            else if (!seen.Add(id))
            {
                yield return new($"{path}[{i}].id", DefinitionFault.Duplicate, id);
            }

            i++;
        }
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9-]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SafeName();
}
