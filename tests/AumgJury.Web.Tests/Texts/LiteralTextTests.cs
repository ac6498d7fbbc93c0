namespace AumgJury.Web.Tests.Texts;

public sealed class LiteralTextTests
{
    [Fact]
    public void No_razor_file_shows_words_that_are_not_in_the_resource_files()
    {
        var found =
            from file in SourceFiles.Of("*.razor")
            from words in LiteralText.In(File.ReadAllText(file))
            select $"{Path.GetRelativePath(SourceFiles.Root, file)}, {words}";

        Assert.True(!found.Any(), "Words belong in Texts/*.resx, French and English, and are shown by T[\"Key\"]:\n" + string.Join('\n', found));
    }

    [Theory]
    [InlineData("<p>Bonjour</p>")]
    [InlineData("<p>@name Bonjour</p>")]
    [InlineData("<button aria-label=\"Fermer\"></button>")]
    [InlineData("<MudTextField Label=\"Nom\" />")]
    [InlineData("<MudButton OnClick=\"@(() => Go(1 > 0))\">Entrer</MudButton>")]
    [InlineData("@if (x)\n{\n  <p>Oui</p>\n}")]
    [InlineData("<p>\n  Deux lignes\n  de texte\n</p>")]
    public void Words_that_would_be_shown_are_found(string razor) => Assert.NotEmpty(LiteralText.In(razor));

    [Theory]
    [InlineData("<p>@T[\"Key\", a, b]</p>")]
    [InlineData("<p>@(x ? T[\"A\"] : T[\"B\"]) · @Say.Score(own)</p>")]
    [InlineData("<button aria-label=\"@T[\"Close\"]\" class=\"big\"></button>")]
    [InlineData("<MudButton OnClick=\"@(() => Go(1 > 0))\">@T[\"Enter\"]</MudButton>")]
    [InlineData("@if (x > 1)\n{\n  <p>@T[\"A\"]</p>\n}\nelse if (y)\n{\n  <p>1</p>\n}")]
    [InlineData("@* Un commentaire *@<p></p>\n@code {\n  string s = \"Bonjour\";\n}")]
    public void What_is_not_shown_or_comes_from_the_resources_is_left_alone(string razor) => Assert.Empty(LiteralText.In(razor));
}
