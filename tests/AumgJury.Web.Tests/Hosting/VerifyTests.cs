using System.Globalization;
using AumgJury.Web.Hosting;
using AumgJury.Web.Storage;
using AumgJury.Web.Tests.Setup;

namespace AumgJury.Web.Tests.Hosting;

public sealed class VerifyTests : IDisposable
{
    private readonly NewHouse _house = new();

    public VerifyTests()
    {
        Assert.Equal(0, _house.Seed(_house.NewCall()).Code);
        var lines = File.ReadAllLines(_house.Files().Journal).Length;
        var index = CallIndex.Open(new LinuxDisk(), _house.Files()).Index;
        index.Write(lines, []);
        index.CloseCleanly();
    }

    public void Dispose() => _house.Dispose();

    [Fact]
    public void A_whole_journal_is_told_with_its_head_and_what_to_compare_it_with()
    {
        var before = _house.Bytes();

        var (code, said) = Verify();

        Assert.Equal(0, code);
        Assert.Contains(File.ReadLines(_house.Files().Journal).Last()[..64], said, StringComparison.Ordinal);
        Assert.Contains("comparez le nombre de lignes et la tête", said, StringComparison.Ordinal);
        Assert.Equal(before, _house.Bytes());
    }

    [Fact]
    public void Whole_lines_cut_off_the_end_are_found_by_what_the_folder_had_read()
    {
        CutLastLine();

        var (code, said) = Verify();

        Assert.Equal(1, code);
        Assert.Contains("la fin manque", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_index_that_can_be_trusted_the_chain_alone_speaks()
    {
        CutLastLine();
        File.Delete(_house.Files().IndexSum);

        var (code, said) = Verify();

        Assert.Equal(0, code);
        Assert.DoesNotContain("la fin manque", said, StringComparison.Ordinal);
    }

    private void CutLastLine()
    {
        var lines = File.ReadAllLines(_house.Files().Journal);
        File.WriteAllText(_house.Files().Journal, string.Concat(lines.SkipLast(1).Select(l => l + "\n")));
    }

    private (int Code, string Said) Verify()
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        var code = VerifyCommand.Run(_house.Data, output);
        return (code, output.ToString());
    }
}
