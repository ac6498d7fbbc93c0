using System.Globalization;
using System.Text.RegularExpressions;
using AumgJury.Core.Calls;
using AumgJury.Web.Seeds;

namespace AumgJury.Web.Tests.Seeds;

/// <summary>A seed that cannot be used is refused with file, line and reason, and everything wrong is told at once.</summary>
public sealed class SeedFolderTests : IDisposable
{
    private readonly SeedCopy _copy = new();

    public void Dispose() => _copy.Dispose();

    [Fact]
    public void The_demo_call_is_accepted()
    {
        var call = Assert.IsType<SeedRead<CallDefinition>.Accepted>(SeedFolder.Read(SeedCopy.Original)).Value;
        Assert.Equal("idf-2021", call.Id);
        Assert.Equal(new DateTimeOffset(2021, 5, 6, 8, 55, 0, TimeSpan.FromHours(2)), call.DemoStart);
        Assert.Equal((8, 2000m, 360000m), (call.Posts, call.MonthlyAmount, call.Envelope));
        Assert.Equal(100, call.Grid.TotalWeight);
        Assert.Equal((4, 0, true, 50), (call.Rules.Quorum, call.Rules.TransitionMinutes, call.Rules.ReserveList, call.Rules.Threshold));
        Assert.Equal(["C", "C1"], call.Rules.TieBreakers);
        Assert.Equal(8, call.Seats.Count(s => s.Votes));
        Assert.Equal("M2", call.Seats.Single(s => s.Deputy).Id);
        Assert.Equal(["09:20", "10:00", "10:20", "10:40", "11:15", "11:55", "12:15"], call.RunningOrder.Select(s => s.Start.ToString("HH:mm", CultureInfo.InvariantCulture)));
        Assert.Equal(12, call.Dossiers.Length);
        Assert.Equal(Admissibility.Inadmissible, call.Dossiers.Single(d => d.Id == "D04").Admissibility);
        Assert.Equal(Admissibility.Withdrawn, call.Dossiers.Single(d => d.Id == "D07").Admissibility);
    }

    [Fact]
    public void An_unknown_criterion_is_refused_with_file_line_and_reason()
    {
        var line = _copy.Replace("rules.json", "[\"C\", \"C1\"]", "[\"C\", \"C9\"]");
        var problem = Assert.Single(_copy.Problems());
        Assert.Equal(new SeedProblem("rules.json", line, "« C9 » n’est ni un critère ni un sous-total de la grille."), problem);
    }

    [Fact]
    public void Weights_that_do_not_sum_to_100_are_refused_with_file_line_and_reason()
    {
        _copy.Replace("grid.json", "\"weight\": 15", "\"weight\": 14");
        var problem = Assert.Single(_copy.Problems());
        Assert.Equal(new SeedProblem("grid.json", _copy.LineOf("grid.json", "\"criteria\""), "Les poids des critères font 99 et non 100."), problem);
        Assert.Equal("The criteria’s weights add up to 99, not 100.", Assert.Single(_copy.Problems("en")).Reason);
    }

