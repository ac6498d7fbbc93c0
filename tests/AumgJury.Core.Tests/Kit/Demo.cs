using AumgJury.Core.Calls;

namespace AumgJury.Core.Tests.Kit;

/// <summary>The demo sitting of domain H: eight jurors, seven Universities, twelve dossiers, grid G1.</summary>
internal static class Demo
{
    public static readonly DateTimeOffset Start = new(2021, 5, 6, 8, 55, 0, TimeSpan.FromHours(2));

    public static readonly string[] Jurors = ["M1", "M2", "M3", "M4", "M5", "M6", "M7", "M8"];

    /// <summary>The mean marks A1..C4 of domain H; they are whole numbers.</summary>
    public static readonly IReadOnlyDictionary<string, int[]> Means = new Dictionary<string, int[]>(StringComparer.Ordinal)
    {
        ["D01"] = [5, 4, 5, 4, 4, 4, 3, 5, 5, 3],
        ["D02"] = [5, 3, 4, 4, 4, 3, 5, 4, 4, 4],
        ["D03"] = [4, 3, 4, 4, 3, 3, 5, 5, 3, 4],
        ["D05"] = [5, 2, 4, 5, 4, 3, 2, 4, 5, 2],
        ["D06"] = [4, 3, 3, 3, 3, 3, 5, 3, 3, 4],
        ["D08"] = [5, 4, 4, 4, 5, 4, 4, 5, 5, 3],
        ["D09"] = [3, 5, 4, 5, 5, 5, 4, 5, 5, 4],
        ["D10"] = [5, 3, 4, 3, 4, 2, 4, 3, 3, 3],
        ["D11"] = [4, 4, 4, 3, 3, 4, 5, 5, 4, 5],
        ["D12"] = [3, 1, 2, 2, 2, 1, 4, 1, 2, 3],
    };

    public static DateTimeOffset At(int hour, int minute, int second = 0) => new(2021, 5, 6, hour, minute, second, TimeSpan.FromHours(2));

    /// <summary>Whole marks whose mean over these members is the table's: on each criterion one member is a point above and another a point below.</summary>
    public static int Mark(string dossier, int criterion, IReadOnlyList<string> members, string member)
    {
        var mean = Means[dossier][criterion];
        var turn = (criterion + dossier[^1]) % members.Count;
        var place = members.ToList().IndexOf(member);
        return mean is 0 or 5 ? mean
            : place == turn ? mean + 1
            : place == (turn + 1) % members.Count ? mean - 1
            : mean;
    }

    public static CallDefinition Call(Func<RulesOfProcedure, RulesOfProcedure>? rules = null) => new(
        "idf-2021", "AUMG, 8e vague", "ARS Île-de-France", 8, Start, new DateOnly(2021, 5, 6), "Europe/Paris", "aumg@example.org", "01 00 00 00 00", 8, 2000m, 360_000m,
        [new("ordre", "Ordre au 1er novembre", "S1-10")],
        G1(),
        (rules ?? (r => r))(new RulesOfProcedure { TransitionMinutes = 0, ReserveList = true, TieBreakers = ["C", "C1"] }),
        [new("U1", "Paris-Lutèce"), new("U2", "Paris-Ourcq"), new("U3", "Montagne-Sainte-Geneviève"), new("U4", "Plateau-Sud"), new("U5", "Val-de-Bièvre"), new("U6", "Yvelines-Ouest"), new("U7", "Seine-Nord")],
        [
            Juror("M1", "H. Vauquelin-Roche", Role.Chair), Juror("M2", "Pr A. Castellane", deputy: true), Juror("M3", "Pr I. Belhadj-Morel"), Juror("M4", "Dr M. Orsoni"),
            Juror("M5", "Dr Y. Kerdoncuff"), Juror("M6", "Dr S. Abitbol-Ferrand"), Juror("M7", "Dr T. Rasoamanana"), Juror("M8", "Dr C. Dujardin-Sow"),
            Seat("SEC", "B. Lenormand", Role.Secretary, College.Secretariat), Seat("AUT", "É. Sarrazin-Leconte", Role.Authority, College.Authority),
            Presenter(1, "Pr A. Lefranc"), Presenter(2, "Dr K. Benali-Roux"), Presenter(3, "Pr S. Wagner"), Presenter(4, "Dr F. Adjovi"), Presenter(5, "Pr N. Caradec"), Presenter(6, "Pr G. Peltier"), Presenter(7, "Pr L. Tran-Morvan"),
        ],
        [
            Dossier("D01", "U1", "Dr A. Thévenot"), Dossier("D02", "U1", "Dr N. Haddad-Leroy"), Dossier("D03", "U2", "Dr L. Quéméner"),
            Dossier("D04", "U2", "Dr P. Sivagnanam") with { Admissibility = Admissibility.Inadmissible, AdmissibilityReason = "Ordre prévu le 15/01/2022" },
            Dossier("D05", "U3", "Dr E. Courtecuisse"), Dossier("D06", "U4", "Dr M. Diabaté"),
            Dossier("D07", "U4", "Dr O. Petrescu") with { Admissibility = Admissibility.Withdrawn, AdmissibilityReason = "Désistement du 4 mai" },
            Dossier("D08", "U5", "Dr C. Nguyen-Fabre"), Dossier("D09", "U5", "Dr J. Arrighi") with { Kind = ContractKind.Renewal },
            Dossier("D10", "U6", "Dr S. Benhamou"), Dossier("D11", "U7", "Dr R. Kaboré"), Dossier("D12", "U7", "Dr V. Lemoigne"),
        ],
        [
            new("U1", At(9, 20)), new("U2", At(10, 0)), new("U3", At(10, 20)), new("U4", At(10, 40)), new("U5", At(11, 15)), new("U6", At(11, 55)), new("U7", At(12, 15)),
        ]);

    public static Grid G1() => new("G1", 1,
    [
        Criterion("A1", 8), Criterion("A2", 12), Criterion("B1", 10), Criterion("B2", 10), Criterion("B3", 10),
        Criterion("B4", 5), Criterion("C1", 15), Criterion("C2", 12), Criterion("C3", 10), Criterion("C4", 8),
    ]);

    public static Criterion Criterion(string id, int weight) => new(id, id[..1], "Critère " + id, weight, ["0", "1", "2", "3", "4", "5"], "S1");

    public static SeatDefinition Juror(string id, string name, Role role = Role.Member, bool deputy = false) =>
        new(id, role, name, "Qualité de " + id, role == Role.Chair ? College.Presidency : College.Federations, null, deputy, true, id + "@example.org", "01");

    public static SeatDefinition Seat(string id, string name, Role role, College college) => new(id, role, name, "Qualité de " + id, college, null, false, false, id + "@example.org", "02");

    public static SeatDefinition Presenter(int number, string name) =>
        new("P" + number, Role.Presenter, name, "Directeur du DMG", College.Presenters, "U" + number, false, false, $"p{number}@example.org", "03");

    public static DossierDefinition Dossier(string id, string university, string nominee) => new(
        id, university, nominee, "Structure de " + id, "93", ContractKind.First, Admissibility.Admissible, "", ["ordre"], "Résumé de " + id,
        [new(id + "-cv", "cv", "CV", $"documents/{id}/cv.pdf", new string('a', 64), 1000)]);
}
