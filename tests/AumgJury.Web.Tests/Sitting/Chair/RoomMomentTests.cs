using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Sitting;
using AumgJury.Web.Texts;

namespace AumgJury.Web.Tests.Sitting.Chair;

public sealed class RoomMomentTests
{
    private static RoomMoment Moment(RoomLine room, PersonStanding abitbol = PersonStanding.Present, bool floor = false, SuspensionLine? suspension = null) =>
        new(Scenes.Sitting(room, suspension: suspension), Scenes.Me(floor), Scenes.People(abitbol));

    private static RoomNews[] News(RoomMoment before, RoomMoment now) =>
        [.. now.Since(before, Texts.French<RoomTexts>(), Texts.French<SceneTexts>(), Texts.Say, Scenes.Nine)];

    [Fact]
    public void A_proven_closing_may_be_spoken_in_and_interrupts() =>
        Assert.Equal([new RoomNews("Huis clos vérifié. Vous pouvez parler.", true)], News(Moment(Scenes.Room(RoomSign.Closing)), Moment(Scenes.Room(RoomSign.ClosedVerified))));

    [Fact]
    public void An_opened_room_warns_and_names_who_hears() =>
        Assert.Equal([new RoomNews("Attention, salle ouverte\u00a0: Pr A. Lefranc vous entend.", true)], News(Moment(Scenes.Room(RoomSign.ClosedVerified)), Moment(Scenes.Room(RoomSign.Open, "Pr A. Lefranc"))));

    [Fact]
    public void A_doubt_interrupts() =>
        Assert.True(Assert.Single(News(Moment(Scenes.Room(RoomSign.ClosedVerified)), Moment(Scenes.Room(RoomSign.NotSecure)))).Assertive);

    [Fact]
    public void An_entry_is_announced_with_its_seconds()
    {
        var entering = Scenes.Room(RoomSign.ClosedVerified, enters: "Pr A. Lefranc", entersAt: Scenes.Nine.AddSeconds(5));

        Assert.Equal([new RoomNews("Pr A. Lefranc entre dans 5 secondes.", true)], News(Moment(Scenes.Room(RoomSign.ClosedVerified)), Moment(entering)));
        Assert.Contains("annulée", Assert.Single(News(Moment(entering), Moment(Scenes.Room(RoomSign.ClosedVerified)))).Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_who_drops_is_named_with_the_quorum_politely() =>
        Assert.Equal([new RoomNews("Dr S. Abitbol-Ferrand a perdu la connexion. 7 votants, quorum 4.", false)], News(Moment(Scenes.Room(RoomSign.Open)), Moment(Scenes.Room(RoomSign.Open), PersonStanding.Lost)));

    [Fact]
    public void The_floor_is_announced_to_the_one_who_gets_it() =>
        Assert.Equal([new RoomNews("La présidence vous donne la parole.", false)], News(Moment(Scenes.Room(RoomSign.Open)), Moment(Scenes.Room(RoomSign.Open), floor: true)));

    [Fact]
    public void A_suspension_and_its_end_are_announced()
    {
        var suspended = Moment(Scenes.Room(RoomSign.Open), suspension: new(SuspensionCause.Chair, Scenes.Nine, Scenes.Nine.AddMinutes(10), ""));

        Assert.Contains("9\u202fh\u202f10", Assert.Single(News(Moment(Scenes.Room(RoomSign.Open)), suspended)).Words, StringComparison.Ordinal);
        Assert.Equal("La séance reprend.", Assert.Single(News(suspended, Moment(Scenes.Room(RoomSign.Open)))).Words);
    }

    [Fact]
    public void Nothing_new_is_silent() =>
        Assert.Empty(News(Moment(Scenes.Room(RoomSign.Open)), Moment(Scenes.Room(RoomSign.Open))));

    [Fact]
    public void The_chair_s_mute_and_its_end_are_said_politely()
    {
        var (open, muted) = (Moment(Scenes.Room(RoomSign.Open)), Moment(Scenes.Room(RoomSign.Open)) with { Me = Scenes.Me(muted: true) });

        Assert.Equal([new RoomNews("La présidence a coupé votre micro.", false)], News(open, muted));
        Assert.Contains("rend le micro", Assert.Single(News(muted, open)).Words, StringComparison.Ordinal);
    }
}
