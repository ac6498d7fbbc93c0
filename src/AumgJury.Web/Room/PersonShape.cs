using Microsoft.AspNetCore.Components;

namespace AumgJury.Web.Room;

/// <summary>One shape a state, drawn: the typeface has no such signs, and colour alone would not do. Constants, so that every circuit holds the same text.</summary>
internal static class PersonShape
{
    private const string Open = "<svg class=\"shape\" viewBox=\"0 0 16 16\" width=\"16\" height=\"16\" aria-hidden=\"true\">";
    private const string Ring = "<circle cx=\"8\" cy=\"8\" r=\"6\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" ";

    public static MarkupString Of(PersonState state) => new(state switch
    {
        PersonState.Present or PersonState.Online => $"{Open}<circle cx=\"8\" cy=\"8\" r=\"6\" fill=\"currentColor\" /></svg>",
        PersonState.Speaking => $"{Open}<circle cx=\"8\" cy=\"8\" r=\"4\" fill=\"currentColor\" /><circle cx=\"8\" cy=\"8\" r=\"7\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\" /></svg>",
        PersonState.Unstable => $"{Open}{Ring}/><path d=\"M8 2a6 6 0 0 0 0 12z\" fill=\"currentColor\" /></svg>",
        PersonState.Lost => $"{Open}<path d=\"M3 3l10 10M13 3L3 13\" stroke=\"currentColor\" stroke-width=\"2.5\" fill=\"none\" /></svg>",
        PersonState.Submitted => $"{Open}<path d=\"M2 8.5l4 4 8-9\" stroke=\"currentColor\" stroke-width=\"2.5\" fill=\"none\" /></svg>",
        PersonState.Recused => $"{Open}{Ring}/><path d=\"M3.8 12.2l8.4-8.4\" stroke=\"currentColor\" stroke-width=\"2\" /></svg>",
        PersonState.Waiting or PersonState.Entering or PersonState.Late => $"{Open}<path d=\"M4 2h8L4 14h8z\" fill=\"currentColor\" /></svg>",
        PersonState.Expected => $"{Open}{Ring}stroke-dasharray=\"2.5 2.2\" /></svg>",
        _ => $"{Open}<path d=\"M3 8h10\" stroke=\"currentColor\" stroke-width=\"2.5\" /></svg>",
    });
}
