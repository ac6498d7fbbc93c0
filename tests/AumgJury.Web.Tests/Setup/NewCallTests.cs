using AumgJury.Core.Calls;
using AumgJury.Web.Seeds;
using AumgJury.Web.Setup;

namespace AumgJury.Web.Tests.Setup;

/// <summary><c>--new-call DIR</c>: a folder to start from.</summary>
public sealed class NewCallTests : IDisposable
{
    private readonly NewHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public void The_folder_is_valid_as_it_stands_says_what_to_fill_in_and_names_nobody_real()
    {
        var folder = _house.NewCall();
        var call = Assert.IsType<SeedRead<CallDefinition>.Accepted>(SeedFolder.Read(folder)).Value;
        Assert.Null(call.DemoStart);
        Assert.Single(call.Seats, s => s.Deputy);
        Assert.All(call.Seats, s => Assert.EndsWith(".invalid", s.Email, StringComparison.Ordinal));
        Assert.All(call.Seats.Select(s => s.Name).Concat(call.Dossiers.Select(d => d.Nominee)).Append(call.Title), text => Assert.Contains("À COMPLÉTER", text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_size_and_sum_of_a_document_may_be_left_out_and_are_those_of_the_file()
    {
        var folder = _house.NewCall();
        Assert.DoesNotContain("sha256", File.ReadAllText(Path.Combine(folder, "dossiers.json")), StringComparison.Ordinal);
        var cv = Assert.IsType<SeedRead<CallDefinition>.Accepted>(SeedFolder.Read(folder)).Value.Dossiers[0].Documents[0];
        var bytes = File.ReadAllBytes(Path.Combine(folder, cv.File));
        Assert.Equal((bytes.LongLength, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))), (cv.Bytes, cv.Sha256));
    }

    [Fact]
    public void A_folder_that_holds_something_is_left_alone()
    {
        var folder = _house.NewCall();
        NewHouse.Change(folder, "call.json", "mon-appel", "le-mien");
        using var said = new StringWriter();
        Assert.Equal(1, NewCallCommand.Run(folder, NewHouse.Model, said));
        Assert.Contains("n’est pas vide", said.ToString(), StringComparison.Ordinal);
        Assert.Contains("le-mien", File.ReadAllText(Path.Combine(folder, "call.json")), StringComparison.Ordinal);
    }
}
