using System.Security.Cryptography;
using AumgJury.Core.Calls;

namespace AumgJury.Web.Seeds;

/// <summary>Whether the documents that the dossiers name are in the folder, and are those that were described.</summary>
internal static class DocumentCheck
{
    /// <summary>Bytes; a scanned letter of many pages is a tenth of it.</summary>
    private const long Largest = 50 * 1024 * 1024;

    /// <summary>S1-32, S1-33: what a dossier may hold.</summary>
    private static readonly string[] Kinds = ["cv", "letter", "university-agreement", "structure-agreement"];

    public static IEnumerable<SeedProblem> Problems(string folder, SeedFile<DossierDefinition[]> dossiers)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < dossiers.Value!.Length; i++)
        {
            var documents = dossiers.Value[i].Documents;
            for (var j = 0; j < documents.Length; j++)
            {
                var path = $"[{i}].documents[{j}]";
                if (!seen.Add(documents[j].Id))
                {
                    yield return dossiers.At($"{path}.id", SeedTexts.Say("FaultDuplicate", documents[j].Id));
                }

                if (!Kinds.Contains(documents[j].Kind, StringComparer.Ordinal))
                {
                    yield return dossiers.At($"{path}.kind", SeedTexts.Say("UnknownValue", documents[j].Kind, string.Join(", ", Kinds)));
                }

                foreach (var (member, reason) in FileProblems(folder, documents[j]))
                {
                    yield return dossiers.At($"{path}.{member}", reason);
                }
            }
        }
    }

    /// <summary>Sizes and sums that were left out, from the files, which were checked.</summary>
    public static DossierDefinition[] Filled(string folder, DossierDefinition[] dossiers) =>
        [.. dossiers.Select(d => d with { Documents = [.. d.Documents.Select(document => Filled(folder, document))] })];

    private static DocumentDefinition Filled(string folder, DocumentDefinition document)
    {
        using var content = File.OpenRead(Path.Combine(folder, document.File));
        return document with { Bytes = content.Length, Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)) };
    }

    private static bool IsLinked(string root, string path)
    {
        for (var at = path; at is not null && at.Length > root.Length; at = Path.GetDirectoryName(at))
        {
            if (new FileInfo(at).LinkTarget is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Browsers show a PDF in its own viewer; anything else under its name could be a page.</summary>
    private static bool IsPdf(FileStream content)
    {
        Span<byte> first = stackalloc byte[5];
        var read = content.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        content.Position = 0;
        return read == first.Length && first.SequenceEqual("%PDF-"u8);
    }

    private static IEnumerable<(string Member, string Reason)> FileProblems(string folder, DocumentDefinition document)
    {
        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        var path = Path.GetFullPath(Path.Combine(root, document.File));
        if (!path.StartsWith(root, StringComparison.Ordinal))
        {
            yield return ("file", SeedTexts.Say("DocumentOutside", document.File));
            yield break;
        }

        if (!File.Exists(path))
        {
            yield return ("file", SeedTexts.Say("DocumentMissing", document.File));
            yield break;
        }

        // A symbolic link leads out of the folder although its path does not: what it names would be sealed as this nominee's.
        if (IsLinked(root, path))
        {
            yield return ("file", SeedTexts.Say("DocumentOutside", document.File));
            yield break;
        }

        using var content = File.OpenRead(path);
        if (content.Length > Largest)
        {
            yield return ("file", SeedTexts.Say("DocumentTooLarge", document.File, Largest / (1024 * 1024)));
            yield break;
        }

        if (!IsPdf(content))
        {
            yield return ("file", SeedTexts.Say("DocumentNotPdf", document.File));
            yield break;
        }

        if (document.Bytes != 0 && content.Length != document.Bytes)
        {
            yield return ("bytes", SeedTexts.Say("DocumentSize", document.File, content.Length, document.Bytes));
        }

        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
        if (document.Sha256.Length > 0 && !string.Equals(sha256, document.Sha256, StringComparison.Ordinal))
        {
            yield return ("sha256", SeedTexts.Say("DocumentChanged", document.File, sha256));
        }
    }
}
