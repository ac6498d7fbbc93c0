using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;

namespace AumgJury.Web.Tests.Sitting.Chair;

/// <summary>Small parts of views, written by hand.</summary>
internal static class Scenes
{
    public static readonly DateTimeOffset Nine = new(2021, 5, 6, 9, 0, 0, TimeSpan.FromHours(2));

    public static RoomLine Room(RoomSign sign, string hears = "", string enters = "", DateTimeOffset? entersAt = null, int number = 1) =>
        new(sign, number, 8, 8, Nine.AddMinutes(166), ProofMeans.Server, sign == RoomSign.Attested ? "pont téléphonique" : "", hears, hears.Length > 0 ? "Paris-Lutèce" : "", enters, entersAt);

    public static SittingLine Sitting(RoomLine room, Phase phase = Phase.Hearings, SuspensionLine? suspension = null, bool hasChair = true) =>
        new("Jury AUMG", phase, room, suspension, 7, 8, 4, hasChair, true, "01 00 00 00 00");

    public static Me Me(bool floor = false) => new("M1", "H. Vauquelin-Roche", "ARS", Role.Chair, true, false, true, true, true, null, 0, floor);

    public static PersonLine Person(string seat, string name, PersonStanding standing = PersonStanding.Present, College college = College.Federations, bool chairs = false, Role role = Role.Member, int hand = 0) =>
        new(seat, name, "FNCS", college, role, standing, chairs, false, true, hand, false);

    public static PersonLine[] People(PersonStanding abitbol = PersonStanding.Present) =>
    [
        Person("M1", "H. Vauquelin-Roche", college: College.Presidency, chairs: true, role: Role.Chair),
        Person("M4", "Dr M. Orsoni"),
        Person("M6", "Dr S. Abitbol-Ferrand", abitbol),
        Person("SEC", "B. Lenormand", college: College.Secretariat, role: Role.Secretary),
    ];

    public static HearingLine Hearing(HearingStep step, string? dossier = null, ClockLine? clock = null, bool onFile = false) =>
        new("U1", "Paris-Lutèce", "Pr A. Lefranc", "P1", "Doyen", step, dossier, dossier is null ? 0 : 1, ["D01", "D02"], step == HearingStep.Marking ? "D01" : null, clock, true, true, onFile, false, 1, null, 0);
}
