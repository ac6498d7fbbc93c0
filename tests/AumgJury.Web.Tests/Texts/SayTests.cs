using AumgJury.Web.Texts;

namespace AumgJury.Web.Tests.Texts;

public sealed class SayTests
{
    private static readonly Say French = new(HouseCulture.French);
    private static readonly Say English = new(HouseCulture.English);
    private static readonly DateTimeOffset Morning = new(2021, 5, 6, 7, 41, 0, TimeSpan.Zero);

    [Fact]
    public void A_score_has_one_decimal() => Assert.Equal(("86,4", "90.0"), (French.Score(86.4m), English.Score(90)));

    [Fact]
    public void An_hour_is_that_of_Paris() => Assert.Equal(("9\u202fh\u202f41", "9:41"), (French.Hour(Morning), English.Hour(Morning)));

    [Fact]
    public void A_day_is_written_out() =>
        Assert.Equal(("jeudi 6 mai 2021", "Thursday 6 May 2021"), (French.Day(Morning), English.Day(Morning)));

    [Fact]
    public void The_first_of_a_month_is_ordinal_in_French() => Assert.Equal("samedi 1er mai 2021", French.Day(new DateOnly(2021, 5, 1)));

    [Fact]
    public void An_instant_late_in_the_evening_is_already_tomorrow_in_Paris() =>
        Assert.Equal("vendredi 7 mai 2021", French.Day(new DateTimeOffset(2021, 5, 6, 22, 30, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData(-3, "0\u00a0s")]
    [InlineData(40, "40\u00a0s")]
    [InlineData(134, "2\u00a0min\u00a014")]
    [InlineData(3900, "1\u00a0h\u00a005")]
    public void A_length_keeps_two_units(int seconds, string words) => Assert.Equal(words, French.Length(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void Euros_are_grouped_and_show_cents_only_when_there_are_some()
    {
        Assert.Equal("360\u202f000\u00a0€", French.Euros(360_000));
        Assert.Equal("42\u202f933,33\u00a0€", French.Euros(42_933.33m));
        Assert.Equal("€360,000", English.Euros(360_000));
    }

    [Fact]
    public void Names_are_listed_with_a_last_word() => Assert.Equal(("A, B et C", "A and B"), (French.List(["A", "B", "C"]), English.List(["A", "B"])));

    [Theory]
    [InlineData("Vous êtes {0}, {1} ?", "Vous êtes {0}, {1}\u202f?")]
    [InlineData("Départage : l'avis", "Départage\u00a0: l’avis")]
    [InlineData("« Reprendre »", "«\u00a0Reprendre\u00a0»")]
    [InlineData("à 9 h 41, 7 min", "à 9\u202fh\u202f41, 7\u00a0min")]
    [InlineData("({1} min)", "({1}\u00a0min)")]
    public void French_is_typeset_once_and_for_all(string plain, string set)
    {
        Assert.Equal(set, FrenchTypography.Set(plain));
        Assert.Equal(set, FrenchTypography.Set(set));
    }

    [Fact]
    public void A_text_is_in_the_visits_language_whatever_the_thread_speaks()
    {
        var english = new TextsOf<RoomTexts>(new HouseCulture(HouseCulture.English));
        var french = new TextsOf<RoomTexts>(new HouseCulture(System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal("Move Dr M. Orsoni out", english["MoveOut", "Dr M. Orsoni"]);
        Assert.Equal("Faire sortir Dr M. Orsoni", french["MoveOut", "Dr M. Orsoni"]);
    }

    [Theory]
    [InlineData(0, "0 attendu", "0 expected")]
    [InlineData(1, "1 attendu", "1 expected")]
    [InlineData(2, "2 attendus", "2 expected")]
    public void One_is_said_in_its_own_words_and_in_French_none_is_too(int count, string french, string english)
    {
        Assert.Equal(french, new TextsOf<RoomTexts>(new HouseCulture(HouseCulture.French)).Count("Seal_Expected", count));
        Assert.Equal(english, new TextsOf<RoomTexts>(new HouseCulture(HouseCulture.English)).Count("Seal_Expected", count));
    }

    [Fact]
    public void None_of_many_is_plural_in_English() =>
        Assert.Equal("0 of 7 Universities are in the waiting room.", new TextsOf<ChairTexts>(new HouseCulture(HouseCulture.English)).Count("Doors_Universities", 0, 7));

    [Theory]
    [InlineData("Dr Y. Kerdoncuff", "Dr\u00a0Y.\u00a0Kerdoncuff")]
    [InlineData("H. Vauquelin-Roche", "H.\u00a0Vauquelin-Roche")]
    [InlineData("Conférence des Doyens", "Conférence des Doyens")]
    public void A_name_is_not_broken_between_title_initial_and_name(string name, string whole) => Assert.Equal(whole, FrenchTypography.Whole(name));

    [Theory]
    [InlineData("ARS Île-de-France", "l’ARS Île-de-France")]
    [InlineData("Conseil régional", "Conseil régional")]
    public void An_organisation_has_its_article_before_a_vowel(string name, string written) => Assert.Equal(written, FrenchTypography.WithArticle(name));

    [Fact]
    public void A_text_that_does_not_exist_is_loud() =>
        Assert.Throws<System.Resources.MissingManifestResourceException>(() => new TextsOf<RoomTexts>(new HouseCulture(HouseCulture.French))["Nope"]);

    [Fact]
    public void Hours_and_days_are_those_of_the_calls_place()
    {
        var reunion = new Say(HouseCulture.French) { Zone = CallZone.Find("Indian/Reunion")! };
        var instant = new DateTimeOffset(2030, 3, 14, 21, 5, 0, TimeSpan.Zero);
        Assert.Equal("1\u202fh\u202f05", reunion.Hour(instant));
        Assert.Equal("vendredi 15 mars 2030", reunion.Day(instant));
        Assert.Equal("22\u202fh\u202f05", new Say(HouseCulture.French).Hour(instant));
        Assert.Null(CallZone.Find("Europe/Lutece"));
    }
}