    [Theory]
    [InlineData("grid.json", "\"weight\": 8", "\"weight\": \"huit\"", "\"huit\" ne convient pas : il faut un nombre entier.")]
    [InlineData("grid.json", "\"weight\": 8", "\"poids\": 8", "« poids » n’est pas un champ connu ici.")]
    [InlineData("grid.json", "\"version\": 1", "\"version\": 1, \"totalWeight\": 100", "« totalWeight » n’est pas un champ connu ici.")]
    [InlineData("rules.json", "\"quorum\": 4", "\"quorum\": 9", "Le quorum (9/8) doit aller de 1 au nombre de voix du jury.")]
    [InlineData("rules.json", "\"threshold\": 50", "\"threshold\": 50, \"threshold\": 40", "« threshold » est écrit deux fois.")]
    [InlineData("rules.json", "\"inEachClosedRoom\"", "\"InEachClosedRoom\"", "« InEachClosedRoom » n’est pas une valeur connue ici. Valeurs connues : inEachClosedRoom, atFinalDeliberation.")]
    [InlineData("jury.json", "\"role\": \"secretary\"", "\"role\": \"greffe\"", "« greffe » n’est pas une valeur connue ici.")]
    [InlineData("jury.json", "\"role\": \"secretary\"", "\"role\": 3", "3 ne convient pas : il faut un texte.")]
    [InlineData("jury.json", "\"name\": \"Pr S. Wagner\"", "\"name\": \" \"", "Le siège P3 n’a pas de nom.")]
    [InlineData("jury.json", "\"university\": \"U2\"", "\"university\": \"U9\"", "« U9 » n’en est pas une.")]
    [InlineData("call.json", "\"posts\": 8", "\"posts\": null", "null ne convient pas : il faut un nombre entier.")]
    [InlineData("call.json", "\"Europe/Paris\"", "\"Europe/Lutece\"", "Le fuseau horaire « Europe/Lutece » n’existe pas sur cette machine.")]
    [InlineData("call.json", "\"sittingDate\": \"2021-05-06\"", "\"sittingDate\": \"6 mai 2021\"", "il faut une date comme 2021-05-06.")]
    [InlineData("dossiers.json", "\"prerequisitesMet\": [\"deposited\"", "\"prerequisitesMet\": [\"deposed\"", "« deposed » n’est pas une condition de cet appel.")]
    [InlineData("dossiers.json", "\"kind\": \"renewal\"", "\"kind\": null", "null ne convient pas : il faut un texte.")]
    [InlineData("dossiers.json", "\"kind\": \"letter\"", "\"kind\": \"lettre\"", "« lettre » n’est pas une valeur connue ici.")]
    [InlineData("dossiers.json", "documents/D05/cv.pdf", "documents/D05/../../../cv.pdf", "sort du dossier de l’appel.")]
    [InlineData("dossiers.json", "documents/D05/cv.pdf", "documents/D05/resume.pdf", "Le document « documents/D05/resume.pdf » manque.")]
    [InlineData("running-order.json", "11:15:00+02:00", "11:15:00", "il faut une date et une heure avec leur décalage")]
    [InlineData("running-order.json", "\"U7\"", "\"U8\"", "« U8 » n’est pas une université de cet appel.")]
    public void A_wrong_value_is_told_at_its_line(string file, string old, string with, string reason)
    {
        var line = _copy.Replace(file, old, with);
        Assert.Contains(_copy.Problems(), p => p.File == file && p.Line == line && p.Reason.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_field_is_told_at_its_object()
    {
        var line = _copy.Replace("jury.json", "\"deputy\": true,", "");
        var problem = Assert.Single(_copy.Problems());
        Assert.Equal(("jury.json", "Le champ « deputy » manque."), (problem.File, problem.Reason));
        Assert.InRange(problem.Line, line - 8, line - 1);
    }

    [Fact]
    public void A_broken_file_is_told_at_the_line_where_it_breaks()
    {
        var line = _copy.Replace("jury.json", "\"id\": \"M4\",", "\"id\": \"M4\"");
        var problem = Assert.Single(_copy.Problems());
        Assert.Equal("jury.json", problem.File);
        Assert.InRange(problem.Line, line, line + 1);
        Assert.StartsWith("Le texte n’est pas du JSON valide", problem.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{ \"id\": \"x\" } {")]
    [InlineData("\"\\ud800")]
    public void Text_that_is_no_JSON_is_refused_and_does_not_throw(string text)
    {
        File.WriteAllText(Path.Combine(_copy.Folder, "grid.json"), text);
        Assert.Equal("grid.json", Assert.Single(_copy.Problems()).File);
    }

    [Fact]
    public void Problems_of_several_files_are_told_together()
    {
        _copy.Replace("grid.json", "\"weight\": 8", "\"weight\": 8.5");
        _copy.Replace("rules.json", "true", "\"oui\"");
        File.Delete(Path.Combine(_copy.Folder, "running-order.json"));
        Assert.Equal(["grid.json", "rules.json", "running-order.json"], _copy.Problems().Select(p => p.File));
        Assert.Equal("running-order.json : Ce fichier manque.", _copy.Problems().Last().Sentence.Replace('\u00a0', ' '));
    }

    [Fact]
    public void A_document_changed_by_one_byte_is_refused()
    {
        var path = Path.Combine(_copy.Folder, "documents", "D08", "letter.pdf");
        var bytes = File.ReadAllBytes(path);
        bytes[^20] ^= 1;
        File.WriteAllBytes(path, bytes);
        var problem = Assert.Single(_copy.Problems());
        Assert.Equal("dossiers.json", problem.File);
        Assert.Contains("« documents/D08/letter.pdf » n’est pas celui qui est décrit", problem.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_that_is_a_link_out_of_the_folder_is_refused()
    {
        var path = Path.Combine(_copy.Folder, "documents", "D08", "letter.pdf");
        var elsewhere = Path.Combine(_copy.Folder, "elsewhere.pdf");
        File.Move(path, elsewhere);
        File.CreateSymbolicLink(path, elsewhere);
        Assert.Contains("sort du dossier", Assert.Single(_copy.Problems()).Reason, StringComparison.Ordinal);

        // A linked folder above it is no better.
        File.Delete(path);
        File.Move(elsewhere, path);
        var folder = Path.Combine(_copy.Folder, "documents", "D08");
        Directory.Move(folder, folder + "-elsewhere");
        Directory.CreateSymbolicLink(folder, folder + "-elsewhere");
        Assert.All(_copy.Problems(), p => Assert.Contains("sort du dossier", p.Reason, StringComparison.Ordinal));
        Assert.NotEmpty(_copy.Problems());
    }

    [Fact]
    public void A_document_that_is_no_pdf_is_refused()
    {
        var path = Path.Combine(_copy.Folder, "documents", "D08", "letter.pdf");
        File.WriteAllText(path, "<html><script>1</script></html>");
        Assert.Contains("n’est pas un PDF", Assert.Single(_copy.Problems()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_changes_nothing()
    {
        File.WriteAllText(Path.Combine(_copy.Folder, "call.json"), _copy.Text("call.json"), new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        Assert.IsType<SeedRead<CallDefinition>.Accepted>(SeedFolder.Read(_copy.Folder));
    }

    [Fact]
    public void An_unknown_criterion_or_a_mark_of_six_in_the_marks_is_refused_at_its_line()
    {
        var call = Assert.IsType<SeedRead<CallDefinition>.Accepted>(SeedFolder.Read(_copy.Folder)).Value;
        var line = _copy.Replace("marks.json", "\"marks\": {\"A1\": 5, ", "\"marks\": {\"A9\": 6, ");
        var problems = Assert.IsType<SeedRead<DemoMarks>.Refused>(DemoMarks.Read(_copy.Folder, call)).Problems;
        Assert.Equal(2, problems.Length);
        Assert.All(problems, p => Assert.Equal(("marks.json", line), (p.File, p.Line)));
    }

    [Fact]
    public void Every_fault_has_its_sentence_in_both_languages()
    {
        var texts = new System.Resources.ResourceManager("AumgJury.Web.Texts.Seeds", typeof(SeedFolder).Assembly);
        var french = texts.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!;
        var english = texts.GetResourceSet(CultureInfo.GetCultureInfo("en"), createIfNotExists: true, tryParents: false)!;
        var keys = french.Cast<System.Collections.DictionaryEntry>().Select(e => (string)e.Key).ToHashSet();
        Assert.Superset(Enum.GetNames<DefinitionFault>().Select(f => $"Fault{f}").ToHashSet(), keys);
        Assert.All(keys, key => Assert.Equal(Holes(french.GetString(key)!), Holes(english.GetString(key)!)));

        // French typography: no ordinary space beside a mark that takes a no-break one, no straight apostrophe.
        Assert.All(keys, key => Assert.DoesNotMatch("[ ][:;?!»]|«[ ]|'", french.GetString(key)!));
        static string[] Holes(string format) => [.. Regex.Matches(format, @"\{\d\}").Select(m => m.Value).Order()];
    }
}
