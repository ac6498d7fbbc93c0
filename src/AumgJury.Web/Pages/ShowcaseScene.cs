using AumgJury.Web.Room;
using AumgJury.Web.Texts;

namespace AumgJury.Web.Pages;

/// <summary>The fixed scene of the gallery: the demo's eighth dossier on 6 May 2021, clock stopped so that pictures compare.</summary>
internal static class ShowcaseScene
{
    public static readonly DateTimeOffset Started = new(2021, 5, 6, 11, 46, 0, TimeSpan.FromHours(2));
    public static readonly DateTimeOffset Slot = Started.AddMinutes(59);
    public static readonly SittingClock Clock = new(Started.AddSeconds(134), Started, Rate: 0);
    public static readonly decimal[] Totals = [89.4m, 88.4m, 88.8m, 84.4m, 82.6m, 86.8m, 84.4m];

    public static IReadOnlyList<PeopleGroup> People(TextsOf<ShowcaseTexts> s) =>
    [
        new(s["Chair"], [new("m1", "H. Vauquelin-Roche", "ARS", PersonState.Speaking)]),
        new(s["Jury"],
        [
            new("m2", "Pr A. Castellane", s["Deans"], PersonState.Submitted),
            new("m3", "Pr I. Belhadj-Morel", "DES MG", PersonState.Recused),
            new("m4", "Dr M. Orsoni", "FNCS", PersonState.Present, IsSelf: true),
            new("m5", "Dr Y. Kerdoncuff", "FEMASIF", PersonState.Present, HandRank: 1),
            new("m6", "Dr S. Abitbol-Ferrand", "URPS", PersonState.Unstable),
            new("m7", "Dr T. Rasoamanana", "SNJMG", PersonState.Lost),
            new("m8", "Dr C. Dujardin-Sow", "REAGJIR", PersonState.Submitted),
        ]),
        new(s["Others"],
        [
            new("s", "B. Lenormand", s["Secretary"], PersonState.Present),
            new("u6", "Pr G. Peltier", "Yvelines-Ouest", PersonState.Waiting),
            new("u7", "Pr L. Tran-Morvan", "Seine-Nord", PersonState.Expected),
            new("x", "Pr N. Caradec", "Val-de-Bièvre", PersonState.Absent),
        ]),
    ];
}
