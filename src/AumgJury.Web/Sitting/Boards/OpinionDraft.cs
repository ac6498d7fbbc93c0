using AumgJury.Core.Sittings;

namespace AumgJury.Web.Sitting.Boards;

/// <summary>What the chair is writing about one dossier; it stays while another row is looked at.</summary>
public sealed class OpinionDraft
{
    /// <summary>Null until chosen: the ranking's proposal is shown then.</summary>
    public Opinion? Opinion { get; set; }

    public string Motive { get; set; } = "";

    public string Replacement { get; set; } = "";
}
