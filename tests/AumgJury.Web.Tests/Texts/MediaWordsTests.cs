using System.Globalization;
using System.Resources;
using AumgJury.Web.Hosting;
using AumgJury.Web.Texts;
using Microsoft.Extensions.Configuration;

namespace AumgJury.Web.Tests.Texts;

/// <summary>A house without camera and sound does not say that somebody sees or hears through it.</summary>
public sealed class MediaWordsTests
{
    private static readonly HouseCulture With = new(HouseCulture.French);
    private static readonly HouseCulture Without = new(HouseCulture.French) { Media = false };

    [Fact]
    public void Whoever_is_in_the_room_is_said_to_be_there_and_seen_and_heard_only_with_media()
    {
        Assert.Equal("Pr A. Lefranc vous voit et vous entend", new TextsOf<RoomTexts>(With)["Seal_Open", "Pr A. Lefranc"]);
        Assert.Equal("Pr A. Lefranc est dans la salle", new TextsOf<RoomTexts>(Without)["Seal_Open", "Pr A. Lefranc"]);
        Assert.Equal("Séance suspendue.", new TextsOf<SceneTexts>(Without)["Say_Suspended"]);
    }

    [Fact]
    public void A_text_without_words_of_its_own_for_it_stays_the_same() =>
        Assert.Equal(new TextsOf<RoomTexts>(With)["State_Open"], new TextsOf<RoomTexts>(Without)["State_Open"]);

    [Theory]
    [InlineData(typeof(RoomTexts))]
    [InlineData(typeof(SceneTexts))]
    [InlineData(typeof(LobbyTexts))]
    public void Every_text_that_speaks_of_seeing_hearing_or_switching_off_has_words_for_a_house_without_media(Type area)
    {
        var texts = new ResourceManager(area).GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!
            .Cast<System.Collections.DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);
        string[] claims = ["vous voit et", "vous voient", "vous entend.", "verra et entendra", "vous verront", "caméras sont coupé"];
        Assert.All(texts.Where(t => claims.Any(claim => t.Value.Contains(claim, StringComparison.Ordinal))), t => Assert.Contains(t.Key + "_WithoutMedia", texts.Keys));
    }

    [Theory]
    [InlineData("None", false)]
    [InlineData("none", false)]
    [InlineData("Own", true)]
    [InlineData("External", true)]
    public void The_setting_of_the_house_decides(string mode, bool media) =>
        Assert.Equal(media, HouseOptions.From(new ConfigurationBuilder().AddInMemoryCollection([new("Janus:Mode", mode)]).Build(), development: false).Media);
}
