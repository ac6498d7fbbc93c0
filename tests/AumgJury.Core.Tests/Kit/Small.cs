using AumgJury.Core.Calls;

namespace AumgJury.Core.Tests.Kit;

/// <summary>A call small enough for generated histories: four jurors, three Universities, four judged dossiers, two criteria, two posts.</summary>
internal static class Small
{
    public static readonly string[] Jurors = ["M1", "M2", "M3", "M4"];

    public static readonly string[] Seats = ["M1", "M2", "M3", "M4", "SEC", "AUT", "P1", "P2", "P3"];

    public static readonly string[] Dossiers = ["D1", "D2", "D3", "D4"];

    public static readonly string[] Criteria = ["A1", "C1"];

    public static CallDefinition Call(Func<RulesOfProcedure, RulesOfProcedure>? rules = null) => Demo.Call() with
    {
        Id = "small",
        Posts = 2,
        Grid = new Grid("G", 1, [Demo.Criterion("A1", 40), Demo.Criterion("C1", 60)]),
        Rules = (rules ?? (r => r))(new RulesOfProcedure { Quorum = 2, TransitionMinutes = 2, TieBreakers = ["C"], ReserveList = true }),
        Universities = [new("U1", "Un"), new("U2", "Deux"), new("U3", "Trois")],
        Seats =
        [
            Demo.Juror("M1", "Présidente", Role.Chair), Demo.Juror("M2", "Suppléante", deputy: true), Demo.Juror("M3", "Troisième"), Demo.Juror("M4", "Quatrième"),
            Demo.Seat("SEC", "Secrétaire", Role.Secretary, College.Secretariat), Demo.Seat("AUT", "Autorité", Role.Authority, College.Authority),
            Demo.Presenter(1, "Représentante un"), Demo.Presenter(2, "Représentante deux"), Demo.Presenter(3, "Représentante trois"),
        ],
        Dossiers = [Demo.Dossier("D1", "U1", "Dr Un"), Demo.Dossier("D2", "U1", "Dr Deux"), Demo.Dossier("D3", "U2", "Dr Trois"), Demo.Dossier("D4", "U3", "Dr Quatre")],
        RunningOrder = [new("U1", Demo.At(9, 20)), new("U2", Demo.At(10, 0)), new("U3", Demo.At(10, 20))],
    };
}
