using AumgJury.Core.Sittings;

namespace AumgJury.Web.Sitting.Boards;

/// <summary>What the chair is writing about one dossier.</summary>
public sealed class OpinionDraft
{
    /// <summary>Null until chosen: the ranking's proposal is shown then.</summary>
    public Opinion? Opinion { get; set; }

    public string Motive { get; set; } = "";

    public string Replacement { get; set; } = "";
}

/// <summary>What is being written stays while another row is looked at.</summary>
public sealed class OpinionDrafts
{
    private readonly Dictionary<string, OpinionDraft> _drafts = new(StringComparer.Ordinal);

    public OpinionDraft Of(string dossier) => _drafts.TryGetValue(dossier, out var draft) ? draft : _drafts[dossier] = new OpinionDraft();

    /// <summary>It is on disk.</summary>
    public void Forget(string dossier) => _drafts.Remove(dossier);
}
