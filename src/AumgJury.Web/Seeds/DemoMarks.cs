using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;

namespace AumgJury.Web.Seeds;

/// <summary>What the demo's members mark and what the demo's jury says: <c>marks.json</c>, for the replay and the tests only.</summary>
/// <param name="Sheets">At most one a dossier and member.</param>
/// <param name="Opinions">One for each dossier that is heard.</param>
public sealed record DemoMarks(DemoSheet[] Sheets, DemoOpinion[] Opinions)
{
    /// <summary>Reads <c>marks.json</c> and checks it against the call: dossiers, members, criteria and marks.</summary>
    public static SeedRead<DemoMarks> Read(string folder, CallDefinition definition)
    {
        var file = SeedFile<DemoMarks>.Read(folder, "marks.json");
        SeedProblem[] problems = [.. file.Problems, .. file.Value is null ? [] : Strangers(file, definition)];
        return problems.Length > 0 ? new SeedRead<DemoMarks>.Refused(problems) : new SeedRead<DemoMarks>.Accepted(file.Value!);
    }

    private static IEnumerable<SeedProblem> Strangers(SeedFile<DemoMarks> file, CallDefinition definition)
    {
        var seen = new HashSet<(string, string)>();
        for (var i = 0; i < file.Value!.Sheets.Length; i++)
        {
            var sheet = file.Value.Sheets[i];
            var path = $"sheets[{i}]";
            if (!definition.Dossiers.Any(d => d.Id == sheet.Dossier))
            {
                yield return file.At($"{path}.dossier", SeedTexts.Say("UnknownDossier", sheet.Dossier));
            }

            if (!definition.Seats.Any(s => s.Votes && s.Id == sheet.Member))
            {
                yield return file.At($"{path}.member", SeedTexts.Say("UnknownVoter", sheet.Member));
            }

            if (!seen.Add((sheet.Dossier, sheet.Member)))
            {
                yield return file.At(path, SeedTexts.Say("FaultDuplicate", $"{sheet.Dossier} {sheet.Member}"));
            }

            foreach (var (criterion, mark) in sheet.Marks.Where(m => m.Value is < 0 or > Grid.HighestMark))
            {
                yield return file.At($"{path}.marks.{criterion}", SeedTexts.Say("FaultOutOfRange", mark));
            }

            foreach (var criterion in sheet.Marks.Keys.Where(c => definition.Grid.Find(c) is null))
            {
                yield return file.At($"{path}.marks.{criterion}", SeedTexts.Say("FaultUnknownCriterion", criterion));
            }

            foreach (var criterion in sheet.Comments.Keys.Where(c => definition.Grid.Find(c) is null))
            {
                yield return file.At($"{path}.comments.{criterion}", SeedTexts.Say("FaultUnknownCriterion", criterion));
            }
        }

        for (var i = 0; i < file.Value.Opinions.Length; i++)
        {
            if (!definition.Dossiers.Any(d => d.Id == file.Value.Opinions[i].Dossier))
            {
                yield return file.At($"opinions[{i}].dossier", SeedTexts.Say("UnknownDossier", file.Value.Opinions[i].Dossier));
            }
        }
    }
}

/// <summary>One member's marks on one dossier.</summary>
/// <param name="Counted">False for a sheet that stays a draft: the recused member's.</param>
/// <param name="Marks">Whole marks from 0 to 5, by criterion.</param>
/// <param name="Comments">A comment for some of the criteria.</param>
public sealed record DemoSheet(string Dossier, string Member, bool Counted, Dictionary<string, int> Marks, Dictionary<string, string> Comments);

/// <summary>The jury's opinion on one dossier, with its motive.</summary>
public sealed record DemoOpinion(string Dossier, Opinion Opinion, string Motive);
