namespace AumgJury.EndToEnd.Looks;

/// <summary>One page as one person sees it at a moment.</summary>
/// <param name="Seat">In the demo: M1 the chair, M2 the deputy, M3 recused on Val-de-Bièvre, P1 to P7, SEC, AUT.</param>
/// <param name="Tab">The tab of the work column that is opened; null leaves what the page opens with.</param>
/// <param name="Pane">On a phone, the pane that is shown; such a look is for phones alone.</param>
/// <param name="PicturesOnly">Looked at when pictures are asked for; the ordinary run has a page like it.</param>
internal sealed record SeatLook(string Seat, string? Tab = null, string? Pane = null, bool PicturesOnly = false)
{
    /// <summary>Whose contact sheet it is on.</summary>
    public string Sheet => Seat switch
    {
        "M1" => "presidence",
        "M2" => "interim",
        "M3" => "membre-deporte",
        "SEC" => "secretariat",
        "AUT" => "autorite",
        ['M', ..] => "membre",
        _ => "universite",
    };

    /// <summary>What the picture is called after its moment.</summary>
    public override string ToString() => Seat + (Tab is null ? "" : "-" + Tab) + (Pane is null ? "" : "-" + Pane);

    public static implicit operator SeatLook(string seat) => new(seat);
}
