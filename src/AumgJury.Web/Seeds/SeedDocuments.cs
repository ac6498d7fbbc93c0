using AumgJury.Core.Calls;
using AumgJury.Web.Storage;

namespace AumgJury.Web.Seeds;

/// <summary>The deposited documents of a seed, kept sealed before the event that names them (design, wall 3).</summary>
public static class SeedDocuments
{
    /// <summary>The key under which everything about a dossier is sealed.</summary>
    public static string KeyOf(string dossier) => "dossier/" + dossier;

    /// <param name="folder">The seed folder; its documents were checked when it was read.</param>
    /// <exception cref="IOException">A document could not be read or kept.</exception>
    public static void Keep(string folder, CallDefinition definition, DocumentStore documents)
    {
        foreach (var dossier in definition.Dossiers)
        {
            foreach (var document in dossier.Documents)
            {
                documents.Keep(KeyOf(dossier.Id), File.ReadAllBytes(Path.Combine(folder, document.File)));
            }
        }
    }
}
