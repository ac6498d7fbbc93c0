using AumgJury.Core.Sittings;

namespace AumgJury.EndToEnd.Looks;

/// <summary>A moment of the demo sitting at which pages are looked at.</summary>
/// <param name="Name">In French: it is read on the contact sheets.</param>
/// <param name="Played">What comes before this hour of the script was played before anybody enters.</param>
/// <param name="Looks">Whose pages.</param>
internal sealed record SittingMoment(string Name, string Played, params SeatLook[] Looks)
{
    /// <summary>What comes before this hour is played once everybody is in: for what a page shows only to those who were there.</summary>
    public string? Live { get; init; }

    /// <summary>What people do beside the script.</summary>
    public (string Seat, Command Command)[] Acts { get; init; } = [];

    /// <summary>Who has lost the connection for a minute.</summary>
    public string? Lost { get; init; }

    /// <summary>The day in the order of its hours, each kind of page at least once.</summary>
    public static readonly SittingMoment[] All =
    [
        new("Convoquée", "08:55:30", "SEC", "M1", "M4", "P1", "AUT"),
        new("Arrivée", "08:56:05", "M4", "P1", "M1"),
        new("Portes ouvertes", "08:58:45", "M1", "M4", "P1", "SEC", new("SEC", "messages"), new("SEC", "order"), new("SEC", "sitting")),
        new("Appel", "09:02:00", "M1", "M4", new("SEC", PicturesOnly: true)),
        new("Liens", "09:05:35", "M1", "M4", new("M3", PicturesOnly: true)),
        new("Appelée", "09:19:30", "M1", "M4", "P1", new("SEC", PicturesOnly: true)) { Live = "09:20:10" },
        new("Présentation", "09:24:10", "M1", new("M1", "mark"), new("M1", "order"), "M4", new("M4", Pane: "stage"), new("M4", Pane: "dossier"), "P1", "P6", "SEC", new("AUT", PicturesOnly: true)),
        new("Questions", "09:43:30", "M1", "M4", "P1") { Acts = [("M4", new RaiseHand()), ("M5", new RaiseHand()), ("M2", new RaiseHand()), ("M1", new GiveFloor("M4"))] },
        new("Conclusion", "09:49:50", "M1", new("P1", PicturesOnly: true)),
        new("Notation", "09:51:00", "M1", new("M1", "mark"), "M4", "M2", new("M2", Pane: "stage"), "P1", "SEC"),
        new("Dévoilée", "09:52:40", "M1", new("M1", "mark"), "M4", "SEC"),
        new("Connexion perdue", "10:44:05", "M1", "M4", "P4") { Lost = "M6" },
        new("Présidence perdue", "10:43:00", "M2", new("M4", PicturesOnly: true)) { Lost = "M1" },
        new("Suspendue", "11:05:25", "M1", "M4", "P5", "SEC"),
        new("Déport", "11:20:00", "M3", new("M1", PicturesOnly: true), new("SEC", "sitting", PicturesOnly: true)),
        new("Échange", "11:57:00", "M1", new("M1", "order"), "P6", "P7", new("SEC", "order")),
        new("Délibération finale", "13:10:00", "M3", "M4", "M1", new("M4", "mark")),
        new("À égalité", "13:36:00", "M1", "M4", "M3", "SEC", new("M4", Pane: "work")),
        new("Classement arrêté", "13:49:00", "M1", "M4", "AUT", "SEC"),
        new("Close", "13:49:00", "M1", "M4", new("M3", PicturesOnly: true), new("AUT", PicturesOnly: true), "P1") { Live = "13:51:00" },
        new("Décidée", "14:37:00", "AUT", "SEC", new("M1", PicturesOnly: true)),
        new("Notifiée", "14:37:00", "SEC", "AUT") { Live = "15:10:30" },
    ];
}
